"""Rows as CSV that a spreadsheet opens safely."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from archiveviewer.records import Evidence, ListedAttachment, Source, StatedEvent, StatedFact
from archiveviewer.text.paths import shown

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PLACE = ("source", "page", "quote")


def timeline(rows: Iterable[StatedEvent]) -> str:
    """Return what is dated as CSV with a head."""
    head = ("country", "treaty", "article", "date", "kind", "text", "state", "computed", *_PLACE)
    return _csv(head, map(_event, rows))


def facts(rows: Iterable[StatedFact]) -> str:
    """Return facts as CSV with a head."""
    head = ("country", "type", "value", "unit", "as of", "computed", *_PLACE)
    return _csv(head, map(_fact, rows))


def attachments(rows: Iterable[ListedAttachment]) -> str:
    """Return listed files as CSV with a head: the shopping list when only the missing ones are given."""
    head = ("country", "family", "title", "language", "size", "received", "state", "file here", *_PLACE)
    return _csv(head, map(_attachment, rows))


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


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; a cell that a spreadsheet would take for a formula is put behind an apostrophe."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(head)
    for row in rows:
        table.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return out.getvalue()
