"""The room of documents: what they say, page by page, and how they look."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from archiveviewer.archive.rooms.memory import MemoryRoom
from archiveviewer.pages.desk import PATIENT_SECONDS, SECONDS, Handed
from archiveviewer.pages.viewer import Viewer
from archiveviewer.pages.viewers import Viewers
from archiveviewer.records import ArchiveError, Document, Footnote, Light, OutlineItem, PageText, Span, View
from archiveviewer.text.spans import find


class DocumentsRoom(MemoryRoom):
    """Hands out documents, and viewers of their files."""

    def __init__(self, library: Path, *, today: Callable[[], date] = date.today) -> None:
        """Take the library in folder `library` as it is."""
        super().__init__(library, today=today)
        self._viewers = Viewers()

    def document(self, document: int) -> Document:
        """Return a document of the library, or a PDF that could not be read but may be looked at, which then has 0 pages.

        Raises ArchiveError when it is no longer there.
        """
        return self._reader.document(document)

    def document_at(self, path: str) -> Document | None:
        """Return the document at `path`, or None."""
        return self._reader.by_path(path)

    def file_at(self, path: str) -> Document | None:
        """Return the document at `path`, or a PDF there that could not be read but may be looked at; None when there is neither."""
        return self._reader.by_path(path) or self._reader.file_by_path(path)

    def recent_documents(self, most: int) -> tuple[Document, ...]:
        """Return the documents that were read lately and are still here, the last one first."""
        paths = dict.fromkeys(visit.path for visit in self.visits())
        found = (self.document_at(path) for path in paths)
        return tuple(islice((document for document in found if document), most))

    def last_page(self, document: Document) -> int:
        """Return the page of a document that was read last, 1 when it never was."""
        return self._last_pages.of(document.path)

    def siblings(self, document: int) -> tuple[Document, ...]:
        """Return the language versions of a document, itself among them, sorted by language; of copies only one."""
        family = self._reader.relatives([document]).get(document, ())
        texts = {one.sha256: one.document for one in sorted(family, key=lambda one: one.document == document)}
        return tuple(sorted(self._reader.documents(texts.values() or [document]), key=lambda one: (one.language or "", one.path)))

    def page(self, document: int, page: int) -> PageText:
        """Return the text of a page. Raises ArchiveError when there is no such page."""
        return self._reader.page(document, page)

    def pages(self, document: int) -> Iterator[PageText]:
        """Yield the text of every page of a document."""
        return self._reader.pages(document)

    def footnote(self, document: int, number: str) -> Footnote | None:
        """Return the note that a number in square brackets points to in a document; None when it has no such note."""
        from archiveviewer.text.footnotes import note

        return note(self._reader.pages(document), number)

    def outline(self, document: int) -> tuple[OutlineItem, ...]:
        """Return the outline of a document; empty when it has none."""
        return self._reader.outline(document)

    def marks(self, document: int, page: int, lights: Sequence[Light]) -> tuple[Span, ...]:
        """Return where `lights` stand in the text of a page."""
        language = self._reader.page_language(document, page)
        return find(self.page(document, page).text, language, lights, languages=self._reader.languages())

    def warm_viewer(self) -> None:
        """Start a render worker ahead of need, so that the first document opens at once; returns without waiting."""
        self._viewers.warm()

    def viewer(
        self,
        document: Document,
        on_view: Callable[[View], None],
        *,
        password: str = "",
        patient: bool = False,
        beside: bool = False,
        by_hand: bool = False,
    ) -> Viewer:
        """Return a viewer with the file of `document` open; `on_view` is called on the viewer's own thread.

        The password is kept in memory while the document is open, and nowhere else. With `patient` it may take long;
        `beside` others it gives way to none but another such. Opened `by_hand`, this thread has to `hurry` it.
        Raises ArchiveError when the file is not where it was read.
        """
        try:
            data = Path(document.path).read_bytes()
        except OSError as error:
            raise ArchiveError(f"{Path(document.path).name} is not where it was read. Connect its disk; its text is kept.") from error
        seconds = PATIENT_SECONDS if patient else SECONDS
        handed = Handed(data, document.language, self._reader.languages(), password=password, seconds=seconds)
        return self._viewers.open(handed, on_view, beside=beside, by_hand=by_hand)

    def has_changed(self, document: Document) -> bool:
        """Whether another file now stands where `document` was read; one that is not there has not changed. Large files take a moment."""
        path = Path(document.path)
        try:
            status = path.stat()
            if status.st_size != document.size or status.st_mtime_ns == self._reader.modified(document.path):
                return status.st_size != document.size
            with path.open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest() != document.sha256
        except OSError:
            return False

    def close(self) -> None:
        """Close every document and connection."""
        self._viewers.close()
        super().close()
