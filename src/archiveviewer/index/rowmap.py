"""Knows which rows of the full-text table of pages belong to which document."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from archiveviewer.index.connect import Connection


class RowMap:
    """The rows of all documents of one state of the index; some thirty bytes for each, since every thread that reads has its own."""

    def __init__(self, connection: Connection) -> None:
        """Read them."""
        rows = connection.execute("SELECT id, first_row, first_row + pages - 1 FROM document WHERE pages > 0 ORDER BY first_row").fetchall()
        self._ids = array("q", [id for id, _, _ in rows])
        self._firsts = array("q", [first for _, first, _ in rows])
        self._lasts = array("q", [last for _, _, last in rows])
        self._places = array("l", [-1]) * (max(self._ids, default=0) + 1)
        for place, id in enumerate(self._ids):
            self._places[id] = place

    def __len__(self) -> int:
        """Return how many documents have pages."""
        return len(self._ids)

    @property
    def last_row(self) -> int:
        """The row of the last page: about how many pages there are."""
        return self._lasts[-1] if self._lasts else 0

    @property
    def last_id(self) -> int:
        """The greatest number of a document that has pages."""
        return len(self._places) - 1

    def span(self, id: int) -> tuple[int, int]:
        """Return the first and the last row of document `id`; a span without rows when it has no pages."""
        place = self._places[id] if 0 <= id < len(self._places) else -1
        return (self._firsts[place], self._lasts[place]) if place >= 0 else (0, -1)

    def first_row(self, id: int) -> int:
        """Return the row of the first page of document `id`."""
        return self.span(id)[0]

    def owners(self, rows: Sequence[int]) -> set[int]:
        """Return the documents to which any of `rows` belongs, which rise."""
        found: set[int] = set()
        at = 0
        while at < len(rows):
            place = bisect_right(self._firsts, rows[at]) - 1
            if place >= 0 and rows[at] <= self._lasts[place]:
                found.add(self._ids[place])
            following = self._firsts[place + 1] if place + 1 < len(self._firsts) else rows[-1] + 1
            at = bisect_left(rows, following, at)
        return found

    def numbers(self, rows: Sequence[int], id: int) -> frozenset[int]:
        """Return the numbers of the pages of document `id` among `rows`, which rise."""
        first, last = self.span(id)
        return frozenset(row - first + 1 for row in rows[bisect_left(rows, first) : bisect_right(rows, last)])
