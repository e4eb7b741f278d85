"""A line of text that is cut to fit."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.rows import tip


class CutLabel(QWidget):
    """A line of text, cut with an ellipsis where there is no room; the whole is in the tooltip and the accessible name."""

    def __init__(self, theme: Theme, role: str, token: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._role, self._token = theme, role, token
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return room for all of it."""
        metrics = QFontMetrics(self._theme.font(self._role))
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return room for a few letters."""
        metrics = QFontMetrics(self._theme.font(self._role))
        return QSize(min(metrics.averageCharWidth() * 8, self.sizeHint().width()), metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint as much as there is room for."""
        painter = QPainter(self)
        painter.setFont(self._theme.font(self._role))
        painter.setPen(self._theme.color(self._token))
        shown = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect(), align | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, shown)
        painter.end()
        self.setToolTip(tip(self._text) if shown != self._text else "")
