"""From a deadline chain to its shapes: which stretches of time it had, and what stands at its dates. Pure."""

from __future__ import annotations

from itertools import pairwise

from archiveviewer.gui.chain.shapes import Bar, BarKind, Drawing, Mark, MarkKind
from archiveviewer.gui.days import day_of
from archiveviewer.records import Chain, ChainStep, State

_REQUESTS = ("request", "revised_request", "additional_information", "new_mined_areas", "report", "report_due", "withdrawal_submitted")
_DECISION_LAG = 400.0
"""A decision may come this many days after the deadline that it moves: meetings are late in the year."""
_STANDING = frozenset({State.RUNNING, State.EXTENDED, State.PASSED, State.UNKNOWN})
_STANDS = {State.RUNNING: MarkKind.STANDS, State.EXTENDED: MarkKind.STANDS, State.PASSED: MarkKind.PASSED}
_FOLLOWS = {State.PASSED: BarKind.PASSED, State.MET_LATE: BarKind.PASSED, State.WITHDRAWN: BarKind.UNKNOWN}

_Steps = list[tuple[float, ChainStep]]


def drawing(chain: Chain) -> Drawing:
    """Return the shapes of a chain as of its day."""
    dated = _Dated(chain)
    marks = [*dated.starts(), *dated.requests(), *dated.deadline_marks(), *dated.ends(), *dated.beyond]
    return Drawing(state=chain.state, bars=tuple(dated.bars()), marks=tuple(sorted(marks, key=lambda mark: mark.day)))


class _Dated:
    """The steps of a chain by their kind, each with its day on the axis, in order of time."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self._of: dict[str, _Steps] = {}
        for step in chain.steps:
            day = day_of(step.date)
            if day is not None:
                self._of.setdefault(step.kind, []).append((day, step))
        for found in self._of.values():
            found.sort(key=_first)
        self.deadlines = self._deadlines()
        self.end = self._end()
        self.beyond = self._beyond()

    def of(self, kind: str) -> _Steps:
        """Return the steps of a kind that have a day."""
        return self._of.get(kind, [])

    def _deadlines(self) -> _Steps:
        """Return each deadline that stood, once; one with evidence before one that is computed."""
        best: dict[str, tuple[float, ChainStep]] = {}
        for day, step in self.of("deadline"):
            if step.date not in best or (best[step.date][1].evidence is None and step.evidence is not None):
                best[step.date] = (day, step)
        return sorted(best.values(), key=_first)

    def _end(self) -> tuple[float, ChainStep] | None:
        end = self.chain.end
        day = day_of(end.date) if end is not None else None
        return (day, end) if end is not None and day is not None else None

    def _beyond(self) -> list[Mark]:
        """Return what was asked for beyond the deadline that stands, and what the reference list knows."""
        if self.chain.state not in _STANDING:
            return []
        after = day_of(self.chain.deadline) or 0.0
        named = f"Article {self.chain.article} deadline"
        known = [(day_of(step.date) or 0.0, step) for step in self.chain.reference if step.text.startswith(named)]
        return [Mark(MarkKind.ASKED, day, step) for day, step in self.of("requested") if day > after] + [
            Mark(MarkKind.REFERENCE, day, step) for day, step in sorted(known, key=_first) if day > after
        ]

    def starts(self) -> list[Mark]:
        """Return where the treaty entered into force; a stated day before a computed one."""
        starts = sorted(self.of("entry_into_force"), key=lambda item: item[1].computed)
        return [Mark(MarkKind.START, day, step) for day, step in starts[:1]]

    def requests(self) -> list[Mark]:
        """Return all that was handed in, found and reported on the way."""
        return [Mark(MarkKind.REQUEST, day, step) for kind in _REQUESTS for day, step in self.of(kind)]

    def deadline_marks(self) -> list[Mark]:
        """Return the deadlines; one that was never reached, because the duty was met or the treaty left before it, is not drawn."""
        chain, end = self.chain, self.end
        stands = _STANDS.get(chain.state)
        moot = end[0] if end is not None and chain.state in {State.MET, State.WITHDRAWN} else None
        return [
            Mark(stands if stands and step.date == chain.deadline else MarkKind.EARLIER, day, step)
            for day, step in self.deadlines
            if moot is None or day <= moot
        ]

    def ends(self) -> list[Mark]:
        """Return what ended the chain."""
        return [Mark(MarkKind.ENDED if self.chain.state == State.WITHDRAWN else MarkKind.MET, *self.end)] if self.end is not None else []

    def bars(self) -> list[Bar]:
        """Return the stretches of time, first to last."""
        starts, end = [mark.day for mark in self.starts()], self.end[0] if self.end is not None else None
        if not self.deadlines:
            return _dotted(starts, end if end is not None else day_of(self.chain.as_of))
        bars = self._periods([(day, None) for day in starts if day < self.deadlines[0][0]])
        if end is not None:
            bars = _cut(bars, end)
        return bars + self._after(end)

    def _periods(self, start: list[tuple[float, None]]) -> list[Bar]:
        """Return the stretches between entry into force and the deadlines, each extension with the decision that granted it."""
        granted_once = len(self.deadlines) == 1 and (self.chain.state == State.EXTENDED or self.chain.decided_by is not None)
        decisions = self.of("decision")
        bars: list[Bar] = []
        for (begin, before), (stop, after) in pairwise([*start, *self.deadlines]):
            if before is None and not granted_once:
                bars.append(Bar(BarKind.FIRST, begin, stop))
                continue
            due = [item for item in decisions if granted_once or item[0] <= begin + _DECISION_LAG]
            decisions = [item for item in decisions if item not in due]
            bars.append(Bar(BarKind.EXTENDED, begin, stop, decision=_granted(after, [step for _, step in due])))
        return bars

    def _after(self, end: float | None) -> list[Bar]:
        """Return what follows the last deadline: time gone by without a known decision, a late end, the wait for what was asked."""
        bars: list[Bar] = []
        last = self.deadlines[-1][0]
        stop = end if end is not None else day_of(self.chain.as_of)
        kind = _FOLLOWS.get(self.chain.state)
        if kind is not None and stop is not None and stop > last:
            bars.append(Bar(kind, last, stop))
        asked = [mark.day for mark in self.beyond if mark.kind == MarkKind.ASKED]
        if asked:
            begin = bars[-1].end if bars else last
            bars.append(Bar(BarKind.ASKED, min(begin, max(asked)), max(asked)))
        return bars


def _first(item: tuple[float, ChainStep]) -> float:
    return item[0]


def _dotted(starts: list[float], stop: float | None) -> list[Bar]:
    return [Bar(BarKind.UNKNOWN, starts[0], stop)] if starts and stop is not None and stop > starts[0] else []


def _granted(deadline: ChainStep | None, due: list[ChainStep]) -> ChainStep | None:
    """Return the decision behind a deadline: that of the meeting which set it, as far as a text says, else the last one in time."""
    if deadline is not None and deadline.meeting is not None:
        return next((step for step in due if step.meeting == deadline.meeting), deadline)
    return due[-1] if due else None


def _cut(bars: list[Bar], end: float) -> list[Bar]:
    return [Bar(bar.kind, bar.start, min(bar.end, end), decision=bar.decision) for bar in bars if bar.start < end]
