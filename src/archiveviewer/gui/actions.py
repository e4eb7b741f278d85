"""What can be done in the window as a whole, each with its key, and the menu that shows it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from archiveviewer.gui.rail import PLACES
from archiveviewer.gui.theme import CHOICES, SIZES, Theme


class Actions(QObject):
    """The actions, added to the window; it connects them. `choose_theme(choice)` and `choose_size(percent)` are told what was chosen."""

    def __init__(
        self, window: QMainWindow, theme: Theme, *, choose_theme: Callable[[str], None], choose_size: Callable[[int], None]
    ) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self.find = self._action(self.tr("Search"), "Ctrl+L")
        self.palette = self._action(self.tr("Do something, or go somewhere…"), "Ctrl+K")
        self.save_search = self._action(self.tr("Save this search…"), "Ctrl+D")
        self.saved_searches = self._action(self.tr("Saved searches…"), "Ctrl+Shift+D")
        self.places = {
            place: self._action(words, f"Ctrl+{number}")
            for number, (place, words) in enumerate(
                zip(
                    PLACES,
                    (self.tr("Go to Search"), self.tr("Go to Countries"), self.tr("Go to Deadlines"), self.tr("Go to Library")),
                    strict=True,
                ),
                1,
            )
        }
        self.back = self._action(self.tr("Back"), "Alt+Left")
        self.forward = self._action(self.tr("Forward"), "Alt+Right")
        self.next_pane = self._action(self.tr("Next pane"), "F6")
        self.hide_reader = self._action(self.tr("Hide the reader"), "F8", checkable=True)
        self.hide_list = self._action(self.tr("Hide the list"), "F9", checkable=True)
        self.full_screen = self._action(self.tr("Full screen"), "F11", checkable=True)
        self.open_library = self._action(self.tr("Open a library…"), "Ctrl+O")
        self.open_sample = self._action(self.tr("Open the sample archive"), "")
        self.open_menu = self._action(self.tr("Menu"), "F10")
        self.keys = self._action(self.tr("Keys"), "F1")
        self.about = self._action(self.tr("About this program"), "")
        self.quit = self._action(self.tr("Quit"), "Ctrl+Q")
        self.menu = QMenu(window)
        self._fill_menu(choose_theme, choose_size)

    def _action(self, words: str, key: str, *, checkable: bool = False) -> QAction:
        action = QAction(words, self._window)
        action.setCheckable(checkable)
        if key:
            action.setShortcut(key)
        self._window.addAction(action)
        return action

    def _fill_menu(self, choose_theme: Callable[[str], None], choose_size: Callable[[int], None]) -> None:
        menu = self.menu
        menu.addActions([self.palette, *self.places.values()])
        menu.addSeparator()
        menu.addActions([self.save_search, self.saved_searches])
        menu.addSeparator()
        menu.addActions([self.hide_reader, self.hide_list, self.full_screen])
        words = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
        }
        themes = menu.addMenu(self.tr("Colours"))
        self._choices(themes, [(words[choice], choice) for choice in CHOICES], self._theme.choice, lambda value: choose_theme(str(value)))
        sizes = menu.addMenu(self.tr("Size of text"))
        percents = [(self.tr("{n} %").format(n=size), size) for size in SIZES]
        self._choices(sizes, percents, self._theme.percent, lambda value: choose_size(int(str(value))))
        menu.addSeparator()
        menu.addActions([self.keys, self.about, self.quit])

    def _choices(
        self, menu: QMenu, choices: list[tuple[str, str]] | list[tuple[str, int]], chosen: object, tell: Callable[[object], None]
    ) -> None:
        """Fill a menu of which one entry is chosen."""
        group = QActionGroup(menu)
        for words, value in choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.setData(value)
            action.setProperty("words", self.tr("{menu}: {choice}").format(menu=menu.title(), choice=words))
            group.addAction(action)
        self._window.addActions(group.actions())  # the palette offers them
        group.triggered.connect(lambda action: tell(action.data()))
