"""Gathers the terms of a batch and writes them together, just before the batch is committed.

SQLite begins a savepoint for each statement that changes several rows and may fail, and FTS5 then writes out all that it has
gathered in memory. With other statements in between, each document became a segment of its own: twice the time, a larger index.
"""

from __future__ import annotations

from dataclasses import dataclass

from archiveviewer.index.connect import Connection
from archiveviewer.index.rows import DocumentRows

HASH_BYTES = 64 << 20
"""How much of a full-text index SQLite gathers in memory before it writes: more than one batch."""

TABLES = ("document_terms", "document_beginnings", "page_terms")
_PUT_DOCUMENT = "INSERT INTO document_terms (rowid, exact, stems, title_exact, title_stems) VALUES (?, ?, ?, ?, ?)"
_PUT_BEGINNINGS = "INSERT INTO document_beginnings (rowid, text, title) VALUES (?, ?, ?)"
_PUT_PAGE = "INSERT INTO page_terms (rowid, stems) VALUES (?, ?)"


@dataclass(frozen=True, slots=True)
class _Waiting:
    rows: DocumentRows
    first_row: int


class FullText:
    """What is to be put into and taken out of both full-text tables at the end of the batch."""

    def __init__(self, connection: Connection) -> None:
        """Work on `connection`."""
        self._connection = connection
        self._waiting: dict[int, _Waiting] = {}
        self._stale: dict[int, tuple[int, int]] = {}
        self.pages = 0
        for table in TABLES:
            connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', ?)", [HASH_BYTES])

    def put(self, number: int, rows: DocumentRows, first_row: int) -> None:
        """Have document `number` found, its pages by the rows from `first_row` on."""
        self._waiting[number] = _Waiting(rows, first_row)
        self.pages += len(rows.page_terms)

    def take_out(self, number: int, first_row: int, pages: int) -> None:
        """Have document `number` found no more."""
        if self._waiting.pop(number, None) is None:
            self._stale[number] = (first_row, first_row + pages - 1)

    def write(self) -> None:
        """Write it all; to be called inside the transaction of the batch, just before its end."""
        connection = self._connection
        for number, span in self._stale.items():
            connection.execute("DELETE FROM document_terms WHERE rowid = ?", [number])
            connection.execute("DELETE FROM document_beginnings WHERE rowid = ?", [number])
            connection.execute("DELETE FROM page_terms WHERE rowid BETWEEN ? AND ?", span)
        documents = [(number, one.rows) for number, one in sorted(self._waiting.items())]
        connection.executemany(
            _PUT_DOCUMENT,
            ((number, rows.terms.exact, rows.terms.stems, rows.title_terms.exact, rows.title_terms.stems) for number, rows in documents),
        )
        connection.executemany(
            _PUT_BEGINNINGS, ((number, rows.terms.beginnings, rows.title_terms.beginnings) for number, rows in documents)
        )
        for one in sorted(self._waiting.values(), key=lambda one: one.first_row):
            connection.executemany(_PUT_PAGE, enumerate(one.rows.page_terms, one.first_row))
        self.forget()

    def forget(self) -> None:
        """Forget what was gathered."""
        self._waiting.clear()
        self._stale.clear()
        self.pages = 0

    def merge(self, table: str, amount: int) -> bool:
        """Merge about `amount` database pages of one table; return whether there was something to merge."""
        before = self._connection.total_changes
        self._connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", [amount])
        return self._connection.total_changes - before > 1
