"""Whether a deadline that a text gives without its meeting can have been granted, and since when it can have been known. Pure.

Two pages taught it. One lists "Extension request 19 March 2019: 1 March 2023" and was written before any meeting could decide. Another
gives a deadline and no date of its own, so that it seemed to have been known for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from archiveviewer.facts import treaties
from archiveviewer.facts.computed import first_day, last_day
from archiveviewer.records import Evidence, StatedFact


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
