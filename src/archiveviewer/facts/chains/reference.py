"""Rows of the reference register in the shapes of facts and events, for those who ask for them; they never have a source here."""

from __future__ import annotations

from collections.abc import Iterable

from archiveviewer.facts.chains.vocabulary import Sort, fact_types
from archiveviewer.records import Event, Fact, ReferenceRow, StatedEvent, StatedFact

RULE = "reference"
"""What stands in the place of a rule; the text of the row says where it was read."""

_FACTS = {
    "signature": "signature",
    "ratification": "ratification",
    "accession": "accession",
    "entry_into_force": "entry_into_force",
    "withdrawal": "withdrawal_effective",
    "article4_deadline": "art4.deadline",
    "article5_deadline": "art5.deadline",
    "extension_request_submitted": "art5.request_submitted",
    "completion": "art5.completion",
}
_EVENTS = {
    **dict.fromkeys(("signature", "ratification", "accession", "entry_into_force", "withdrawal"), ""),
    "article4_deadline": "4",
    "article5_deadline": "5",
    "extension_request_submitted": "5",
    "extension_granted": "5",
    "completion": "5",
}
_KINDS = {
    "article4_deadline": "art4_deadline",
    "article5_deadline": "art5_deadline",
    "extension_request_submitted": "art5_request_submitted",
    "extension_granted": "request_granted",
    "completion": "art5_completion",
}


def reference_facts(rows: Iterable[ReferenceRow]) -> tuple[StatedFact, ...]:
    """Return the rows as facts; what has no type of fact is left out."""
    return tuple(
        StatedFact(Fact(row.country, f"{row.treaty}.{_type(row)}", row.date, None, None, None, RULE), None) for row in rows if _type(row)
    )


def second_opinion(row: ReferenceRow, stated: Iterable[StatedFact]) -> str:
    """Return "same" when a fact says what a row says, as far as both are exact, "other" when facts only differ, else nothing.

    Of what happens several times, as deadlines do, another value is no contradiction: it is not in the archive.
    """
    kind = f"{row.treaty}.{_type(row)}"
    values = [one.fact.value for one in stated if one.fact.type == kind and one.fact.value[:4].isdigit()]
    if not _type(row) or not values:
        return ""
    if any(value.startswith(row.date) or row.date.startswith(value) for value in values):
        return "same"
    once = any(known.name == kind and known.sort is Sort.ONCE for known in fact_types())
    return "other" if once else ""


def _type(row: ReferenceRow) -> str:
    """Return the type of fact without the treaty; clearance is Article 4 of the Convention on Cluster Munitions."""
    found = _FACTS.get(row.event, "")
    return found.replace("art5", "art4") if row.treaty == "ccm" else found


def reference_events(rows: Iterable[ReferenceRow]) -> tuple[StatedEvent, ...]:
    """Return the rows as events; their text says what the register says of them."""
    return tuple(StatedEvent(_event(row), None) for row in rows if row.event in _EVENTS)


def _event(row: ReferenceRow) -> Event:
    ours = _KINDS.get(row.event, row.event)
    kind = f"ccm_{ours}".replace("art5", "art4") if row.treaty == "ccm" else ours
    article = _EVENTS[row.event] if row.treaty == "apmbc" else _EVENTS[row.event].replace("5", "4")
    return Event(row.country, row.treaty, article, row.date, kind, f"reference register: {row.value}", None)
