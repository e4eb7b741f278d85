"""From pane to pane: search field, list and reader with F6, back to the list with Esc, and away with F8 and F9."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from archiveviewer.gui.links import Links

if TYPE_CHECKING:
    from archiveviewer.gui.actions import Actions
    from archiveviewer.gui.desk.desk import Desk
    from archiveviewer.gui.search_field import SearchField


class Moving(QObject):
    """Belongs to one desk."""

    def __init__(self, desk: Desk, field: SearchField, commands: Actions, links: Links) -> None:
        super().__init__(desk)
        self._desk, self._field, self._commands = desk, field, commands
        links.join(commands.next_pane.triggered, self._on_next_pane)
        links.join(commands.hide_reader.triggered, lambda hidden: self._hide("reader", hidden=hidden))
        links.join(commands.hide_list.triggered, lambda hidden: self._hide("list", hidden=hidden))

    def come_back(self) -> None:
        """Come back from the reader to the list, as Esc does."""
        room = self._desk.workspace
        room.bring("list")
        self.show_hidden()
        if self._desk.walks.here.place == "search":
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif room.current is not None:
            room.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_hidden(self) -> None:
        """Tick in the menu what is hidden."""
        self._commands.hide_reader.setChecked(self._desk.workspace.is_hidden("reader"))
        self._commands.hide_list.setChecked(self._desk.workspace.is_hidden("list"))

    def _hide(self, which: str, *, hidden: bool) -> None:
        self._desk.workspace.hide_side(which, hidden=hidden)
        self.show_hidden()

    def _on_next_pane(self) -> None:
        """Walk from the search field to the list, the reader, and round again."""
        room, focus = self._desk.workspace, QApplication.focusWidget()
        if room.current is None:
            return
        if focus is self._field:
            self._bring("list")
            room.current.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif focus is not None and room.current.isAncestorOf(focus):
            self._bring("reader")
            room.reader.take_keys()
        else:
            self._desk.asking.find()

    def _bring(self, which: str) -> None:
        if self._desk.workspace.narrow:
            self._desk.workspace.bring(which)
