"""Asks the newest question and holds the answer that the list shows, which may be that of a question before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from archiveviewer.gui.search.asking import Effort, Shown, answered, ways
from archiveviewer.gui.search.keys_ahead import KeysAhead
from archiveviewer.gui.search.question import Order, Question
from archiveviewer.gui.search.turns import Turns
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.records import WaysOut

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive

_BUSY = 1000
"""Milliseconds until a search that is under way is spoken of."""
_STEP = 20
_MOST = 500
_LONG = 20.0
"""Seconds that a person gives who asks to look longer; it can be stopped."""


class Asker(QObject):
    """Asks in threads while a person types.

    Signals: `asked(Question)` when the question is another one, `begun()` when the archive is asked, `slow()` when that takes long,
    `answered(Shown, keep)` when there is something to show (with `keep` what is selected stays), `emptied()` when nothing is asked,
    `ways_found(WaysOut, int)` with what would find more, `failed(Exception)`, `rested()` when nothing is under way.
    """

    asked = Signal(object)
    begun = Signal()
    slow = Signal()
    answered = Signal(object, bool)
    emptied = Signal()
    ways_found = Signal(object, int)
    failed = Signal(object)
    rested = Signal()

    def __init__(self, archive: Archive, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._archive = archive
        self._turns = Turns[Shown](tasks, self, worth=lambda shown: bool(shown.answer.hits))
        self._ways = Latest(tasks)
        self._ahead = KeysAhead()
        self._question, self._effort = Question(), Effort(_STEP)
        self._shown: Shown | None = None
        self._languages: tuple[str, ...] = ()
        self._busy = QTimer(self, singleShot=True, interval=_BUSY)
        self._busy.timeout.connect(self.slow)

    @property
    def question(self) -> Question:
        """What is asked now."""
        return self._question

    @property
    def shown(self) -> Shown | None:
        """The answer that is shown, with its question; None while nothing is asked."""
        return self._shown

    def ask(self, question: Question) -> None:
        """Ask `question`, unless it is the one that is asked already."""
        if question == self._question and self._shown is not None:
            return
        self._question, self._effort = question, Effort(_STEP)
        self._ahead.forget()
        self.asked.emit(question)
        self.start()

    def ask_for_more(self) -> None:
        """Ask the same for more documents, and let it look longer when time ran out."""
        hurried = self._shown is not None and self._shown.answer.at_least
        self._effort = Effort(min(_MOST, self._effort.limit * 2 + _STEP), _LONG if hurried else self._effort.seconds)
        self.start(keep=True)

    def set_languages(self, languages: Sequence[str]) -> None:
        """List documents in these languages first where there is a choice."""
        if self._languages != tuple(languages):
            self._languages = tuple(languages)
            if self._shown is not None:
                self.start(keep=True)

    def start(self, *, keep: bool = False) -> None:
        """Ask the archive; with `keep` what is selected stays, as it does when the question is the same."""
        self._ways.stop()
        self.begun.emit()
        if not self._question.worth_asking:
            self._turns.stop()
            self._end_waiting()
            self._empty()
            return
        question = self._question
        effort = replace(self._effort, limit=_MOST) if question.order is Order.TITLE else self._effort
        archive, languages = self._archive, self._languages
        self._busy.start()
        self._ahead.wait()
        keep = keep or (self._shown is not None and self._shown.question == question)
        self._turns.ask(
            lambda stop: answered(archive, question, effort, languages, stop),
            lambda shown: self._on_answer(shown, keep=keep),
            self._on_error,
        )

    def give_up(self) -> None:
        """End the search under way; what is shown stays."""
        self._turns.stop()
        self._ahead.forget()
        self._end_waiting()

    def forget_keys(self) -> None:
        """Leave undone what a key asked for before the answer was there: the person has gone elsewhere."""
        self._ahead.forget()

    def when_answered(self, deed: Callable[[], None]) -> None:
        """Do what a key asks for, now or when the answer is there."""
        self._ahead.do(deed)

    def close(self) -> None:
        """End the work in threads."""
        self._turns.stop()
        self._ways.stop()

    def _on_answer(self, shown: Shown, *, keep: bool) -> None:
        newest = shown.question == self._question
        self._ways.stop()
        if shown.answer.parts:
            self._shown = shown
            self.answered.emit(shown, keep)
            if newest and not shown.answer.documents:
                self._ask_for_ways(shown.question)
        else:
            self._empty()  # a field whose value is still to come asks for nothing
        if newest:
            self._end_waiting()

    def _ask_for_ways(self, question: Question) -> None:
        archive = self._archive
        self._ways.run(lambda stop: ways(archive, question, stop), self._on_ways, lambda _: None)

    def _on_ways(self, found: tuple[WaysOut, int]) -> None:
        if self._shown is not None:
            self.ways_found.emit(*found)

    def _on_error(self, error: Exception) -> None:
        self._ahead.forget()
        self._end_waiting()
        self.failed.emit(error)

    def _empty(self) -> None:
        self._shown = None
        self.emptied.emit()

    def _end_waiting(self) -> None:
        self._busy.stop()
        self.rested.emit()
        self._ahead.end()
