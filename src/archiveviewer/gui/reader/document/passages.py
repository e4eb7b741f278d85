"""A page of a document as text, with the spans to be lit in it: what the text view asks of the archive, away from the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from archiveviewer.gui.reader.document.lighting import Lighting
from archiveviewer.gui.reader.document.viewing import Viewer
from archiveviewer.gui.tasks import Tasks
from archiveviewer.records import Coverage, Document, Footnote, Health, Light, Merged, Note, OutlineItem, PageText, Span, View
from archiveviewer.text.evidence import find_quote, find_value


class Archive(Protocol):
    """What the reader needs of the archive."""

    def document(self, document: int, /) -> Document:
        """Return a document."""
        ...

    def page(self, document: int, page: int, /) -> PageText:
        """Return the text of a page."""
        ...

    def last_page(self, document: Document, /) -> int:
        """Return the page that was read last."""
        ...

    def recent_documents(self, most: int, /) -> tuple[Document, ...]:
        """Return the documents read lately."""
        ...

    def marks(self, document: int, page: int, lights: Sequence[Light], /) -> tuple[Span, ...]:
        """Return where lights stand in the text of a page."""
        ...

    def hit_pages(self, document: int, text: str, /, *, also: bool = False, without: tuple[str, ...] = ()) -> tuple[int, ...]:
        """Return the pages that answer a question."""
        ...

    def siblings(self, document: int, /) -> tuple[Document, ...]:
        """Return the language versions of a document."""
        ...

    def footnote(self, document: int, number: str, /) -> Footnote | None:
        """Return the note that a number in the text of a document points to."""
        ...

    def outline(self, document: int, /) -> tuple[OutlineItem, ...]:
        """Return the outline of a document."""
        ...

    def notes(self, document: int | None = None, *, text: str = "") -> tuple[Note, ...]:
        """Return notes."""
        ...

    def keep_note(self, note: Note, /) -> Note:
        """Keep a note."""
        ...

    def document_of(self, note: Note, /) -> Document | None:
        """Return the document that a note is on."""
        ...

    def export_notes(self, notes: Sequence[Note] | None = None, *, markdown: bool = False) -> str:
        """Return notes as text."""
        ...

    def merge_notes(self, table: str, /) -> Merged:
        """Take the notes of another library."""
        ...

    def country_name(self, code: str, language: str = "en") -> str:
        """Return what a country is called."""
        ...

    def coverage(self) -> Coverage:
        """Return what can be searched."""
        ...

    def has_changed(self, document: Document, /) -> bool:
        """Whether another file stands where a document was read."""
        ...

    def warm_viewer(self) -> None:
        """Have a process ready for the first document."""
        ...

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
        """Open the pages of a document; `by_hand` if this thread will `hurry`."""
        ...


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of a page, or of a section of an unpaged document; spans are in code points of `text`."""

    page: int
    label: str
    text: str
    health: Health
    hits: tuple[Span, ...] = ()
    quote: Span | None = None
    value: Span | None = None

    def guess(self, *, last: bool) -> float:
        """Return how far down the text stands what will be looked at, from 0 to 1: the evidence, the first hit or the last."""
        spans = [self.value or self.quote] if self.quote else [self.hits[-1 if last else 0]] if self.hits else []
        return spans[0][0] / max(len(self.text), 1) if spans and spans[0] else 0.0


def fetching(
    archive: Archive, tasks: Tasks, document: int, lighting: Callable[[], Lighting]
) -> Callable[[int, Callable[[Passage | None], None]], None]:
    """Return what a text view fetches the passages of a document with, the words lit that are to be lit then."""

    def fetch(page: int, take: Callable[[Passage | None], None]) -> None:
        lit = lighting()
        tasks.run(lambda: read_passage(archive, document, page, lighting=lit), take, lambda _: take(None))

    return fetch


def read_passage(archive: Archive, document: int, page: int, *, lighting: Lighting) -> Passage:
    """Return a page of a document with what is lit. Raises ArchiveError when it is not there."""
    read = archive.page(document, page)
    hits = archive.marks(document, page, lighting.lights) if lighting.lights else ()
    wanted, value_wanted = lighting.quoted(page)
    quote = find_quote(read.text, wanted)
    value: Span | None = None
    if quote:
        inside = find_value(read.text[quote[0] : quote[1]], value_wanted)
        value = (quote[0] + inside[0], quote[0] + inside[1]) if inside else None
    return Passage(page=page, label=read.label, text=read.text, health=read.health, hits=hits, quote=quote, value=value)
