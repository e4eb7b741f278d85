"""A scroll bar with a mark for each hit, so that one sees where in the document they lie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from archiveviewer.gui.theme import Theme

_HIGH = 4
_SIDE = 3
_FINE = 1000


class MarksBar(QScrollBar):
    """A vertical scroll bar with marks; their places are parts of the whole, from 0 to 1.

    Marks are kept page by page, and only so finely as can be seen: there may be a hundred thousand hits.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._pages: dict[int, tuple[int, ...]] = {}
        self._marks: Counter[int] = Counter()
        self._now: float | None = None
        self._painted: tuple[QRect, list[QRect]] = (QRect(), [])

    @property
    def marks(self) -> tuple[float, ...]:
        """Where the hits lie, those that fall together as one."""
        return tuple(mark / _FINE for mark in sorted(self._marks))

    def put(self, page: int, marks: Iterable[float]) -> None:
        """Say where the hits of a page lie, instead of what was said before."""
        placed = tuple({round(min(max(mark, 0.0), 1.0) * _FINE) for mark in marks})
        before = self._pages.get(page, ())
        if placed == before:
            return
        for mark in before:
            self._marks[mark] -= 1
            if not self._marks[mark]:
                del self._marks[mark]
        self._marks.update(placed)
        self._pages[page] = placed
        self._changed()

    def set_now(self, mark: float | None) -> None:
        """Show where the current hit lies."""
        self._now = mark
        self.update()

    def clear_marks(self) -> None:
        """Show no marks."""
        self._pages.clear()
        self._marks.clear()
        self._now = None
        self._changed()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt calls it
        """Paint the marks over the bar, hits nearer than a line as one."""
        super().paintEvent(event)
        groove = self._groove()
        painter = QPainter(self)
        painter.setPen(self._theme.color("paper_line"))
        painter.setBrush(self._theme.color("paper_now"))
        painter.drawRects(self._places(groove))
        if self._now is not None:
            line = self._theme.color("hit_line" if self._theme.name != "light" else "paper_line")
            painter.fillRect(QRect(0, self._top(groove, self._now), self.width(), _HIGH + 1), line)
        painter.end()

    def _places(self, groove: QRect) -> list[QRect]:
        """Return where the marks are painted; worked out once for each size of the bar."""
        if self._painted[0] != groove:
            tops = {self._top(groove, mark / _FINE) for mark in self._marks}
            self._painted = (groove, [QRect(_SIDE, top, self.width() - 2 * _SIDE - 1, _HIGH) for top in tops])
        return self._painted[1]

    def _changed(self) -> None:
        self._painted = (QRect(), [])
        self.update()

    def _top(self, groove: QRect, mark: float) -> int:
        return groove.top() + round(min(max(mark, 0.0), 1.0) * max(groove.height() - _HIGH - 1, 1))

    def _groove(self) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarGroove
        return self.style().subControlRect(control, option, part, self)
