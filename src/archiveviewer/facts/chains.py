"""Deadline chains: the first deadline, each request, each decision, the deadline that stands, and its state on a given day.

Pure: the same facts and the same day give the same chain. Only what was known on that day counts: a decision counts from the last day
of its meeting, a deadline that a text merely states from the date of that text. Requested is not granted; computed is not stated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from archiveviewer.facts import computed, states, treaties
from archiveviewer.facts.computed import Computed, first_day, whole_day
from archiveviewer.facts.obligations import ARTICLE_5, Obligation
from archiveviewer.records import Chain, ChainStep, Event, Fact, ReferenceRow, StatedEvent, StatedFact


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
    own = _Stated(
        facts=tuple(stated for stated in facts if stated.fact.country == country),
        events=tuple(stated for stated in events if stated.event.country == country and stated.event.treaty == obligation.treaty),
        obligation=obligation,
        as_of=as_of,
    )
    rows = tuple(_reference(row) for row in reference if row.country == country and _is_about(row, obligation))
    steps = tuple(_sorted(own.steps()))
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
        reference=rows,
    )


@dataclass(frozen=True, slots=True)
class _Stated:
    """What is stated about one country and one obligation, as far as it was known on a day."""

    facts: tuple[StatedFact, ...]
    events: tuple[StatedEvent, ...]
    obligation: Obligation
    as_of: date

    def steps(self) -> Iterator[ChainStep]:
        """Yield all steps, empty when the obligation does not concern the country."""
        own = (*self._own_steps(), *self._withdrawal())
        in_force = self._entry_into_force()
        if own or self._concerned():
            yield from own
            if in_force:
                yield in_force
                yield from self._computed(in_force)

    def newest_source(self) -> str | None:
        """Return the date of the newest document that speaks of this obligation."""
        wanted = self.obligation
        types = {wanted.initial, wanted.deadline, wanted.requested, wanted.request, wanted.granted, *wanted.completion}
        types |= {kind for kind, _ in wanted.concerns}
        sources = [stated.source for stated in self.facts if stated.fact.type in types]
        sources += [stated.source for stated in self.events if stated.event.kind in dict(wanted.kinds)]
        return max((source.date for source in sources if source and source.date), default=None)

    def _own_steps(self) -> Iterator[ChainStep]:
        yield from self._deadlines()
        yield from self._dated("request", self.obligation.request, "extension request submitted")
        yield from self._decisions()
        yield from self._completions()
        yield from self._requested()
        yield from self._told()

    def _of(self, kind: str) -> Iterator[StatedFact]:
        return (stated for stated in self.facts if kind and stated.fact.type == kind)

    def _concerned(self) -> bool:
        return any((stated.fact.type, stated.fact.value) in self.obligation.concerns for stated in self.facts)

    def _known(self, day: str | None) -> bool:
        first = first_day(day) if day else None
        return first is None or first <= self.as_of

    def _dated(self, kind: str, of: str, text: str) -> Iterator[ChainStep]:
        for stated in _one_each(self._of(of)):
            if first_day(stated.fact.value) and self._known(stated.fact.value):
                yield _step(kind, stated, date=stated.fact.value, text=text)

    def _deadlines(self) -> Iterator[ChainStep]:
        """Yield each deadline once, with the meeting that set it where a text says so; a first one is known from the start."""
        first = {stated.fact.value for stated in self._of(self.obligation.initial)}
        stated_ones = [stated for stated in self._of(self.obligation.deadline) if first_day(stated.fact.value)]
        for value in _most_precise({stated.fact.value for stated in stated_ones}):
            said = [stated for stated in stated_ones if stated.fact.value == value]
            decided = sorted((stated for stated in said if _meeting(stated.fact)), key=lambda one: _meeting_day(one.fact))
            best = decided[0] if decided else max(said, key=lambda one: (one.source.date or "") if one.source else "")
            meeting = _meeting(best.fact)
            since = [_meeting_day(best.fact)] if meeting else [one.source.date for one in said if one.source and one.source.date]
            if value in first or not since or any(self._known(day) for day in since):
                text = "first deadline" if value in first else "deadline"
                yield _step("deadline", best, date=value, text=text, meeting=meeting)

    def _decisions(self) -> Iterator[ChainStep]:
        """Yield each decision on the last day of its meeting."""
        for stated in _one_each(self._of(self.obligation.granted)):
            meeting = treaties.meeting(self.obligation.treaty, stated.fact.value)
            day = meeting.last_day.isoformat() if meeting else ""
            if meeting and self._known(day):
                formula = f"last day of the {stated.fact.value}, {meeting.place}"
                yield _step("decision", stated, date=day, text="extension granted", meeting=stated.fact.value, formula=formula)

    def _requested(self) -> Iterator[ChainStep]:
        """Yield the days that were asked for and that no text states as granted."""
        granted = {stated.fact.value for stated in self._of(self.obligation.deadline)}
        for stated in _one_each(self._of(self.obligation.requested)):
            asked = stated.source.date if stated.source else None
            if stated.fact.value not in granted and first_day(stated.fact.value) and self._known(asked):
                yield _step("requested", stated, date=stated.fact.value, text="asked for, not granted in this archive")

    def _completions(self) -> Iterator[ChainStep]:
        for kind in self.obligation.completion:
            for stated in _one_each(self._of(kind)):
                day = stated.fact.value if first_day(stated.fact.value) else stated.fact.as_of
                if day and first_day(day) and self._known(day):
                    yield _step("completion", stated, date=day, text="completed" if day == stated.fact.value else "reported as completed")

    def _told(self) -> Iterator[ChainStep]:
        """Yield what only events tell: revised requests, additional information, declarations, newly found areas."""
        facts = {stated.fact.value for kind in (self.obligation.request, *self.obligation.completion) for stated in self._of(kind)}
        seen: set[tuple[str, str]] = set()
        for stated in self.events:
            event = stated.event
            kind = dict(self.obligation.kinds).get(event.kind)
            if (
                kind
                and event.date not in facts
                and (kind, event.date) not in seen
                and self._known(event.date)
                and _concerns(event, self.obligation)
            ):
                seen.add((kind, event.date))
                yield ChainStep(kind=kind, date=event.date, text=event.text, source=stated.source, evidence=event.evidence)

    def _withdrawal(self) -> Iterator[ChainStep]:
        yield from self._dated("withdrawal", f"{self.obligation.treaty}.withdrawal_effective", "withdrawal in effect")

    def _entry_into_force(self) -> ChainStep | None:
        """Return when the treaty entered into force for the country: as stated, else computed from the deposit."""
        stated_ones = [stated for stated in self._of(f"{self.obligation.treaty}.entry_into_force") if whole_day(stated.fact.value)]
        if stated_ones:
            best = max(stated_ones, key=lambda one: sum(other.fact.value == one.fact.value for other in stated_ones))
            return _step("entry_into_force", best, date=best.fact.value, text="in force") if self._known(best.fact.value) else None
        for joining in ("ratification", "accession"):
            for stated in self._of(f"{self.obligation.treaty}.{joining}"):
                deposit = whole_day(stated.fact.value)
                if deposit:
                    return _computed_step("entry_into_force", computed.entry_into_force(self.obligation.treaty, deposit), "in force")
        return None

    def _computed(self, in_force: ChainStep) -> Iterator[ChainStep]:
        day = whole_day(in_force.date)
        if day:
            yield _computed_step("deadline", self.obligation.term.from_day(day), "deadline by the treaty text")


def _step(kind: str, stated: StatedFact, *, date: str, text: str, meeting: str | None = None, formula: str = "") -> ChainStep:
    return ChainStep(
        kind=kind, date=date, text=text, meeting=meeting, source=stated.source, evidence=stated.fact.evidence, formula=formula
    )  # fmt: skip


def _computed_step(kind: str, day: Computed, text: str) -> ChainStep:
    return ChainStep(kind=kind, date=day.day.isoformat(), text=text, computed=True, formula=day.formula)


def _one_each(facts: Iterable[StatedFact]) -> Iterator[StatedFact]:
    """Yield one fact for each value, that of the newest source."""
    best: dict[str, StatedFact] = {}
    for stated in facts:
        held = best.get(stated.fact.value)
        if held is None or _dated_of(stated) > _dated_of(held):
            best[stated.fact.value] = stated
    precise = _most_precise(set(best))
    return (stated for value, stated in best.items() if value in precise)


def _dated_of(stated: StatedFact) -> str:
    return (stated.source.date or "") if stated.source else ""


def _most_precise(values: set[str]) -> set[str]:
    """Leave out dates that another one says more exactly: 2018-01 beside 2018-01-01."""
    return {value for value in values if not any(other != value and other.startswith(f"{value}-") for other in values)}


def _meeting(fact: Fact) -> str | None:
    return fact.as_of if fact.as_of and treaties.meeting(fact.type.partition(".")[0], fact.as_of) else None


def _meeting_day(fact: Fact) -> str:
    meeting = treaties.meeting(fact.type.partition(".")[0], fact.as_of or "")
    return meeting.last_day.isoformat() if meeting else ""


def _concerns(event: Event, obligation: Obligation) -> bool:
    """Tell whether an event belongs to the article of an obligation ("5.4" belongs to 5)."""
    return not event.article or event.article.partition(".")[0] == obligation.article


_ORDER = (
    "entry_into_force", "request", "revised_request", "additional_information", "decision", "deadline", "requested", "completion",
    "new_mined_areas", "withdrawal",
)  # fmt: skip


def _sorted(steps: Iterable[ChainStep]) -> list[ChainStep]:
    return sorted(steps, key=lambda step: (first_day(step.date) or date.max, _ORDER.index(step.kind), step.computed))


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


def computed_events(found: Chain) -> Iterator[StatedEvent]:
    """Yield the computed steps of a chain as events, for a timeline."""
    for step in found.steps:
        if step.computed:
            kind = "entry_into_force" if step.kind == "entry_into_force" else f"art{found.article}_deadline"
            prefix = "ccm_" if found.treaty == "ccm" else ""
            event = Event(
                country=found.country,
                treaty=found.treaty,
                article=found.article,
                date=step.date,
                kind=prefix + kind,
                text=f"{step.text}: {step.formula}",
                evidence=None,
                computed=True,
            )
            yield StatedEvent(event=event, source=None, state=found.state)


_CHAIN_KINDS = frozenset(
    ("art5_deadline", "art5_request_submitted", "revised_request", "additional_information", "request_granted", "art5_completion",
     "completion_declared", "new_mined_areas", "work_plan", "work_plan_due")
)  # fmt: skip


def with_states(events: Sequence[StatedEvent], found: Sequence[Chain]) -> tuple[StatedEvent, ...]:
    """Return the events, each of Article 5 with the state of its chain."""
    state_of = {one.country: one.state for one in found if (one.treaty, one.article) == ("apmbc", "5")}
    return tuple(
        StatedEvent(event=stated.event, source=stated.source, state=state_of.get(stated.event.country))
        if stated.event.treaty == "apmbc" and stated.event.kind in _CHAIN_KINDS
        else stated
        for stated in events
    )
