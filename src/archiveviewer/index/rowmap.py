"""Knows which rows of the full-text table of pages belong to which document."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable

from archiveviewer.index.connect import Connection


class RowMap:
    """The rows of all documents of one state of the index; a few dozen bytes for each document."""

    def __init__(self, connection: Connection) -> None:
        """Read them."""
        self._firsts = array("q")
        self._lasts = array("q")
        self._ids = array("q")
        self._spans: dict[int, tuple[int, int]] = {}
        for id, first, pages in connection.execute("SELECT id, first_row, pages FROM document WHERE pages > 0 ORDER BY first_row"):
            self._firsts.append(first)
            self._lasts.append(first + pages - 1)
            self._ids.append(id)
            self._spans[id] = (first, first + pages - 1)

    def span(self, id: int) -> tuple[int, int]:
        """Return the first and the last row of document `id`; a span without rows when it has no pages."""
        return self._spans.get(id, (0, -1))

    def first_row(self, id: int) -> int:
        """Return the row of the first page of document `id`."""
        return self.span(id)[0]

    def pages(self, rows: Iterable[int]) -> dict[int, set[int]]:
        """Return the numbers of pages by document for `rows`, which rise."""
        found: dict[int, set[int]] = {}
        first = last = 0
        numbers: set[int] = set()
        for row in rows:
            if not first <= row <= last:
                at = bisect_right(self._firsts, row) - 1
                if at < 0 or row > self._lasts[at]:
                    continue
                first, last = self._firsts[at], self._lasts[at]
                numbers = found.setdefault(self._ids[at], set())
            numbers.add(row - first + 1)
        return found
