"""The window of a library, driven from inside its own process: places are chosen, and it is waited for what is seen of them.

It needs no display. Times are those of the window's own signals; its stalls are measured by a beat that is late.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from archiveviewer.archive.door import Archive
from archiveviewer.gui.app import settle, take_turns
from archiveviewer.gui.importing import import_plainly
from archiveviewer.gui.reader.pane import ReaderPane
from archiveviewer.gui.session import Session
from archiveviewer.gui.window import MainWindow
from archiveviewer.records import Place
from benchmarks.programs import resident

_BEAT = 2
_LONGEST = 60.0
_OFTEN, _SELDOM = 1, 20
"""Milliseconds between two looks at whether what is waited for has come; seldom where a time is taken, which each look would add to."""


class Driven:
    """A window of 1366 by 768 with a library open in it."""

    def __init__(self, library: Path) -> None:
        take_turns()
        import_plainly()
        self._session = Session(theme="light", settings_file=library.parent / "window.ini")
        self.window: MainWindow = self._session.open(library, place="search")
        self.window.resize(1366, 768)
        self.until(lambda: self.window.desk is not None and self.window.desk.workspace.has("reader"))
        self.reader.resize(753, 660)
        self.wait(2.0)
        settle()
        self.wait(0.5)

    @property
    def archive(self) -> Archive:
        """The archive that the window has open."""
        archive = self.window.archive
        assert archive is not None
        return archive

    @property
    def reader(self) -> ReaderPane:
        """The reader of the window."""
        desk = self.window.desk
        assert desk is not None
        return desk.workspace.reader

    def show(self, place: Place) -> float | None:
        """Choose a place and return the seconds until it is sharp on the screen; None when it is not to be had."""
        desk, pages = self.window.desk, self.reader._views.pages
        assert desk is not None
        start = time.perf_counter()
        seen: list[float] = []
        sharp = self.reader.sharp.connect(lambda _: seen.append(time.perf_counter() - start))
        desk.navigator.show_place(place)
        self.until(
            lambda: bool(seen) or (self.reader._views.currentWidget() is not pages and time.perf_counter() - start > 1.0), every=_SELDOM
        )
        self.reader.sharp.disconnect(sharp)
        return seen[0] if seen and not pages.faults else None

    def sharp(self, deed: Callable[[], object]) -> list[float]:
        """Do something that shows another page, and return the seconds until that is sharp; nothing when it never is."""
        pages = self.reader._views.pages
        start = time.perf_counter()
        seen: list[float] = []
        sharp = pages.sharp.connect(lambda: seen.append(time.perf_counter() - start))
        deed()
        self.until(lambda: bool(seen), seconds=10, every=_SELDOM)
        pages.sharp.disconnect(sharp)
        return seen[:1]

    def until(self, question: Callable[[], object], *, seconds: float = _LONGEST, every: int = _OFTEN) -> bool:
        """Let the window live until the answer is yes, as a person's would; tell whether it came to that."""
        end = time.perf_counter() + seconds
        loop = QEventLoop()
        tick = QTimer(interval=every)
        tick.setTimerType(Qt.TimerType.PreciseTimer)
        tick.timeout.connect(lambda: loop.quit() if question() or time.perf_counter() > end else None)
        tick.start()
        loop.exec()
        tick.stop()
        for done in (tick, loop):  # whatever keeps this call alive, they must not end in another thread
            done.deleteLater()
        return bool(question())

    def wait(self, seconds: float) -> None:
        """Let the window live for so long."""
        end = time.perf_counter() + seconds
        self.until(lambda: time.perf_counter() > end)

    def rest(self) -> None:
        """Wait until the reader has done what it does when nobody waits for it."""
        pages = self.reader._views.pages
        self.wait(0.15)
        self.until(lambda: not self.reader._tasks.busy and not pages._asked, seconds=10)

    def scale(self) -> float:
        """Return at how many pixels to the point the page is drawn."""
        return self.reader._views.pages._sharp_scale()

    def memory(self) -> tuple[float, float]:
        """Return what the window and the largest of its workers hold, in MB."""
        workers = [resident(pid) for pid in self.archive._viewers.pids()]
        return resident(os.getpid()), max(workers, default=0.0)

    def close(self) -> None:
        """Close the window."""
        self.window.close()
        self._session.close()
        app = QApplication.instance()
        assert app is not None
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Beat(QObject):
    """Takes note of how late each beat of the window comes, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=_BEAT)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start()

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self.late.append(max((now - self._last) * 1000 - _BEAT, 0.0))
        self._last = now

    def worst(self) -> float:
        """Return the longest stall."""
        return max(self.late, default=0.0)

    def p99(self) -> float:
        """Return how long a key waits that is pressed at any moment, in 99 of 100 cases."""
        whole = sum(self.late) + _BEAT * len(self.late)
        return float(next(ms for ms in range(100_000) if sum(max(late - ms, 0) for late in self.late) <= whole * 0.01))

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()


@contextmanager
def beating() -> Iterator[Beat]:
    """Beat for as long as something is done."""
    beat = Beat()
    yield beat
    beat.stop()
