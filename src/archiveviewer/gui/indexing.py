"""Runs the indexing as a child process, the same command that a person can type, and tells how far it is.

Nothing is lost when it ends, however it ends: files are stored in batches, and those still to be read are kept as jobs. So a pause is
an end that is gone on from, on every platform alike.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from archiveviewer.gui.pace import Pace
from archiveviewer.records import IndexSummary, Progress

_POLITE = 5000
"""Milliseconds that a run has to end by itself when told to."""
_TELL = 100
"""Progress is told at most so often, in milliseconds."""
_DONE = (0, 1)
_SPEAKER = "archiveviewer: "
"""What begins a line of the command for those who read it on a terminal."""


class End(StrEnum):
    """How a run ended."""

    DONE = "done"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a run: what it read, or in `reason` why it could not go on."""

    end: End
    folders: tuple[str, ...]
    summary: IndexSummary | None = None
    reason: str = ""


def command(library: Path, folders: Sequence[str]) -> list[str]:
    """Return the command line that reads `folders` into `library`; a frozen program is its own interpreter."""
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "archiveviewer"]
    return [*start, "index", "--json", "--library", str(library), *folders]


class Indexing(QObject):
    """One run at a time.

    Signals: `progressed(Progress)`, `ended(Outcome)`, `changed()` when it starts, pauses or ends, `read_again(path)` when the process
    that reads ended while it had a file, which is then tried once more.
    """

    progressed = Signal(object)
    read_again = Signal(str)
    ended = Signal(object)
    changed = Signal()

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._process: QProcess | None = None
        self._folders: tuple[str, ...] = ()
        self._wanted = End.DONE
        self._paused = False
        self._failure = ""
        self._left = 0
        self._buffer = b""
        self._progress: Progress | None = None
        self._summary: IndexSummary | None = None
        self._pace = Pace(0.0)
        self._told = QTimer(self, singleShot=True, interval=_TELL)
        self._told.timeout.connect(self._on_tell)
        self._patience = QTimer(self, singleShot=True, interval=_POLITE)
        self._patience.timeout.connect(self._on_impatient)

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._process is not None

    @property
    def paused(self) -> bool:
        """Whether a run waits to be gone on with."""
        return self._paused

    @property
    def failure(self) -> str:
        """Why the last run could not go on, and what to do, until another one begins or `cancel` is called; else empty."""
        return self._failure

    @property
    def left(self) -> int:
        """How many files wait that nobody reads, as after `cancel`."""
        return self._left

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders of the run; none means all of the library."""
        return self._folders

    @property
    def progress(self) -> Progress | None:
        """How far the run is."""
        return self._progress

    def seconds_left(self) -> float | None:
        """Return how long the rest will take at the speed so far, or None while that is not known."""
        step = self._progress
        return self._pace.seconds_left(step.total, time.monotonic()) if step is not None and step.stage == "read" else None

    def start(self, folders: Sequence[str] = ()) -> None:
        """Read `folders`, or all of the library. What is asked for during a run is read after it."""
        if self.running:
            self._folders = tuple(dict.fromkeys([*self._folders, *folders])) if self._folders and folders else ()
            self._wanted = End.PAUSED
            self._end_politely()
            self._again = True
            return
        self._begin(tuple(folders))

    def _begin(self, folders: tuple[str, ...]) -> None:
        self._folders, self._paused, self._again, self._failure = folders, False, False, ""
        self._left = 0
        self._wanted, self._buffer = End.DONE, b""
        self._progress = self._summary = None
        self._pace = Pace(time.monotonic())
        process = self._process = QProcess(self)
        program, *arguments = command(self._library, folders)
        process.readyReadStandardOutput.connect(self._on_output)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        process.start(program, arguments)
        self.changed.emit()

    def pause(self) -> None:
        """End the run; `go_on` goes on where it stopped."""
        if self.running:
            self._wanted = End.PAUSED
            self._end_politely()

    def resume(self, done: int, total: int) -> None:
        """Wait to be gone on with, as a run did that ended with the window, or with its power: `done` files of `total` were read."""
        if not (self.running or self._paused or self._failure):
            self._paused, self._progress = True, Progress("read", done, total, "")
            self.changed.emit()

    def note_left(self, files: int) -> None:
        """Take note how many files wait that nobody reads."""
        if files != self._left:
            self._left = files
            self.changed.emit()

    def go_on(self) -> None:
        """Go on after a pause, or after what could not go on; else with what is left, in whichever folder that is."""
        if self.running:
            return
        if self._paused or self._failure:
            self._begin(self._folders)
        elif self._left:
            self._begin(())

    def cancel(self) -> None:
        """End the run, or what is told of one that could not go on; what was read is kept."""
        if self.running:
            self._wanted = End.CANCELLED
            self._end_politely()
        elif self._paused:
            self._paused = False
            self.ended.emit(Outcome(End.CANCELLED, self._folders))
            self.changed.emit()
        elif self._failure:
            self._failure = ""
            self.changed.emit()

    def close(self) -> None:
        """End the run and wait for that; the window is closing."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        if not process.waitForFinished(_POLITE):
            process.kill()
            process.waitForFinished(_POLITE)

    # -- inside -------------------------------------------------------------------------------------------------

    _again = False
    """Whether the run is ended only to begin anew with more folders."""

    def _end_politely(self) -> None:
        assert self._process is not None
        self._process.terminate()
        self._patience.start()

    def _on_impatient(self) -> None:
        """Kill what does not end by itself, as on Windows, where a console program is not told; its jobs survive that."""
        if self._process is not None:
            self._process.kill()

    def _on_output(self) -> None:
        if self._process is None:
            return
        self._buffer += self._process.readAllStandardOutput().data()
        *lines, self._buffer = self._buffer.split(b"\n")
        for line in lines:
            self._on_line(line)

    def _on_line(self, line: bytes) -> None:
        try:
            row = json.loads(line)
        except ValueError:
            return
        if not isinstance(row, dict):
            return
        if row.get("stage") == "again":
            self.read_again.emit(row["current"])
        elif "stage" in row:
            self._progress = Progress(row["stage"], row["done"], row["total"], row["current"])
            if row["stage"] == "read":
                self._pace.note(row["done"], time.monotonic())
            if not self._told.isActive():
                self._told.start()
        elif "indexed" in row:
            self._summary = IndexSummary(**row)

    def _on_tell(self) -> None:
        if self._progress is not None and self.running:
            self.progressed.emit(self._progress)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._finish(Outcome(End.FAILED, self._folders, reason=self.tr("The reading program does not start. Install it again.")))

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._process is None:
            return
        self._on_output()
        said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip().splitlines()
        if self._wanted is not End.DONE:
            outcome = Outcome(self._wanted, self._folders, self._summary)
        elif status == QProcess.ExitStatus.NormalExit and code in _DONE and self._summary is not None:
            outcome = Outcome(End.DONE, self._folders, self._summary)
        else:
            otherwise = self.tr("Reading ended before its end. What was read is kept. Read again.")
            reason = said[-1].removeprefix(_SPEAKER) if said else otherwise
            outcome = Outcome(End.FAILED, self._folders, reason=reason)
        self._finish(outcome)

    def _finish(self, outcome: Outcome) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        self._patience.stop()
        self._told.stop()
        if self._again:
            self._begin(self._folders)
            return
        self._paused, self._failure = outcome.end is End.PAUSED, outcome.reason
        self.ended.emit(outcome)
        self.changed.emit()
