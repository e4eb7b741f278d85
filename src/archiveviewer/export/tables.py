"""Rows as CSV that a spreadsheet opens safely."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from archiveviewer.records import Chain, Evidence, ListedAttachment, Source, StatedEvent, StatedFact
from archiveviewer.text.names import name_of
from archiveviewer.text.paths import shown

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PLACE = ("source", "page", "quote")


def timeline(rows: Iterable[StatedEvent]) -> str:
    """Return what is dated as CSV with a head."""
    head = ("country", "treaty", "article", "date", "kind", "text", "state", "computed", *_PLACE)
    return csv_text(head, map(_event, rows))


def chains(found: Iterable[Chain]) -> str:
    """Return deadline chains as CSV with a head: where each stands, and the place that proves it."""
    head = ("country", "name", "treaty", "article", "state", "deadline", "computed", "days left", "days since", "as of", "ended")
    return csv_text((*head, "decided by", "newest source", *_PLACE), map(_chain, found))


def _chain(found: Chain) -> Sequence[str]:
    steps = [step for step in found.steps if step.kind == "deadline" and step.date == found.deadline]
    proof = found.end or next((step for step in steps if step.evidence is not None), next(iter(steps), None))
    left = found.days_left
    return (
        found.country,
        name_of(found.country, "en"),
        found.treaty,
        found.article,
        found.state,
        found.deadline or "",
        _yes(bool(steps) and all(step.computed for step in steps)),
        str(left) if left is not None and left >= 0 else "",
        str(-left) if left is not None and left < 0 else "",
        found.as_of,
        found.end.date if found.end else "",
        found.decided_by or "",
        found.newest_source or "",
        *(_place(proof.source, proof.evidence) if proof else ("", "", "")),
    )


def facts(rows: Iterable[StatedFact]) -> str:
    """Return facts as CSV with a head."""
    head = ("country", "type", "value", "unit", "as of", "computed", *_PLACE)
    return csv_text(head, map(_fact, rows))


def attachments(rows: Iterable[ListedAttachment]) -> str:
    """Return listed files as CSV with a head: the shopping list when only the missing ones are given."""
    head = ("country", "family", "title", "language", "size", "received", "state", "file here", *_PLACE)
    return csv_text(head, map(_attachment, rows))


def _event(row: StatedEvent) -> Sequence[str]:
    event = row.event
    dated = (event.country, event.treaty, event.article, event.date, event.kind, event.text)
    return (*dated, row.state or "", _yes(event.computed), *_place(row.source, event.evidence))


def _fact(row: StatedFact) -> Sequence[str]:
    fact = row.fact
    value = (fact.country, fact.type, fact.value, fact.unit or "", fact.as_of or "")
    return (*value, _yes(fact.computed), *_place(row.source, fact.evidence))


def _attachment(row: ListedAttachment) -> Sequence[str]:
    found = row.attachment
    listed = (found.country, found.family, found.title, found.language or "", found.size or "", found.received or "")
    return (*listed, row.state, shown(row.match) if row.match else "", *_place(row.source, found.evidence))


def _yes(true: bool) -> str:
    return "yes" if true else ""


def _place(source: Source | None, evidence: Evidence | None) -> tuple[str, str, str]:
    if source is None or evidence is None:
        return ("", "", "")
    return (shown(source.path), str(evidence.page), " ".join(evidence.quote.split()))


def csv_text(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; a cell that a spreadsheet would take for a formula is put behind an apostrophe."""
    out = io.StringIO()
    sheet = csv.writer(out)
    sheet.writerow(head)
    for row in rows:
        sheet.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return out.getvalue()
