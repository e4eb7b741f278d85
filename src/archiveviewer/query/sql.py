"""Compiles a plan to statements. Values are bound; what a person typed never becomes part of a statement."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from archiveviewer.index.connect import Connection
from archiveviewer.query.fields import Filter
from archiveviewer.query.leaf import Leaf
from archiveviewer.query.leaves import AllOf, AnyOf, Beside, Plan, Without, is_final, is_words, leaves

_RANK = "bm25(document_terms, 2.0, 1.0, 10.0, 6.0)"
"""Weights of the columns: text as written, its stems, title as written, its stems."""

_TERMS = "id IN (SELECT rowid FROM document_terms WHERE document_terms MATCH ?)"
_BEGINNINGS = "id IN (SELECT rowid FROM document_beginnings WHERE document_beginnings MATCH ?)"
_IN_TITLE = "id IN (SELECT rowid FROM document_beginnings WHERE document_beginnings MATCH ?) DESC"
_AMONG = " AND +rowid IN (SELECT value FROM json_each(?))"
_NEWEST_FIRST = "date DESC NULLS LAST, id"
_USUAL_ORDER = "kind IN ('country_page', 'request', 'decision') DESC, " + _NEWEST_FIRST

_COUNTED = {
    _TERMS: "SELECT count(*) FROM document_terms WHERE document_terms MATCH ?",
    _BEGINNINGS: "SELECT count(*) FROM document_beginnings WHERE document_beginnings MATCH ?",
}
"""How to count what fulfils a condition, where a full-text table alone can tell: many times as fast."""

Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """Which documents come into question: a match, a condition on documents, or both. Phrases are only narrowed.

    `titles` are beginnings of words; where nothing else ranks, documents with one in the title come first. `only_words` says that
    full-text tables alone tell about the condition.
    """

    match: str
    condition: str
    values: Values
    titles: Values = ()
    only_words: bool = False

    def ranked(self, connection: Connection, limit: int, *, among: Collection[int] | None = None) -> list[tuple[int, float]]:
        """Return numbers and scores of the best, of all of them or of few `among` them, highest first; there is something to rank by."""
        narrowed, values = ("", ()) if among is None else (_AMONG, (json.dumps(sorted(among)),))
        statement = f"SELECT rowid, -{_RANK} AS score FROM {self._source()}{narrowed} ORDER BY score DESC, rowid LIMIT ?"
        return connection.execute(statement, (*self._values(), *values, limit)).fetchall()

    def first(self, connection: Connection, limit: int) -> list[tuple[int, float]]:
        """Return numbers and scores of the best, highest first; with nothing to rank by, the usual order, the newest first."""
        if self.match:
            return self.ranked(connection, limit)
        order = ", ".join([*[_IN_TITLE] * len(self.titles), _USUAL_ORDER])
        statement = f"SELECT id, 1.0 FROM {self._source()} ORDER BY {order} LIMIT ?"
        return connection.execute(statement, (*self._values(), *self.titles, limit)).fetchall()

    def some(self, connection: Connection, limit: int) -> list[tuple[int, float]]:
        """Return the numbers of the first that are met, all with the same score."""
        numbers, values = self.numbers
        return [(id, 1.0) for (id,) in connection.execute(f"{numbers} LIMIT ?", (*values, limit))]

    @property
    def numbers(self) -> tuple[str, Values]:
        """A query for the numbers of all of them, and its values."""
        return f"SELECT {'rowid' if self.match else 'id'} FROM {self._source()}", self._values()

    def count(self, connection: Connection) -> int:
        """Return how many there are."""
        counted = "" if self.match else _COUNTED.get(self.condition, "")
        return int(connection.execute(counted or f"SELECT count(*) FROM {self._source()}", self._values()).fetchone()[0])

    def newest(self, connection: Connection, limit: int) -> list[tuple[int, float]]:
        """Return the numbers of the newest, all with the same score."""
        conditions = [*([_TERMS] if self.match else []), *([f"({self.condition})"] if self.condition else [])]
        statement = f"SELECT id, 1.0 FROM v_document WHERE {' AND '.join(conditions)} ORDER BY {_NEWEST_FIRST} LIMIT ?"
        return connection.execute(statement, (*self._values(), limit)).fetchall()

    def _source(self) -> str:
        if not self.match:
            return f"v_document WHERE {self.condition}"
        # The plus keeps SQLite from asking the full-text table once for each document that fulfils the condition.
        if self.only_words:
            narrowed = f" AND {self.condition.replace('id IN', '+rowid IN')}"
        else:
            narrowed = f" AND +rowid IN (SELECT id FROM v_document WHERE {self.condition})" if self.condition else ""
        return f"document_terms WHERE document_terms MATCH ?{narrowed}"

    def _values(self) -> Values:
        return (self.match, *self.values) if self.match else self.values


def statement(parts: Sequence[Plan], *, wanted: Sequence[Plan] = ()) -> Statement:
    """Return the statement for documents for which all `parts` hold, and, when there are some, any of `wanted`."""
    matches = [matching(part) for part in parts if is_words(part)]
    conditions = [condition(part) for part in parts if not is_words(part) or not _is_match(part)]
    match = " AND ".join(dict.fromkeys(filter(None, matches)))
    if wanted:
        match = " OR ".join(dict.fromkeys(filter(None, map(matching, wanted))))
        if not match:
            conditions.append(_joined(wanted, "OR"))
    beginnings = [leaf.beginning for part in (*parts, *wanted) for leaf in leaves(part) if leaf.beginning and not leaf.in_title]
    return Statement(
        match=match,
        condition=" AND ".join(text for text, _ in conditions) if conditions or match else "1",
        values=tuple(value for _, values in conditions for value in values),
        titles=tuple(f"title : ({beginning})" for beginning in beginnings),
        only_words=bool(match and conditions) and all(map(is_words, parts)),
    )


def matching(plan: Plan) -> str:
    """Return what the table of documents is asked for a plan of words; nothing when it cannot narrow them."""
    match plan:
        case Leaf():
            return plan.narrowing
        case AllOf(plans) | Beside(plans):
            found = [text for text in map(matching, plans) if text]
            return f"({' AND '.join(found)})" if found else ""
        case AnyOf(plans):
            found = [matching(one) for one in plans]
            return f"({' OR '.join(found)})" if all(found) else ""
        case _:
            raise ValueError(f"{plan} is not made of words alone")


def condition(plan: Plan) -> tuple[str, Values]:
    """Return the condition on `v_document` for `plan`; it also lets through what only its pages can tell."""
    match plan:
        case Leaf():
            asked = [(_TERMS, plan.narrowing), (_BEGINNINGS, plan.beginning), (_TERMS, plan.opening)]
            return " AND ".join(text for text, value in asked if value), tuple(value for _, value in asked if value)
        case Filter(text, values):
            return text, values
        case Without(inner):
            text, values = condition(inner)
            return (f"NOT coalesce({text}, 0)", values) if is_final(inner) else ("1", ())
        case AllOf(plans) | Beside(plans):
            return _joined(plans, "AND")
        case AnyOf(plans):
            return _joined(plans, "OR")


def _is_match(plan: Plan) -> bool:
    """Whether the match of a plan of words says all that there is to say."""
    return not any(leaf.beginning or leaf.opening for leaf in leaves(plan))


def _joined(plans: Sequence[Plan], word: str) -> tuple[str, Values]:
    found = [condition(plan) for plan in plans]
    return f"({f' {word} '.join(f'({text})' for text, _ in found)})", tuple(value for _, values in found for value in values)
