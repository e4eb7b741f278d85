"""Which chains stand in the list of deadlines, in which group and order. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from archiveviewer.gui.chain.drawing import drawing
from archiveviewer.gui.chain.shapes import Drawing, MarkKind
from archiveviewer.gui.days import day_of, days_of
from archiveviewer.records import Chain, State

DUE_MONTHS = 6
"""What is due within so many months stands first and is counted on the rail."""
_OPEN = {State.RUNNING, State.EXTENDED}
ARTICLES = (("apmbc", "5"), ("ccm", "4"), ("apmbc", "4"), ("ccm", "3"), ("apmbc", "7"), ("ccm", "7"))
"""The articles in the order in which people ask for them: clearance, stockpiles, reports."""
Key = tuple[str, str, str]
"""Country, treaty and article of a lane."""
NO_ARTICLE = ("", "")
"""In place of treaty and article for a lane of other events alone."""


class Group(IntEnum):
    """The groups of the list, in their order."""

    DUE = 0
    PASSED = 1
    LATER = 2
    CLOSED = 3
    OTHER = 4
    """Countries with other events only; shown while such events are switched on."""


class Column(IntEnum):
    """The columns of the list."""

    COUNTRY = 0
    ARTICLE = 1
    STATE = 2
    DEADLINE = 3
    DAYS = 4
    DECIDED = 5
    SOURCE = 6


@dataclass(frozen=True, slots=True)
class Lane:
    """A chain with the name of its country and its shapes; `words` stand behind the last mark.

    A lane of other events alone has a chain without article and without steps, and their marks.
    """

    chain: Chain
    name: str
    group: Group
    drawing: Drawing
    words: str = ""

    @property
    def key(self) -> Key:
        """What tells this lane from all others."""
        return (self.chain.country, self.chain.treaty, self.chain.article)

    @property
    def article(self) -> tuple[str, str]:
        """The treaty and the article."""
        return (self.chain.treaty, self.chain.article)

    @property
    def asked(self) -> str | None:
        """The date that was asked for beyond the deadline that stands."""
        asked = [mark.step.date for mark in self.drawing.marks if mark.kind == MarkKind.ASKED]
        return asked[-1] if asked else None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the filters let through; None or an empty set lets all through. An `article` without a number is a whole treaty."""

    article: tuple[str, str] | None = None
    countries: frozenset[str] = frozenset()
    states: frozenset[State] = frozenset()
    year: int | None = None
    months: int | None = None

    def passes(self, chain: Chain, today: date) -> bool:
        """Return whether a chain is to be shown."""
        return (
            self.article in (None, (chain.treaty, chain.article), (chain.treaty, ""))
            and (not self.countries or chain.country in self.countries)
            and (not self.states or chain.state in self.states)
            and self.year in (None, year_of(chain))
            and (self.months is None or is_due(chain, today, months=self.months))
        )


def year_of(chain: Chain) -> int | None:
    """Return the year of the deadline that stands."""
    days = days_of(chain.deadline)
    return date.fromordinal(int(days[0])).year if days is not None else None


def is_due(chain: Chain, today: date, *, months: int = DUE_MONTHS) -> bool:
    """Return whether the deadline of a chain stands and runs out within `months` months."""
    days = days_of(chain.deadline)
    return chain.state in _OPEN and days is not None and days[1] >= today.toordinal() and days[0] <= _months_after(today, months)


@lru_cache(maxsize=64)
def _months_after(day: date, months: int) -> int:
    """Return the ordinal of a day so many months later; asked once for each of a thousand chains."""
    later: date = day + relativedelta(months=months)
    return later.toordinal()


def group_of(chain: Chain, today: date) -> Group:
    """Return the group that a chain belongs to."""
    if (chain.treaty, chain.article) == NO_ARTICLE:
        return Group.OTHER
    if is_due(chain, today):
        return Group.DUE
    if chain.state == State.PASSED:
        return Group.PASSED
    return Group.LATER if chain.state in _OPEN else Group.CLOSED


def lane(chain: Chain, name: str) -> Lane:
    """Return the lane of a chain."""
    return Lane(chain, name, group_of(chain, date.fromisoformat(chain.as_of)), drawing(chain))


def article_order(article: tuple[str, str]) -> tuple[int, tuple[str, str]]:
    """Return what sorts articles as people ask for them."""
    return (ARTICLES.index(article) if article in ARTICLES else len(ARTICLES), article)


def by_article(lanes: Iterable[Lane]) -> list[tuple[tuple[str, str], list[Lane]]]:
    """Return the lanes of each article, in the order in which they came."""
    groups: dict[tuple[str, str], list[Lane]] = {}
    for item in lanes:
        groups.setdefault(item.article, []).append(item)
    return sorted(groups.items(), key=lambda found: article_order(found[0]))


def arranged(lanes: Iterable[Lane], *, column: Column | None = None, descending: bool = False) -> list[tuple[Group, list[Lane]]]:
    """Return the groups that hold something, each sorted.

    Without a column the next deadline stands first, and of those that have passed the one that passed last.
    """
    groups: dict[Group, list[Lane]] = {}
    for item in sorted(lanes, key=lambda item: (item.name.casefold(), article_order(item.article))):
        groups.setdefault(item.group, []).append(item)
    for group, items in groups.items():
        if column is None:
            items.sort(key=_KEYS[Column.COUNTRY if group >= Group.CLOSED else Column.DEADLINE], reverse=group == Group.PASSED)
        else:
            items.sort(key=_KEYS[column], reverse=descending)
    return sorted(groups.items())


def _day(text: str | None) -> float:
    return day_of(text) or float(date.max.toordinal())


_KEYS: dict[Column, Callable[[Lane], tuple[float | str, ...]]] = {
    Column.COUNTRY: lambda item: (item.name.casefold(),),
    Column.ARTICLE: lambda item: (article_order(item.article)[0], item.name.casefold()),
    Column.STATE: lambda item: (list(State).index(item.chain.state), item.name.casefold()),
    Column.DEADLINE: lambda item: (_day(item.chain.deadline),),
    Column.DAYS: lambda item: (_day(item.chain.end.date if item.chain.end else item.chain.deadline),),
    Column.DECIDED: lambda item: (item.chain.decided_by is None, item.chain.decided_by or "", item.name.casefold()),
    Column.SOURCE: lambda item: (_day(item.chain.newest_source),),
}
