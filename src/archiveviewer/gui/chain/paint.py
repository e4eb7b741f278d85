"""Paints bars and marks of a chain: pattern and shape say what colour says too, so that grey and colour-blind eyes read the same.

Marks and pattern tiles are painted once for each theme and screen and copied from then on; 170 lanes stay smooth.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPixmap, QPolygonF

from archiveviewer.gui.chain.shapes import Bar, BarKind, Cluster, MarkKind
from archiveviewer.gui.tokens import STATES
from archiveviewer.records import State

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

_MARK = 26
"""Side of the picture of a mark; its middle is the date."""
_TILE = 9
_TOKENS = {BarKind.FIRST: "running", BarKind.EXTENDED: "extended", BarKind.PASSED: "passed"}
_PATTERNS = {BarKind.EXTENDED: Qt.BrushStyle.BDiagPattern, BarKind.PASSED: Qt.BrushStyle.Dense5Pattern}
"""Nearest to the tiles among the patterns that files of shapes know."""


def state_token(state: State) -> str:
    """Return the colour token of a state."""
    return STATES[state][1]


class ChainPainter:
    """Paints with the colours of one theme; call `forget` when the theme has changed, `start` when a painter begins."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._as_shapes = False
        self._ratio = 1.0
        self._factor = 0.0
        self._tiles: dict[BarKind, QPixmap] = {}
        self._pens: dict[BarKind, QPen] = {}
        self._marks: dict[tuple[MarkKind, State, int], QPixmap] = {}

    @property
    def factor(self) -> float:
        """How much larger than drawn the marks are, with the size of the text."""
        if not self._factor:
            self._factor = max(1.0, self._theme.percent / 100)
        return self._factor

    def forget(self) -> None:
        """Drop the pictures made with other colours, or of another size."""
        self._tiles.clear()
        self._pens.clear()
        self._marks.clear()
        self._factor = 0.0

    def start(self, painter: QPainter, *, as_shapes: bool = False) -> None:
        """Begin to paint; `as_shapes` for files in which pictures of marks and patterns would be coarse."""
        self._as_shapes = as_shapes
        ratio = painter.device().devicePixelRatioF()
        if ratio != self._ratio:
            self.forget()
            self._ratio = ratio

    def bar(self, painter: QPainter, bar: Bar, rect: QRectF) -> None:
        """Paint a bar into `rect`."""
        kind = bar.kind
        if kind not in _TOKENS:
            self._dots(painter, rect, width=2.0 if kind == BarKind.UNKNOWN else 1.5)
            return
        if kind == BarKind.FIRST or self._as_shapes:
            painter.fillRect(rect, self._theme.color(f"{_TOKENS[kind]}_soft"))
            if kind != BarKind.FIRST:
                painter.fillRect(rect, QBrush(self._theme.color(_TOKENS[kind]), _PATTERNS[kind]))
        else:
            painter.drawTiledPixmap(rect, self._tile(kind))
        painter.setPen(self._pen(kind))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))

    def _pen(self, kind: BarKind) -> QPen:
        """Return the edge of a bar."""
        if kind not in self._pens:
            pen = self._pens[kind] = QPen(self._theme.color(_TOKENS[kind]), 1.0)
            if kind == BarKind.PASSED:
                pen.setDashPattern([3.0, 2.0])
        return self._pens[kind]

    def _dots(self, painter: QPainter, rect: QRectF, *, width: float) -> None:
        pen = QPen(self._theme.color("unknown"), width)
        pen.setDashPattern([0.01, 2.4])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle = rect.center().y()
        painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))

    def _tile(self, kind: BarKind) -> QPixmap:
        """Return the pattern of a bar on its ground."""
        if kind not in self._tiles:
            self._tiles[kind] = self._dotted(_TOKENS[kind]) if kind == BarKind.PASSED else self._hatched(_TOKENS[kind])
        return self._tiles[kind]

    def _hatched(self, token: str) -> QPixmap:
        tile, painter = _canvas(_TILE, self._ratio, ground=self._theme.color(f"{token}_soft"))
        side = tile.deviceIndependentSize().width()
        color = QColor(self._theme.color(token))
        color.setAlphaF(0.6)
        painter.setPen(QPen(color, 1.1))
        for offset in (-side, 0, side):
            painter.drawLine(QPointF(offset - 1, side + 1), QPointF(offset + side + 1, -1))
        painter.end()
        return tile

    def _dotted(self, token: str) -> QPixmap:
        tile, painter = _canvas(4, self._ratio, ground=self._theme.color(f"{token}_soft"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(token))
        for x, y in ((1.0, 1.0), (3.0, 3.0)):
            painter.drawEllipse(QPointF(x, y), 0.9, 0.9)
        painter.end()
        return tile

    def mark(self, painter: QPainter, cluster: Cluster, middle: QPointF, *, state: State) -> None:
        """Paint a mark, or several as one with their count, around `middle`."""
        if self._as_shapes:
            painter.save()
            painter.translate(middle)
            painter.scale(self.factor, self.factor)
            self._shape(painter, cluster.lead.kind, state, len(cluster.marks))
            painter.restore()
            return
        key = (cluster.lead.kind, state, len(cluster.marks))
        picture = self._marks.get(key)
        if picture is None:
            picture = self._marks[key] = self._mark(*key)
        half, ratio = _MARK * self.factor / 2, self._ratio
        painter.drawPixmap(QPointF(round((middle.x() - half) * ratio) / ratio, round((middle.y() - half) * ratio) / ratio), picture)

    def _mark(self, kind: MarkKind, state: State, count: int) -> QPixmap:
        picture, painter = _canvas(_MARK * self.factor, self._ratio)
        painter.scale(self.factor, self.factor)
        painter.translate(_MARK / 2, _MARK / 2)
        self._shape(painter, kind, state, count)
        painter.end()
        return picture

    def _shape(self, painter: QPainter, kind: MarkKind, state: State, count: int) -> None:
        """Paint a mark around the origin. An open shape holds the count of its marks; beside a filled one it stands small."""
        if count > 1 and kind in {MarkKind.EARLIER, MarkKind.REQUEST, MarkKind.EVENT}:
            shape = _diamond(8.5) if kind == MarkKind.EARLIER else None
            self._open(painter, shape, token="quiet" if kind == MarkKind.EVENT else "text", sign=str(count))
            return
        self._sign(painter, kind, state)
        if count > 1:
            self._count(painter, count)

    def _count(self, painter: QPainter, count: int) -> None:
        rect = QRectF(4, -13, 9, 9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("pane"))
        painter.drawEllipse(rect)
        self._number(painter, rect, str(count), "text")

    def _number(self, painter: QPainter, rect: QRectF, text: str, token: str) -> None:
        font = QFont(self._theme.font("chip_strong"))
        font.setPixelSize(9)
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _sign(self, painter: QPainter, kind: MarkKind, state: State) -> None:
        match kind:
            case MarkKind.START:
                painter.fillRect(QRectF(-1, -8.5, 2, 17), self._theme.color("text"))
            case MarkKind.EARLIER:
                self._open(painter, _diamond(6.0))
            case MarkKind.REQUEST:
                painter.setPen(QPen(self._theme.color("text"), 1.5))
                painter.setBrush(self._theme.color("pane"))
                painter.drawEllipse(QPointF(0, 0), 3.6, 3.6)
            case MarkKind.STANDS:
                self._filled(painter, _diamond(7.5), state_token(state))
            case MarkKind.PASSED:
                self._filled(painter, _diamond(8.5), "passed")
                self._stroke(painter, [(0, -4), (0, 0.6)])
                self._stroke(painter, [(0, 3.6), (0, 3.7)])
            case MarkKind.MET:
                self._filled(painter, None, "met")
                self._stroke(painter, [(-3, 0.2), (-0.9, 2.4), (3.2, -2.2)])
            case MarkKind.ENDED:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.color("unknown"))
                painter.drawRoundedRect(QRectF(-7, -7, 14, 14), 2, 2)
                self._stroke(painter, [(-3, -3), (3, 3)])
                self._stroke(painter, [(-3, 3), (3, -3)])
            case MarkKind.ASKED:
                self._open(painter, _diamond(7.5), token="quiet", dashed=True, sign="?")
            case MarkKind.REFERENCE:
                self._open(painter, _diamond(6.5), token="quiet", dashed=True)
            case MarkKind.EVENT:
                painter.setPen(QPen(self._theme.color("pane"), 1.0))
                painter.setBrush(self._theme.color("quiet"))
                painter.drawEllipse(QPointF(0, 0), 3.2, 3.2)

    def _open(self, painter: QPainter, shape: QPolygonF | None, *, token: str = "text", dashed: bool = False, sign: str = "") -> None:
        pen = QPen(self._theme.color(token), 1.4 if dashed else 1.7)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if dashed:
            pen.setDashPattern([1.8, 1.5])
        painter.setPen(pen)
        painter.setBrush(self._theme.color("pane"))
        if shape is None:
            painter.drawEllipse(QPointF(0, 0), 6.5, 6.5)
        else:
            painter.drawPolygon(shape)
        if sign:
            self._number(painter, QRectF(-8, -8, 16, 16), sign, token)

    def _filled(self, painter: QPainter, shape: QPolygonF | None, token: str) -> None:
        """Fill a shape, or a disc without one, with a thin edge of the ground so that it stands off the bars."""
        painter.setPen(QPen(self._theme.color("pane"), 1.0))
        painter.setBrush(self._theme.color(token))
        if shape is None:
            painter.drawEllipse(QPointF(0, 0), 7.5, 7.5)
        else:
            painter.drawPolygon(shape)

    def _stroke(self, painter: QPainter, points: list[tuple[float, float]]) -> None:
        pen = QPen(self._theme.color("pane"), 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))

    def ring(self, painter: QPainter, middle: QPointF) -> None:
        """Paint the focus around a mark."""
        painter.setPen(QPen(self._theme.color("accent"), 2.0))
        painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
        painter.drawEllipse(middle, 11.0 * self.factor, 11.0 * self.factor)


def _canvas(side: float, ratio: float, *, ground: QColor | None = None) -> tuple[QPixmap, QPainter]:
    pixels = math.ceil(side * ratio)
    picture = QPixmap(pixels, pixels)
    picture.setDevicePixelRatio(ratio)
    picture.fill(ground if ground is not None else Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return picture, painter


def _diamond(radius: float) -> QPolygonF:
    return QPolygonF([QPointF(0, -radius), QPointF(radius, 0), QPointF(0, radius), QPointF(-radius, 0)])
