"""Tells for which documents a plan holds, and on which of their pages.

The tables of documents answer for words. For what only pages can tell, their table is asked, for a few documents by ranges of rows,
for many at once; and the text itself is looked at where that is not enough.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from archiveviewer.index.connect import Connection
from archiveviewer.index.rowmap import RowMap
from archiveviewer.query.excerpts import Excerpts
from archiveviewer.query.fields import Filter
from archiveviewer.query.leaf import Leaf
from archiveviewer.query.leaves import AllOf, AnyOf, Beside, Plan, Without, leaves, pages_of_any
from archiveviewer.query.sql import condition
from archiveviewer.query.tables import BEGINNINGS, TERMS, Tables
from archiveviewer.query.terms import TITLE, is_row
from archiveviewer.query.texts import Page, Texts

_MANY_TERMS, _VERY_MANY_TERMS = 24, 100
"""For so many terms at once, which are the rare ones that begin alike, it is quicker to ask for all pages; in a large library some of
fewer may stand everywhere."""

_SHARE_OF_SCANNED, _SHARE_OF_BESIDE = 0.1, 0.8
"""Where no larger part of the documents has a word, all its pages are soon asked for: in a library of 2,000 documents a common word is
on 40,000. Together with another one it is on fewer."""

_FEW_TITLES = 100
"""So few titles are looked at one by one: to ask the table for those with a common word takes longer."""

_SHELVES = """
SELECT id, first_row, pages, title, language, kind, country,
    coalesce(family, (SELECT sha256 FROM v_file WHERE v_file.id = v_document.id))
FROM v_document WHERE id IN (SELECT value FROM json_each(?))
"""


_Asked = tuple[str, str]
"""A statement, and the expression that it is asked with."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is needed of a document to look into it. `family` is the same for its language versions and copies."""

    first_row: int
    pages: int
    title: str
    language: str | None
    kind: str
    country: str | None
    family: int | str


