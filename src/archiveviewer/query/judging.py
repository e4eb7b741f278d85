"""Tells for which of a few documents a plan holds, and on which of their pages.

The table of documents answers for words. For what only pages can tell, their table is asked by ranges of rows, and the text itself
where that is not enough.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from archiveviewer.index.connect import Connection
from archiveviewer.query.excerpts import Excerpts
from archiveviewer.query.fields import Filter
from archiveviewer.query.plan import AllOf, AnyOf, Leaf, Plan, Without
from archiveviewer.query.sql import condition
from archiveviewer.query.terms import TITLE
from archiveviewer.query.texts import Page, Texts

Rows = dict[int, set[int]]
"""Numbers of pages by document."""

_HAVING = """
SELECT wanted.value FROM json_each(?) AS wanted CROSS JOIN document_terms
WHERE document_terms MATCH ? AND document_terms.rowid = wanted.value
"""
_HAVING_BEGINNING = _HAVING.replace("document_terms", "document_beginnings")
_ALL_ROWS = "SELECT rowid FROM page_terms WHERE page_terms MATCH ?"
_MANY = 150
"""From so many documents on it is quicker to ask for all pages at once than for the pages of each."""
_ROWS = """
SELECT wanted.value ->> 0, page_terms.rowid FROM json_each(?) AS wanted CROSS JOIN page_terms
WHERE page_terms MATCH ? AND page_terms.rowid BETWEEN wanted.value ->> 1 AND wanted.value ->> 2
"""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is needed of a document to look into it."""

    first_row: int
    pages: int
    title: str
    language: str | None
    kind: str
    sha256: str


