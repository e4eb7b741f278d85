"""Scrolling that runs out: a turn of the wheel is spread over some frames, and what is flung by hand or touchpad slows down by itself.

Each frame goes a part of what is left, so that it can be added to, or stopped, at any moment. Who wants less motion gets none.
"""

from __future__ import annotations

import math
import time
from collections import deque

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QScrollBar

from archiveviewer.gui.theme import Theme

NOTCH = 120
"""What a wheel tells for each of its steps, in eighths of a degree."""

_FRAME_MS = 8
_WHEEL, _FLUNG = 0.045, 0.325
"""Seconds after which a third is left of what the wheel asked for, and of what was flung."""

_LEAST = 0.5
_SLOWEST, _FASTEST = 120.0, 8_000.0
"""Pixels in a second under which a hand has stopped, and over which nobody can read what goes by."""

_LOOKED_BACK = 0.09
"""Seconds of a movement that say how fast it was at its end."""


class Glide(QObject):
    """Moves one scroll bar."""

    def __init__(self, bar: QScrollBar, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar, self._theme = bar, theme
        self._left = self._owed = 0.0
        self._slows = _WHEEL
        self._last = 0.0
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_frame)

    @property
    def is_moving(self) -> bool:
        """Whether it has not come to rest."""
        return self._timer.isActive()

    def by(self, distance: float) -> None:
        """Go so many pixels further, soon."""
        same_way = self._slows == _WHEEL and self._left * distance > 0
        self._go((self._left if same_way else 0.0) + distance, slows=_WHEEL)

    def fling(self, speed: float) -> None:
        """Go on from so many pixels in a second, slower and slower."""
        if abs(speed) >= _SLOWEST:
            self._go(max(-_FASTEST, min(_FASTEST, speed)) * _FLUNG, slows=_FLUNG)

    def stop(self) -> None:
        """Stay where one is."""
        self._timer.stop()
        self._left = self._owed = 0.0

    def _go(self, distance: float, *, slows: float) -> None:
        self._left, self._slows = distance, slows
        if self._theme.reduced_motion:
            self.stop()
            self._bar.setValue(self._bar.value() + round(distance))
        elif not self._timer.isActive():
            self._last = time.perf_counter()
            self._timer.start()

    def _on_frame(self) -> None:
        now = time.perf_counter()
        part = self._left * (1 - math.exp(-(now - self._last) / self._slows))
        self._last = now
        self._left -= part
        step = round(self._owed + part)
        self._owed += part - step
        before = self._bar.value()
        self._bar.setValue(before + step)
        if abs(self._left) < _LEAST or (step and self._bar.value() == before):
            rest = round(self._owed + self._left)
            self.stop()
            self._bar.setValue(self._bar.value() + rest)


class Pace:
    """How fast something moves, from the last moments of it."""

    def __init__(self) -> None:
        self._moved: deque[tuple[float, float]] = deque()

    def note(self, distance: float, *, now: float | None = None) -> None:
        """Take note of a movement of so many pixels that has just been made."""
        self._moved.append((time.perf_counter() if now is None else now, distance))

    def speed(self, *, now: float | None = None) -> float:
        """Return how many pixels in a second it moves now; 0 when it has rested."""
        now = time.perf_counter() if now is None else now
        while self._moved and now - self._moved[0][0] > _LOOKED_BACK:
            self._moved.popleft()
        if len(self._moved) < 2:  # noqa: PLR2004 - one step has no duration
            return 0.0
        first, *rest = self._moved
        return sum(distance for _, distance in rest) / max(now - first[0], 0.001)

    def forget(self) -> None:
        """Begin anew."""
        self._moved.clear()
