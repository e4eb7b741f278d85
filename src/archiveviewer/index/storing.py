"""The statements that put one file into the index, and take it out again; each runs inside the transaction of its caller."""

from __future__ import annotations

from collections.abc import Iterable

from archiveviewer.index.blocks import PAGES
from archiveviewer.index.connect import Connection
from archiveviewer.index.fulltext import FullText
from archiveviewer.index.rows import DocumentRows, FileRow, cleaned, problem_rows
from archiveviewer.index.values import stored_path
from archiveviewer.records import Problem, ReadDocument

_PUT_FILE = """
INSERT INTO file (path, folder, size, mtime_ns, sha256, state, media_type, pages, chars, health)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (path) DO UPDATE SET folder = excluded.folder, size = excluded.size, mtime_ns = excluded.mtime_ns,
    sha256 = excluded.sha256, state = excluded.state, media_type = excluded.media_type, pages = excluded.pages,
    chars = excluded.chars, health = excluded.health
RETURNING id
"""
_PUT_DOCUMENT = """
INSERT INTO document (id, title, kind, language, country, date, paged, symbol, pages, first_row) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def put_file(connection: Connection, row: FileRow, full_text: FullText) -> int:
    """Store `row` in the place of all that is there for its path; return its number, which stays."""
    path = stored_path(row.file.path)
    found = connection.execute("SELECT id FROM file WHERE path = ?", [path]).fetchone()
    if found:
        clear(connection, found[0], full_text)
    about = (row.file.size, row.file.mtime_ns, row.sha256, row.state, row.media_type, row.pages, row.chars, row.health.value)
    values = (path, stored_path(row.folder), *cleaned(about))
    return int(connection.execute(_PUT_FILE, values).fetchone()[0])


def put_problems(connection: Connection, number: int, problems: Iterable[Problem]) -> None:
    """Store the problems of file `number`."""
    rows = problem_rows(problems)
    connection.executemany(f"INSERT INTO problem (file, page, code, reason, next) VALUES ({number}, ?, ?, ?, ?)", rows)


def put_document(connection: Connection, number: int, document: ReadDocument, *, rows: DocumentRows, first_row: int) -> None:
    """Store the document of file `number`, all but its terms; its pages take the rows from `first_row` on."""
    about = (document.title, document.kind.value, document.language, document.country, document.date)
    more = (document.paged, document.symbol)
    connection.execute(_PUT_DOCUMENT, (number, *cleaned((*about, *more)), len(rows.pages), first_row))
    connection.executemany(f"INSERT INTO page VALUES ({number}, ?, ?, ?, ?, ?, ?)", rows.pages)
    connection.executemany(f"INSERT INTO document_language VALUES ({number}, ?, ?)", rows.languages)
    connection.executemany(
        "INSERT INTO text_block (id, checksum, data) VALUES (?, ?, ?)",
        [(first_row + index * PAGES, block.checksum, block.data) for index, block in enumerate(rows.blocks)],
    )
    connection.executemany(f"INSERT INTO outline VALUES ({number}, ?, ?, ?, ?)", rows.outline)
    for table, stated in (("fact", rows.facts), ("event", rows.events), ("attachment", rows.attachments)):
        if stated:
            marks = ", ?" * len(stated[0])
            connection.executemany(f"INSERT INTO {table} VALUES (NULL, {number}{marks})", stated)


def clear(connection: Connection, number: int, full_text: FullText) -> None:
    """Delete all that was read of a file, but not the row of the file itself."""
    connection.execute("DELETE FROM problem WHERE file = ?", [number])
    found = connection.execute("SELECT first_row, pages FROM document WHERE id = ?", [number]).fetchone()
    if not found:
        return
    first, pages = found
    full_text.take_out(number, first, pages)
    connection.execute("DELETE FROM text_block WHERE id BETWEEN ? AND ?", [first, first + pages - 1])
    connection.execute("DELETE FROM document WHERE id = ?", [number])
