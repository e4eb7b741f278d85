"""Commands about what the archive says: facts, timeline, attachments."""

from __future__ import annotations

import argparse
import sys

from archiveviewer.archive.door import Archive
from archiveviewer.cli import shapes
from archiveviewer.cli.output import Printer
from archiveviewer.records import ArchiveError, Evidence, Source, StatedEvent
from archiveviewer.text.paths import shown


def facts(options: argparse.Namespace) -> int:
    """Print facts with the sentence that each was read in."""
    printer = Printer(as_json=options.json)
    archive = Archive.open(options.library)
    for stated in archive.facts(_code(options.country), reference=options.reference):
        fact = stated.fact
        unit = f" {fact.unit}" if fact.unit else ""
        when = f" (as of {fact.as_of})" if fact.as_of else ""
        head = f"{fact.country} {fact.type}: {fact.value}{unit}{when}"
        printer.row(shapes.fact(stated), f"{head}\n    {_read_in(stated.source, fact.evidence, fact.rule)}")
    return 0


def timeline(options: argparse.Namespace) -> int:
    """Print what is dated, in order, or hand it over as a calendar or a table."""
    archive = Archive.open(options.library)
    rows = archive.timeline(_code(options.country), as_of=options.as_of, reference=options.reference)
    if options.due is not None:
        rows = archive.due(rows, months=options.due, as_of=options.as_of)
    if options.ics or options.csv:
        from archiveviewer.archive import handover

        text = handover.calendar(rows, name=archive.library.name) if options.ics else handover.timeline(rows)
        sys.stdout.buffer.write(text.encode("utf-8"))
        return 0
    printer = Printer(as_json=options.json)
    for row in rows:
        printer.row(shapes.event(row), _event_line(row))
    return 0


def _event_line(row: StatedEvent) -> str:
    event = row.event
    what = event.kind.replace("_", " ")
    state = f" [{row.state}]" if row.state else ""
    head = f"{event.date:10}  {event.country}  {what}: {event.text}{state}"
    return f"{head}\n    {_read_in(row.source, event.evidence, 'computed' if event.computed else 'reference register')}"


def attachments(options: argparse.Namespace) -> int:
    """List the files that pages name, and whether each is here."""
    printer = Printer(as_json=options.json)
    for listed in Archive.open(options.library).attachments(_code(options.country)):
        found = listed.attachment
        details = " · ".join(part for part in (found.family, found.language, found.size, found.received) if part)
        why = f" ({listed.why})" if listed.why else ""
        printer.row(shapes.attachment(listed), f"{listed.state:9} {found.country}  {found.title}  [{details}]{why}")
    return 0


def _read_in(source: Source | None, evidence: Evidence | None, otherwise: str) -> str:
    if source is None or evidence is None:
        return otherwise
    return f"“{' '.join(evidence.quote.split())}”\n    {shown(source.path)}, page {evidence.page}"


def _code(country: str | None) -> str | None:
    """Return the code of a country given by code or name. Raises ArchiveError."""
    if country is None:
        return None
    from archiveviewer.text.names import code_of

    code = code_of(country)
    if code is None:
        raise ArchiveError(f"No country is called {country}. Give its name, or its code of three letters such as KHM.")
    return code
