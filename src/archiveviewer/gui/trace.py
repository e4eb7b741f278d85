"""Writes how the window does to a file, as JSON lines: stalls of its event loop, and times from a choice to a sharp page."""

from __future__ import annotations

import json
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

_BEAT = 2
"""Milliseconds between two beats when nothing holds the window up."""
_STALL = 8.0


class Trace(QObject):
    """Beats while the window lives; a beat that comes late is a stall."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file.open("a", encoding="utf-8", buffering=1)
        self._started = self._last = time.perf_counter()
        self._timer = QTimer(self, interval=_BEAT)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start()

    def note(self, kind: str, milliseconds: float) -> None:
        """Write a line."""
        at = round(time.perf_counter() - self._started, 3)
        self._file.write(json.dumps({"at": at, "kind": kind, "ms": round(milliseconds, 1)}) + "\n")

    def note_usable(self) -> None:
        """Write how long it took from the start of this trace until the window takes keys; only from now on can it stall."""
        self._last = time.perf_counter()
        self.note("usable", (self._last - self._started) * 1000)

    def close(self) -> None:
        """End the file."""
        self._timer.stop()
        self._file.close()

    def _on_beat(self) -> None:
        now = time.perf_counter()
        late = (now - self._last) * 1000 - _BEAT
        self._last = now
        if late > _STALL:
            self.note("stall", late)
