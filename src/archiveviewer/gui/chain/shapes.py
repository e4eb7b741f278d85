"""The shapes of a deadline chain on the time axis: bars between dates, marks at dates. Pure; painted elsewhere.

Lanes and the small chain of a profile draw the same shapes, so they cannot say different things.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from archiveviewer.gui.chain.axis import Axis
from archiveviewer.records import ChainStep, State

NEAR = 10.0
"""Marks nearer than this many pixels become one with a count."""


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
_RANK = {kind: number for number, kind in enumerate(_WEIGHT)}
_APART = frozenset({MarkKind.START, MarkKind.REFERENCE, MarkKind.ASKED})
"""Marks that never become one with others."""


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


def clusters(marks: Iterable[Mark], axis: Axis, *, near: float = NEAR) -> tuple[Cluster, ...]:
    """Return the marks, those within `near` pixels put together; what stands by itself stays alone."""
    reach = near / axis.scale
    groups: list[list[Mark]] = []
    for mark in marks:
        if groups and mark.day - groups[-1][0].day < reach and mark.kind not in _APART and groups[-1][-1].kind not in _APART:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return tuple(Cluster(lead=max(group, key=_weight), marks=tuple(group)) for group in groups)


def _weight(mark: Mark) -> int:
    return _RANK[mark.kind]
