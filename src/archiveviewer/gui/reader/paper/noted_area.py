"""Pages with the notes of their reader on them: seen in their colours, found under the pointer, brought into view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget

from archiveviewer.gui.reader.paper.drawn_area import DrawnArea
from archiveviewer.gui.reader.paper.lettering import Lettering
from archiveviewer.gui.reader.paper.page_notes import PageNotes
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Box, Note
from archiveviewer.text.anchors import anchor


class NotedArea(DrawnArea):
    """Adds notes to drawn pages. `menu_wanted` comes with a place of the screen and the Note there or None."""

    menu_wanted = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._notes = PageNotes()

    def set_notes(self, notes: Sequence[Note]) -> None:
        """Show the notes of the document on their pages."""
        if self._notes.set_notes(notes):
            self.viewport().update()

    def reveal_note(self, note: Note) -> None:
        """Bring the words of a note into view, as soon as it is known where they are."""

        def go(letters: Lettering) -> None:
            span = anchor(letters.text, note.quote, note.start) if note.quote else None
            if span:
                self._go(note.page, around(letters.boxes_of(span)))

        self._with_letters(note.page, go)

    def note_at(self, at: QPointF) -> Note | None:
        """Return the note whose words lie at a point of the viewport."""
        if not len(self._sheets):
            return None
        point = self._sheets.point(at.x() - self._origin().x(), at.y() - self._origin().y())
        return self._notes.at(point.page, point.x, point.y, self.selection.letters)

    def _tip_at(self, at: QPointF) -> str:
        note = self.note_at(at)
        return note.text if note and note.text.strip() else super()._tip_at(at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt calls it
        """Let the menu be opened, over a note or not."""
        self.menu_wanted.emit(event.globalPos(), self.note_at(QPointF(self.viewport().mapFromGlobal(event.globalPos()))))


def around(boxes: Sequence[Box]) -> Box | None:
    """Return the smallest box around all, None when there are none."""
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))
