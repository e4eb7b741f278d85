"""Short lines of text that are painted again and again: shaped once, then only copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

_MOST = 4000
"""So many lines are kept: three for each of a thousand lanes."""
_PLAIN = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


class _Line(NamedTuple):
    """A line as it was shaped."""

    shaped: QStaticText
    font: QFont
    height: float


class Texts:
    """Paints lines in the fonts of a theme; call `forget` when it has changed.

    Into a file that keeps shapes (`as_shapes`) they go as text.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._lines: dict[tuple[str, str], _Line] = {}
        self._widths: dict[tuple[str, str], int] = {}
        self._metrics: dict[str, QFontMetrics] = {}

    def forget(self) -> None:
        """Drop what was shaped in other fonts."""
        self._lines.clear()
        self._widths.clear()
        self._metrics.clear()

    def metrics(self, role: str) -> QFontMetrics:
        """Return the metrics of a role."""
        if role not in self._metrics:
            self._metrics[role] = QFontMetrics(self._theme.font(role))
        return self._metrics[role]

    def width(self, text: str, role: str) -> int:
        """Return how wide a line is."""
        key = (text, role)
        if key not in self._widths:
            metrics = self.metrics(role) if text.isascii() else QFontMetrics(self._theme.font(role, text))
            self._widths[key] = metrics.horizontalAdvance(text)
        return self._widths[key]

    def paint(self, painter: QPainter, left: float, top: float, height: float, text: str, *, role: str, as_shapes: bool = False) -> None:
        """Paint a line in the middle of a height, in the pen of the painter."""
        line = self._line(text, role)
        painter.setFont(line.font)
        if as_shapes:
            painter.drawText(QRectF(left, top, self.width(text, role) + 2, height), _PLAIN, text)
        else:
            painter.drawStaticText(QPointF(left, top + (height - line.height) / 2), line.shaped)

    def _line(self, text: str, role: str) -> _Line:
        key = (text, role)
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) >= _MOST:
                self._lines.clear()
            found = self._lines[key] = _shape(text, self._theme.font(role, text))
        return found


def _shape(text: str, font: QFont) -> _Line:
    shaped = QStaticText(text)
    shaped.setTextFormat(Qt.TextFormat.PlainText)
    shaped.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    shaped.prepare(font=font)
    return _Line(shaped, font, shaped.size().height())
