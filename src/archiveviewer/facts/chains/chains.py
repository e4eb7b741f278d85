"""Deadline chains: the first deadline, each request, each decision, the deadline that stands, and its state on a given day.

Pure: the same facts and the same day give the same chain. Only what was known on that day counts. Requested is not granted; computed
is not stated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from archiveviewer.facts.chains import states
from archiveviewer.facts.chains.obligations import ARTICLE_5, Obligation
from archiveviewer.facts.chains.steps import Stated
from archiveviewer.records import Chain, ChainStep, ReferenceRow, StatedEvent, StatedFact


def chains(
    facts: Sequence[StatedFact],
    events: Sequence[StatedEvent],
    *,
    reference: Sequence[ReferenceRow],
    as_of: date,
    obligations: Sequence[Obligation] = (ARTICLE_5,),
) -> tuple[Chain, ...]:
    """Return the chains of all countries that the facts and events speak of, by country."""
    facts_of = _grouped(facts, lambda stated: stated.fact.country)
    events_of = _grouped(events, lambda stated: stated.event.country)
    rows_of = _grouped(reference, lambda row: row.country)
    found = (
        one
        for country in sorted(facts_of.keys() | events_of.keys())
        for one in _of_country(
            country, facts_of.get(country, ()), events_of.get(country, ()), rows_of.get(country, ()), as_of=as_of, obligations=obligations
        )
    )
    return tuple(one for one in found if one.steps)


T = TypeVar("T")


def _grouped(stated: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for one in stated:
        groups.setdefault(key(one), []).append(one)
    return groups


def chain(
    country: str,
    facts: Sequence[StatedFact],
    events: Sequence[StatedEvent],
    *,
    reference: Sequence[ReferenceRow],
    as_of: date,
    obligation: Obligation = ARTICLE_5,
) -> Chain | None:
    """Return one chain of a country, None when neither the archive nor the register knows of it."""
    own_facts = [stated for stated in facts if stated.fact.country == country]
    own_events = [stated for stated in events if stated.event.country == country]
    rows = [row for row in reference if row.country == country]
    return next(_of_country(country, own_facts, own_events, rows, as_of=as_of, obligations=(obligation,)), None)


def _of_country(
    country: str,
    facts: Sequence[StatedFact],
    events: Sequence[StatedEvent],
    reference: Sequence[ReferenceRow],
    *,
    as_of: date,
    obligations: Sequence[Obligation],
) -> Iterator[Chain]:
    """Yield the chains of a country, of which all that is handed in speaks."""
    facts_of = _grouped(facts, lambda stated: stated.fact.type)
    events_of = _grouped(events, lambda stated: stated.event.kind)
    for obligation in obligations:
        own = Stated(facts=facts_of, events=events_of, obligation=obligation, as_of=as_of)
        rows = tuple(_reference(row) for row in reference if _is_about(row, obligation))
        if (steps := own.steps()) or rows:
            yield _chain(country, own, steps, rows)


def _chain(country: str, own: Stated, steps: tuple[ChainStep, ...], rows: tuple[ChainStep, ...]) -> Chain:
    deadline = states.standing(steps)
    state = states.state(steps, deadline, own.as_of)
    return Chain(
        country=country,
        treaty=own.obligation.treaty,
        article=own.obligation.article,
        steps=steps,
        deadline=deadline.date if deadline else None,
        state=state,
        as_of=own.as_of.isoformat(),
        days_left=states.days_left(deadline, state, own.as_of),
        decided_by=deadline.meeting if deadline else None,
        newest_source=own.newest_source(),
        end=states.ending(steps, state),
        reference=rows,
    )


_REFERENCE = {
    ("apmbc", "5"): (
        "article5_deadline",
        "completion",
        "extension_granted",
        "extension_request_submitted",
        "entry_into_force",
        "withdrawal",
    ),
    ("ccm", "4"): ("article4_deadline", "completion", "entry_into_force", "withdrawal"),
}


def _is_about(row: ReferenceRow, obligation: Obligation) -> bool:
    return row.treaty == obligation.treaty and row.event in _REFERENCE.get((obligation.treaty, obligation.article), ())


def _reference(row: ReferenceRow) -> ChainStep:
    text = row.event.replace("_", " ").replace("article5", "Article 5").replace("article4", "Article 4")
    return ChainStep(kind="reference", date=row.date, text=f"{text}: {row.value}" if row.value else text, formula=row.source_url)
