"""Whether a deadline that a text gives without its meeting can have been granted, and since when it can have been known. Pure.

Two pages taught it. One lists "Extension request 19 March 2019: 1 March 2023" and was written before any meeting could decide. Another
gives a deadline and no date of its own, so that it seemed to have been known for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from archiveviewer.facts.chains.computed import LONGEST_EXTENSION, first_day, last_day
from archiveviewer.facts.chains.obligations import Obligation
from archiveviewer.facts.wording import treaties
from archiveviewer.records import Evidence, Fact, StatedFact

_AHEAD = 2
"""Years before the end of a deadline in which a meeting may move it."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """What gives each deadline of one country under one obligation, by its day, and what was requested."""

    said: Mapping[str, Sequence[StatedFact]]
    requests: Sequence[StatedFact]
    treaty: str

    @classmethod
    def of(cls, facts: Mapping[str, Sequence[StatedFact]], obligation: Obligation) -> Deadlines:
        """Gather the deadlines from the facts of a country by their type; one that another gives more exactly is no second one."""
        stated = [one for one in facts.get(obligation.deadline, ()) if first_day(one.fact.value)]
        days = most_precise({one.fact.value for one in stated})
        said = {day: [one for one in stated if one.fact.value == day] for day in sorted(days)}
        return cls(said, facts.get(obligation.request, ()), obligation.treaty)

    def best(self, day: str) -> StatedFact:
        """Return what gives a deadline best: the words that name the meeting which set it first, else the newest."""
        decided = sorted((one for one in self.said[day] if meeting_of(one.fact)), key=lambda one: meeting_day(one.fact))
        return decided[0] if decided else max(self.said[day], key=written_on)

    def only_asked(self) -> list[str]:
        """Return the days that only the words of an open request give."""
        given = ((day, said) for day, said in self.said.items() if not any(meeting_of(one.fact) for one in said))
        return [day for day, said in given if is_only_asked(said, self.requests, self.said, treaty=self.treaty)]

    def known_since(self, day: str) -> list[str]:
        """Return the days since which a deadline is known: that of the meeting, else of the texts; none for what was always known."""
        best = self.best(day)
        if meeting_of(best.fact):
            return [meeting_day(best.fact)]
        written = [one.source.date for one in self.said[day] if one.source and one.source.date]
        earliest = None if written else not_before(day, [one.fact.value for one in self.requests], self.said)
        return written if earliest is None else [earliest]


def is_out_of_reach(deadline: str, given: str) -> bool:
    """Tell whether a deadline lies further ahead of the day on which it was given than the treaties let any lie.

    A first term, and every extension, has ten years at the most, and a meeting decides up to two years before the old deadline ends. A
    year that is printed or recognised wrongly (2052, 2205) must not tell anybody that there is time.
    """
    day, since = first_day(deadline), last_day(given)
    return day is not None and since is not None and day > since + relativedelta(years=LONGEST_EXTENSION + _AHEAD)


def meeting_of(fact: Fact) -> str | None:
    """Return the code of the meeting for which a fact is stated, None for any other day."""
    return fact.as_of if fact.as_of and treaties.meeting(fact.type.partition(".")[0], fact.as_of) else None


def meeting_day(fact: Fact) -> str:
    """Return the last day of the meeting for which a fact is stated, else nothing."""
    meeting = treaties.meeting(fact.type.partition(".")[0], fact.as_of or "")
    return meeting.last_day.isoformat() if meeting else ""


def written_on(stated: StatedFact) -> str:
    """Return the date of the document that states a fact, else nothing."""
    return (stated.source.date or "") if stated.source else ""


def most_precise(values: set[str]) -> set[str]:
    """Leave out dates that another one says more exactly: 2018-01 beside 2018-01-01."""
    return {value for value in values if not any(other != value and other.startswith(f"{value}-") for other in values)}


def is_only_asked(said: Sequence[StatedFact], requests: Sequence[StatedFact], others: Iterable[str], *, treaty: str) -> bool:
    """Tell whether all that gives a deadline (`said`) gives it in the words of a request that no meeting can have answered yet.

    Where no other deadline (`others`) stood beyond the day of the request, the words tell which deadline was to be moved.
    """
    later = [other for other in others if other < said[0].fact.value]
    return all(any(_is_open(one, request, later, treaty) for request in requests) for one in said)


def _is_open(said: StatedFact, request: StatedFact, others: Sequence[str], treaty: str) -> bool:
    asked, written = first_day(request.fact.value), last_day((said.source.date if said.source else None) or "")
    if asked is None or written is None or not _same_words(said, request):
        return False
    decided = _next_meeting(treaty, asked)
    stood = any(other >= asked.isoformat() for other in others)
    return stood and decided is not None and written < decided


def _same_words(one: StatedFact, other: StatedFact) -> bool:
    mine, his = one.fact.evidence, other.fact.evidence
    if mine is None or his is None or one.source is None or other.source is None:
        return False
    return one.source.document == other.source.document and mine.page == his.page and _overlap(mine, his)


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]


def _next_meeting(treaty: str, day: date) -> date | None:
    """Return the last day of the first meeting that begins after a day; None when none is known."""
    return next((known.last_day for known in treaties.meetings() if known.treaty == treaty and known.first_day > day), None)


def not_before(deadline: str, requests: Iterable[str], deadlines: Iterable[str]) -> str | None:
    """Return the day before which an undated text cannot have given a deadline: the last request made while the one before it stood."""
    before = max((other for other in deadlines if other < deadline), default=None)
    return max((asked for asked in requests if before is not None and asked <= before), default=None)
