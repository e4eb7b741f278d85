"""Scrolling that runs out: a turn of the wheel is spread over some frames, and what is flung by hand or touchpad slows down by itself.

Each frame goes a part of what is left, so that it can be added to, or stopped, at any moment. Who wants less motion gets none.
"""

from __future__ import annotations

import math
import time
from collections import deque

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollBar, QScroller

from archiveviewer.gui.theme import Theme

_NOTCH = 120
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


class Hand(QObject):
    """What moves a scrolled area: the wheel, fingers on a touchpad or a screen, and the mouse that holds the page."""

    def __init__(self, area: QAbstractScrollArea, theme: Theme) -> None:
        super().__init__(area)
        self._bars = (area.horizontalScrollBar(), area.verticalScrollBar())
        self._glides = tuple(Glide(bar, theme, self) for bar in self._bars)
        self._paces = (Pace(), Pace())
        for bar in self._bars:
            bar.sliderPressed.connect(self.rest)
        QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def rest(self) -> None:
        """Let nothing glide any more."""
        for glide in self._glides:
            glide.stop()

    def wheel(self, event: QWheelEvent) -> None:
        """Follow a touchpad pixel by pixel, and go on where it was left, unless the system does that; let a wheel glide."""
        pixels, turned = event.pixelDelta(), event.angleDelta()
        if not pixels.isNull() or event.phase() is Qt.ScrollPhase.ScrollEnd:
            self._follow(pixels, phase=event.phase())
            return
        sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and not turned.x()
        steps = (turned.y(), 0) if sideways else (turned.x(), turned.y())
        for glide, bar, turn in zip(self._glides, self._bars, steps, strict=True):
            if turn:
                glide.by(-turn * QApplication.wheelScrollLines() * bar.singleStep() / _NOTCH)

    def take(self) -> None:
        """Take hold of the page."""
        for pace in self._paces:
            pace.forget()

    def pan(self, moved: QPoint, *, paced: bool = True) -> None:
        """Move the page with the hand, and take note of how fast that is if it is to go on afterwards."""
        for bar, pace, distance in zip(self._bars, self._paces, (moved.x(), moved.y()), strict=True):
            bar.setValue(bar.value() - distance)
            if paced:
                pace.note(-distance)

    def let_go(self) -> None:
        """Let the page go on as fast as the hand moved it."""
        for glide, pace in zip(self._glides, self._paces, strict=True):
            glide.fling(pace.speed())
            pace.forget()

    def _follow(self, moved: QPoint, *, phase: Qt.ScrollPhase) -> None:
        """Move with fingers on a touchpad."""
        if phase is Qt.ScrollPhase.ScrollEnd:
            self.let_go()
            return
        self.rest()
        if phase is Qt.ScrollPhase.ScrollBegin:
            self.take()
        self.pan(moved, paced=phase is not Qt.ScrollPhase.ScrollMomentum)
