"""The notes of a document in its text: where their words stand in a passage, and what they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from archiveviewer.gui.reader.document.passages import Passage
from archiveviewer.records import Note, Span
from archiveviewer.text.anchors import anchor


class TextNotes:
    """Notes by page; words are looked for once in each text."""

    def __init__(self) -> None:
        self._pages: dict[int, list[Note]] = {}
        self._found: dict[tuple[Note, str], Span | None] = {}

    def set_notes(self, notes: Sequence[Note]) -> bool:
        """Hold other notes; tell whether they are others."""
        before = self._pages
        pages: defaultdict[int, list[Note]] = defaultdict(list)
        for note in notes:
            if note.quote:
                pages[note.page].append(note)
        self._pages = dict(pages)
        self._found.clear()
        return self._pages != before

    def on(self, passage: Passage) -> list[tuple[Note, Span]]:
        """Return the notes whose words stand in a passage, with the spans."""
        found = ((note, self._span(note, passage.text)) for note in self._pages.get(passage.page, ()))
        return [(note, span) for note, span in found if span]

    def _span(self, note: Note, text: str) -> Span | None:
        if (note, text) not in self._found:
            self._found[note, text] = anchor(text, note.quote, note.start)
        return self._found[note, text]
