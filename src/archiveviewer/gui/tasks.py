"""Runs plain functions away from the window's thread and brings result or error back to it.

`Tasks` runs what it is given: questions, which nobody needs once the window closes, and deeds, which keep something and are done whatever
comes. `Latest` is for questions of which only the newest counts: a newer one tells the older to stop, and the older's answer, if it still
comes, is thrown away.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from threading import Barrier, Event
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

Result = TypeVar("Result")
_LOG = logging.getLogger(__name__)


class Tasks(QObject):
    """A few threads for work that must not hold up the window. Both callbacks are called in the window's thread."""

    _finished = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None, *, threads: int = 3) -> None:
        super().__init__(parent)
        self._pool = _full_pool(threads)
        self._waiting: dict[int, tuple[Callable[..., None], Callable[[Exception], None] | None]] = {}
        self._questions: dict[int, Future[object]] = {}
        self._last = 0
        self._closed = False
        # queued, because a result that is there at once would otherwise call back before `run` has returned
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(
        self, function: Callable[[], Result], on_done: Callable[[Result], None], on_error: Callable[[Exception], None] | None = None
    ) -> int:
        """Ask `function` in a thread, then call `on_done` with its result or `on_error` with what it raised; return a ticket."""
        return self._begin(function, on_done, on_error, is_question=True)

    def do(
        self, function: Callable[[], Result], on_done: Callable[[Result], None], on_error: Callable[[Exception], None] | None = None
    ) -> int:
        """Like `run`, for what keeps something: it is done also when its ticket is forgotten or the window closes before it begins."""
        return self._begin(function, on_done, on_error, is_question=False)

    def _begin(
        self,
        function: Callable[[], Result],
        on_done: Callable[[Result], None],
        on_error: Callable[[Exception], None] | None,
        *,
        is_question: bool,
    ) -> int:
        if self._closed:
            return 0
        self._last += 1
        ticket = self._last
        self._waiting[ticket] = (on_done, on_error)
        future: Future[object] = self._pool.submit(function)
        if is_question:
            self._questions[ticket] = future
        future.add_done_callback(lambda done: self._tell(ticket, done))
        return ticket

    def forget(self, ticket: int) -> None:
        """Do not call back for `ticket`; a question that has not begun is not asked."""
        self._waiting.pop(ticket, None)
        future = self._questions.pop(ticket, None)
        if future is not None:
            future.cancel()

    @property
    def busy(self) -> bool:
        """Whether anything is still awaited."""
        return bool(self._waiting)

    def close(self) -> None:
        """Call back no more, and wait for what is under way and for every deed; tell long work to stop before."""
        self._closed = True
        self._waiting.clear()
        for future in self._questions.values():
            future.cancel()
        self._pool.shutdown(wait=True)

    def _tell(self, ticket: int, done: Future[object]) -> None:
        """Hand the outcome over; runs in the thread that did the work."""
        if self._closed:
            return
        try:
            self._finished.emit(ticket, done.result(), None)
        except CancelledError:
            return
        except Exception as error:  # the border of the thread: whatever was raised goes to the window
            self._finished.emit(ticket, None, error)

    @Slot(int, object, object)
    def _on_finished(self, ticket: int, result: object, error: Exception | None) -> None:
        self._questions.pop(ticket, None)
        callbacks = self._waiting.pop(ticket, None)
        if callbacks is None:
            return
        on_done, on_error = callbacks
        if error is None:
            on_done(result)
        elif on_error is not None:
            on_error(error)
        else:
            _report(error)


def _full_pool(threads: int) -> ThreadPoolExecutor:
    """Return a pool whose threads all run already: to start one later, while others compute, may hold up the window for a while."""
    pool = ThreadPoolExecutor(threads, thread_name_prefix="window-task")
    all_there = Barrier(threads)
    for _ in range(threads):
        pool.submit(all_there.wait)
    return pool


def _report(error: Exception) -> None:
    """Log an error that nobody waits for: whole when it is our bug, as a sentence when a user can act on it."""
    from archiveviewer.records import ArchiveError

    if isinstance(error, ArchiveError):
        _LOG.warning("%s", error)
    else:
        _LOG.error("a task ended with an error", exc_info=error)


class Latest:
    """Asks one question at a time, of which only the newest is answered."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._ticket = 0
        self._stop = Event()

    def run(
        self,
        function: Callable[[Callable[[], bool]], Result],
        on_done: Callable[[Result], None],
        on_error: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `function(stop)`, where `stop()` turns true when a newer question is asked; call back unless that has happened."""
        self.stop()
        stop = self._stop = Event()
        self._ticket = self._tasks.run(lambda: function(stop.is_set), on_done, on_error)

    def do(
        self, function: Callable[[], Result], on_done: Callable[[Result], None], on_error: Callable[[Exception], None] | None = None
    ) -> None:
        """Do `function`, whatever comes; call back unless a newer question was asked or a newer deed begun."""
        self.stop()
        self._ticket = self._tasks.do(function, on_done, on_error)

    def stop(self) -> None:
        """Tell the question under way to stop, and forget its answer."""
        self._stop.set()
        self._tasks.forget(self._ticket)
