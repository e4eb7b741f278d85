"""Lets one question after the other be answered while somebody types, so that there is something to read before the last letter.

A question that is under way may go on for a while when a newer one is asked, and only the newest waits. When its time is over it is
told to stop and the newest begins; what it has found until then is shown too, unless a newer answer was quicker. One that was stopped
with nothing to show is followed by one that may end in its own time: in the slowest library, too, some letters are answered.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

from archiveviewer.gui.tasks import Tasks

Result = TypeVar("Result")
PATIENCE = 150
"""Milliseconds that a question has before a newer one ends it."""


@dataclass(slots=True, eq=False)
class _Turn(Generic[Result]):
    """A question: how it is answered, and who is told."""

    number: int
    work: Callable[[Callable[[], bool]], Result]
    on_done: Callable[[Result], None]
    on_error: Callable[[Exception], None]
    stop: Event = field(default_factory=Event)
    ticket: int = 0


class Turns(Generic[Result]):
    """Asks questions in turn; answers come in the order of the questions, and some are left out.

    `worth` says whether what was found by a question that was stopped is worth showing.
    """

    def __init__(self, tasks: Tasks, parent: QObject, *, worth: Callable[[Result], bool], patience: int = PATIENCE) -> None:
        self._tasks = tasks
        self._worth = worth
        self._running: _Turn[Result] | None = None
        self._waiting: _Turn[Result] | None = None
        self._stopped: list[_Turn[Result]] = []
        self._asked = self._answered = 0
        self._unhurried = False
        self._timer = QTimer(parent, singleShot=True, interval=patience)
        self._timer.timeout.connect(self.hurry)

    def ask(
        self, work: Callable[[Callable[[], bool]], Result], on_done: Callable[[Result], None], on_error: Callable[[Exception], None]
    ) -> None:
        """Ask `work(stop)`, now or when the question under way has had its time; in place of any other that waits."""
        self._asked += 1
        self._waiting = _Turn(self._asked, work, on_done, on_error)
        if self._running is None:
            self._begin()
        elif not self._timer.isActive():
            self.hurry()

    def stop(self) -> None:
        """End all questions, and forget their answers."""
        self._waiting = None
        for turn in (*self._stopped, *([self._running] if self._running else ())):
            turn.stop.set()
            self._tasks.forget(turn.ticket)
        self._stopped.clear()
        self._running = None
        self._unhurried = False
        self._timer.stop()

    def hurry(self) -> None:
        """End the question under way, which has had its time, when another waits; not when the one before it had nothing to show."""
        if self._running is None or self._waiting is None or self._unhurried:
            return
        self._running.stop.set()
        self._stopped.append(self._running)
        self._unhurried = True  # until something is shown
        self._begin()

    def _begin(self) -> None:
        turn, self._waiting = self._waiting, None
        self._running = turn
        if turn is None:
            return
        self._timer.start()
        turn.ticket = self._tasks.run(
            lambda: turn.work(turn.stop.is_set), lambda result: self._on_done(turn, result), lambda error: self._on_error(turn, error)
        )

    def _on_done(self, turn: _Turn[Result], result: Result) -> None:
        stopped = self._ended(turn)
        if turn.number > self._answered and (not stopped or self._worth(result)):
            self._answered = turn.number
            self._unhurried = False
            turn.on_done(result)

    def _on_error(self, turn: _Turn[Result], error: Exception) -> None:
        """Tell what went wrong with the newest question alone."""
        self._ended(turn)
        if turn.number == self._asked:
            turn.on_error(error)

    def _ended(self, turn: _Turn[Result]) -> bool:
        """Let the next one begin; return whether this one had been stopped."""
        if turn is self._running:
            self._begin()
            return False
        self._stopped.remove(turn)
        return True
