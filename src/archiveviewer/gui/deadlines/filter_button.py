"""A button with a menu of choices, which says what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme


class FilterButton(QToolButton):
    """A button with a menu; while it narrows what is shown it says so on another ground."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("filter", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFont(theme.font("caption"))
        self.setMenu(QMenu(self))
        self.menu().setToolTipsVisible(True)
        self.menu().setLayoutDirection(QGuiApplication.layoutDirection())  # that of the button is turned, for its arrow to stand at the end
        self._choices: tuple[tuple[str, bool, Callable[[], None]], ...] | None = None
        self.menu().aboutToShow.connect(self._fill)
        self.show_text(name, on=False)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_text(self, text: str, *, on: bool) -> None:
        """Show what is chosen; `on` when it narrows what is shown."""
        self.setText(text)
        if self.property("on") != on:
            self.setProperty("on", on)
            self.style().unpolish(self)
            self.style().polish(self)

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font("caption"))
        self.setIcon(self._theme.qicon("chevron-down", token="quiet"))
        self.setIconSize(QSize(self._theme.space(16), self._theme.space(16)))
        mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight if mirrored else Qt.LayoutDirection.RightToLeft)

    def offer(self, choices: Iterable[tuple[str, bool, Callable[[], None]]]) -> None:
        """Take the choices of the menu: text, whether it is chosen, what choosing does. The menu is made when it is opened."""
        self._choices = tuple(choices)

    def _fill(self) -> None:
        if self._choices is None:  # a menu that its owner fills
            return
        menu = self.menu()
        menu.clear()
        for text, chosen, choose in self._choices:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(chosen)
            action.triggered.connect(lambda _, choose=choose: choose())
