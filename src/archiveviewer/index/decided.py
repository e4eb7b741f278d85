"""The rows of what a person decided: facts called wrong, and files matched with the listings by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from archiveviewer.index.connect import Connection
from archiveviewer.index.remembered import now
from archiveviewer.index.values import clean_text, loaded_path, stored_path
from archiveviewer.index.versions import DECIDED, version
from archiveviewer.records import Decided, HiddenFact, MatchDecision

_FACT = "country, type, value, quote, path, sha256, title, page, hidden_at, id"
_MATCH = "country, title, language, size, family, path, sha256, is_it, decided_at, id"


def decisions(connection: Connection, country: str | None) -> Decided:
    """Return all decisions about `country`, or about all, oldest first."""
    if version(connection) < DECIDED:
        return Decided()
    where, values = ("WHERE country = ?", [country]) if country is not None else ("", [])
    hidden = connection.execute(f"SELECT {_FACT} FROM hidden_fact {where} ORDER BY id", values)
    matches = connection.execute(f"SELECT {_MATCH} FROM match_decision {where} ORDER BY id", values)
    return Decided(tuple(map(_hidden, hidden)), tuple(map(_match, matches)))


def _hidden(row: tuple[Any, ...]) -> HiddenFact:  # Any: a row of the database
    country, type, value, quote, path, sha256, title, page, at, id = row
    return HiddenFact(country, type, value, quote, loaded_path(path), sha256, title, page=page, hidden_at=at, id=id)


def _match(row: tuple[Any, ...]) -> MatchDecision:  # Any: a row of the database
    country, title, language, size, family, path, sha256, is_it, at, id = row
    return MatchDecision(country, title, language, size, family, loaded_path(path), sha256, is_it=bool(is_it), decided_at=at, id=id)


def hide_fact(connection: Connection, fact: HiddenFact) -> HiddenFact:
    """Keep a fact as called wrong; return it as it is kept, the earlier one when it was so already."""
    key = [fact.country, fact.type, clean_text(fact.value), clean_text(fact.quote), stored_path(fact.path)]
    connection.execute(
        "INSERT OR IGNORE INTO hidden_fact (country, type, value, quote, path, sha256, title, page, hidden_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [*key, fact.sha256, clean_text(fact.title), fact.page, now()],
    )
    where = "country = ? AND type = ? AND value = ? AND quote = ? AND path = ?"
    id, hidden_at = connection.execute(f"SELECT id, hidden_at FROM hidden_fact WHERE {where}", key).fetchone()
    return replace(fact, id=id, hidden_at=hidden_at)


def show_fact(connection: Connection, id: int) -> None:
    """Forget that a fact was called wrong."""
    connection.execute("DELETE FROM hidden_fact WHERE id = ?", [id])


def decide_match(connection: Connection, decision: MatchDecision) -> MatchDecision:
    """Keep a word about a listed file behind the earlier ones, so that taking it back brings these to the front again."""
    at = now()
    cursor = connection.execute(
        "INSERT INTO match_decision (country, title, language, size, family, path, sha256, is_it, decided_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            decision.country,
            clean_text(decision.title),
            decision.language,
            decision.size,
            clean_text(decision.family),
            stored_path(decision.path),
            decision.sha256,
            decision.is_it,
            at,
        ],
    )
    return replace(decision, id=int(cursor.lastrowid or 0), decided_at=at)


def forget_match(connection: Connection, id: int) -> None:
    """Forget a word about a listed file."""
    connection.execute("DELETE FROM match_decision WHERE id = ?", [id])