class Judge:
    """Answers for one question; what it has found out once it remembers.

    What the pages decide about the leaves in `narrowed` is not looked up in the tables of documents first: who asks has done so.
    """

    def __init__(self, connection: Connection, rows: RowMap, *, languages: Sequence[str]) -> None:
        """Ask through `connection`, of a library in `languages`, whose pages are those of `rows`."""
        self._connection = connection
        self._row_map = rows
        self.texts = Texts(connection)
        self.excerpts = Excerpts(languages)
        self.tables = Tables(connection, rows)
        self.narrowed: set[Leaf] = set()
        self._shelves: dict[int, Shelf] = {}
        self._rare: dict[Leaf, bool] = {}
        self._verified: dict[tuple[Leaf, int, int, bool], bool] = {}

    def knows(self, document: int) -> bool:
        """Whether `document` was fetched and is there."""
        return document in self._shelves

    def shelf(self, document: int) -> Shelf:
        """Return what is needed of `document`, which is there."""
        if document not in self._shelves:
            self.fetch([document])
        return self._shelves[document]

    def documents(self) -> int:
        """Return how many documents the library has."""
        return int(self._connection.execute("SELECT count(*) FROM v_document").fetchone()[0])

    def fetch(self, ids: Iterable[int]) -> None:
        """Fetch what is needed of several documents at once; those that are not there get no shelf."""
        missing = [id for id in ids if id not in self._shelves]
        if missing:
            rows = self._connection.execute(_SHELVES, (json.dumps(missing),))
            self._shelves.update({row[0]: Shelf(*row[1:]) for row in rows})

    # -- documents ----------------------------------------------------------------------------------------------

    def holding(self, plan: Plan, ids: Collection[int]) -> set[int]:
        """Return those of `ids` for which `plan` holds."""
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
            case Beside(plans):
                told = [one for one in plans if not pages_of_any(one)]  # where the pages do not tell, documents must
                return self._on_one_page(plan, set(ids).intersection(*(self._narrowed(one, ids) for one in told)))

    def titled(self, plan: Plan, ids: Collection[int]) -> set[int]:
        """Return those of `ids` whose titles have the words of `plan`, in any order."""
        match plan:
            case Leaf():
                if len(ids) <= _FEW_TITLES:
                    self.fetch(ids)
                    return {id for id in ids if self.knows(id) and self._in_title(plan, id)}
                asked = [(TERMS, f"{TITLE} : ({plan.narrowing})")] if plan.documents else []
                asked += [(BEGINNINGS, f"title : ({plan.beginning})")] if plan.beginning else []
                found = self._having(asked, ids)
                return {id for id in found if self._in_title(plan, id)} if plan.opening or plan.telling else found
            case AllOf(plans) | Beside(plans):
                left = set(ids)
                for one in plans:
                    left = self.titled(one, left)
                return left
            case AnyOf(plans):
                return set().union(*(self.titled(one, ids) for one in plans))
            case _:
                return set()

    def written(self, plan: Plan, ids: Collection[int]) -> set[int]:
        """Return those few of `ids` that have the words of `plan` in the very forms that were typed."""
        match plan:
            case Leaf():
                return set(self.tables.these(plan.written, ids)) if plan.written else set(ids)
            case AllOf(plans) | Beside(plans):
                return set(ids).intersection(*(self.written(one, ids) for one in plans))
            case AnyOf(plans):
                return set().union(*(self.written(one, ids) for one in plans))
            case _:
                return set()

    def frequency(self, plan: Plan) -> float:
        """Return in about how many documents of the library a plan of words may hold: exactly where they are few."""
        match plan:
            case Leaf():
                return min((self.tables.about(*one) for one in _asked(plan, plan.documents)), default=0)
            case AllOf(plans) | Beside(plans):
                return min(map(self.frequency, plans))
            case AnyOf(plans):
                return max(map(self.frequency, plans))
            case _:
                raise ValueError(f"{plan} is not made of words alone")

    def weight(self, plan: Plan) -> float:
        """Return how much it tells that a plan of words holds: the less, the more documents it holds for, and never nothing."""
        having = self.frequency(plan)
        others = max(0.0, len(self._row_map) - having)
        return math.log(1 + (others + 0.5) / (having + 0.5))

    def _is_quick(self, leaf: Leaf) -> bool:
        """Whether it is quick to ask for all pages that may hold `leaf`: they are few, or its terms are many."""
        many = leaf.pages.count(" OR ") > (_MANY_TERMS if self.tables.small else _VERY_MANY_TERMS)
        return many or ((leaf.sure or is_row(leaf.pages)) and self._is_rare(leaf)) or (leaf.whole and self._is_scanned(leaf))

    def _is_scanned(self, plan: Leaf | AnyOf | Beside, *, share: float = _SHARE_OF_SCANNED) -> bool:
        """Whether so few documents have a word, or one of several that are to be together, that all its pages are soon asked for."""
        match plan:
            case Leaf():
                return not plan.opening and not plan.beginning and self.tables.is_on_few_pages(plan.documents, share=share)
            case AnyOf(plans):
                return all(isinstance(one, Leaf) and self._is_scanned(one, share=share) for one in plans)
            case Beside(plans):
                return any(self._is_scanned(one, share=_SHARE_OF_BESIDE) for one in plans)

    def _is_rare(self, leaf: Leaf) -> bool:
        """Whether few documents have `leaf`, counted no further than that."""
        if leaf not in self._rare:
            self._rare[leaf] = any(self.tables.is_few(*one) for one in _asked(leaf, leaf.documents))
        return self._rare[leaf]

    def _narrowed(self, plan: Leaf | AnyOf, ids: Collection[int]) -> set[int]:
        """Return those of `ids` for which the tables of documents let `plan` pass."""
        return set().union(*(self._having(_asked(leaf, leaf.narrowing), ids) for leaf in leaves(plan)))

    def _having(self, asked: Iterable[_Asked], ids: Collection[int]) -> set[int]:
        """Return those of `ids` that the tables of documents find, whatever they are asked."""
        found = set(ids)
        for statement, expression in asked:
            if found:
                found &= self.tables.among(statement, expression, found)
        return found

    def _with_leaf(self, leaf: Leaf, ids: Collection[int]) -> set[int]:
        narrowed = leaf in self.narrowed and not leaf.whole
        found = set(ids) if narrowed else self._having(_asked(leaf, leaf.narrowing), ids)
        if leaf.whole or not found:
            return found
        titled = self.titled(leaf, found)
        self.fetch(titled)
        if not leaf.in_title:
            self.prepare([leaf], found)
        return {id for id in found if (id in titled and self._in_title(leaf, id)) or self._on_some_page(leaf, id)}

    def _with_filter(self, plan: Filter, ids: Collection[int]) -> set[int]:
        text, values = condition(plan)
        statement = f"SELECT id FROM v_document WHERE id IN (SELECT value FROM json_each(?)) AND {text}"
        return {id for (id,) in self._connection.execute(statement, (json.dumps(sorted(ids)), *values))}

    def _in_title(self, leaf: Leaf, id: int) -> bool:
        shelf = self.shelf(id)
        return self.excerpts.holds(Page(shelf.title, language=shelf.language), leaf.light)

    def _on_some_page(self, leaf: Leaf, id: int) -> bool:
        if leaf.in_title:
            return False
        return any(self.on_page(leaf, id, number) for number in self.numbers(leaf.pages, id))

    def _on_one_page(self, plan: Beside, ids: set[int]) -> set[int]:
        """Return those of `ids` that have all of `plan` on one page, or in their titles."""
        pages = plan.pages
        self.tables.prepare_rows(pages, ids, rare=self._is_scanned(plan))
        if plan.sure:
            found = ids.intersection(self.tables.with_rows(pages, ids))
        else:
            self.prepare([leaf for leaf in leaves(plan) if not leaf.sure], ids)
            found = {id for id in ids if any(self.stands(plan, id, number) for number in self.numbers(pages, id))}
        return found | self.titled(plan, ids - found)

    # -- pages --------------------------------------------------------------------------------------------------

    def having(self, leaf: Leaf, rows: Sequence[int]) -> set[int]:
        """Return the documents of some pages, and those that may have the words of `leaf` in the title."""
        return self.tables.owners(rows) | self.tables.all(TERMS, f"{TITLE} : ({leaf.narrowing})")

    def prepare(self, leaves: Iterable[Leaf], ids: Collection[int]) -> None:
        """Ask the table of pages for several documents at once, so that `pages` need not one by one."""
        for leaf in leaves:
            if leaf.pages:
                self.tables.prepare_rows(leaf.pages, ids, rare=self._is_quick(leaf))

    def pages(self, leaf: Leaf, id: int) -> Collection[int] | None:
        """Return the pages of `id` that may hold `leaf`; None when all of them may."""
        return self.tables.rows(leaf.pages, id) if leaf.pages else None

    def numbers(self, expression: str, id: int) -> Sequence[int]:
        """Return the pages of `id` that the table of pages finds, in order; all when it is asked for nothing."""
        return sorted(self.tables.rows(expression, id)) if expression else range(1, self.shelf(id).pages + 1)

    def stands(self, plan: Leaf | AnyOf | Beside, id: int, number: int) -> bool:
        """Whether a page holds a leaf, or all that are to be near each other."""
        match plan:
            case Leaf():
                pages = self.pages(plan, id)
                return not plan.in_title and (pages is None or number in pages) and self.on_page(plan, id, number)
            case AnyOf(plans):
                return any(isinstance(one, Leaf) and self.stands(one, id, number) for one in plans)
            case Beside(plans):
                return all(self.stands(one, id, number) for one in plans)

    def on_page(self, leaf: Leaf, id: int, number: int, *, thorough: bool = True) -> bool:
        """Whether a page that may hold `leaf` does; not `thorough`, where a plain search tells."""
        if leaf.sure and leaf.pages:
            return True
        key = (leaf, id, number, thorough)
        if key not in self._verified:
            self._verified[key] = self.excerpts.holds(self.text(id, number), leaf.light, thorough=thorough)
        return self._verified[key]

    def text(self, id: int, number: int) -> Page:
        """Return a page as it is stored."""
        return self.texts.page(self._row_map.first_row(id), id, number)


def _asked(leaf: Leaf, documents: str) -> list[_Asked]:
    """Return what the tables of documents are asked for a leaf, where its whole terms are asked for by `documents`."""
    asked = ((TERMS, documents), (BEGINNINGS, leaf.beginning), (TERMS, leaf.opening))
    return [one for one in asked if one[1]]
