"""How much of the library can be searched, drawn as one bar: text, scans without text, unreadable, still to read."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from archiveviewer.gui.kinds import number
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.rows import Pen, line_height, visual, width_of
from archiveviewer.records import Coverage

_BAR = 12
_LEAST = 6
"""A part that is there at all is seen."""
_HATCH = 5


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the bar: how many files, its words, and how it is painted: filled, hatched or empty."""

    count: int
    words: str
    look: str


class CoverageBar(QWidget):
    """A bar and the words for its parts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[Part, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_coverage(self, coverage: Coverage) -> None:
        """Show these counts."""
        parts = (
            Part(coverage.searched, self.tr("{n} with text"), "running"),
            Part(coverage.scans, self.tr("1 scan without text") if coverage.scans == 1 else self.tr("{n} scans without text"), "hatched"),
            Part(coverage.unreadable, self.tr("{n} unreadable"), "passed"),
            Part(coverage.unsupported, self.tr("{n} in formats not read yet"), "unknown"),
            Part(coverage.unread, self.tr("{n} still to read"), "empty"),
        )
        self._parts = tuple(Part(part.count, part.words.format(n=number(part.count)), part.look) for part in parts if part.count)
        self.setAccessibleName(", ".join(part.words for part in self._parts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return room for the bar and as many lines of words as they need."""
        lines = len(self._lines(self.width() or 400))
        return QSize(240, _BAR + 8 + lines * (line_height(self._theme, role="caption") + 6))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt calls it
        """Return True: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt calls it
        """Return the height at a width."""
        return _BAR + 8 + len(self._lines(width)) * (line_height(self._theme, role="caption") + 6)

    @property
    def _gap(self) -> int:
        """Room for the box before the words, and after them."""
        return self._theme.space(18) + 20

    def _lines(self, width: int) -> list[list[Part]]:
        lines: list[list[Part]] = [[]]
        room = width
        for part in self._parts:
            needed = width_of(part.words, self._theme, role="caption") + self._gap
            if needed > room and lines[-1]:
                lines.append([])
                room = width
            lines[-1].append(part)
            room -= needed
        return lines

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint bar and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRect(0, 0, self.width(), _BAR)
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(bar).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setClipPath(whole)
        x = 0
        for part, width in zip(self._parts, self._widths(bar.width()), strict=True):
            self._fill(painter, visual(QRect(x, 0, width, _BAR), bar, rtl=self.isRightToLeft()), part.look)
            x += width
        painter.setClipping(False)
        painter.setPen(QPen(self._theme.color("edge"), 1))
        painter.drawPath(whole)
        self._legend(painter)
        painter.end()

    def _widths(self, whole: int) -> list[int]:
        """Return the width of each part, none too small to be seen."""
        total = sum(part.count for part in self._parts) or 1
        widths = [max(_LEAST, round(whole * part.count / total)) for part in self._parts]
        if widths:
            widest = widths.index(max(widths))
            widths[widest] += whole - sum(widths)
        return widths

    def _fill(self, painter: QPainter, rect: QRect, look: str) -> None:
        if look == "empty":
            painter.fillRect(rect, self._theme.color("pane"))
        elif look == "hatched":
            painter.fillRect(rect, self._theme.color("pane"))
            painter.setPen(QPen(self._theme.color("text"), 1.4))
            for x in range(rect.left() - rect.height(), rect.right() + rect.height(), _HATCH):
                painter.save()
                painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
                painter.drawLine(x, rect.bottom() + 1, x + rect.height() + 1, rect.top())
                painter.restore()
        else:
            painter.fillRect(rect, self._theme.color(look))

    def _legend(self, painter: QPainter) -> None:
        pen = Pen(painter, self._theme, self.isRightToLeft())
        height = line_height(self._theme, role="caption")
        y = _BAR + 10
        for line in self._lines(self.width()):
            x = 0
            for part in line:
                side = self._theme.space(11)
                box = visual(QRect(x, y + (height - side) // 2, side, side), self.rect(), rtl=pen.rtl)
                self._fill(painter, box, part.look)
                painter.setPen(QPen(self._theme.color("edge"), 1))
                painter.drawRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5))
                width = width_of(part.words, self._theme, role="caption")
                pen.write(
                    visual(QRect(x + self._theme.space(18), y, width + 2, height), self.rect(), rtl=pen.rtl), part.words, role="caption"
                )
                x += width + self._gap
            y += height + 6
