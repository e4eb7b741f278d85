"""A small library for tests of the reader: real records and real render workers, but no index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from archiveviewer.export.notes import as_csv, as_markdown, read_csv
from archiveviewer.pages.desk import PATIENT_SECONDS, SECONDS, Handed
from archiveviewer.pages.viewer import Viewer
from archiveviewer.pages.viewers import Viewers
from archiveviewer.records import ArchiveError, Coverage, Document, Footnote, Kind, Light, Merged, Note, OutlineItem, PageText, Span, View
from archiveviewer.text.footnotes import note
from archiveviewer.text.spans import find


@dataclass
class Library:
    """Answers what the reader asks of an archive. `seconds` is how long a page may take."""

    documents: dict[int, Document] = field(default_factory=dict)
    texts: dict[int, tuple[PageText, ...]] = field(default_factory=dict)
    outlines: dict[int, tuple[OutlineItem, ...]] = field(default_factory=dict)
    families: list[tuple[int, ...]] = field(default_factory=list)
    kept: dict[int, Note] = field(default_factory=dict)
    left_at: dict[int, int] = field(default_factory=dict)
    changed: set[int] = field(default_factory=set)
    seconds: float = SECONDS
    viewers: Viewers = field(default_factory=Viewers)

    def add(self, path: Path, pages: Sequence[PageText], *, title: str = "Second extension request", **more: object) -> Document:
        """Add a document and return it; `more` replaces fields of the record."""
        number = len(self.documents) + 1
        plain: dict[str, object] = {
            "id": number,
            "path": str(path),
            "folder": str(path.parent),
            "media_type": "application/pdf",
            "title": title,
            "kind": Kind.REQUEST,
            "language": "en",
            "country": "KHM",
            "date": "2019-03-27",
            "paged": True,
            "pages": len(pages),
            "size": 1000,
            "sha256": "0123456789abcdef" * 4,
        }
        self.documents[number] = Document(**{**plain, **more})  # type: ignore[arg-type]  # checked by the record itself
        self.texts[number] = tuple(pages)
        return self.documents[number]

    def document(self, document: int, /) -> Document:
        """Return a document."""
        if document not in self.documents:
            raise ArchiveError("This document is no longer in the library. Search again.")
        return self.documents[document]

    def page(self, document: int, page: int, /) -> PageText:
        """Return the text of a page."""
        pages = self.texts[document]
        if not 1 <= page <= len(pages):
            raise ArchiveError("There is no such page.")
        return pages[page - 1]

    def recent_documents(self, most: int, /) -> tuple[Document, ...]:
        """Return all documents, the newest first."""
        return tuple(reversed(self.documents.values()))[:most]

    def has_changed(self, document: Document, /) -> bool:
        """Whether it is said that a file has changed."""
        return document.id in self.changed

    def last_page(self, document: Document, /) -> int:
        """Return the page that was read last."""
        return self.left_at.get(document.id, 1)

    def marks(self, document: int, page: int, lights: Sequence[Light], /) -> tuple[Span, ...]:
        """Return where lights stand."""
        return find(self.page(document, page).text, self.documents[document].language, lights, languages=("en",))

    def hit_pages(self, document: int, text: str, /, *, also: bool = False, without: tuple[str, ...] = ()) -> tuple[int, ...]:  # noqa: ARG002
        """Return the pages with a word."""
        return tuple(page.number for page in self.texts[document] if self.marks(document, page.number, (Light(text),)))

    def footnote(self, document: int, number: str, /) -> Footnote | None:
        """Return a note of a document."""
        return note(self.texts[document], number)

    def siblings(self, document: int, /) -> tuple[Document, ...]:
        """Return the family of a document."""
        family = next((family for family in self.families if document in family), (document,))
        return tuple(self.documents[number] for number in family)

    def outline(self, document: int, /) -> tuple[OutlineItem, ...]:
        """Return its outline."""
        return self.outlines.get(document, ())

    def notes(self, document: int | None = None, *, text: str = "") -> tuple[Note, ...]:
        """Return the notes on a document, or on all."""
        there = [note for note in self.kept.values() if not note.deleted and text.casefold() in f"{note.text} {note.quote}".casefold()]
        content = self.documents[document].sha256 if document else ""
        return tuple(sorted((note for note in there if not content or note.sha256 == content), key=lambda note: (note.page, note.start)))

    def keep_note(self, note: Note, /) -> Note:
        """Keep a note."""
        number = note.id or len(self.kept) + 1
        self.kept[number] = replace(note, id=number, uid=f"{number:032x}", made_at="2026-11-29", changed_at="2026-11-29")
        return self.kept[number]

    def document_of(self, note: Note, /) -> Document | None:
        """Return the document that a note is on."""
        return next((document for document in self.documents.values() if document.sha256 == note.sha256), None)

    def export_notes(self, notes: Sequence[Note] | None = None, *, markdown: bool = False) -> str:
        """Return notes as text."""
        chosen = self.notes() if notes is None else notes
        return as_markdown(chosen) if markdown else as_csv(chosen)

    def merge_notes(self, table: str, /) -> Merged:
        """Take notes that are not here."""
        found, refused = read_csv(table)
        new = [one for one in found if one.uid not in {mine.uid for mine in self.kept.values()}]
        for one in new:
            self.keep_note(replace(one, id=0))
        return Merged(len(new), 0, refused)

    def country_name(self, code: str, language: str = "en") -> str:  # noqa: ARG002 - one language will do here
        """Return the name of a country."""
        return {"KHM": "Cambodia"}.get(code, code)

    def coverage(self) -> Coverage:
        """Return numbers that nobody looks at, and the date of the newest document."""
        return Coverage(files=1, searched=1, scans=0, unreadable=0, unsupported=0, waiting=0, pages=3, newest="2019-11-29")

    def warm_viewer(self) -> None:
        """Start a worker."""
        self.viewers.warm()

    def viewer(
        self,
        document: Document,
        on_view: Callable[[View], None],
        /,
        *,
        password: str = "",
        patient: bool = False,
        beside: bool = False,
        by_hand: bool = False,
    ) -> Viewer:
        """Open the pages of a document."""
        try:
            data = Path(document.path).read_bytes()
        except OSError as error:
            raise ArchiveError(f"{document.path} is not where it was read.") from error
        return self.viewers.open(
            Handed(data, document.language, ("en",), password=password, seconds=PATIENT_SECONDS if patient else self.seconds),
            on_view,
            beside=beside,
            by_hand=by_hand,
        )
