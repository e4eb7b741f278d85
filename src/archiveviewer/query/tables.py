"""Asks the full-text tables for documents and for pages, each thing once, and as little at a time as will do.

SQLite can be interrupted between two rows, not while it looks for the next one.
"""

from __future__ import annotations

import json
import sys
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from itertools import chain

from archiveviewer.index.connect import Connection
from archiveviewer.index.rowmap import RowMap
from archiveviewer.query.terms import OPEN, alternatives

_FEW = 100
"""So few documents are asked for one after the other."""
_ASKED_AFTER = 50
"""After so many pages it is asked whether there are enough."""
_MOST_OF_RARE, _SHARE_OF_RARE = 3000, 50
"""So many pages with a phrase are enough, where it stands on fewer than one in so many."""
_MANY = 1000
"""From so many documents on it is quicker to ask for all pages at once than for the pages of each."""
_RARE = 200
"""So is it for what so few documents have."""
_SCANNED = 3000
"""What so few documents have is asked for at once: it takes less time than to begin anew for each of forty documents."""
_STRETCHES = 4
"""In so many places it is counted how often something common comes."""
_SHARE_OF_OPEN = 0.1
"""The documents that are taken to have a word which begins in some way: what begins so takes too long to gather for a guess."""
_SMALL = 5000
"""And in a library of no more documents, for beginnings of words, which are gathered anew each time."""
_TINY = 10_000
"""In a library of no more pages there is time to look everywhere."""

TERMS = "SELECT rowid FROM document_terms WHERE document_terms MATCH ?"
BEGINNINGS = "SELECT rowid FROM document_beginnings WHERE document_beginnings MATCH ?"
_PAGES = "SELECT rowid FROM page_terms WHERE page_terms MATCH ?"
_IN_ONE = "SELECT json_group_array(rowid) FROM ({})"
"""All in one value: half the time that rows take, one after the other."""
_NONE: frozenset[int] = frozenset()


