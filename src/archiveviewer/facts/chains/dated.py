"""What the chains add to the dated events of a country: computed days, the state of each event, and which deadlines are due soon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from archiveviewer.facts.chains.computed import first_day
from archiveviewer.facts.chains.obligations import OBLIGATIONS
from archiveviewer.records import Chain, ChainStep, Event, State, StatedEvent

_OPEN = (State.RUNNING, State.EXTENDED)
_ARTICLE_OF = {(one.treaty, kind): one.article for one in OBLIGATIONS for kind in one.events}
_OF_TREATY = ("entry_into_force", "withdrawal")


def computed_events(found: Chain) -> Iterator[StatedEvent]:
    """Yield the computed steps of a chain as events, for a timeline; what is the same for a whole treaty names no article."""
    return (_event(found, step) for step in found.steps if step.computed)


def deadlines(found: Iterable[Chain]) -> tuple[StatedEvent, ...]:
    """Return the deadlines and due dates of chains as events, for a calendar."""
    return tuple(_event(one, step) for one in found for step in one.steps if step.kind in ("deadline", "report_due"))


def _event(found: Chain, step: ChainStep) -> StatedEvent:
    event = Event(
        country=found.country,
        treaty=found.treaty,
        article="" if step.kind in _OF_TREATY else found.article,
        date=step.date,
        kind=_kind(found, step),
        text=f"{step.text}: {step.formula}" if step.formula else step.text,
        evidence=step.evidence,
        computed=step.computed,
    )
    return StatedEvent(event=event, source=step.source, state=found.state if step.kind in ("deadline", "withdrawal") else None)


def _kind(found: Chain, step: ChainStep) -> str:
    prefix = "ccm_" if found.treaty == "ccm" else ""
    if step.kind in _OF_TREATY:
        return prefix + step.kind
    return f"{prefix}art7_due" if found.article == "7" else f"{prefix}art{found.article}_deadline"


def with_states(events: Sequence[StatedEvent], found: Sequence[Chain]) -> tuple[StatedEvent, ...]:
    """Return the events, each that belongs to a chain with the state of that chain; a day that was only asked for is called so."""
    chain_of = {(one.country, one.treaty, one.article): one for one in found}
    asked = {key: _only_asked(one) for key, one in chain_of.items()}
    rows: list[StatedEvent] = []
    for stated in events:
        key = (stated.event.country, *_chain_of(stated.event))
        row = _with_state(stated, chain_of[key].state if key in chain_of else None)
        text = asked.get(key, {}).get(row.event.date) if row.event.kind.endswith("deadline") else None
        rows.append(replace(row, event=replace(row.event, text=text)) if text else row)
    return tuple(rows)


def _only_asked(found: Chain) -> dict[str, str]:
    """Return the days that were asked for, or are in doubt, and are no deadline of a chain, each with what is to be said of it."""
    granted = {step.date for step in found.steps if step.kind == "deadline"}
    return {step.date: step.text for step in found.steps if step.kind in ("requested", "doubtful") and step.date not in granted}


def _with_state(stated: StatedEvent, state: State | None) -> StatedEvent:
    return StatedEvent(event=stated.event, source=stated.source, state=state) if state is not None else stated


def _chain_of(event: Event) -> tuple[str, str]:
    return (event.treaty, _ARTICLE_OF.get((event.treaty, event.kind), ""))


def known(events: Iterable[StatedEvent], found: Iterable[Chain], as_of: date) -> tuple[StatedEvent, ...]:
    """Return the events that were known on a day: those up to it, and of those ahead what was stated by then.

    A deadline ahead counts from the day on which its chain knows it, which is that of the decision.
    """
    steps = {(one.country, one.treaty, one.article, step.date) for one in found for step in one.steps}
    return tuple(stated for stated in events if _is_known(stated, steps, as_of))


def _is_known(stated: StatedEvent, steps: set[tuple[str, str, str, str]], as_of: date) -> bool:
    event = stated.event
    if (first_day(event.date) or date.min) <= as_of or (event.country, *_chain_of(event), event.date) in steps:
        return True
    said = first_day(stated.source.date) if stated.source and stated.source.date else None
    return not event.kind.endswith("deadline") and (said is None or said <= as_of)


def due(rows: Sequence[StatedEvent], found: Sequence[Chain], *, months: int, as_of: date) -> tuple[StatedEvent, ...]:
    """Return those of `rows` that are deadlines which stand and run out within `months` months after the day `as_of`."""
    first, last = as_of.isoformat(), _months_after(as_of, months).isoformat()
    stands = {(one.country, one.treaty, one.article, one.deadline) for one in found if one.state in _OPEN}
    return tuple(
        row
        for row in rows
        if row.event.kind.endswith(("deadline", "due"))
        and first <= row.event.date <= last
        and (row.event.country, *_chain_of(row.event), row.event.date) in stands
    )


def _months_after(day: date, months: int) -> date:
    try:
        last: date = day + relativedelta(months=months)
    except (ValueError, OverflowError):  # beyond the calendar
        return date.max
    return last
