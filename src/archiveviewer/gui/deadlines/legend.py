"""The legend under the lanes: each pattern and shape with its word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from archiveviewer.gui.chain.paint import ChainPainter
from archiveviewer.gui.chain.shapes import Bar, BarKind, Cluster, Mark, MarkKind
from archiveviewer.records import ChainStep, State

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

_BAR = 26


class Legend(QWidget):
    """Says what the patterns and shapes of the lanes mean."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._painter = theme, ChainPainter(theme)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(word for _, word in self._entries()))
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self._painter.forget()
        self.updateGeometry()
        self.update()

    def _entries(self) -> list[tuple[BarKind | MarkKind, str]]:
        return [
            (BarKind.FIRST, self.tr("first period")),
            (BarKind.EXTENDED, self.tr("extended")),
            (BarKind.PASSED, self.tr("passed")),
            (MarkKind.EARLIER, self.tr("earlier deadline")),
            (MarkKind.STANDS, self.tr("stands now")),
            (MarkKind.ASKED, self.tr("requested, not granted")),
            (MarkKind.MET, self.tr("met")),
            (MarkKind.ENDED, self.tr("withdrew")),
            (MarkKind.EVENT, self.tr("other event")),
        ]

    def _height(self) -> int:
        return QFontMetrics(self._theme.font("caption")).height() + 11

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the height of one line."""
        return QSize(300, self._height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint entries until the width is used up."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.start(painter)
        painter.fillRect(self.rect(), self._theme.color("pane"))
        painter.setFont(self._theme.font("caption"))
        metrics, x, mirrored = QFontMetrics(self._theme.font("caption")), 12, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for kind, word in self._entries():
            sign = self._theme.space(_BAR if isinstance(kind, BarKind) else 16)
            width = sign + 6 + metrics.horizontalAdvance(word)
            if x + width > self.width() - 8:
                break
            left = self.width() - x - sign if mirrored else x
            self._paint_sign(painter, kind, QRectF(left, self.height() / 2 - 5.5, sign, 11))
            painter.setPen(self._theme.color("quiet"))
            words = (
                QRectF(self.width() - x - width, 0, width - sign - 6, self.height())
                if mirrored
                else QRectF(x + sign + 6, 0, width, self.height())
            )
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
            x += width + 18

    def _paint_sign(self, painter: QPainter, kind: BarKind | MarkKind, rect: QRectF) -> None:
        if isinstance(kind, BarKind):
            self._painter.bar(painter, Bar(kind, 0, 1), rect)
            return
        mark = Mark(kind, 0, ChainStep("deadline", "", ""))
        self._painter.mark(painter, Cluster(mark, (mark,)), QPointF(rect.center().x(), rect.center().y()), state=State.RUNNING)
