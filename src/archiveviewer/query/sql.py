"""Compiles a plan to statements. Values are bound; what a person typed never becomes part of a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archiveviewer.index.connect import Connection
from archiveviewer.query.fields import Filter
from archiveviewer.query.plan import AllOf, AnyOf, Leaf, Plan, Without, is_final, is_words

_RANK = "bm25(document_terms, 10.0, 6.0, 2.0, 1.0)"
"""Weights of the columns: title as written, its stems, text as written, its stems."""

_WORDS = "id IN (SELECT rowid FROM document_terms WHERE document_terms MATCH ?)"

Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """Which documents come into question: a match, a condition on documents, or both. Phrases are only narrowed."""

    match: str
    condition: str
    values: Values

    def count(self, connection: Connection) -> int:
        """Return how many there are."""
        return int(connection.execute(f"SELECT count(*) FROM {self._source()}", self._values()).fetchone()[0])

    def best(self, connection: Connection, limit: int) -> list[tuple[int, float]]:
        """Return numbers and scores of the best, highest first; without words the newest first, country pages before them."""
        if self.match:
            statement = f"SELECT rowid, -{_RANK} AS score FROM {self._source()} ORDER BY score DESC, rowid LIMIT ?"
        else:
            order = "kind = 'country_page' DESC, date DESC NULLS LAST, path"
            statement = f"SELECT id, 0.0 FROM {self._source()} ORDER BY {order} LIMIT ?"
        return connection.execute(statement, (*self._values(), limit)).fetchall()

    def _source(self) -> str:
        if not self.match:
            return f"v_document WHERE {self.condition}"
        # The plus keeps SQLite from asking the full-text table once for each document that fulfils the condition.
        narrowed = f" AND +rowid IN (SELECT id FROM v_document WHERE {self.condition})" if self.condition else ""
        return f"document_terms WHERE document_terms MATCH ?{narrowed}"

    def _values(self) -> Values:
        return (self.match, *self.values) if self.match else self.values


def statement(parts: Sequence[Plan], *, wanted: Sequence[Plan] = ()) -> Statement:
    """Return the statement for documents for which all `parts` hold, and, when there are some, any of `wanted`."""
    match = " AND ".join(matching(part) for part in parts if is_words(part))
    if wanted:
        match = " OR ".join(matching(part) for part in wanted)
    conditions = [condition(part) for part in parts if not is_words(part)]
    return Statement(
        match=match,
        condition=" AND ".join(text for text, _ in conditions) if conditions or match else "1",
        values=tuple(value for _, values in conditions for value in values),
    )


def matching(plan: Plan) -> str:
    """Return what the table of documents is asked for a plan of words."""
    match plan:
        case Leaf():
            return plan.documents
        case AllOf(plans):
            return f"({' AND '.join(map(matching, plans))})"
        case AnyOf(plans):
            return f"({' OR '.join(map(matching, plans))})"
        case _:
            raise ValueError(f"{plan} is not made of words alone")


def condition(plan: Plan) -> tuple[str, Values]:
    """Return the condition on `v_document` for `plan`; it also lets through what only its pages can tell."""
    if is_words(plan):
        return _WORDS, (matching(plan),)
    match plan:
        case Filter(text, values):
            return text, values
        case Without(inner):
            text, values = condition(inner)
            return (f"NOT coalesce({text}, 0)", values) if is_final(inner) else ("1", ())
        case AllOf(plans):
            return _joined(plans, "AND")
        case AnyOf(plans):
            return _joined(plans, "OR")
        case _:
            raise ValueError(f"{plan} has no condition")


def _joined(plans: Sequence[Plan], word: str) -> tuple[str, Values]:
    found = [condition(plan) for plan in plans]
    return f"({f' {word} '.join(text for text, _ in found)})", tuple(value for _, values in found for value in values)
