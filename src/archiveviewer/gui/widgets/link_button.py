"""A word that can be pressed, in the colour of what one can act on."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from archiveviewer.gui.theme import Theme


class LinkButton(QPushButton):
    """Keeps the font of its role; a style sheet takes it away when the button gets another parent."""

    def __init__(self, theme: Theme, *, role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._role = theme, role
        self.setProperty("link", True)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Put the font of the theme on."""
        self.setFont(self._theme.font(self._role))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt calls it
        """Put it on again."""
        self.restyle()
        super().showEvent(event)
