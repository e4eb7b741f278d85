"""The bar at the top: back and forward, the search field, the library's name, the languages one reads, and the menu."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton, QWidget

from archiveviewer.gui.search_field import WIDTH, SearchField
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.boxes import beside
from archiveviewer.gui.widgets.drop_button import DropButton
from archiveviewer.gui.widgets.ground import Ground
from archiveviewer.gui.widgets.icon_button import IconButton

HEIGHT = 44


class TopBar(Ground):
    """Holds the buttons; the window gives them their menus and actions."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", parent=parent)
        self.back = IconButton(theme, "arrow-left", name=self.tr("Back (Alt+Left)"), parent=self)
        self.forward = IconButton(theme, "arrow-right", name=self.tr("Forward (Alt+Right)"), parent=self)
        self.field = SearchField(theme, self)
        self.library = DropButton(theme, icon="archive", role="title", parent=self)
        self.library.setToolTip(self.tr("Library"))
        self.language = DropButton(theme, icon="languages", parent=self)
        self.language.setToolTip(self.tr("Languages you read"))
        self.menu = IconButton(theme, "menu", name=self.tr("Menu"), parent=self)
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.back.setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        beside(
            self.back,
            self.forward,
            8,
            (self.field, 1000),
            12,
            self.library,
            ...,
            self.language,
            self.menu,
            within=self,
            margins=(8, 0, 8, 0),
            spacing=4,
        )
        self.field.setMaximumWidth(WIDTH)

    def show_library(self, name: str) -> None:
        """Show the name of the library."""
        self.library.set_words(name)
        self.library.setAccessibleName(self.tr("Library: {name}").format(name=name))

    def show_language(self, name: str) -> None:
        """Show which languages one reads."""
        self.language.set_words(name)
        self.language.setAccessibleName(self.tr("Languages you read: {names}").format(names=name))

    def _dress(self) -> None:
        for name in (self.library, self.language):
            name.set_most(240)
        self.setFixedHeight(self._theme.space(HEIGHT))
