"""The place Search: asks while a person types, and shows the newest answer when it is there.

The search field stands in the top bar; the window hands its text and keys on. The old list stays until a newer one has come: that of the
last letter, or of one before it that was answered meanwhile. What the selection rests on for 150 ms is shown in the reader, while the
keys stay where they are. The `Asker` asks; the pane shows what it answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from archiveviewer.gui.search import named
from archiveviewer.gui.search.asker import Asker
from archiveviewer.gui.search.asking import Shown
from archiveviewer.gui.search.controls import QuestionControls
from archiveviewer.gui.search.document_walk import DocumentWalk
from archiveviewer.gui.search.model import ResultsModel
from archiveviewer.gui.search.named import Known
from archiveviewer.gui.search.nothing import NothingView
from archiveviewer.gui.search.places import place_of
from archiveviewer.gui.search.question import Question
from archiveviewer.gui.search.row_deeds import RowDeeds
from archiveviewer.gui.search.rows import CountryRow, DocumentRow, EndRow, MoreRow, PageRow, Row, WayRow, rows
from archiveviewer.gui.search.version_chips import VersionChips
from archiveviewer.gui.search.view import ResultsView
from archiveviewer.gui.search.ways import way_row
from archiveviewer.gui.tasks import Tasks
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.ground import Ground
from archiveviewer.records import ArchiveError, Coverage, Place, SavedSearch, WaysOut

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive

_PEEK = 150
"""Milliseconds after the last key until the reader follows."""


class SearchPane(Ground):
    """Results of a question.

    Signals: `place_chosen(Place)` to show while the keys stay, `place_expected(Place)` when that will likely follow,
    `place_opened(Place)` to give the reader the keys, `country_opened(code)`,
    `text_wanted(str)` when the question is changed from here, `question_changed(Question)`, `problems_wanted()`, `said(sentence)`.
    """

    place_chosen = Signal(object)
    place_expected = Signal(object)
    place_opened = Signal(object)
    country_opened = Signal(str)
    text_wanted = Signal(str)
    question_changed = Signal(object)
    problems_wanted = Signal()
    said = Signal(str)

    def __init__(self, archive: Archive, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "pane", parent=parent)
        self._archive = archive
        self._tasks = Tasks(self)
        self._asker = Asker(archive, self._tasks, self)
        self._known: tuple[Known, ...] = ()
        self._learns = False
        self._way: WayRow | None = None
        self._model = ResultsModel(archive.country_name, self)
        self._view = ResultsView(self._model, theme, self)
        self._nothing = NothingView(theme, self)
        self._controls = QuestionControls(archive, self._tasks, theme, self)
        self._chips = VersionChips(archive, self._tasks, self._view)
        self._walk = DocumentWalk(archive, self._tasks, self._view, self.place_of)
        self._deeds = RowDeeds(archive, self._tasks, self._view, self.place_of)
        self._peek = QTimer(self, singleShot=True, interval=_PEEK)
        self._lay_out()
        self._connect()

    # -- making -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.also = self._controls.also
        self.addAction(self.also)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._controls)
        line = Ground(self._theme, "line", parent=self)
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self._view)

    def _connect(self) -> None:
        self._connect_asker()
        self._connect_list()
        self._controls.wanted.connect(self.ask)
        self._controls.reworded.connect(self._on_way_taken)
        self._controls.stop_wanted.connect(self._on_stopped)
        self._controls.said.connect(self.said)

    def _connect_asker(self) -> None:
        self._asker.asked.connect(self._on_asked)
        self._asker.begun.connect(self._chips.rest)
        self._asker.slow.connect(self._controls.show_slow)
        self._asker.rested.connect(self._controls.show_rested)
        self._asker.answered.connect(self._on_answered)
        self._asker.emptied.connect(self._show_start)
        self._asker.ways_found.connect(self._on_ways)
        self._asker.failed.connect(self._on_error)

    def _connect_list(self) -> None:
        self._view.chosen.connect(self._on_row_chosen)
        self._view.opened.connect(self._on_row_opened)
        self._peek.timeout.connect(self._on_peek)
        self._nothing.asked.connect(self._on_way_taken)
        self._nothing.more_wanted.connect(self._asker.ask_for_more)
        self._nothing.files_wanted.connect(self.problems_wanted)
        self._walk.place_chosen.connect(self.place_chosen)
        self._walk.place_expected.connect(self.place_expected)
        self._walk.said.connect(self.said)
        self._deeds.place_opened.connect(self.place_opened)
        self._deeds.kept.connect(self._controls.choose)
        self._deeds.said.connect(self.said)
        self._deeds.failed.connect(self._on_error)

    # -- asking -------------------------------------------------------------------------------------------------

    @property
    def question(self) -> Question:
        """What is asked now."""
        return self._asker.question

    def shown_question(self) -> Question | None:
        """Return the question that the list answers; it may be older than `question`."""
        return self._asker.shown.question if self._asker.shown else None

    def count_text(self) -> str:
        """Return what is said about how much was found."""
        return self._controls.text()

    def listed_rows(self) -> tuple[Row, ...]:
        """Return the rows of the list."""
        return self._model.rows()

    def selected_row(self) -> Row | None:
        """Return the row that is selected."""
        return self._view.current_row()

    def known_countries(self) -> tuple[Known, ...]:
        """Return the countries that are recognised in questions."""
        return self._known

    def tab_widgets(self) -> tuple[QWidget, ...]:
        """Return what Tab walks, in its order."""
        return (*self._controls.tab_widgets(), self._view)

    def tab_after(self, widget: QWidget) -> None:
        """Let Tab come from another widget to the chips of the question, and from these to the filters."""
        self._controls.tab_after(widget)

    def set_text(self, text: str) -> None:
        """Ask for other words, with the filters as they are."""
        asked = self.question
        if text != asked.text:
            self.ask(replace(asked, text=text, also_not=asked.also_not if text else ()))

    def ask(self, question: Question) -> None:
        """Ask `question`, unless it is the one that is asked already."""
        self._asker.ask(question)

    def _on_asked(self, question: Question) -> None:
        self._controls.show_question(question)
        self.question_changed.emit(question)

    def refresh(self) -> None:
        """Ask again, and learn the countries anew: the library has changed."""
        self._chips.forget()
        if self._learns:
            self.learn_countries()
        self._asker.start(keep=True)

    def learn_countries(self) -> None:
        """Learn the countries of the archive, to recognise them in questions; from now on also when it changes."""
        self._learns = True
        self._tasks.run(lambda: named.known(self._archive), self._on_known, lambda _: None)

    def set_as_of(self, day: object) -> None:
        """Do nothing: what documents say does not depend on the day."""

    def warm_up(self) -> None:
        """Load the fonts of rows, so that the first answer is painted as quickly as the next."""
        self._view.warm_up()

    def set_languages(self, languages: Sequence[str]) -> None:
        """Tint the languages that the person reads, and list documents in them where there is a choice."""
        self._chips.set_languages(languages)
        self._asker.set_languages(languages)

    def close_tasks(self) -> None:
        """End the work in threads; the window is closing."""
        self._asker.close()
        self._chips.rest()
        self._walk.stop()
        self._deeds.stop()
        self._controls.stop()
        self._tasks.close()

    # -- what is shown ------------------------------------------------------------------------------------------

    def _on_answered(self, shown: Shown, keep: bool) -> None:
        self._way = None
        self._controls.show_answer(shown)
        if shown.answer.hits:
            self._stack.setCurrentWidget(self._view)
            self._show_rows(shown, keep=keep)
            self._chips.show(shown.answer.hits)
        else:
            self._stack.setCurrentWidget(self._nothing)
            self._nothing.show_nothing(shown, None)
            self._show_rows(shown, keep=False)

    def _show_rows(self, shown: Shown, *, keep: bool) -> None:
        listed = list(rows(shown.answer, shown.question, shown.coverage, limit=shown.limit))
        if self._way is not None:
            listed.insert(0, self._way)
        country = named.named(shown.question.text, self._known)
        if country is not None:
            listed.insert(0, named.row(country))
        self._view.show_rows(listed, keep=keep)
        if country is not None and not shown.answer.hits:
            self._stack.setCurrentWidget(self._view)

    def _on_ways(self, found: WaysOut, also: int) -> None:
        shown = self._asker.shown
        assert shown is not None
        if shown.answer.hits:
            self._way = way_row(shown.question, found, also)
            if self._way is not None:
                self._show_rows(shown, keep=True)
        else:
            self._nothing.show_nothing(shown, found, also=also)

    def _on_error(self, error: Exception) -> None:
        text = str(error) if isinstance(error, ArchiveError) else self.tr("This could not be searched: {reason}").format(reason=error)
        self._controls.say(text)
        self.said.emit(text)

    def _show_start(self) -> None:
        self._controls.show_nothing_asked()
        self._view.show_rows((), keep=False)
        self._nothing.clear()
        self._stack.setCurrentWidget(self._nothing)
        archive = self._archive
        self._tasks.run(lambda: (archive.queries(), archive.coverage(), archive.saved_searches()), self._on_start, lambda _: None)

    def _on_start(self, found: tuple[tuple[str, ...], Coverage, tuple[SavedSearch, ...]]) -> None:
        if self._asker.shown is None:
            self._nothing.show_start(*found)

    def _on_stopped(self) -> None:
        self._asker.give_up()
        self._controls.say(self.tr("Stopped. The list is that of the question before."))

    def _on_known(self, countries: tuple[Known, ...]) -> None:
        self._known, shown = countries, self._asker.shown
        if shown is not None and named.named(shown.question.text, countries) is not None:
            self._show_rows(shown, keep=True)

    # -- other questions ----------------------------------------------------------------------------------------

    def take_last_filter_off(self) -> None:
        """Take off the filter that was set last, as Backspace in the empty field does."""
        self._controls.take_last_filter_off()

    def open_filter(self, field: str) -> None:
        """Open the menu of a filter."""
        self._controls.open_filter(field)

    def _on_way_taken(self, question: Question) -> None:
        self.ask(question)
        self.text_wanted.emit(question.text)

    # -- from the search field ----------------------------------------------------------------------------------

    def walk(self, steps: int) -> None:
        """Move the selection while the keys stay in the search field."""
        self._asker.when_answered(lambda: self._view.walk(steps))

    def set_lit(self, *, lit: bool) -> None:
        """Show the selection as active while the search field has the keys."""
        self._view.set_lit(lit=lit)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt calls it
        """Open nothing behind the back of who has gone to another place."""
        super().hideEvent(event)
        self._asker.forget_keys()

    def enter(self) -> None:
        """Open what is selected, else the first page, or take the best way out when nothing was found."""
        self._asker.when_answered(self._enter)

    def _enter(self) -> None:
        if self._stack.currentWidget() is self._nothing:
            self._nothing.take_best()
            return
        if self._view.current_row() is None:
            self._view.walk(+1)
        self._view.open_current()

    # -- selection and reader -----------------------------------------------------------------------------------

    def place_of(self, row: Row | None, *, from_end: bool = False) -> Place | None:
        """Return where a row leads; with `from_end` its last hit counts as the first."""
        return place_of(row, self._asker.shown, self._known, from_end=from_end)

    def _on_row_chosen(self, row: Row) -> None:
        """Let the reader follow when the selection rests; it may have the document ready by then."""
        self._peek.start()
        place = self.place_of(row)
        if place is not None:
            self.place_expected.emit(place)

    def _on_peek(self) -> None:
        place = self.place_of(self._view.current_row())
        if place is not None:
            self.place_chosen.emit(place)

    def _on_row_opened(self, row: Row) -> None:
        self._peek.stop()
        match row:
            case MoreRow():
                self._asker.ask_for_more()
                return
            case EndRow():
                self.problems_wanted.emit()
                return
            case WayRow(question=question):
                self._on_way_taken(question)
                return
        self._remember()
        place = self.place_of(row)
        if place is not None:
            self.place_opened.emit(place)
        elif isinstance(row, CountryRow):
            self.country_opened.emit(row.code)

    def _remember(self) -> None:
        """Keep the words that led to something that was opened, for the list of recent ones."""
        text = self._asker.shown.question.text.strip() if self._asker.shown else ""
        if text:
            self._tasks.do(lambda: self._archive.remember_query(text), lambda _: None, lambda _: None)

    def quote(self) -> None:
        """Copy the quote of what is selected, with its citation."""
        self._deeds.quote()

    # -- following the reader -----------------------------------------------------------------------------------

    def follow(self, document: int, page: int) -> None:
        """Select the page that the reader has gone to, without telling anybody."""
        self._peek.stop()
        self._view.select(document, page)

    def step_document(self, step: int, *, current: int | None = None) -> bool:
        """Go to the next (or with -1 the previous) document of the list, at its first (or last) hit; return whether there is one."""
        row = self._view.current_row()
        selected = row.hit.document if isinstance(row, (DocumentRow, PageRow)) else None
        return self._walk.step(step, current=current if current is not None else selected)
