"""How long a question may take: a deadline, a caller who wants to stop, and the moment from which only what is shown counts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from archiveviewer.index.connect import Connection, OperationalError, interrupted

_STEPS = 500
"""SQLite asks after so many of its own steps, and so after some forty pages of the database: that is long where a disk is slow."""
_GRACE, _LONGEST_GRACE, _DOCUMENTS = 0.1, 0.15, 20
"""How long what was found is still put in order or shown when time is over, and how long that takes all in all, for so many documents."""
_LATE = 2 / 3
"""So much of the time may be spent on finding the best; the rest is for showing something."""


def never() -> bool:
    """Return that nobody wants to stop."""
    return False


class Clock:
    """Runs from when it is made. `soft` seconds are for what is nice to have, such as complete counts; `documents` may be shown."""

    def __init__(self, seconds: float, *, soft: float, stop: Callable[[], bool], documents: int = _DOCUMENTS) -> None:
        """Start; `stop` is asked often and must be quick."""
        self._started = time.perf_counter()
        self._deadline = self._started + seconds
        many = max(1.0, documents / _DOCUMENTS)
        self._grace = _GRACE * many
        self._last = self._deadline + _LONGEST_GRACE * many
        self._soft = self._started + min(soft, seconds)
        self._late = self._started + _LATE * seconds
        self._stop = stop
        self._stages = 0
        self._enough: Callable[[], bool] = never
        self._ended = False
        self.cut_short = False

    @property
    def milliseconds(self) -> float:
        """How long it has been running."""
        return (time.perf_counter() - self._started) * 1000

    def over(self) -> bool:
        """Whether to give what there is."""
        if not self._ended:
            self._ended = time.perf_counter() > self._deadline or self._stop()
            self.cut_short = self.cut_short or self._ended
        return self._ended

    def all_over(self) -> bool:
        """Whether there is no time left even for what was found."""
        return time.perf_counter() > self._last

    def grace(self) -> None:
        """Give a little more time, from now on, to show what was found before time was over; none to who wanted to stop."""
        self._deadline = max(self._deadline, min(time.perf_counter() + self._grace, self._last))
        self._ended = self._ended and self._stop()

    def late(self) -> bool:
        """Whether so much of the time is over that anything is better than the best."""
        return time.perf_counter() > self._late

    def soft_over(self) -> bool:
        """Whether to leave out what is merely nice to have."""
        return time.perf_counter() > self._soft or self.over()

    @contextmanager
    def watching(self, connection: Connection) -> Iterator[None]:
        """End a query of `connection` when time is over, inside a stage: what is shown of what was found is always fetched."""
        connection.set_progress_handler(self._ends, _STEPS)
        try:
            yield
        finally:
            connection.set_progress_handler(None, 0)

    def _ends(self) -> bool:
        return self._stages > 0 and (self.over() or self._enough())

    @contextmanager
    def stage(self, enough: Callable[[], bool] = never) -> Iterator[None]:
        """Leave the work inside when its query is ended, by the clock or from outside, or when there is `enough`; what it found stands."""
        self._stages += 1
        outer, self._enough = self._enough, enough
        try:
            yield
        except OperationalError as error:
            if not interrupted(error):
                raise
            self.cut_short = self.cut_short or not enough()
        finally:
            self._stages -= 1
            self._enough = outer
