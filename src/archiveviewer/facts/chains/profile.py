"""The profile of one country: for each type of fact what the archive states now, what disagrees, and what is older.

What the archive does not state is an empty line, never a no or a zero. Reference rows stand apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from archiveviewer.facts.chains.chains import chain as chain_of
from archiveviewer.facts.chains.computed import first_day
from archiveviewer.facts.chains.reference import second_opinion
from archiveviewer.facts.chains.vocabulary import FactType, Sort, fact_types, groups
from archiveviewer.facts.wording import treaties
from archiveviewer.records import Chain, FactLine, ListedAttachment, Profile, ProfileGroup, ReferenceRow, StatedFact
from archiveviewer.records.countries import clearance

_DONE = "yes"
_DEADLINE = "apmbc.art5.deadline_current"


def profile(
    country: str,
    facts: Sequence[StatedFact],
    attachments: Sequence[ListedAttachment],
    *,
    chains: Sequence[Chain],
    reference: Sequence[ReferenceRow],
    as_of: date,
) -> Profile:
    """Return a country as the archive describes it on a day. Facts from documents that are younger than that day do not count."""
    known = [stated for stated in facts if stated.fact.country == country and _is_known(stated, as_of)]
    rows = tuple(row for row in reference if row.country == country)
    here = [one for one in chains if one.country == country]
    shown = clearance(here).get(country)
    stands = shown.deadline if shown and shown.treaty == "apmbc" else None
    return Profile(
        country=country,
        as_of=as_of.isoformat(),
        chain=shown or chain_of(country, (), (), reference=rows, as_of=as_of),
        groups=tuple(ProfileGroup(name=name, lines=tuple(standing_first(one, stands) for one in _lines(name, known))) for name in groups()),
        attachments=tuple(item for item in attachments if item.attachment.country == country),
        reference=rows,
        newest_source=newest_source(shown, known, as_of=as_of),
        second_opinion=tuple(second_opinion(row, known) for row in rows),
        others=tuple(one for one in here if one is not shown),
    )


def newest_source(chain: Chain | None, facts: Iterable[StatedFact], *, as_of: date) -> str | None:
    """Return the date of the newest document about the clearance deadline of a country; where there is none, of any that states a fact.

    It is said beside the deadline, to tell how old that is: a newer document about something else would make it look newer.
    """
    if chain is not None and chain.steps:
        return chain.newest_source
    return max((stated.source.date for stated in facts if stated.source and stated.source.date and _is_known(stated, as_of)), default=None)


def _is_known(stated: StatedFact, as_of: date) -> bool:
    day = first_day(stated.source.date) if stated.source and stated.source.date else None
    return day is None or day <= as_of


def _lines(group: str, facts: Sequence[StatedFact]) -> tuple[FactLine, ...]:
    by_type: dict[str, list[StatedFact]] = {}
    for stated in facts:
        by_type.setdefault(stated.fact.type, []).append(stated)
    return tuple(line(known, by_type.get(known.name, [])) for known in fact_types() if known.group == group)


def line(known: FactType, facts: Sequence[StatedFact]) -> FactLine:
    """Return all that is stated for one type: what stands now first, with what disagrees beside it, older values behind."""
    ranked = sorted(facts, key=_rank, reverse=True)
    current = _current(known.sort, ranked)
    older = tuple(stated for stated in ranked if not any(stated is shown for shown in current))
    return FactLine(type=known.name, article=known.article, current=current, older=older)


def standing_first(line: FactLine, stands: str | None) -> FactLine:
    """Return a line with the deadline that stands by the chain before what a newer text still calls the deadline."""
    if line.type != _DEADLINE or stands is None or (line.current and line.current[0].fact.value == stands):
        return line
    every = (*line.current, *line.older)
    first = next((one for one in every if one.fact.value == stands), None)
    if first is None:
        return line
    current = (first, *(one for one in line.current if one.fact.value != stands))
    older = tuple(one for one in every if not any(one is shown for shown in current))
    return replace(line, current=current, older=older)


def _rank(stated: StatedFact) -> tuple[bool, str, str]:
    """Rank whole values over broken ones, then by the day they hold for, then by the day of their source."""
    source = (stated.source.date or "") if stated.source else ""
    return (stated.fact.is_whole, holds_for(stated), source)


def holds_for(stated: StatedFact) -> str:
    """Return the day for which a fact is stated: its own, that of its meeting, else that of its source; empty when none is known."""
    said = stated.fact.as_of or ""
    meeting = treaties.meeting(stated.fact.type.partition(".")[0], said)
    if meeting:
        return meeting.last_day.isoformat()
    if first_day(said):
        return said
    return (stated.source.date or "") if stated.source else ""


def _current(sort: Sort, ranked: Sequence[StatedFact]) -> tuple[StatedFact, ...]:
    if not ranked:
        return ()
    if sort is Sort.ONCE:
        return _one_each(ranked)
    if sort is Sort.NOW:
        newest = holds_for(ranked[0])
        return _one_each([stated for stated in ranked if holds_for(stated) == newest])
    return (max(ranked, key=lambda stated: (_rank(stated)[0], stated.fact.value, _rank(stated))),)


def _one_each(ranked: Sequence[StatedFact]) -> tuple[StatedFact, ...]:
    """Return the best ranked fact of each value; 2010-05 is no other value beside 2010-05-11, nor an incomplete one beside a whole one.

    That something was done is no other value beside the day on which it was done.
    """
    values = {stated.fact.value for stated in ranked}
    whole = {value for value in values if not value.startswith("INCOMPLETE:")}
    values = whole or values
    blurred = {value for value in values if any(other.startswith(f"{value}-") for other in values)}
    if any(value[:4].isdigit() for value in values):
        blurred.add(_DONE)
    first: dict[str, StatedFact] = {}
    for stated in ranked:
        if stated.fact.value in values - blurred:
            first.setdefault(stated.fact.value, stated)
    return tuple(first.values())
