"""Commands about what the archive says: facts and timeline."""

from __future__ import annotations

import argparse
import sys
from datetime import date

from archiveviewer.archive.door import Archive
from archiveviewer.cli import shapes
from archiveviewer.cli.exits import Exit
from archiveviewer.cli.library import opened
from archiveviewer.cli.output import Printer, say
from archiveviewer.records import ArchiveError, Chain, Evidence, HiddenFact, Source, State, StatedEvent
from archiveviewer.text.paths import shown


def facts(options: argparse.Namespace) -> int:
    """Print facts with the sentence that each was read in."""
    archive = opened(options)
    country = country_code(options.country)
    if options.wrong:
        return _hide(archive, country, options.wrong)
    if options.right:
        return _show(archive, options.right)
    printer = Printer(as_json=options.json)
    if options.hidden:
        for gone in archive.decided(country).hidden:
            printer.row(
                shapes.hidden(gone), f"{gone.id:4}  {_said(gone)}\n      “{gone.quote}”\n      {shown(gone.path)}, page {gone.page}"
            )
        return Exit.DONE
    known = archive.facts(country, reference=options.reference)
    if not known and not options.json:
        say_nothing(archive, country)
    for stated in known:
        fact = stated.fact
        unit = f" {fact.unit}" if fact.unit else ""
        when = f" (as of {fact.as_of})" if fact.as_of else ""
        head = f"{fact.country} {fact.type}: {fact.value}{unit}{when}"
        printer.row(shapes.fact(stated), f"{head}\n    {_read_in(stated.source, fact.evidence, fact.rule)}")
    return Exit.DONE


def _hide(archive: Archive, country: str | None, wanted: str) -> int:
    """Call all facts of one type and value wrong. Raises ArchiveError when there is none."""
    type_, _, value = wanted.partition("=")
    found = [one for one in archive.facts(country) if (one.fact.type, one.fact.value) == (type_, value) and one.fact.evidence]
    if country is None or not found:
        raise ArchiveError(f"No fact is {wanted}. Name the country, and the fact as `facts` prints it: apmbc.art3.retained=1235.")
    for one in found:
        gone = archive.hide_fact(one)
        say(f"Left out from now on: {_said(gone)}. Take it back: archiveviewer facts --right {gone.id}")
    return Exit.DONE


def _show(archive: Archive, number: int) -> int:
    """Take back a word about a fact. Raises ArchiveError when there is none of that number."""
    gone = next((one for one in archive.decided().hidden if one.id == number), None)
    if gone is None:
        raise ArchiveError(f"No fact of number {number} was called wrong. `archiveviewer facts --hidden` lists them.")
    archive.show_fact(gone)
    say(f"Shown again: {_said(gone)}")
    return Exit.DONE


def _said(fact: HiddenFact) -> str:
    return f"{fact.country} {fact.type}: {fact.value}"


def timeline(options: argparse.Namespace) -> int:
    """Print what is dated, in order, or hand it over as a calendar or a table."""
    archive = opened(options)
    _warn_of_clock(archive, options.as_of)
    country = country_code(options.country)
    rows = archive.timeline(country, as_of=options.as_of, reference=options.reference)
    if options.due is not None:
        rows = archive.due(rows, months=options.due, as_of=options.as_of)
    if options.ics or options.csv:
        from archiveviewer.archive import handover

        text = handover.calendar(rows, name=archive.library.name) if options.ics else handover.timeline(rows)
        sys.stdout.buffer.write(text.encode("utf-8"))
        return Exit.DONE
    if not rows and not options.json:
        say_nothing(archive, country, months=options.due)
    printer = Printer(as_json=options.json)
    for row in rows:
        printer.row(shapes.event(row), _event_line(row))
    if not options.json and options.due is None:
        for chain in archive.chains(as_of=options.as_of):
            if country in (None, chain.country):
                printer.note(_standing_line(chain, archive.country_name(chain.country)))
    return Exit.DONE


def say_nothing(archive: Archive, country: str | None, *, months: int | None = None) -> None:
    """Say that there is no answer, and of how many files that holds: silence would look like a no."""
    about = f" about {archive.country_name(country)}" if country else ""
    what = f"This library states nothing of the kind{about}"
    if months is not None:
        what = f"No deadline that stands in this library{about} runs out within {months} months"
    seen = archive.coverage()
    print(f"{what}; {seen.searched} of {seen.files} files were searched.", file=sys.stderr)


def _warn_of_clock(archive: Archive, as_of: date | None) -> None:
    """Say when the computer's day cannot be right, as long as states hang on it."""
    ahead = archive.ahead_of_clock()
    if ahead and as_of is None:
        said = "This computer's day, {today}, is before the newest document, {newest}. States may be wrong: set the clock, or use --as-of."
        print(said.format(today=archive.today().isoformat(), newest=ahead), file=sys.stderr)


def _standing_line(chain: Chain, name: str) -> str:
    """Return where a chain stands: state, deadline, who decided, and how far the archive knows."""
    known = f"newest source {chain.newest_source}" if chain.newest_source else "no source with a date"
    parts = [f"deadline {chain.deadline}" if chain.deadline else "no deadline known"]
    parts += [f"decided by {chain.decided_by}"] if chain.decided_by else []
    parts += [f"{'reported' if chain.end.at_latest else 'ended'} {chain.end.date}"] if chain.end else []
    state = str(chain.state).replace("_", " ")
    if chain.state == State.PASSED:
        state, known = "passed as far as this archive knows", f"{known}: look for a newer decision"
    return f"{name}, {chain.treaty.upper()} Article {chain.article}: {state}; {', '.join(parts)}; {known}"


def _event_line(row: StatedEvent) -> str:
    event = row.event
    what = event.kind.replace("_", " ")
    state = f" [{row.state}]" if row.state else ""
    head = f"{event.date:10}  {event.country}  {what}: {event.text}{state}"
    return f"{head}\n    {_read_in(row.source, event.evidence, 'computed' if event.computed else 'reference register')}"


def _read_in(source: Source | None, evidence: Evidence | None, otherwise: str) -> str:
    if source is None or evidence is None:
        return otherwise
    return f"“{' '.join(evidence.quote.split())}”\n    {shown(source.path)}, page {evidence.page}"


def country_code(country: str | None) -> str | None:
    """Return the code of a country given by code or name. Raises ArchiveError."""
    if country is None:
        return None
    from archiveviewer.text.names import code_of

    code = code_of(country)
    if code is None:
        raise ArchiveError(f"No country is called {country}. Give its name, or its code of three letters such as KHM.")
    return code