class Judge:
    """Answers for one question; what it has found out once it remembers."""

    def __init__(self, connection: Connection, languages: Sequence[str]) -> None:
        """Ask through `connection`, of a library in `languages`."""
        self._connection = connection
        self.texts = Texts(connection)
        self.excerpts = Excerpts(languages)
        self._shelves: dict[int, Shelf] = {}
        self._rows: dict[str, Rows] = {}
        self._verified: dict[tuple[Leaf, int, int], bool] = {}

    def shelf(self, document: int) -> Shelf:
        """Return what was fetched of `document`."""
        return self._shelves[document]

    def knows(self, document: int) -> bool:
        """Whether `document` was fetched and is there."""
        return document in self._shelves

    def fetch(self, ids: Iterable[int]) -> None:
        """Fetch what is needed of documents before asking about them; those that are not there get no shelf."""
        missing = [id for id in ids if id not in self._shelves]
        if missing:
            rows = self._connection.execute(
                "SELECT id, first_row, pages, title, language, kind, sha256 FROM v_document WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(missing),),
            )
            self._shelves.update({row[0]: Shelf(*row[1:]) for row in rows})

    # -- documents ----------------------------------------------------------------------------------------------

    def holding(self, plan: Plan, ids: Collection[int]) -> set[int]:
        """Return those of `ids`, fetched before, for which `plan` holds."""
        match plan:
            case Leaf():
                return self._with_leaf(plan, ids)
            case Filter():
                return self._with_filter(plan, ids)
            case Without(inner):
                return set(ids) - self.holding(inner, ids)
            case AllOf(plans):
                left = set(ids)
                for one in plans:
                    left = self.holding(one, left) if left else left
                return left
            case AnyOf(plans):
                return set().union(*(self.holding(one, ids) for one in plans))

    def titled(self, plan: Plan, ids: Collection[int]) -> set[int]:
        """Return those of `ids` whose titles have the words of `plan`, in any order."""
        match plan:
            case Leaf():
                documents = f"{TITLE} : ({plan.documents})" if plan.documents else ""
                return self._having(documents, f"title : ({plan.beginning})" if plan.beginning else "", ids)
            case AllOf(plans):
                return set(ids).intersection(*(self.titled(one, ids) for one in plans))
            case AnyOf(plans):
                return set().union(*(self.titled(one, ids) for one in plans))
            case _:
                return set()

    def _having(self, documents: str, beginning: str, ids: Collection[int]) -> set[int]:
        """Return those of `ids` that the tables of documents find."""
        found = set(ids)
        for statement, expression in ((_HAVING, documents), (_HAVING_BEGINNING, beginning)):
            if expression and found:
                found = {id for (id,) in self._connection.execute(statement, (json.dumps(sorted(found)), expression))}
        return found

    def _with_leaf(self, leaf: Leaf, ids: Collection[int]) -> set[int]:
        found = self._having(leaf.documents, leaf.beginning, ids)
        if leaf.whole or not found:
            return found
        titled = self.titled(leaf, found)
        if leaf.pages and not leaf.in_title:
            self.prepare([leaf.pages], found)
        return {id for id in found if (id in titled and self._in_title(leaf, id)) or self._on_some_page(leaf, id)}

    def _with_filter(self, plan: Filter, ids: Collection[int]) -> set[int]:
        text, values = condition(plan)
        statement = f"SELECT id FROM v_document WHERE id IN (SELECT value FROM json_each(?)) AND {text}"
        return {id for (id,) in self._connection.execute(statement, (json.dumps(sorted(ids)), *values))}

    def _in_title(self, leaf: Leaf, id: int) -> bool:
        shelf = self._shelves[id]
        return self.excerpts.holds(shelf.title, shelf.language, leaf.light)

    def _on_some_page(self, leaf: Leaf, id: int) -> bool:
        if leaf.in_title:
            return False
        pages = self.pages(leaf, id)
        numbers = range(1, self._shelves[id].pages + 1) if pages is None else sorted(pages)
        return any(self.on_page(leaf, id, number) for number in numbers)

    # -- pages --------------------------------------------------------------------------------------------------

    def prepare(self, expressions: Iterable[str], ids: Collection[int]) -> None:
        """Ask the table of pages for several documents at once, so that `pages` and `rows` need not one by one."""
        for expression in expressions:
            known = self._rows.setdefault(expression, {})
            self._ask(expression, known, [id for id in ids if id not in known])

    def rows(self, expression: str, id: int) -> set[int]:
        """Return the numbers of the pages of `id` that the table of pages finds for `expression`."""
        known = self._rows.setdefault(expression, {})
        if id not in known:
            self._ask(expression, known, [id])
        return known[id]

    def pages(self, leaf: Leaf, id: int) -> set[int] | None:
        """Return the pages of `id` that may hold `leaf`; None when all of them may."""
        return self.rows(leaf.pages, id) if leaf.pages else None

    def on_page(self, leaf: Leaf, id: int, number: int) -> bool:
        """Whether a page that may hold `leaf` does."""
        if leaf.sure and leaf.pages:
            return True
        key = (leaf, id, number)
        if key not in self._verified:
            page = self.text(id, number)
            self._verified[key] = self.excerpts.holds(page.text, page.language, leaf.light)
        return self._verified[key]

    def text(self, id: int, number: int) -> Page:
        """Return a page as it is stored."""
        return self.texts.page(self._shelves[id].first_row, id, number)

    def _ask(self, expression: str, known: Rows, ids: Sequence[int]) -> None:
        if not ids:
            return
        if len(ids) > _MANY:
            known.update(self._all_rows(expression, ids))
            return
        shelves = [(id, self._shelves[id]) for id in ids]
        ranges = [(id, shelf.first_row, shelf.first_row + shelf.pages - 1) for id, shelf in shelves]
        found: Rows = {id: set() for id in ids}
        for id, row in self._connection.execute(_ROWS, (json.dumps(ranges), expression)):
            found[id].add(row - self._shelves[id].first_row + 1)
        known.update(found)

    def _all_rows(self, expression: str, ids: Sequence[int]) -> Rows:
        """Return the pages of many documents that the table of pages finds, from one walk through all it finds."""
        ordered = sorted(ids, key=lambda id: self._shelves[id].first_row)
        firsts = [self._shelves[id].first_row for id in ordered]
        found: Rows = {id: set() for id in ids}
        for (row,) in self._connection.execute(_ALL_ROWS, (expression,)):
            at = bisect_right(firsts, row) - 1
            if at >= 0 and row < firsts[at] + self._shelves[ordered[at]].pages:
                found[ordered[at]].add(row - firsts[at] + 1)
        return found
