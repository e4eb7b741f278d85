"""A deadline chain as a list of shapes on the time axis: bars between dates, marks at dates. Pure; the painting is elsewhere.

Lanes and the small chain of a profile draw the same shapes, so they cannot say different things.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from archiveviewer.gui.chain.axis import Axis, day_of
from archiveviewer.records import Chain, ChainStep, State

NEAR = 10.0
"""Marks nearer than this many pixels become one with a count."""
_REQUESTS = ("request", "revised_request", "additional_information", "new_mined_areas", "report", "report_due", "withdrawal_submitted")
_DECISION_LAG = 400.0
"""A decision may come this many days after the deadline that it moves: meetings are late in the year."""


class BarKind(StrEnum):
    """What a stretch of time was: each has its own pattern."""

    FIRST = "first"
    EXTENDED = "extended"
    PASSED = "passed"
    UNKNOWN = "unknown"
    ASKED = "asked"


class MarkKind(StrEnum):
    """What stands at a date: each has its own shape."""

    START = "start"
    EARLIER = "earlier"
    REQUEST = "request"
    STANDS = "stands"
    PASSED = "passed"
    MET = "met"
    ENDED = "ended"
    ASKED = "asked"
    REFERENCE = "reference"
    EVENT = "event"


_WEIGHT = (
    MarkKind.EVENT,
    MarkKind.REQUEST,
    MarkKind.EARLIER,
    MarkKind.START,
    MarkKind.REFERENCE,
    MarkKind.ASKED,
    MarkKind.STANDS,
    MarkKind.PASSED,
    MarkKind.ENDED,
    MarkKind.MET,
)
"""When marks become one, the heaviest gives its shape."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a lane; `decision` is the step that granted it, when known."""

    kind: BarKind
    start: float
    end: float
    decision: ChainStep | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A dated step of a chain and the shape it has."""

    kind: MarkKind
    day: float
    step: ChainStep


@dataclass(frozen=True, slots=True)
class Drawing:
    """The shapes of one chain, both in order of time. `state` colours the mark that stands."""

    state: State
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]

    @property
    def ends(self) -> tuple[float, float] | None:
        """The first and last day that anything is drawn at, or None when the chain has no date."""
        days = [mark.day for mark in self.marks] + [day for bar in self.bars for day in (bar.start, bar.end)]
        return (min(days), max(days)) if days else None


@dataclass(frozen=True, slots=True)
class Cluster:
    """Marks that lie so near each other that they are drawn as one: `lead` gives the shape and the place."""

    lead: Mark
    marks: tuple[Mark, ...]


def drawing(chain: Chain) -> Drawing:
    """Return the shapes of a chain as of its day."""
    deadlines = _deadlines(chain)
    marks = [*_starts(chain), *_requests(chain), *_deadline_marks(chain, deadlines), *_ends(chain), *_beyond(chain)]
    return Drawing(state=chain.state, bars=tuple(_bars(chain, deadlines)), marks=tuple(sorted(marks, key=lambda mark: mark.day)))


def clusters(marks: Iterable[Mark], axis: Axis, *, near: float = NEAR) -> tuple[Cluster, ...]:
    """Return the marks, those within `near` pixels put together; what stands by itself stays alone."""
    groups: list[list[Mark]] = []
    for mark in marks:
        if groups and (mark.day - groups[-1][0].day) * axis.scale < near and _joins(groups[-1][-1], mark):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return tuple(Cluster(lead=max(group, key=lambda mark: _WEIGHT.index(mark.kind)), marks=tuple(group)) for group in groups)


def _joins(one: Mark, other: Mark) -> bool:
    apart = {MarkKind.START, MarkKind.REFERENCE, MarkKind.ASKED}
    return one.kind not in apart and other.kind not in apart


def _dated(steps: Iterable[ChainStep], wanted: Callable[[ChainStep], bool]) -> list[tuple[float, ChainStep]]:
    found = [(day, step) for step in steps if wanted(step) and (day := day_of(step.date)) is not None]
    return sorted(found, key=lambda item: item[0])


def _deadlines(chain: Chain) -> list[tuple[float, ChainStep]]:
    """Return each deadline that stood, once; one with evidence before one that is computed."""
    best: dict[str, tuple[float, ChainStep]] = {}
    for day, step in _dated(chain.steps, lambda step: step.kind == "deadline"):
        if step.date not in best or (best[step.date][1].evidence is None and step.evidence is not None):
            best[step.date] = (day, step)
    return sorted(best.values(), key=lambda item: item[0])


def _starts(chain: Chain) -> list[Mark]:
    starts = _dated(chain.steps, lambda step: step.kind == "entry_into_force")
    starts.sort(key=lambda item: item[1].computed)
    return [Mark(MarkKind.START, day, step) for day, step in starts[:1]]


def _requests(chain: Chain) -> list[Mark]:
    return [Mark(MarkKind.REQUEST, day, step) for day, step in _dated(chain.steps, lambda step: step.kind in _REQUESTS)]


def _deadline_marks(chain: Chain, deadlines: list[tuple[float, ChainStep]]) -> list[Mark]:
    stands = {State.RUNNING: MarkKind.STANDS, State.EXTENDED: MarkKind.STANDS, State.PASSED: MarkKind.PASSED}.get(chain.state)
    return [
        Mark(stands if stands and step.date == chain.deadline else MarkKind.EARLIER, day, step)
        for day, step in deadlines
        if not _moot(chain, day)
    ]


def _moot(chain: Chain, day: float) -> bool:
    """Return whether a deadline was never reached, because the duty was met or the treaty left before it."""
    end = _end(chain)
    return end is not None and chain.state in {State.MET, State.WITHDRAWN} and day > end[0]


def _end(chain: Chain) -> tuple[float, ChainStep] | None:
    day = day_of(chain.end.date) if chain.end is not None else None
    return (day, chain.end) if chain.end is not None and day is not None else None


def _ends(chain: Chain) -> list[Mark]:
    end = _end(chain)
    if end is None:
        return []
    return [Mark(MarkKind.ENDED if chain.state == State.WITHDRAWN else MarkKind.MET, *end)]


def _beyond(chain: Chain) -> list[Mark]:
    """Return what was asked for beyond the deadline that stands, and what the reference list knows."""
    if chain.state not in {State.RUNNING, State.EXTENDED, State.PASSED, State.UNKNOWN}:
        return []
    after = day_of(chain.deadline) or 0.0
    asked = _dated(chain.steps, lambda step: step.kind == "requested")
    known = _dated(chain.reference, lambda step: step.text.startswith(f"Article {chain.article} deadline"))
    return [Mark(MarkKind.ASKED, day, step) for day, step in asked if day > after] + [
        Mark(MarkKind.REFERENCE, day, step) for day, step in known if day > after
    ]


def _bars(chain: Chain, deadlines: list[tuple[float, ChainStep]]) -> list[Bar]:
    starts = [mark.day for mark in _starts(chain)]
    end = _end(chain)
    if not deadlines:
        return _dotted(starts, end[0] if end else day_of(chain.as_of))
    first = deadlines[0][0]
    bars = _periods(chain, [(day, None) for day in starts[:1] if day < first], deadlines)
    if end is not None:
        bars = _cut(bars, end[0])
    return bars + _after(chain, deadlines[-1][0], end[0] if end else None)


def _dotted(starts: list[float], stop: float | None) -> list[Bar]:
    return [Bar(BarKind.UNKNOWN, starts[0], stop)] if starts and stop is not None and stop > starts[0] else []


def _periods(chain: Chain, start: list[tuple[float, None]], deadlines: list[tuple[float, ChainStep]]) -> list[Bar]:
    """Return the stretches between entry into force and the deadlines, each extension with the decision that granted it."""
    granted_once = len(deadlines) == 1 and (chain.state == State.EXTENDED or chain.decided_by is not None)
    decisions = _dated(chain.steps, lambda step: step.kind == "decision")
    bars: list[Bar] = []
    for (begin, before), (stop, after) in pairwise([*start, *deadlines]):
        if before is None and not granted_once:
            bars.append(Bar(BarKind.FIRST, begin, stop))
            continue
        due = [item for item in decisions if granted_once or item[0] <= begin + _DECISION_LAG]
        decisions = [item for item in decisions if item not in due]
        bars.append(Bar(BarKind.EXTENDED, begin, stop, decision=_granted(after, [step for _, step in due])))
    return bars


def _granted(deadline: ChainStep | None, due: list[ChainStep]) -> ChainStep | None:
    """Return the decision behind a deadline: that of the meeting which set it, as far as a text says, else the last one in time."""
    if deadline is not None and deadline.meeting is not None:
        return next((step for step in due if step.meeting == deadline.meeting), deadline)
    return due[-1] if due else None


def _cut(bars: list[Bar], end: float) -> list[Bar]:
    return [Bar(bar.kind, bar.start, min(bar.end, end), decision=bar.decision) for bar in bars if bar.start < end]


def _after(chain: Chain, last: float, end: float | None) -> list[Bar]:
    """Return what follows the last deadline: time gone by without a known decision, a late end, the wait for what was asked."""
    bars: list[Bar] = []
    stop = end if end is not None else day_of(chain.as_of)
    kind = {State.PASSED: BarKind.PASSED, State.MET_LATE: BarKind.PASSED, State.WITHDRAWN: BarKind.UNKNOWN}.get(chain.state)
    if kind is not None and stop is not None and stop > last:
        bars.append(Bar(kind, last, stop))
    asked = [mark.day for mark in _beyond(chain) if mark.kind == MarkKind.ASKED]
    if asked:
        begin = bars[-1].end if bars else last
        bars.append(Bar(BarKind.ASKED, min(begin, max(asked)), max(asked)))
    return bars
