"""Reads the index: documents, pages, what was stated in them, and how much of the library can be searched.

A reader is cheap to open and sees what a writer has committed since. One thread uses it at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from archiveviewer.index import checking, related, stated
from archiveviewer.index.blocks import PAGES, Block, DamagedBlockError, unpack
from archiveviewer.index.connect import Connection, kept, open_reader, speaking
from archiveviewer.index.documents import DOCUMENT, UNREAD, UNREAD_PDF, as_document, as_unread
from archiveviewer.index.rowmap import RowMap
from archiveviewer.index.state import State
from archiveviewer.index.values import loaded_path, stored_path
from archiveviewer.index.versions import refuse_other
from archiveviewer.records import (
    ArchiveError,
    Attachment,
    Coverage,
    DamagedIndexError,
    Document,
    FileState,
    Health,
    OutlineItem,
    PageText,
    Problem,
    ProblemCode,
    Sibling,
    Source,
    StatedEvent,
    StatedFact,
)
from archiveviewer.settings import INDEX_NAME


class Reader:
    """Reads the index of the library in a folder, until it is closed."""

    def __init__(self, library: Path) -> None:
        """Open the index. Raises ArchiveError when it is not there or not of the form that this program reads."""
        self._path = library / INDEX_NAME
        if not self._path.exists():
            raise ArchiveError(f"There is no library in {library}. Index a folder first, connect its disk, or choose another library.")
        with kept(open_reader(self._path)) as self._connection, speaking(self._path):
            refuse_other(self._connection, self._path)
        self._last = State(self._connection, -1)

    def __enter__(self) -> Reader:
        """Return itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """Close; a query under way in another thread ends with an error there."""
        self._connection.interrupt()
        self._connection.close()

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Yield the connection for several queries that see the same state. Raises ArchiveError."""
        with speaking(self._path):
            if self._connection.in_transaction:
                yield self._connection
                return
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("COMMIT")

    # -- documents and pages ------------------------------------------------------------------------------------

    def documents(self, ids: Iterable[int] | None = None) -> tuple[Document, ...]:
        """Return the documents `ids` in that order, without those that are no longer there; or all, sorted by path."""
        with self.snapshot() as connection:
            if ids is None:
                return tuple(map(as_document, connection.execute(f"{DOCUMENT} ORDER BY path")))
            wanted = list(ids)
            marks = ", ".join("?" * len(wanted))
            rows = connection.execute(f"{DOCUMENT} WHERE id IN ({marks})", wanted)
            found = {row[0]: as_document(row) for row in rows}
        return tuple(found[id] for id in wanted if id in found)

    def documents_about(self, countries: Iterable[str]) -> tuple[Document, ...]:
        """Return the documents about some countries and those about none that is known, sorted by path."""
        with self.snapshot() as connection:
            wanted = list(countries)
            marks = ", ".join("?" * len(wanted))
            rows = connection.execute(f"{DOCUMENT} WHERE country IS NULL OR country IN ({marks}) ORDER BY path", wanted)
            return tuple(map(as_document, rows))

    def document(self, id: int) -> Document:
        """Return a document, or a PDF that could not be read but may be looked at. Raises ArchiveError when it is no longer there."""
        found = self.documents([id]) or self._unread_pdf("id", id)
        if not found:
            raise ArchiveError("This document is no longer in the library. Search again.")
        return found[0]

    def relatives(self, ids: Iterable[int]) -> dict[int, tuple[Sibling, ...]]:
        """Return for each of the documents `ids` that is not alone its language versions and copies, itself included."""
        with self.snapshot() as connection:
            return related.relatives(connection, ids)

    def by_path(self, path: str) -> Document | None:
        """Return the document at `path`, or None."""
        with self.snapshot() as connection:
            row = connection.execute(f"{DOCUMENT} WHERE path = ?", [stored_path(path)]).fetchone()
        return as_document(row) if row else None

    def by_content(self, sha256: str, path: str) -> Document | None:
        """Return the document with this content, that at `path` before its copies; None when there is none."""
        with self.snapshot() as connection:
            rows = connection.execute(f"{DOCUMENT} WHERE sha256 = ? ORDER BY path <> ?, path LIMIT 1", [sha256, stored_path(path)])
            return next((as_document(row) for row in rows), None)

    def unpaged(self) -> frozenset[str]:
        """Return the hashes of the documents whose pages are sections."""
        with self.snapshot() as connection:
            return frozenset(sha256 for (sha256,) in connection.execute("SELECT DISTINCT sha256 FROM v_document WHERE paged = 0"))

    def file_by_path(self, path: str) -> Document | None:
        """Return a PDF at `path` that could not be read but may be looked at, as a document without pages; or None."""
        return next(iter(self._unread_pdf("path", stored_path(path))), None)

    def _unread_pdf(self, column: str, value: object) -> tuple[Document, ...]:
        with self.snapshot() as connection:
            return tuple(as_unread(row, paged=True) for row in connection.execute(f"{UNREAD_PDF} AND {column} = ?", [value]))

    def modified(self, path: str) -> int | None:
        """Return when the file at `path` was changed last as it was read, in nanoseconds since the epoch; None where there is none."""
        with self.snapshot() as connection:
            row = connection.execute("SELECT mtime_ns FROM v_file WHERE path = ?", [stored_path(path)]).fetchone()
        return None if row is None else int(row[0])

    def page(self, id: int, number: int) -> PageText:
        """Return the text of a page. Raises ArchiveError when there is no such page."""
        page = self._some_pages(id, [number]).get(number)
        if page is None:
            raise ArchiveError("This page is no longer in the library. Search again.")
        return page

    def page_language(self, id: int, number: int) -> str | None:
        """Return the language of a page, or None when it is not known."""
        with self.snapshot() as connection:
            row = connection.execute("SELECT language FROM v_page WHERE document = ? AND number = ?", [id, number]).fetchone()
        return row[0] if row else None

    def pages(self, id: int) -> Iterator[PageText]:
        """Yield all pages of a document in order. Raises ArchiveError when a stored text is damaged."""
        with self.snapshot() as connection:
            row = connection.execute("SELECT pages FROM v_document WHERE id = ?", [id]).fetchone()
        count = row[0] if row else 0
        for start in range(1, count + 1, PAGES):
            yield from self._some_pages(id, range(start, min(start + PAGES, count + 1))).values()

    def _some_pages(self, id: int, numbers: Iterable[int]) -> dict[int, PageText]:
        """Return the pages `numbers` of a document by number, without those that are not there. Raises ArchiveError."""
        wanted = set(numbers)
        found: dict[int, PageText] = {}
        with self.snapshot() as connection:
            for start in sorted({(number - 1) // PAGES * PAGES + 1 for number in wanted}):
                try:
                    found |= {page.number: page for page in _block(connection, id, start) if page.number in wanted}
                except DamagedBlockError as error:
                    raise DamagedIndexError(str(self._path.parent)) from error
        return found

    def outline(self, id: int) -> tuple[OutlineItem, ...]:
        """Return the outline of a document; empty when it has none."""
        with self.snapshot() as connection:
            rows = connection.execute("SELECT level, title, page FROM outline WHERE document = ? ORDER BY position", [id])
            return tuple(OutlineItem(*row) for row in rows)

    # -- what documents state -----------------------------------------------------------------------------------

    def facts(self, country: str | None = None) -> tuple[StatedFact, ...]:
        """Return the facts about one country or all, in the order of documents and the places in them."""
        with self.snapshot() as connection:
            return stated.facts(connection, country)

    def events(self, country: str | None = None) -> tuple[StatedEvent, ...]:
        """Return the events of one country or all, in the order of documents and the places in them."""
        with self.snapshot() as connection:
            return stated.events(connection, country)

    def attachments(self, country: str | None = None) -> tuple[tuple[Attachment, Source], ...]:
        """Return the files that pages list, each with the page's document."""
        with self.snapshot() as connection:
            return stated.attachments(connection, country)

    def countries(self) -> tuple[tuple[str, int], ...]:
        """Return each country that the library speaks of, with the number of its documents; sorted by code."""
        with self.snapshot() as connection:
            return stated.countries(connection)

    # -- the library --------------------------------------------------------------------------------------------

    def files(self) -> Iterator[FileState]:
        """Yield the state of every file, sorted by path."""
        with speaking(self._path):
            rows = self._connection.execute("SELECT path, media_type, state, pages, chars, health FROM v_file ORDER BY path")
            for path, media_type, state, pages, chars, health in rows:
                yield FileState(loaded_path(path), media_type, state, pages=pages, chars=chars, health=Health(health))

    def folder_files(self) -> dict[str, int]:
        """Return how many files each library folder has in the index, without those that are gone."""
        with self.snapshot() as connection:
            rows = connection.execute("SELECT folder, count(*) FROM v_file WHERE state <> 'gone' GROUP BY folder")
            return {loaded_path(folder): count for folder, count in rows}

    def unread(self) -> tuple[Document, ...]:
        """Return the files that are there and could not be read at all, as documents without pages whose id is 0."""
        with self.snapshot() as connection:
            return tuple(as_unread(row, paged=False) for row in connection.execute(UNREAD))

    def problems(self) -> tuple[Problem, ...]:
        """Return every file and page that could not be read in full, sorted by path and page."""
        with self.snapshot() as connection:
            rows = connection.execute("SELECT path, page, code, reason, next FROM v_problem ORDER BY path, page, id")
            return tuple(Problem(loaded_path(path), page, ProblemCode(code), reason, remedy) for path, page, code, reason, remedy in rows)

    def edition(self) -> int:
        """Return by which edition of the rules files were read; 0 before any were."""
        with self.snapshot() as connection:
            return int(connection.execute("PRAGMA application_id").fetchone()[0])

    def coverage(self) -> Coverage:
        """Return how much of the library can be searched; a file is counted as one thing only."""
        with self._state() as state:
            return state.coverage

    def languages(self) -> tuple[str, ...]:
        """Return the languages of the library's pages, the commonest first."""
        with self._state() as state:
            return state.languages

    def rows(self) -> RowMap:
        """Return which rows of the table of pages belong to which document."""
        with self._state() as state:
            return state.rows

    @contextmanager
    def _state(self) -> Iterator[State]:
        """Yield the state of the index now, with all that was worked out since the last commit of a writer."""
        with self.snapshot() as connection:
            version = connection.execute("PRAGMA data_version").fetchone()[0]
            if version != self._last.version:
                self._last = State(connection, version)
            yield self._last

    def check(self) -> tuple[str, ...]:
        """Return what is wrong with the index and every text in it, in plain words; nothing when all is well."""
        return checking.check(self._connection)


def _block(connection: Connection, id: int, start: int) -> list[PageText]:
    """Return the pages of the block of a document that begins with page `start`. Raises DamagedBlockError."""
    rows = connection.execute(
        "SELECT number, label, health, bytes, row FROM v_page WHERE document = ? AND number BETWEEN ? AND ? ORDER BY number",
        [id, start, start + PAGES - 1],
    ).fetchall()
    if not rows:
        return []
    stored = connection.execute("SELECT data, checksum FROM text_block WHERE id = ?", [rows[0][4]]).fetchone()
    if stored is None:
        raise DamagedBlockError("it is missing")
    texts = unpack(Block(*stored), [row[3] for row in rows])
    return [PageText(row[0], row[1], text, Health(row[2])) for row, text in zip(rows, texts, strict=True)]
