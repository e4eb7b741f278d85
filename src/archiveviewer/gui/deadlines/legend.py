"""The legend under the lanes: each pattern and shape that occurs with its word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from archiveviewer.gui.chain.paint import ChainPainter
from archiveviewer.gui.chain.shapes import Bar, BarKind, Cluster, Mark, MarkKind
from archiveviewer.gui.widgets.rows import visual
from archiveviewer.records import ChainStep, State

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

Kind = BarKind | MarkKind
_BAR = 22
_SIDE, _GAP, _APART = 12, 5, 13
"""Pixels before the first entry, between a sign and its word, and between entries."""


class Legend(QWidget):
    """Says what the patterns and shapes mean that occur in the lanes, in as many lines as the width needs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._painter = theme, ChainPainter(theme)
        self._kinds: frozenset[Kind] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def show_kinds(self, kinds: frozenset[Kind]) -> None:
        """Explain other kinds of bars and marks."""
        if kinds != self._kinds:
            self._kinds = kinds
            self.setAccessibleName(", ".join(word for _, word in self._entries()))
            self._settle()

    def _on_theme_changed(self) -> None:
        self._painter.forget()
        self._settle()

    def _entries(self) -> list[tuple[Kind, str]]:
        every: list[tuple[Kind, str]] = [
            (BarKind.FIRST, self.tr("first period")),
            (BarKind.EXTENDED, self.tr("extended")),
            (BarKind.PASSED, self.tr("passed")),
            (MarkKind.EARLIER, self.tr("earlier deadline")),
            (MarkKind.STANDS, self.tr("stands now")),
            (MarkKind.REQUEST, self.tr("request, report")),
            (MarkKind.ASKED, self.tr("requested, not granted")),
            (MarkKind.MET, self.tr("met")),
            (MarkKind.ENDED, self.tr("withdrawn")),
            (MarkKind.EVENT, self.tr("other event")),
        ]
        return [(kind, word) for kind, word in every if kind in self._kinds]

    def _lines(self) -> list[list[tuple[Kind, str, int]]]:
        """Return the entries with their widths, line by line."""
        metrics, lines, x = QFontMetrics(self._theme.font("caption")), [[]], _SIDE  # type: ignore[var-annotated]  # the first line
        for kind, word in self._entries():
            width = self._sign(kind) + _GAP + metrics.horizontalAdvance(word)
            if lines[-1] and x + width > self.width() - 8:
                lines.append([])
                x = _SIDE
            lines[-1].append((kind, word, width))
            x += width + _APART
        return lines

    def _sign(self, kind: Kind) -> int:
        return self._theme.space(_BAR if isinstance(kind, BarKind) else 16)

    def _line(self) -> int:
        return QFontMetrics(self._theme.font("caption")).height() + 6

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the height of all lines at the present width."""
        return QSize(300, len(self._lines()) * self._line() + 5)

    def _settle(self) -> None:
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._settle()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint the entries."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.start(painter)
        painter.fillRect(self.rect(), self._theme.color("pane"))
        painter.setFont(self._theme.font("caption"))
        mirrored, height = self.layoutDirection() == Qt.LayoutDirection.RightToLeft, self._line()
        for number, line in enumerate(self._lines()):
            x, top = _SIDE, 3 + number * height
            for kind, word, width in line:
                sign = self._sign(kind)
                whole = visual(QRect(x, top, width, height), self.rect(), rtl=mirrored)
                self._paint_sign(painter, kind, QRectF(visual(QRect(x, top + height // 2 - 5, sign, 11), self.rect(), rtl=mirrored)))
                painter.setPen(self._theme.color("quiet"))
                words = whole.adjusted(0, 0, -sign - _GAP, 0) if mirrored else whole.adjusted(sign + _GAP, 0, 0, 0)
                painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
                x += width + _APART

    def _paint_sign(self, painter: QPainter, kind: Kind, rect: QRectF) -> None:
        if isinstance(kind, BarKind):
            self._painter.bar(painter, Bar(kind, 0, 1), rect)
            return
        mark = Mark(kind, 0, ChainStep("deadline", "", ""))
        self._painter.mark(painter, Cluster(mark, (mark,)), QPointF(rect.center().x(), rect.center().y()), state=State.RUNNING)
