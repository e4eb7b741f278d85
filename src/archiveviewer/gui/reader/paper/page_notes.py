"""The notes of a document on its pages: where their words stand now, and which one is under the pointer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from archiveviewer.gui.reader.notes.note_words import colour_token
from archiveviewer.gui.reader.paper.lettering import Lettering
from archiveviewer.gui.reader.paper.page_paint import NoteLook
from archiveviewer.records import Box, Note, NoteKind
from archiveviewer.text.anchors import anchor

Letters = Callable[[int], Lettering | None]
"""Gives the letters of a page, or None while they are not there and have been asked for."""


class PageNotes:
    """Notes by page. Boxes are worked out once for each note, from the letters of its page."""

    def __init__(self) -> None:
        self._pages: dict[int, list[Note]] = {}
        self._boxes: dict[Note, tuple[Box, ...]] = {}

    def set_notes(self, notes: Sequence[Note]) -> bool:
        """Hold other notes; tell whether they are others."""
        before = self._pages
        pages: defaultdict[int, list[Note]] = defaultdict(list)
        for note in notes:
            pages[note.page].append(note)
        self._pages = dict(pages)
        self._boxes = {note: boxes for note, boxes in self._boxes.items() if note in notes}
        return self._pages != before

    def forget_boxes(self) -> None:
        """Forget where words stand: the pages have been turned."""
        self._boxes.clear()

    def are_on(self, page: int) -> bool:
        """Tell whether there are notes on a page."""
        return page in self._pages

    def has_bookmark(self, page: int) -> bool:
        """Tell whether a page has a bookmark, or a note on all of it."""
        return any(note.kind is NoteKind.BOOKMARK or not note.quote for note in self._pages.get(page, ()))

    def looks(self, page: int, letters: Letters) -> tuple[NoteLook, ...]:
        """Return how the notes of a page look."""
        found = ((note, self._boxes_of(note, letters)) for note in self._pages.get(page, ()))
        return tuple(NoteLook(colour_token(note.colour), boxes, bool(note.text.strip())) for note, boxes in found if boxes)

    def at(self, page: int, x: float, y: float, letters: Letters) -> Note | None:
        """Return the note whose words lie at a point of a page."""
        for note in self._pages.get(page, ()):
            for left, top, right, bottom in self._boxes_of(note, letters):
                if left <= x <= right and top <= y <= bottom:
                    return note
        return None

    def _boxes_of(self, note: Note, letters: Letters) -> tuple[Box, ...]:
        if not note.quote:
            return ()
        if note not in self._boxes:
            known = letters(note.page)
            if known is None:
                return ()
            span = anchor(known.text, note.quote, note.start)
            self._boxes[note] = known.boxes_of(span) if span else ()
        return self._boxes[note]
