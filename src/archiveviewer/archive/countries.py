"""Answers about countries: what is stored, put together by the pure functions of `facts`, without what a person called wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import chain as joined

from archiveviewer.facts.chains import dated
from archiveviewer.facts.chains.chains import chains as build_chains
from archiveviewer.facts.chains.computed import first_day
from archiveviewer.facts.chains.obligations import OBLIGATIONS
from archiveviewer.facts.chains.profile import newest_source
from archiveviewer.facts.chains.profile import profile as build_profile
from archiveviewer.facts.chains.reference import reference_events, reference_facts
from archiveviewer.facts.chains.register import register
from archiveviewer.facts.decided import without_hidden
from archiveviewer.facts.files import ledger
from archiveviewer.facts.reading.kinds import kind_by_title
from archiveviewer.index.reader import Reader
from archiveviewer.records import (
    Chain,
    CountrySummary,
    Decided,
    Document,
    ListedAttachment,
    Profile,
    ReferenceRow,
    State,
    StatedEvent,
    StatedFact,
)
from archiveviewer.records.countries import clearance


def facts(reader: Reader, country: str | None, *, reference: bool, decided: Decided) -> tuple[StatedFact, ...]:
    """Return the stated facts of one country or of all; with `reference` those of the register behind them."""
    known, _ = stated(reader, country, decided)
    return known + reference_facts(_register(country)) if reference else known


def stated(reader: Reader, country: str | None, decided: Decided) -> tuple[tuple[StatedFact, ...], tuple[StatedEvent, ...]]:
    """Return the facts and events of one country or of all, without those that a person called wrong."""
    return without_hidden(reader.facts(country), reader.events(country), decided.hidden, digest=digests(reader))


def digests(reader: Reader) -> Callable[[int], str]:
    """Return a function that gives the content hash of a document, empty when it is gone."""

    @cache
    def digest(document: int) -> str:
        return next((one.sha256 for one in reader.documents([document])), "")

    return digest


def chains(reader: Reader, *, as_of: date, decided: Decided) -> tuple[Chain, ...]:
    """Return the deadline chains of all countries, as seen on the day `as_of`."""
    return _chains(*stated(reader, None, decided), None, as_of)


def _chains(facts: Sequence[StatedFact], events: Sequence[StatedEvent], country: str | None, as_of: date) -> tuple[Chain, ...]:
    return build_chains(facts, events, reference=_register(country), as_of=as_of, obligations=OBLIGATIONS)


def profile(reader: Reader, country: str, *, as_of: date, decided: Decided) -> Profile:
    """Return all that is known about a country on the day `as_of`."""
    known, events = stated(reader, country, decided)
    reference = _register(country)
    return build_profile(
        country,
        known,
        ledger.each_once(attachments(reader, country, decided=decided)),
        chains=_chains(known, events, country, as_of),
        reference=reference,
        as_of=as_of,
    )


def summaries(reader: Reader, *, as_of: date, decided: Decided) -> tuple[CountrySummary, ...]:
    """Return a row for each country that the archive or the reference register speaks of, by code."""
    known, events = stated(reader, None, decided)
    found = _chains(known, events, None, as_of)
    chains_of = clearance(found)
    facts_of: defaultdict[str, list[StatedFact]] = defaultdict(list)
    for one in known:
        facts_of[one.fact.country].append(one)
    here = [_summary(country, documents, facts_of[country], chains_of.get(country), as_of) for country, documents in reader.countries()]
    beyond = {row.country for row in register()} - {row.country for row in here}
    others = [_summary(country, 0, (), None, as_of) for country in beyond]
    return tuple(sorted((*here, *others), key=lambda row: row.country))


def _summary(country: str, documents: int, known: Sequence[StatedFact], chain: Chain | None, as_of: date) -> CountrySummary:
    state, deadline = (chain.state, chain.deadline) if chain else (State.UNKNOWN, None)
    return CountrySummary(country, documents, len(known), state, deadline, newest_source(chain, known, as_of=as_of))


def timeline(reader: Reader, country: str | None, *, as_of: date, reference: bool, decided: Decided) -> tuple[StatedEvent, ...]:
    """Return what is dated of one country or of all and was known on a day, sorted by date; events of a chain carry its state."""
    facts_known, events = stated(reader, country, decided)
    found = _chains(facts_known, events, country, as_of)
    own = dated.with_states(dated.known(events, found, as_of), found)
    computed = dict.fromkeys(joined.from_iterable(map(dated.computed_events, found)))  # chains of one treaty share an entry into force
    known = reference_events(_register(country)) if reference else ()
    return tuple(sorted((*own, *computed, *known), key=lambda row: (row.event.date, row.event.country, row.event.kind)))


def due(reader: Reader, rows: Sequence[StatedEvent], *, months: int, as_of: date, decided: Decided) -> tuple[StatedEvent, ...]:
    """Return those of `rows` that are deadlines which stand and run out within `months` months after the day `as_of`."""
    return dated.due(rows, chains(reader, as_of=as_of, decided=decided), months=months, as_of=as_of)


def ahead_of(reader: Reader, today: date) -> str | None:
    """Return the date of the newest document when it lies after the day `today`, whatever part of its date is not known; else None."""
    newest = reader.coverage().newest
    first = first_day(newest) if newest else None
    return newest if first is not None and first > today else None


def attachments(reader: Reader, country: str | None, *, decided: Decided) -> tuple[ListedAttachment, ...]:
    """Return the files that pages list, each with whether it is here."""
    listed = reader.attachments(country)
    countries = None if decided.matches else {item.country for item, _ in listed}  # a person may have chosen any file
    return ledger.match(listed, files(reader, countries), decided.matches) if listed else ()


def missing(reader: Reader, country: str | None, *, decided: Decided) -> tuple[ListedAttachment, ...]:
    """Return each listed file that is not here, once, by country and family."""
    found = [one for one in ledger.each_once(attachments(reader, country, decided=decided)) if one.state == ledger.MISSING]
    families = {key: number for number, key in enumerate(dict.fromkeys(_family(one) for one in found))}
    return tuple(sorted(found, key=lambda one: (one.attachment.country, families[_family(one)])))


def _family(one: ListedAttachment) -> tuple[str, str]:
    return (one.attachment.country, one.attachment.family)


def files(reader: Reader, countries: Collection[str] | None = None) -> tuple[Document, ...]:
    """Return all that a file listed for some countries, or for any, may be.

    These are the documents, and the files that could not be read, which go by their names.
    """
    documents = reader.documents() if countries is None else reader.documents_about(countries)
    return (*documents, *(replace(file, kind=kind_by_title(file.title)) for file in reader.unread()))


def _register(country: str | None) -> tuple[ReferenceRow, ...]:
    return tuple(row for row in register() if country in (None, row.country))
