"""What stands above the results: how much was found, the parts of the question, its filters, and how words and documents are taken."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from archiveviewer.gui.kinds import number
from archiveviewer.gui.search import words
from archiveviewer.gui.search.asking import Shown
from archiveviewer.gui.search.facets import choices
from archiveviewer.gui.search.filters import FilterRow
from archiveviewer.gui.search.head import Head
from archiveviewer.gui.search.parts import PartsRow, understood
from archiveviewer.gui.search.question import Filter, Match, Order, Question
from archiveviewer.gui.search.rows import count_line
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.gui.theme import Theme
from archiveviewer.records import SearchAnswer

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive


class QuestionControls(QWidget):
    """Shows a question and changes it.

    Signals: `wanted(Question)` with other filters or choices, `reworded(Question)` with other words, `stop_wanted()`, `said(sentence)`.
    """

    wanted = Signal(object)
    reworded = Signal(object)
    stop_wanted = Signal()
    said = Signal(str)

    def __init__(self, archive: Archive, tasks: Tasks, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._archive, self._theme = archive, theme
        self._facets = Latest(tasks)
        self._question = Question()
        self._how: tuple[str, ...] = ()
        self._head = Head(theme, self)
        self._parts = PartsRow(theme, self)
        self._filters = FilterRow(theme, self)
        self.also = self._head.also
        self._lay_out()
        self._connect()
        theme.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._parts)
        column.addSpacing(3)
        column.addWidget(self._filters)

    def _connect(self) -> None:
        self._parts.asked.connect(self.reworded)
        self._filters.facets_wanted.connect(self._on_facets_wanted)
        self._filters.chosen.connect(self.choose)
        self._filters.taken_off.connect(self._on_filter_taken_off)
        self._head.stop_wanted.connect(self.stop_wanted)
        self._head.how_wanted.connect(lambda: self.said.emit(" · ".join(self._how)))
        self._head.also_chosen.connect(self._on_also)
        self._head.chosen.connect(self._on_choice)

    def _dress(self) -> None:
        """Take fonts, colours and icons from the theme."""
        self._filters.setFixedHeight(self._theme.space(26))
        self._head.show_choices(self._question)

    def tab_widgets(self) -> tuple[QWidget, ...]:
        """Return what Tab walks, in its order."""
        return (*self._filters.buttons(), *self._head.tab_widgets())

    def tab_after(self, widget: QWidget) -> None:
        """Let Tab come from another widget to the parts of the question, and from these to the filters."""
        self._parts.tab_after(widget)

    def stop(self) -> None:
        """End the work in threads."""
        self._facets.stop()

    # -- what is shown ------------------------------------------------------------------------------------------

    def show_question(self, question: Question) -> None:
        """Show the filters and choices of a question."""
        self._question = question
        self._filters.show_question(question)
        self._head.show_choices(question)

    def show_answer(self, shown: Shown) -> None:
        """Say how much was found, and how the question was read."""
        self.say(count_line(shown.answer, shown.question, limit=shown.limit))
        self._show_how(_how_read(shown.answer))
        self._parts.show_parts(understood(shown.answer, shown.question))

    def show_nothing_asked(self) -> None:
        """Say that nothing is asked."""
        self.say(self.tr("Nothing asked yet"))
        self._show_how(())
        self._parts.show_parts(())

    def show_slow(self) -> None:
        """Say that the search takes long, and offer to stop it."""
        self.say(self.tr("Searching…"))
        self._show_how(())
        self._head.show_busy(busy=True)

    def show_rested(self) -> None:
        """Show that nothing is under way."""
        self._head.show_busy(busy=False)

    def say(self, text: str) -> None:
        """Say how much was found, or why nothing was."""
        self._head.say(text)

    def text(self) -> str:
        """Return what is said about how much was found."""
        return self._head.text()

    def _show_how(self, how: tuple[str, ...]) -> None:
        self._how = how
        self._head.show_how("\n".join(how))

    # -- what changes the question ------------------------------------------------------------------------------

    def choose(self, chosen: Filter) -> None:
        """Keep to a value, or leave it out."""
        self.wanted.emit(self._question.with_filter(chosen))

    def open_filter(self, field: str) -> None:
        """Open the menu of a filter."""
        self._filters.open_menu(field)

    def take_last_filter_off(self) -> None:
        """Take off the filter that was set last."""
        if self._question.filters:
            self.wanted.emit(replace(self._question, filters=self._question.filters[:-1]))

    def _on_facets_wanted(self, field: str) -> None:
        archive, question = self._archive, self._question
        self._facets.run(
            lambda stop: choices(archive, question, field, stop), lambda found: self._filters.show_choices(field, found), lambda _: None
        )

    def _on_filter_taken_off(self, field: str) -> None:
        self.wanted.emit(self._question.without(field))

    def _on_choice(self, value: Match | Order) -> None:
        if isinstance(value, Match):
            self.wanted.emit(replace(self._question, match=value))
        else:
            self.wanted.emit(replace(self._question, order=value))

    def _on_also(self, also: bool) -> None:
        self.wanted.emit(replace(self._question, also=also, also_not=()))


def _how_read(answer: SearchAnswer) -> tuple[str, ...]:
    milliseconds = words.translate("search", "{ms} milliseconds").format(ms=number(round(answer.milliseconds)))
    return (*words.understood(answer), milliseconds)
