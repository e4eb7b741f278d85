"""What is done with the words that are selected: copied, quoted with their citation, highlighted, noted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from archiveviewer.gui.reader.bars.commands import Commands, page_menu
from archiveviewer.gui.reader.document.quoting import Quoted, Quoting
from archiveviewer.gui.reader.notes.annotating import Annotating, Marked
from archiveviewer.gui.reader.views import Views
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Note, NoteColour


class Excerpts(QObject):
    """Takes what is selected in the views. `said` comes with a sentence for the footer.

    `label` gives the label of a page, and `quoted` what would be quoted when these words are selected.
    """

    said = Signal(str)

    def __init__(
        self,
        views: Views,
        annotating: Annotating,
        quoting: Quoting,
        *,
        label: Callable[[int], str],
        quoted: Callable[[str], Quoted | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._views, self._annotating, self._quoting = views, annotating, quoting
        self._label, self._quoted, self._pane = label, quoted, parent
        quoting.said.connect(self.said)

    def copy(self) -> None:
        """Put what is selected on the clipboard, as running text."""
        text = self._views.selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)
            self.said.emit(self.tr("Copied"))
        else:
            self._say_nothing_selected()

    def quote(self) -> None:
        """Put the sentence of the current hit, or the text selected, on the clipboard with its citation."""
        quoted = self._quoted(self._views.selected_text())
        if quoted:
            self._quoting.copy(quoted)

    def highlight(self, colour: NoteColour | None = None) -> None:
        """Highlight the words in a colour, or that of last time."""
        marked = self._marked()
        if marked.quote.strip():
            self._annotating.highlight(marked, colour)
            self._views.clear_selection()
        else:
            self._say_nothing_selected()

    def write(self) -> None:
        """Let a note be written on the words, or on the page."""
        self._annotating.write(self._marked())

    def bookmark(self) -> None:
        """Set a bookmark on the page, or take it away."""
        self._annotating.bookmark(replace(self._marked(), quote=""))

    def open_menu(self, commands: Commands, theme: Theme, at: QPoint, note: Note | None) -> None:
        """Offer what can be done at a place of the screen, with a note that is there."""
        menu = page_menu(commands, theme, self.highlight, self._pane)
        if note:
            menu.addSeparator()
            edit = menu.addAction(self.tr("Edit this note…"), partial(self._annotating.edit, note))
            remove = menu.addAction(self.tr("Remove this note"), partial(self._annotating.remove, note))
            for action in (edit, remove):
                action.setEnabled(commands.write_note.isEnabled())
        menu.popup(at)

    def _marked(self) -> Marked:
        return self._views.marked(self._label)

    def _say_nothing_selected(self) -> None:
        self.said.emit(self.tr("Nothing is selected. Drag over words, or hold Shift and press the arrow keys."))
