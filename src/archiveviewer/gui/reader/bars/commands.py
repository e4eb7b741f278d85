"""What can be done in the reader, each with its key, and the menu behind "more"."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from archiveviewer.gui.reader.bars.tool_row import Actions
from archiveviewer.gui.reader.notes.note_dialog import swatch
from archiveviewer.gui.reader.notes.note_words import colour_token, colour_word
from archiveviewer.gui.theme import Theme
from archiveviewer.layout.sheets import Spread
from archiveviewer.records import NoteColour


class Commands(QObject):
    """The actions of the reader, added to its pane. Those for hits and quotes work in the whole window, the others inside the reader."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        window, inside = Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.WidgetWithChildrenShortcut
        self.next_hit = self._action(pane, self.tr("Next hit"), "F3", context=window)
        self.previous_hit = self._action(pane, self.tr("Previous hit"), "Shift+F3", context=window)
        self.quote = self._action(pane, self.tr("Copy quote with citation"), "Ctrl+Shift+C", context=window)
        self.find = self._action(pane, self.tr("Find in this document"), "Ctrl+F", context=window)
        self.copy = self._action(pane, self.tr("Copy"), "Ctrl+C", context=inside)
        self.select_all = self._action(pane, self.tr("Select the text of the page"), "Ctrl+A", context=inside)
        self.next_page = self._action(pane, self.tr("Next page"), "Ctrl+PgDown", context=inside)
        self.previous_page = self._action(pane, self.tr("Previous page"), "Ctrl+PgUp", context=inside)
        self.go_to_page = self._action(pane, self.tr("Go to page…"), "Ctrl+G", context=inside)
        self.zoom_in = self._action(pane, self.tr("Larger"), "Ctrl++", "Ctrl+=", context=inside)
        self.zoom_out = self._action(pane, self.tr("Smaller"), "Ctrl+-", context=inside)
        self.zoom_usual = self._action(pane, self.tr("Usual size"), "Ctrl+0", context=inside)
        self.page_or_text = self._action(pane, self.tr("Page or text"), "Ctrl+T", context=inside)
        self.outline = self._action(pane, self.tr("Outline"), "Ctrl+Shift+O", context=inside)
        self.highlight = self._action(pane, self.tr("Highlight what is selected"), "Ctrl+H", context=inside)
        self.write_note = self._action(pane, self.tr("Write a note…"), "Ctrl+N", context=inside)
        self.bookmark = self._action(pane, self.tr("Bookmark"), "Ctrl+B", context=inside)
        self.undo = self._action(pane, self.tr("Take back the last change of notes"), "Ctrl+Z", context=inside)
        self.notes = self._action(pane, self.tr("Notes"), "Ctrl+Shift+N", context=inside)
        self.beside = self._action(pane, self.tr("A second document beside"), "Alt+B", context=inside)
        self.thumbnails = self._action(pane, self.tr("Small pictures of the pages"), "Ctrl+Shift+T", context=inside)
        self.thumbnails.setCheckable(True)
        self.turn_right = self._action(pane, self.tr("Turn to the right"), "Alt+R", context=inside)
        self.turn_left = self._action(pane, self.tr("Turn to the left"), "Alt+Shift+R", context=inside)
        self.night = self._action(pane, self.tr("Black paper, for dark rooms"), "Ctrl+I", context=inside)
        self.night.setCheckable(True)
        self.spreads = {
            Spread.ALL: self._action(pane, self.tr("Pages under one another"), "Alt+1", context=inside),
            Spread.ONE: self._action(pane, self.tr("One page"), "Alt+2", context=inside),
            Spread.PAIRS: self._action(pane, self.tr("Two pages beside one another"), "Alt+3", context=inside),
        }
        group = QActionGroup(self)
        for action in self.spreads.values():
            action.setCheckable(True)
            group.addAction(action)
        self.spreads[Spread.ALL].setChecked(True)
        self.print_pages = self._action(pane, self.tr("Print…"), "Ctrl+P", context=inside)
        self.open_outside = self._action(pane, self.tr("Open in another program"), "Ctrl+E", context=inside)
        self.show_in_folder = self._action(pane, self.tr("Show in its folder"), "Ctrl+Shift+E", context=inside)
        self.try_again = self._action(pane, self.tr("Draw again what could not be drawn"), "Ctrl+R", context=inside)
        self.menu = QMenu(pane)
        self._fill_menu()

    def of_pages(self) -> tuple[QAction, ...]:
        """Return those that need pages to be done with."""
        return (self.thumbnails, self.turn_right, self.turn_left, self.night, self.print_pages, *self.spreads.values())

    def of_notes(self) -> tuple[QAction, ...]:
        """Return those that write or take away notes."""
        return (self.highlight, self.write_note, self.bookmark, self.undo)

    def shown(self) -> Actions:
        """Return those that have a button of their own."""
        return Actions(self.previous_page, self.next_page, self.previous_hit, self.next_hit, self.quote)

    def add_zoom_menu(self, menu: QMenu) -> None:
        """Offer the menu of the zoom button here as well, for when that has no room."""
        menu.setTitle(self.tr("Zoom"))
        self.menu.insertMenu(self.zoom_in, menu)

    def _fill_menu(self) -> None:
        groups = (
            (self.copy, self.quote, self.select_all),
            (self.highlight, self.write_note, self.bookmark, self.notes, self.undo),
            (self.find, self.go_to_page, self.page_or_text, self.outline),
            (self.zoom_in, self.zoom_out, self.zoom_usual),
            (self.beside, self.thumbnails, *self.spreads.values(), self.turn_right, self.turn_left, self.night),
            (self.print_pages, self.open_outside, self.show_in_folder, self.try_again),
        )
        for group in groups:
            self.menu.addActions(group)
            self.menu.addSeparator()

    def _action(self, pane: QWidget, text: str, *keys: str, context: Qt.ShortcutContext) -> QAction:
        action = QAction(text, pane)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(context)
        action.setToolTip(f"{text.rstrip('…')} ({QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)})")
        pane.addAction(action)
        return action


def page_menu(commands: Commands, theme: Theme, highlight: Callable[[NoteColour], None], parent: QWidget) -> QMenu:
    """Return the menu over a page; it goes away by itself."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addActions([commands.copy, commands.quote])
    colours = menu.addMenu(commands.tr("Highlight"))
    colours.setEnabled(commands.highlight.isEnabled())
    for colour in NoteColour:
        colours.addAction(swatch(theme.color(colour_token(colour)), theme), colour_word(colour), partial(highlight, colour))
    menu.addActions([commands.write_note, commands.bookmark])
    menu.addSeparator()
    menu.addActions([commands.find, commands.turn_right, commands.night, commands.open_outside, commands.show_in_folder])
    return menu
