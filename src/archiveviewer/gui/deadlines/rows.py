"""Which chains stand in the list of deadlines, in which group and order. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from dateutil.relativedelta import relativedelta

from archiveviewer.gui.chain.axis import day_of, days_of
from archiveviewer.gui.chain.shapes import Drawing, MarkKind, drawing
from archiveviewer.gui.chain.words import standing_step
from archiveviewer.records import Chain, State

DUE_MONTHS = 6
"""What is due within so many months stands first and is counted on the rail."""
_OPEN = {State.RUNNING, State.EXTENDED}


class Group(IntEnum):
    """The groups of the list, in their order."""

    DUE = 0
    PASSED = 1
    LATER = 2
    CLOSED = 3


class Column(IntEnum):
    """The columns of the list."""

    COUNTRY = 0
    STATE = 1
    DEADLINE = 2
    DAYS = 3
    DECIDED = 4
    SOURCE = 5


@dataclass(frozen=True, slots=True)
class Lane:
    """A chain with the name of its country and its shapes."""

    chain: Chain
    name: str
    group: Group
    drawing: Drawing

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells this lane from all others."""
        return (self.chain.country, self.chain.treaty, self.chain.article)

    @property
    def shown_date(self) -> str | None:
        """The date that the lane comes down to: the deadline that stands, or the day on which it ended."""
        step = standing_step(self.chain)
        return step.date if step is not None else self.chain.deadline

    @property
    def asked(self) -> str | None:
        """The date that was asked for beyond the deadline that stands."""
        asked = [mark.step.date for mark in self.drawing.marks if mark.kind == MarkKind.ASKED]
        return asked[-1] if asked else None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the filters let through; None or an empty set lets all through."""

    article: tuple[str, str] | None = None
    countries: frozenset[str] = frozenset()
    states: frozenset[State] = frozenset()
    months: int | None = None

    def passes(self, chain: Chain, today: date) -> bool:
        """Return whether a chain is to be shown."""
        return (
            self.article in (None, (chain.treaty, chain.article))
            and (not self.countries or chain.country in self.countries)
            and (not self.states or chain.state in self.states)
            and (self.months is None or is_due(chain, today, months=self.months))
        )


def is_due(chain: Chain, today: date, *, months: int = DUE_MONTHS) -> bool:
    """Return whether the deadline of a chain stands and runs out within `months` months."""
    days = days_of(chain.deadline)
    last = today + relativedelta(months=months)
    return chain.state in _OPEN and days is not None and days[1] >= today.toordinal() and days[0] <= last.toordinal()


def group_of(chain: Chain, today: date) -> Group:
    """Return the group that a chain belongs to."""
    if is_due(chain, today):
        return Group.DUE
    if chain.state == State.PASSED:
        return Group.PASSED
    return Group.LATER if chain.state in _OPEN else Group.CLOSED


def lane(chain: Chain, name: str) -> Lane:
    """Return the lane of a chain."""
    return Lane(chain, name, group_of(chain, date.fromisoformat(chain.as_of)), drawing(chain))


def arranged(lanes: Iterable[Lane], *, column: Column | None = None, descending: bool = False) -> list[tuple[Group, list[Lane]]]:
    """Return the groups that hold something, each sorted.

    Without a column the next deadline stands first, and of those that have passed the one that passed last.
    """
    groups: dict[Group, list[Lane]] = {}
    for item in sorted(lanes, key=lambda item: item.name.casefold()):
        groups.setdefault(item.group, []).append(item)
    for group, items in groups.items():
        if column is None:
            items.sort(key=_KEYS[Column.COUNTRY if group == Group.CLOSED else Column.DEADLINE], reverse=group == Group.PASSED)
        else:
            items.sort(key=_KEYS[column], reverse=descending)
    return sorted(groups.items())


def _day(text: str | None) -> float:
    return day_of(text) or float(date.max.toordinal())


_KEYS: dict[Column, Callable[[Lane], tuple[float | str, ...]]] = {
    Column.COUNTRY: lambda item: (item.name.casefold(),),
    Column.STATE: lambda item: (list(State).index(item.chain.state), item.name.casefold()),
    Column.DEADLINE: lambda item: (_day(item.shown_date),),
    Column.DAYS: lambda item: (_day(item.chain.deadline),),
    Column.DECIDED: lambda item: (item.chain.decided_by is None, item.chain.decided_by or "", item.name.casefold()),
    Column.SOURCE: lambda item: (_day(item.chain.newest_source),),
}
