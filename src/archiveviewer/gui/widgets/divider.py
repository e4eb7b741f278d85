"""A divider between two parts of a pane: a line of 1 pixel that can be grabbed 7 pixels wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

_GRAB = 7


class Divider(QSplitterHandle):
    """The line between the parts."""

    def __init__(self, theme: Theme, splitter: QSplitter) -> None:
        super().__init__(splitter.orientation(), splitter)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint the line in the middle of what can be grabbed; all of it under the pointer."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("hover" if self.underMouse() else "pane"))
        middle, color = self.rect().center(), self._theme.color("line")
        if self.orientation() == Qt.Orientation.Vertical:
            painter.fillRect(0, middle.y(), self.width(), 1, color)
        else:
            painter.fillRect(middle.x(), 0, 1, self.height(), color)


class Divided(QSplitter):
    """Two parts above each other, or beside each other."""

    def __init__(self, theme: Theme, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        self._theme = theme
        super().__init__(orientation, parent)
        self.setHandleWidth(_GRAB)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:  # noqa: N802 - Qt calls it
        """Return a divider."""
        return Divider(self._theme, self)
