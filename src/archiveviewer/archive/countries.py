"""Answers about countries: what is stored, put together by the pure functions of `facts`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import chain as joined

from archiveviewer.facts import dated, ledger
from archiveviewer.facts.chains import chains as build_chains
from archiveviewer.facts.computed import first_day
from archiveviewer.facts.kinds import kind_by_title
from archiveviewer.facts.obligations import OBLIGATIONS
from archiveviewer.facts.profile import profile as build_profile
from archiveviewer.facts.reference import reference_events, reference_facts
from archiveviewer.facts.register import register
from archiveviewer.index.reader import Reader
from archiveviewer.records import (
    Chain,
    CountrySummary,
    ListedAttachment,
    Profile,
    ReferenceRow,
    State,
    StatedEvent,
    StatedFact,
)


def facts(reader: Reader, country: str | None, *, reference: bool) -> tuple[StatedFact, ...]:
    """Return the stated facts of one country or of all; with `reference` those of the register behind them."""
    stated = reader.facts(country)
    return stated + reference_facts(_register(country)) if reference else stated


def chains(reader: Reader, country: str | None, *, as_of: date) -> tuple[Chain, ...]:
    """Return the deadline chains of one country or of all, as seen on the day `as_of`."""
    return build_chains(reader.facts(country), reader.events(country), reference=_register(country), as_of=as_of, obligations=OBLIGATIONS)


def profile(reader: Reader, country: str, *, as_of: date) -> Profile:
    """Return all that is known about a country on the day `as_of`."""
    return build_profile(
        country,
        reader.facts(country),
        attachments(reader, country),
        chains=chains(reader, country, as_of=as_of),
        reference=_register(country),
        as_of=as_of,
    )


def summaries(reader: Reader, *, as_of: date) -> tuple[CountrySummary, ...]:
    """Return a row for each country that the archive speaks of."""
    clearance = {chain.country: chain for chain in chains(reader, None, as_of=as_of) if (chain.treaty, chain.article) == ("apmbc", "5")}
    return tuple(_summary(country, documents, count, clearance.get(country)) for country, documents, count in reader.countries())


def _summary(country: str, documents: int, count: int, chain: Chain | None) -> CountrySummary:
    if chain is None:
        return CountrySummary(country, documents, count, State.UNKNOWN, None)
    return CountrySummary(country, documents, count, chain.state, chain.deadline)


def timeline(reader: Reader, country: str | None, *, as_of: date, reference: bool) -> tuple[StatedEvent, ...]:
    """Return what is dated of one country or of all, sorted by date; what belongs to a deadline carries the state of its chain."""
    found = chains(reader, country, as_of=as_of)
    stated = dated.with_states(reader.events(country), found)
    computed = dict.fromkeys(joined.from_iterable(map(dated.computed_events, found)))  # chains of one treaty share an entry into force
    known = reference_events(_register(country)) if reference else ()
    return tuple(sorted((*stated, *computed, *known), key=lambda row: (row.event.date, row.event.country, row.event.kind)))


def due(reader: Reader, rows: Sequence[StatedEvent], *, months: int, as_of: date) -> tuple[StatedEvent, ...]:
    """Return those of `rows` that are deadlines which stand and run out within `months` months after the day `as_of`."""
    return dated.due(rows, chains(reader, None, as_of=as_of), months=months, as_of=as_of)


def ahead_of(reader: Reader, today: date) -> str | None:
    """Return the date of the newest document when it lies after the day `today`, whatever part of its date is not known; else None."""
    newest = reader.coverage().newest
    first = first_day(newest) if newest else None
    return newest if first is not None and first > today else None


def attachments(reader: Reader, country: str | None) -> tuple[ListedAttachment, ...]:
    """Return the files that pages list, each with whether it is here."""
    unread = (replace(file, kind=kind_by_title(file.title)) for file in reader.unread())
    return ledger.match(reader.attachments(country), (*reader.documents(), *unread))


def _register(country: str | None) -> tuple[ReferenceRow, ...]:
    return tuple(row for row in register() if country in (None, row.country))
