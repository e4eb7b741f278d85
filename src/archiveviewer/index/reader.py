"""Reads the index: documents, pages, what was stated in them, and how much of the library can be searched.

A reader is cheap to open and sees what a writer has committed since. One thread uses it at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from archiveviewer.index import checking, related, stated
from archiveviewer.index.blocks import PAGES, Block, DamagedBlockError, unpack
from archiveviewer.index.connect import Connection, kept, open_reader, speaking
from archiveviewer.index.rowmap import RowMap
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
    Kind,
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

_DOCUMENT = "SELECT id, path, folder, media_type, title, kind, language, country, date, paged, pages, size, sha256 FROM v_document"
_UNREAD_PDF = (
    "SELECT id, path, folder, media_type, size, sha256 FROM v_file "
    "WHERE state = 'problem' AND (media_type = 'application/pdf' OR lower(CAST(path AS TEXT)) LIKE '%.pdf') "
    "AND id NOT IN (SELECT id FROM v_document)"
)
_COVERAGE = """
SELECT count(*), coalesce(sum(state = 'indexed'), 0), coalesce(sum(state = 'problem' AND pages > 0), 0),
    coalesce(sum(state = 'problem' AND pages = 0 AND EXISTS (
        SELECT 1 FROM problem WHERE problem.file = v_file.id AND code = 'unsupported')), 0),
    coalesce(sum(pages), 0)
