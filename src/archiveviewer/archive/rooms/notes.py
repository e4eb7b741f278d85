"""The room of notes: highlights, notes and bookmarks on pages, one's own and those of another library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archiveviewer.archive.rooms.documents import DocumentsRoom
from archiveviewer.records import Document, Light, Merged, Note
from archiveviewer.text.spans import find


class NotesRoom(DocumentsRoom):
    """Keeps notes, each on the content of a document, wherever that lies."""

    def notes(self, document: int | None = None, *, text: str = "") -> tuple[Note, ...]:
        """Return the notes on one document or on all, in the order of documents and pages; with `text` those that hold all its words.

        A note belongs to every document with the same content, wherever it lies now.
        """
        from archiveviewer.index.store import notes

        found = notes(self.library)
        sections = self._reader.unpaged() if found else frozenset()
        found = tuple(replace(note, paged=note.sha256 not in sections) for note in found)
        if document is not None:
            sha256 = self.document(document).sha256
            found = tuple(note for note in found if note.sha256 == sha256)
        lights = [Light(word, prefix=True) for word in text.split()]
        languages = self._reader.languages() if lights else ()
        return tuple(note for note in found if all(_holds(_words(note), light, languages) for light in lights))

    def keep_note(self, note: Note) -> Note:
        """Keep a new note, or one that has changed; a deleted one can be kept again. Return it as it is kept."""
        with self._store() as store:
            return store.keep_note(note)

    def document_of(self, note: Note) -> Document | None:
        """Return the document that a note is on, wherever it lies now; None when it is not in the library."""
        return self._reader.by_content(note.sha256, note.path)

    def export_notes(self, notes: Sequence[Note] | None = None, *, markdown: bool = False) -> str:
        """Return notes as Markdown, or as a table that another library can merge; those of all documents when none are given."""
        from archiveviewer.export import notes as export
        from archiveviewer.index.store import notes as kept

        if markdown:
            return export.as_markdown(self.notes() if notes is None else notes)
        return export.as_csv(kept(self.library, everything=True) if notes is None else notes)

    def merge_notes(self, table: str) -> Merged:
        """Take the notes of another library from the table that it exported; one's own are never lost."""
        from archiveviewer.export.notes import read_csv

        found, refused = read_csv(table)
        with self._store() as store:
            return replace(store.merge_notes(found), refused=refused)


def _holds(text: str, light: Light, languages: Sequence[str]) -> bool:
    """Tell whether a text holds a word, in any form that it has in one of the languages."""
    return any(find(text, language, [light], languages=languages) for language in (None, *languages))


def _words(note: Note) -> str:
    """Return all that a note is searched in."""
    return "\n".join((note.text, note.quote, note.title))
