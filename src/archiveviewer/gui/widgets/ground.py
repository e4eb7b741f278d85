"""Grounds and words that keep the colours and fonts of the theme, whatever pane they are moved into.

A style sheet of the application takes fonts and palettes away from widgets that get another parent; these put theirs on again when shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from archiveviewer.text.escaping import isolate

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme


class Ground(QWidget):
    """A widget on the ground of a token, with a line of another under it where one is named."""

    def __init__(self, theme: Theme, token: str, *, line: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._token, self._under = theme, token, line
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color(self._token))
        if self._under:
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color(self._under))


class Words(QLabel):
    """Plain words in the font of a role and the colour of a token."""

    def __init__(self, theme: Theme, *, role: str = "body", token: str = "text", wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._role, self._token = theme, role, token
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Put font and colour of the theme on."""
        self.setFont(self._theme.font(self._role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.color(self._token))
        self.setPalette(palette)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt calls it
        """Put them on again."""
        self.restyle()
        super().showEvent(event)


def directed(widget: QWidget, text: str) -> str:
    """Return a text that keeps its own direction inside a window that runs right to left."""
    return isolate(text) if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft else text
