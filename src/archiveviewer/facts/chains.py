"""Deadline chains: the first deadline, each request, each decision, the deadline that stands, and its state on a given day.

Pure: the same facts and the same day give the same chain. Only what was known on that day counts. Requested is not granted; computed
is not stated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from archiveviewer.facts import states
from archiveviewer.facts.obligations import ARTICLE_5, Obligation
from archiveviewer.facts.steps import Stated
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
    facts_of = _by_country(facts, lambda stated: stated.fact.country)
    events_of = _by_country(events, lambda stated: stated.event.country)
    found = (
        chain(country, facts_of.get(country, ()), events_of.get(country, ()), reference=reference, as_of=as_of, obligation=obligation)
        for country in sorted(facts_of.keys() | events_of.keys())
        for obligation in obligations
    )
    return tuple(one for one in found if one is not None and one.steps)


T = TypeVar("T")


def _by_country(stated: Iterable[T], country: Callable[[T], str]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for one in stated:
        groups.setdefault(country(one), []).append(one)
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
    own = Stated(
        facts=tuple(stated for stated in facts if stated.fact.country == country),
        events=tuple(stated for stated in events if stated.event.country == country),
        obligation=obligation,
        as_of=as_of,
    )
    rows = tuple(_reference(row) for row in reference if row.country == country and _is_about(row, obligation))
    steps = own.steps()
    if not steps and not rows:
        return None
    deadline = states.standing(steps)
    state = states.state(steps, deadline, as_of)
    return Chain(
        country=country,
        treaty=obligation.treaty,
        article=obligation.article,
        steps=steps,
        deadline=deadline.date if deadline else None,
        state=state,
        as_of=as_of.isoformat(),
        days_left=states.days_left(deadline, state, as_of),
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
