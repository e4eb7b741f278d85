"""One thread that does one deed at one time, unless told in time not to: how a time limit is kept.

It is set and cleared for each request, of which there may be hundreds in a second, so the thread is not woken for a later time: it finds
out when it wakes by itself.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable


class Alarm:
    """Rings once at a set time. `set`, `sooner` and `clear` may be called from any thread."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._changed = threading.Condition()
        self._due: float | None = None
        self._deed: Callable[[], None] = _nothing
        self._closed = False
        self._sleeps_until = math.inf
        self._thread: threading.Thread | None = None

    def set(self, seconds: float, deed: Callable[[], None]) -> None:
        """Do `deed` in `seconds` from now, on the alarm's own thread, unless `clear` comes first."""
        with self._changed:
            self._due, self._deed = time.monotonic() + seconds, deed
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
            self._wake()

    def sooner(self, seconds: float) -> None:
        """Ring in `seconds` at the latest, if it is set at all."""
        with self._changed:
            if self._due is not None:
                self._due = min(self._due, time.monotonic() + seconds)
                self._wake()

    def clear(self) -> bool:
        """Unset it, and answer whether it had rung since it was set. No deed begins after this returns."""
        with self._changed:
            rang = self._due is None
            self._due = None
            return rang

    def close(self) -> None:
        """End the thread; safe to call twice."""
        with self._changed:
            self._closed, self._due = True, None
            self._changed.notify()
            thread = self._thread
        if thread and thread is not threading.current_thread():
            thread.join()

    def _wake(self) -> None:
        """Wake the thread if it would oversleep; under the lock."""
        if self._due is not None and self._due < self._sleeps_until:
            self._changed.notify()

    def _run(self) -> None:
        with self._changed:
            while not self._closed:
                if self._due is None:
                    self._sleep(None)
                elif (left := self._due - time.monotonic()) > 0:
                    self._sleep(left)
                else:
                    self._due = None
                    self._deed()  # short (a kill), and under the lock, so that clear() waits for it

    def _sleep(self, seconds: float | None) -> None:
        self._sleeps_until = math.inf if seconds is None else time.monotonic() + seconds
        self._changed.wait(seconds)


def _nothing() -> None:
    """Stand for the deed before the first is set."""
