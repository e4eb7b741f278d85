"""The bar at the top: back and forward, the search field, the library's name, the languages one reads, and the menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from archiveviewer.gui.chain.ground import Ground
from archiveviewer.gui.drop_button import DropButton
from archiveviewer.gui.search_field import WIDTH, SearchField
from archiveviewer.gui.theme import Theme

HEIGHT = 44
_BUTTON = 30


class TopBar(Ground):
    """Holds the buttons; the window gives them their menus and actions."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", parent=parent)
        self.back = self._button("arrow-left", self.tr("Back"))
        self.forward = self._button("arrow-right", self.tr("Forward"))
        self.field = SearchField(theme, self)
        self.library = DropButton(theme, icon="archive", role="title", parent=self)
        self.library.setToolTip(self.tr("Library"))
        self.language = DropButton(theme, icon="languages", parent=self)
        self.language.setToolTip(self.tr("Languages you read"))
        self.menu = self._button("menu", self.tr("Menu"))
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.back.setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addSpacing(8)
        row.addWidget(self.field, 1000)
        row.addSpacing(12)
        row.addWidget(self.library)
        row.addStretch(1)
        row.addWidget(self.language)
        row.addWidget(self.menu)
        self.field.setMaximumWidth(WIDTH)

    def _button(self, icon: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("icon_name", icon)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def set_menu(self, button: QToolButton, menu: QMenu) -> None:
        """Give a button its menu."""
        button.setMenu(menu)

    def show_library(self, name: str) -> None:
        """Show the name of the library."""
        self.library.set_words(name)
        self.library.setAccessibleName(self.tr("Library: {name}").format(name=name))

    def show_language(self, name: str) -> None:
        """Show which languages one reads."""
        self.language.set_words(name)
        self.language.setAccessibleName(self.tr("Languages you read: {names}").format(names=name))

    def _dress(self) -> None:
        side = self._theme.space(_BUTTON)
        for button in (self.back, self.forward, self.menu):
            button.setFixedSize(side, side)
            size = self._theme.space(18)
            button.setIconSize(QSize(size, size))
            button.setIcon(self._theme.qicon(button.property("icon_name"), size=18))
        for name in (self.library, self.language):
            name.set_most(240)
        self.setFixedHeight(self._theme.space(HEIGHT))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt calls it
        """Turn arrows round when the direction of the window changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._dress()
