"""From pane to pane: search field, list and reader with F6, back to the list with Esc, and away with F8 and F9."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from archiveviewer.gui.desk.workspace import Workspace
from archiveviewer.gui.frame import Frame
from archiveviewer.gui.links import Links


class Moving(QObject):
    """Belongs to one desk."""

    def __init__(self, workspace: Workspace, frame: Frame, links: Links) -> None:
        super().__init__(workspace)
        self._workspace, self._field, self._commands = workspace, frame.top.field, frame.commands
        links.join(self._commands.next_pane.triggered, self._on_next_pane)
        links.join(self._commands.hide_reader.triggered, lambda hidden: self._hide("reader", hidden=hidden))
        links.join(self._commands.hide_list.triggered, lambda hidden: self._hide("list", hidden=hidden))
        links.join(workspace.sides_changed, self._on_sides_changed)

    def come_back(self) -> None:
        """Come back from the reader to the list, as Esc does."""
        self._workspace.bring("list")
        if self._workspace.place == "search":
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._workspace.current is not None:
            self._workspace.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hide(self, which: str, *, hidden: bool) -> None:
        """Hide a pane or show it again; keys that were in the one that goes are given to the other."""
        pane, focus = self._workspace.current if which == "list" else self._workspace.reader, QApplication.focusWidget()
        had_keys = pane is not None and focus is not None and pane.isAncestorOf(focus)
        self._workspace.hide_side(which, hidden=hidden)
        if not (hidden and had_keys):
            return
        if which == "list":
            self._workspace.reader.take_keys()
        else:
            self.come_back()

    def _on_sides_changed(self) -> None:
        """Tick in the menu what is hidden."""
        self._commands.hide_reader.setChecked(self._workspace.is_hidden("reader"))
        self._commands.hide_list.setChecked(self._workspace.is_hidden("list"))

    def _on_next_pane(self) -> None:
        """Walk from the search field to the list, the reader, and round again."""
        pane, focus = self._workspace.current, QApplication.focusWidget()
        if pane is None:
            return
        if focus is self._field:
            self._bring("list")
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif focus is not None and pane.isAncestorOf(focus):
            self._bring("reader")
            self._workspace.reader.take_keys()
        else:
            self._field.take_keys()

    def _bring(self, which: str) -> None:
        if self._workspace.narrow:
            self._workspace.bring(which)
