"""A scroll bar with a mark for each hit, so that one sees where in the document they lie."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from archiveviewer.gui.theme import Theme

_HIGH = 4
_SIDE = 3


class MarksBar(QScrollBar):
    """A vertical scroll bar; `set_marks` takes places as parts of the whole, from 0 to 1."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._marks: tuple[float, ...] = ()
        self._now: float | None = None

    @property
    def marks(self) -> tuple[float, ...]:
        """Where the hits lie."""
        return self._marks

    def set_marks(self, marks: Sequence[float], now: float | None = None) -> None:
        """Show a mark at each place, and a stronger one for the current hit."""
        if (tuple(marks), now) != (self._marks, self._now):
            self._marks, self._now = tuple(marks), now
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt calls it
        """Paint the marks over the bar, hits nearer than a line as one."""
        super().paintEvent(event)
        groove = self._groove()
        painter = QPainter(self)
        painter.setPen(self._theme.color("paper_line"))
        painter.setBrush(self._theme.color("paper_now"))
        for top in sorted({self._top(groove, mark) for mark in self._marks}):
            painter.drawRect(QRect(_SIDE, top, self.width() - 2 * _SIDE - 1, _HIGH))
        if self._now is not None:
            line = self._theme.color("hit_line" if self._theme.name != "light" else "paper_line")
            painter.fillRect(QRect(0, self._top(groove, self._now), self.width(), _HIGH + 1), line)
        painter.end()

    def _top(self, groove: QRect, mark: float) -> int:
        return groove.top() + round(min(max(mark, 0.0), 1.0) * max(groove.height() - _HIGH - 1, 1))

    def _groove(self) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarGroove
        return self.style().subControlRect(control, option, part, self)