FROM v_file WHERE state <> 'gone'
"""
_WAITING = """
SELECT count(*), coalesce(sum(NOT EXISTS (SELECT 1 FROM v_file WHERE v_file.path = job.path AND state <> 'gone')), 0) FROM job
"""


class Reader:
    """Reads the index of the library in a folder, until it is closed."""

    def __init__(self, library: Path) -> None:
        """Open the index. Raises ArchiveError when it is not there or not of the form that this program reads."""
        self._path = library / INDEX_NAME
        if not self._path.exists():
            raise ArchiveError(f"There is no library in {library}. Index a folder first, connect its disk, or choose another library.")
        with kept(open_reader(self._path)) as self._connection, speaking(self._path):
            refuse_other(self._connection, self._path)
        self._languages: tuple[int, tuple[str, ...]] = (-1, ())
        self._rows: tuple[int, RowMap | None] = (-1, None)
        self._coverage: tuple[int, Coverage] | None = None

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

    def version(self) -> int:
        """Return a number that differs from the last one whenever a writer has committed in between."""
        with speaking(self._path):
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    # -- documents and pages ------------------------------------------------------------------------------------

    def documents(self, ids: Iterable[int] | None = None) -> tuple[Document, ...]:
        """Return the documents `ids` in that order, without those that are no longer there; or all, sorted by path."""
        with self.snapshot() as connection:
            if ids is None:
                return tuple(map(_document, connection.execute(f"{_DOCUMENT} ORDER BY path")))
            wanted = list(ids)
            marks = ", ".join("?" * len(wanted))
            rows = connection.execute(f"{_DOCUMENT} WHERE id IN ({marks})", wanted)
            found = {row[0]: _document(row) for row in rows}
        return tuple(found[id] for id in wanted if id in found)

    def documents_about(self, countries: Iterable[str]) -> tuple[Document, ...]:
        """Return the documents about some countries and those about none that is known, sorted by path."""
        with self.snapshot() as connection:
            wanted = list(countries)
            marks = ", ".join("?" * len(wanted))
            rows = connection.execute(f"{_DOCUMENT} WHERE country IS NULL OR country IN ({marks}) ORDER BY path", wanted)
            return tuple(map(_document, rows))

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
            row = connection.execute(f"{_DOCUMENT} WHERE path = ?", [stored_path(path)]).fetchone()
        return _document(row) if row else None

    def by_content(self, sha256: str, path: str) -> Document | None:
        """Return the document with this content, that at `path` before its copies; None when there is none."""
        with self.snapshot() as connection:
            rows = connection.execute(f"{_DOCUMENT} WHERE sha256 = ? ORDER BY path <> ?, path LIMIT 1", [sha256, stored_path(path)])
            return next((_document(row) for row in rows), None)

    def unpaged(self) -> frozenset[str]:
        """Return the hashes of the documents whose pages are sections."""
        with self.snapshot() as connection:
            return frozenset(sha256 for (sha256,) in connection.execute("SELECT DISTINCT sha256 FROM v_document WHERE paged = 0"))

    def file_by_path(self, path: str) -> Document | None:
        """Return a PDF at `path` that could not be read but may be looked at, as a document without pages; or None."""
        return next(iter(self._unread_pdf("path", stored_path(path))), None)

    def _unread_pdf(self, column: str, value: object) -> tuple[Document, ...]:
        with self.snapshot() as connection:
            return tuple(_unread(row, paged=True) for row in connection.execute(f"{_UNREAD_PDF} AND {column} = ?", [value]))

    def modified(self, path: str) -> int | None:
        """Return when the file at `path` was changed last as it was read, in nanoseconds since the epoch; None where there is none."""
        with self.snapshot() as connection:
            row = connection.execute("SELECT mtime_ns FROM v_file WHERE path = ?", [stored_path(path)]).fetchone()
        return None if row is None else int(row[0])

    def page(self, id: int, number: int) -> PageText:
        """Return the text of a page. Raises ArchiveError when there is no such page."""
        page = self.some_pages(id, [number]).get(number)
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
            yield from self.some_pages(id, range(start, min(start + PAGES, count + 1))).values()

    def some_pages(self, id: int, numbers: Iterable[int]) -> dict[int, PageText]:
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
            rows = connection.execute(
                "SELECT 0, path, folder, media_type, size, sha256 FROM v_file "
                "WHERE state <> 'gone' AND id NOT IN (SELECT id FROM v_document) ORDER BY path"
            )
            return tuple(_unread(row, paged=False) for row in rows)

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
        version = self.version()
        if self._coverage is None or self._coverage[0] != version:
            self._coverage = (version, self._covered())
        return self._coverage[1]

    def _covered(self) -> Coverage:
        with self.snapshot() as connection:
            files, searched, scans, unsupported, pages = connection.execute(_COVERAGE).fetchone()
            waiting, unseen = connection.execute(_WAITING).fetchone()
            newest = connection.execute("SELECT max(date) FROM v_document").fetchone()[0]
        unreadable = files - searched - scans - unsupported
        return Coverage(files + unseen, searched, scans, unreadable, unsupported=unsupported, waiting=waiting, pages=pages, newest=newest)

    def languages(self) -> tuple[str, ...]:
        """Return the languages of the library's pages, the commonest first."""
        version = self.version()
        if self._languages[0] != version:
            with self.snapshot() as connection:
                rows = connection.execute("SELECT language FROM v_language ORDER BY pages DESC, language")
                self._languages = (version, tuple(language for (language,) in rows))
        return self._languages[1]

    def rows(self) -> RowMap:
        """Return which rows of the table of pages belong to which document; ask inside a snapshot."""
        version = self.version()
        kept = self._rows[1] if self._rows[0] == version else None
        if kept is None:
            kept = RowMap(self._connection)
            self._rows = (version, kept)
        return kept

    def check(self) -> tuple[str, ...]:
        """Return what is wrong with the index and every text in it, in plain words; nothing when all is well."""
        return checking.check(self._connection)


def _document(row: tuple[Any, ...]) -> Document:  # Any: a row of the database
    return Document(
        id=row[0],
        path=loaded_path(row[1]),
        folder=loaded_path(row[2]),
        media_type=row[3],
        title=row[4],
        kind=related.KINDS.get(row[5], Kind.OTHER),
        language=row[6],
        country=row[7],
        date=row[8],
        paged=bool(row[9]),
        pages=row[10],
        size=row[11],
        sha256=row[12],
    )


def _unread(row: tuple[Any, ...], *, paged: bool) -> Document:  # Any: a row of the database
    id, path, folder, media_type, size, sha256 = row
    return Document(
        id=id,
        path=loaded_path(path),
        folder=loaded_path(folder),
        media_type=media_type,
        title=Path(loaded_path(path)).stem,
        kind=Kind.OTHER,
        language=None,
        country=None,
        date=None,
        paged=paged,
        pages=0,
        size=size,
        sha256=sha256,
    )


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
