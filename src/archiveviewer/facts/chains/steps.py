"""The steps of a chain: all that is stated about one obligation of one country, as far as it was known on a day.

A decision counts from the last day of its meeting, a deadline that a text merely states from the date of that text. A completion that
only a report tells of came at the latest on the day of the report. What follows from the treaty text stands beside what is stated,
marked as computed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from archiveviewer.facts.chains import computed
from archiveviewer.facts.chains.computed import Computed, first_day, last_day, whole_day
from archiveviewer.facts.chains.granting import Deadlines, is_out_of_reach, meeting_day, meeting_of, most_precise, written_on
from archiveviewer.facts.chains.obligations import Obligation
from archiveviewer.facts.wording import treaties
from archiveviewer.records import ChainStep, StatedEvent, StatedFact


@dataclass(frozen=True, slots=True)
class Stated:
    """What is stated about one country (facts by type, events by kind) and one obligation, as far as it was known on a day."""

    facts: Mapping[str, Sequence[StatedFact]]
    events: Mapping[str, Sequence[StatedEvent]]
    obligation: Obligation
    as_of: date

    def steps(self) -> tuple[ChainStep, ...]:
        """Return all steps in order of date; none when the obligation does not concern the country."""
        own, ends = tuple(self._own_steps()), tuple(self._withdrawal())
        ended = any(step.kind == "withdrawal" for step in ends)
        begins = tuple(self._entry_into_force())
        if own or self._concerned():
            return _sorted((*own, *begins, *self._computed(begins[:1], ended=ended), *ends))
        return _sorted((*begins, *ends)) if ends and self.obligation.tells_withdrawal else ()

    def newest_source(self) -> str | None:
        """Return the date of the newest document that speaks of this obligation."""
        wanted = self.obligation
        types = {wanted.initial, wanted.deadline, wanted.requested, wanted.request, wanted.granted, wanted.report, *wanted.completion}
        types |= {kind for kind, _ in wanted.concerns} | {f"{wanted.treaty}.withdrawal_{what}" for what in ("submitted", "effective")}
        sources = [stated.source for kind in types for stated in self._of(kind)]
        sources += [stated.source for stated, _ in self._own_events()]
        return max((source.date for source in sources if source and source.date and self._known(source.date)), default=None)

    def _own_steps(self) -> Iterator[ChainStep]:
        given = Deadlines.of(self.facts, self.obligation)
        asked = given.only_asked()
        deadlines = tuple(self._deadlines(given, asked))
        yield from deadlines
        yield from self._dated("request", self.obligation.request, "extension request submitted")
        yield from self._decisions()
        completions = tuple(self._completions())
        yield from completions
        yield from self._areas_after([step.date for step in completions])
        yield from self._requested([one for day in asked for one in given.said[day]], {step.date for step in deadlines})
        yield from self._dated("report", self.obligation.report, "transparency report")
        yield from self._told()

    def _of(self, kind: str) -> Sequence[StatedFact]:
        return self.facts.get(kind, ())

    def _concerned(self) -> bool:
        return any(stated.fact.value == value for kind, value in self.obligation.concerns for stated in self._of(kind))

    def _known(self, day: str | None) -> bool:
        first = first_day(day) if day else None
        return first is None or first <= self.as_of

    def _dated(self, kind: str, of: str, text: str) -> Iterator[ChainStep]:
        for stated in _one_each(self._of(of)):
            if first_day(stated.fact.value) and self._known(stated.fact.value):
                yield _step(kind, stated, date=stated.fact.value, text=text)

    def _deadlines(self, given: Deadlines, asked: Collection[str]) -> Iterator[ChainStep]:
        """Yield each deadline once, with the meeting that set it where a text says so; a first one is known from the start."""
        first = {stated.fact.value for stated in self._of(self.obligation.initial)}
        for day in given.said.keys() - asked:
            best, since = given.best(day), given.known_since(day)
            if day in first or not since or any(self._known(known) for known in since):
                text = "first deadline" if day in first else "deadline"
                kind = "deadline"
                if is_out_of_reach(day, meeting_day(best.fact) or self.as_of.isoformat()):
                    kind, text = "doubtful", "printed as the deadline, but later than the treaty allows"
                yield _step(kind, best, date=day, text=text, meeting=meeting_of(best.fact))

    def _decisions(self) -> Iterator[ChainStep]:
        """Yield each decision on the last day of its meeting, with the request that it answers; without a date for an unknown meeting."""
        asked = sorted(step.date for step in self._dated("request", self.obligation.request, ""))
        since = ""
        for stated in sorted(_one_each(self._of(self.obligation.granted)), key=lambda one: self._meeting_day(one.fact.value)):
            code, day = stated.fact.value, self._meeting_day(stated.fact.value)
            if day and self._known(day):
                request = max((one for one in asked if since < one < day), default=None)
                doubt = "; before any request that this archive knows" if asked and day < asked[0] else ""
                formula = f"last day of the {code}, {self._place(code)}{doubt}"
                yield replace(_step("decision", stated, date=day, text="extension granted", meeting=code, formula=formula), request=request)
                since = day
            elif not day and self._known(stated.source.date if stated.source else None):
                yield _step(
                    "decision", stated, date="", text="extension granted", meeting=code, formula="the day of the meeting is not known"
                )

    def _meeting_day(self, code: str) -> str:
        meeting = treaties.meeting(self.obligation.treaty, code)
        return meeting.last_day.isoformat() if meeting else ""

    def _place(self, code: str) -> str:
        meeting = treaties.meeting(self.obligation.treaty, code)
        return meeting.place if meeting else ""

    def _requested(self, listed: Sequence[StatedFact], granted: Collection[str]) -> Iterator[ChainStep]:
        """Yield the days that were asked for, those `listed` with a request too, and that no text known on the day states as granted."""
        for stated in _one_each([*self._of(self.obligation.requested), *listed]):
            asked = stated.source.date if stated.source else None
            if stated.fact.value not in granted and first_day(stated.fact.value) and self._known(asked):
                yield _step("requested", stated, date=stated.fact.value, text="asked for, not granted in this archive")

    def _completions(self) -> Iterator[ChainStep]:
        for kind in self.obligation.completion:
            for stated in _one_each(self._of(kind)):
                exact = first_day(stated.fact.value) is not None
                day = stated.fact.value if exact else stated.fact.as_of
                if day and first_day(day) and self._known(day):
                    text = "completed" if exact else "reported as completed"
                    yield replace(_step("completion", stated, date=day, text=text), at_latest=not exact)

    def _areas_after(self, done: Sequence[str]) -> Iterator[ChainStep]:
        """Yield that there are areas to clear, as a text says it for a day after the first completion."""
        stated_ones = self._of(self.obligation.areas) if done else ()
        told = {stated.source.document for kind in self.obligation.completion for stated in self._of(kind) if stated.source}
        by_day = {_holds_for(stated, told): stated for stated in stated_ones if stated.fact.value == "yes"}
        for day, stated in by_day.items():
            after = (first_day(day) or date.min) > (last_day(min(done)) or date.max)
            if after and self._known(day):
                yield _step("new_mined_areas", stated, date=day, text="mined areas reported after completion")

    def _told(self) -> Iterator[ChainStep]:
        """Yield what only events tell: revised requests, additional information, declarations, newly found areas."""
        facts = {stated.fact.value for kind in (self.obligation.request, *self.obligation.completion) for stated in self._of(kind)}
        seen: set[tuple[str, str]] = set()
        for stated, kind in self._own_events():
            event = stated.event
            if event.date not in facts and (kind, event.date) not in seen and self._known(event.date):
                seen.add((kind, event.date))
                yield ChainStep(
                    kind=kind,
                    date=event.date,
                    text=event.text,
                    source=stated.source,
                    evidence=event.evidence,
                    at_latest=event.kind == "completion_declared",
                )

    def _own_events(self) -> Iterator[tuple[StatedEvent, str]]:
        """Yield the events that are steps of this article ("5.4" belongs to 5), each with the kind of step."""
        for told, kind in self.obligation.kinds:
            for stated in self.events.get(told, ()):
                article = stated.event.article.partition(".")[0]
                if stated.event.treaty == self.obligation.treaty and article in ("", self.obligation.article):
                    yield stated, kind

    def _withdrawal(self) -> Iterator[ChainStep]:
        """Yield when a withdrawal was handed in, and took effect: on the day stated, else six months later."""
        treaty = self.obligation.treaty
        yield from self._dated("withdrawal_submitted", f"{treaty}.withdrawal_submitted", "withdrawal handed in")
        stated_ones = tuple(self._dated("withdrawal", f"{treaty}.withdrawal_effective", "withdrawal in effect"))
        yield from stated_ones
        for stated in () if stated_ones else _one_each(self._of(f"{treaty}.withdrawal_submitted")):
            day = whole_day(stated.fact.value)
            effective = computed.withdrawal(treaty, day) if day else None
            if effective and effective.day <= self.as_of:
                yield _computed_step("withdrawal", effective, "withdrawal in effect")

    def _entry_into_force(self) -> Iterator[ChainStep]:
        """Yield when the treaty entered into force for the country: as stated; as computed when nothing or another day is stated."""
        treaty = self.obligation.treaty
        stated_ones = [stated for stated in self._of(f"{treaty}.entry_into_force") if whole_day(stated.fact.value)]
        best = max(stated_ones, key=lambda one: sum(other.fact.value == one.fact.value for other in stated_ones), default=None)
        if best and self._known(best.fact.value):
            yield _step("entry_into_force", best, date=best.fact.value, text="in force")
        days = {one.day: one for one in self._computed_entries()}
        agreed = best is not None and whole_day(best.fact.value) in days
        for day in () if agreed else sorted(days)[:1]:
            if day <= self.as_of:
                yield _computed_step("entry_into_force", days[day], "in force")

    def _computed_entries(self) -> Iterator[Computed]:
        treaty = self.obligation.treaty
        for joining in ("ratification", "accession"):
            for stated in self._of(f"{treaty}.{joining}"):
                deposit = whole_day(stated.fact.value)
                if deposit:
                    yield computed.entry_into_force(treaty, deposit)

    def _computed(self, in_force: Iterable[ChainStep], *, ended: bool) -> Iterator[ChainStep]:
        """Yield what the treaty text gives: the end of the term, and when the next yearly report is due."""
        for step in in_force:
            day = whole_day(step.date)
            if day is None:
                continue
            term = self.obligation.term.from_day(day)
            yield _computed_step("deadline", term, "deadline by the treaty text")
            if self.obligation.yearly and not ended:
                due = computed.yearly_report(self.obligation.treaty, after=max(self.as_of, term.day))
                yield _computed_step("report_due", due, "yearly report due")


def _step(kind: str, stated: StatedFact, *, date: str, text: str, meeting: str | None = None, formula: str = "") -> ChainStep:
    return ChainStep(
        kind=kind, date=date, text=text, meeting=meeting, source=stated.source, evidence=stated.fact.evidence, formula=formula
    )  # fmt: skip


def _holds_for(stated: StatedFact, told: Collection[int]) -> str:
    """Return the day for which a fact is stated: its own, else that of its document; none for one of `told`, which looks back."""
    if first_day(stated.fact.as_of or ""):
        return stated.fact.as_of or ""
    return written_on(stated) if stated.source and stated.source.document not in told else ""


def _computed_step(kind: str, day: Computed, text: str) -> ChainStep:
    return ChainStep(kind=kind, date=day.day.isoformat(), text=text, computed=True, formula=day.formula)


def _one_each(facts: Iterable[StatedFact]) -> Iterator[StatedFact]:
    """Yield one fact for each value, that of the newest source."""
    best: dict[str, StatedFact] = {}
    for stated in facts:
        held = best.get(stated.fact.value)
        if held is None or written_on(stated) > written_on(held):
            best[stated.fact.value] = stated
    precise = most_precise(set(best))
    return (stated for value, stated in best.items() if value in precise)


_ORDER = (
    "entry_into_force", "request", "revised_request", "additional_information", "decision", "deadline", "requested", "doubtful",
    "completion", "report", "report_due", "new_mined_areas", "withdrawal_submitted", "withdrawal",
)  # fmt: skip


def _sorted(steps: Iterable[ChainStep]) -> tuple[ChainStep, ...]:
    return tuple(sorted(steps, key=lambda step: (first_day(step.date) or date.max, _ORDER.index(step.kind), step.computed)))