class Tables:
    """The full-text tables of a library, as one question asks them."""

    def __init__(self, connection: Connection, rows: RowMap) -> None:
        """Ask through `connection`, of a library whose pages are those of `rows`."""
        self._connection = connection
        self._row_map = rows
        self.small = len(rows) <= _SMALL
        self.tiny = rows.last_row <= _TINY
        self._asked: set[tuple[str, str]] = set()
        self._found: dict[tuple[str, str], frozenset[int]] = {}
        self._pages: dict[str, dict[int, Set[int]]] = {}
        self._all_rows: dict[str, Sequence[int]] = {}
        self._first_of: dict[str, Sequence[int]] = {}
        self._counted: dict[tuple[str, str], float] = {}
        self._first_few: dict[tuple[str, str], int] = {}
        self._owners: dict[str, set[int]] = {}
        self._first_rows: dict[tuple[str, str], int] = {}
        self._none_from: dict[tuple[str, str], int] = {}

    # -- documents ----------------------------------------------------------------------------------------------

    def among(self, statement: str, expression: str, ids: Collection[int]) -> Set[int]:
        """Return at least those of `ids` that a table finds: the first time only those of a few, then all, since more may be asked for."""
        first = (statement, expression) not in self._asked
        self._asked.add((statement, expression))
        few = first and len(ids) <= _FEW and not (OPEN in expression or self.is_scanned(statement, expression))
        return self._some(statement, expression, ids) if few else self.all(statement, expression)

    def these(self, expression: str, ids: Collection[int]) -> Set[int]:
        """Return those few of `ids` that the table of documents finds."""
        return self.all(TERMS, expression) & set(ids) if self.is_scanned(TERMS, expression) else self._some(TERMS, expression, ids)

    def _some(self, statement: str, expression: str, ids: Collection[int]) -> set[int]:
        return set(self._sweep(statement, expression, [(id, id) for id in ids]))

    def all(self, statement: str, expression: str) -> frozenset[int]:
        """Return all documents that a table finds; asking for each of forty takes longer than asking for all."""
        key = (statement, expression)
        if self._first_rows.get(key) == sys.maxsize:
            return _NONE
        if key not in self._found:
            self._found[key] = frozenset(self._rows_of(statement, expression))
        return self._found[key]

    def about(self, statement: str, expression: str) -> float:
        """Return about how many documents a table finds, exactly where they are few or it is small."""
        key = (statement, expression)
        if key in self._found:
            return len(self._found[key])
        if key not in self._counted:
            self._counted[key] = self._number(*key) if self.small else self._estimate(*key)
        return self._counted[key]

    def is_scanned(self, statement: str, expression: str) -> bool:
        """Whether it takes little time to ask for all that a table finds."""
        return not expression.endswith(OPEN) and self.about(statement, expression) <= _SCANNED

    def is_on_few_pages(self, expression: str, *, share: float) -> bool:
        """Whether it takes little time to ask for all pages of what the table of documents finds, in no larger part of the library."""
        return self.is_scanned(TERMS, expression) and self.about(TERMS, expression) <= share * len(self._row_map)

    def _estimate(self, statement: str, expression: str) -> float:
        if expression.endswith(OPEN):
            return _SHARE_OF_OPEN * self._row_map.last_id
        few = self._few(statement, expression)
        return few if few <= _RARE else self._share(statement, expression) * self._row_map.last_id

    def _few(self, statement: str, expression: str) -> int:
        """Return how many documents a table finds, counted no further than a few."""
        key = (statement, expression)
        if key in self._found:
            return len(self._found[key])
        if key not in self._first_few:
            self._first_few[key] = self._number(f"{statement} LIMIT {_RARE + 1}", expression)
        return self._first_few[key]

    def _number(self, statement: str, expression: str) -> int:
        return int(self._connection.execute(f"SELECT count(*) FROM ({statement})", (expression,)).fetchone()[0])

    def _share(self, statement: str, expression: str) -> float:
        """Return for which part of the numbers of documents a table finds one, judged by some stretches of them."""
        last = self._row_map.last_id
        most = _RARE // _STRETCHES
        shares = []
        for first in range(1, last + 1, -(-last // _STRETCHES)):
            rows = self._connection.execute(f"{statement} AND rowid >= ? LIMIT {most}", (expression, first)).fetchall()
            end = rows[-1][0] if len(rows) == most else last
            shares.append(len(rows) / (end - first + 1))
        return sum(shares) / len(shares)

    def is_few(self, statement: str, expression: str) -> bool:
        """Whether a table finds few documents, counted no further than that."""
        return self._few(statement, expression) <= _RARE

    # -- pages --------------------------------------------------------------------------------------------------

    def first_rows(self, expression: str, rows: list[int], *, enough: Callable[[], bool]) -> bool | None:
        """Put into `rows` those of the pages that a phrase finds, in order, until there are `enough`, and say whether these are all.

        None when it stands on so many pages that looking into documents soon finds some.
        """
        self._first_of[expression] = rows
        for (row,) in self._connection.execute(_PAGES, (expression,)):
            rows.append(row)
            if len(rows) % _ASKED_AFTER == 0:
                if len(rows) > _RARE + row // _SHARE_OF_RARE:
                    return None
                if len(rows) >= _MOST_OF_RARE or enough():
                    return False
        self._all_rows[expression] = rows
        return True

    def owners(self, rows: Sequence[int]) -> set[int]:
        """Return the documents of some pages, which are in order."""
        return self._row_map.owners(rows)

    def prepare_rows(self, expression: str, ids: Collection[int], *, rare: bool = False) -> None:
        """Ask the table of pages for several documents at once, so that `rows` need not one by one; for all of them what is `rare`."""
        if expression and expression not in self._all_rows:
            known = self._pages.setdefault(expression, {})
            missing = [id for id in ids if id not in known]
            self._ask(expression, missing, whole=bool(missing) and (rare or len(missing) > _MANY))

    def rows(self, expression: str, id: int) -> Collection[int]:
        """Return the numbers of the pages of `id` that the table of pages finds for `expression`."""
        known = self._pages.setdefault(expression, {})
        if id not in known and expression not in self._all_rows:
            self._ask(expression, [id], whole=False)
        if id not in known:
            known[id] = self._row_map.numbers(self._all_rows[expression], id)
        return known[id]

    def with_rows(self, expression: str, ids: Iterable[int]) -> Set[int]:
        """Return the documents, at least those of `ids`, on whose pages something stands."""
        if expression not in self._all_rows:
            return {id for id in ids if self.rows(expression, id)}
        if expression not in self._owners:
            self._owners[expression] = self._row_map.owners(self._all_rows[expression])
        return self._owners[expression]

    def _ask(self, expression: str, ids: Sequence[int], *, whole: bool) -> None:
        if whole or OPEN in expression:
            self._all_rows[expression] = self._rows_of(_PAGES, expression)
        else:
            met = self._first_of.get(expression) or (0,)
            known = self._pages.setdefault(expression, {})
            known.update({id: self._row_map.numbers(met, id) for id in ids if self._row_map.span(id)[1] <= met[-1]})
            missing = [id for id in ids if id not in known]
            known.update(self._swept(expression, missing) if missing else {})

    def _swept(self, expression: str, ids: Sequence[int]) -> dict[int, set[int]]:
        """Return the numbers of the pages found in each of some documents."""
        found: dict[int, set[int]] = {id: set() for id in ids}
        owners = {self._row_map.first_row(id): id for id in ids}
        firsts = sorted(owners)
        spans = [self._row_map.span(id) for id in ids]
        for row in chain.from_iterable(self._sweep(_PAGES, one, spans) for one in alternatives(expression)):
            first = firsts[bisect_right(firsts, row) - 1]
            found[owners[first]].add(row - first + 1)
        return found

    def _rows_of(self, statement: str, expression: str) -> Sequence[int]:
        """Return all that a table finds; of a large library one by one, since reading a long list at once holds up the window."""
        if not self.small:
            return [row for (row,) in self._connection.execute(statement, (expression,))]
        return tuple(json.loads(self._connection.execute(_IN_ONE.format(statement), (expression,)).fetchone()[0]))

    def _sweep(self, statement: str, expression: str, spans: Iterable[tuple[int, int]]) -> Iterator[int]:
        """Give the rows in some spans that a table finds, in order.

        For what is rare SQLite goes on far beyond the end of a span until it finds a row. So no span before that row is asked for, nor
        any behind the last row of all: all of them together never cost more than asking for everything at once.
        """
        asked = (statement, expression)
        if asked not in self._first_rows:
            row = self._connection.execute(f"{statement} LIMIT 1", (expression,)).fetchone()
            self._first_rows[asked] = row[0] if row else sys.maxsize
        next_row = self._first_rows[asked]
        for first, last in sorted(spans):
            if next_row > last or first >= self._none_from.get(asked, sys.maxsize):
                continue
            next_row = sys.maxsize
            for (row,) in self._connection.execute(f"{statement} AND rowid >= ?", (expression, first)):
                if row > last:
                    next_row = row
                    break
                yield row
            if next_row == sys.maxsize:
                self._none_from[asked] = last + 1
