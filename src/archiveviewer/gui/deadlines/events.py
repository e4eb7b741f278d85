"""Other dated things beside the chains, as quiet marks: which sorts there are, on whose lane they stand, and lanes of their own. Pure.

The events of a library are taken apart once, in the thread that asks for them (`by_country`). What is switched on is then looked up lane
by lane when it is painted (`QuietMarks`), so that five thousand events cost the window nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from archiveviewer.gui.chain.shapes import Drawing, Mark, MarkKind
from archiveviewer.gui.days import day_of
from archiveviewer.gui.deadlines.rows import NO_ARTICLE, Group, Key, Lane
from archiveviewer.records import Chain, ChainStep, State, StatedEvent


class Events(StrEnum):
    """Other dated things that can be switched on."""

    JOINING = "joining"
    REPORTS = "reports"
    PLANS = "plans"
    MEETINGS = "meetings"
    POLICY = "policy"


_EVENTS = {
    **dict.fromkeys(("signature", "ratification", "accession", "succession", "entry_into_force", "withdrawal"), Events.JOINING),
    "art7_report": Events.REPORTS,
    **dict.fromkeys(("work_plan", "work_plan_due"), Events.PLANS),
    "meeting": Events.MEETINGS,
    **dict.fromkeys(("policy", "campaign", "publication"), Events.POLICY),
}


@dataclass(frozen=True, slots=True)
class Quiet:
    """An event that can be switched on."""

    treaty: str
    sort: Events
    mark: Mark


Quiets = Mapping[str, tuple[Quiet, ...]]
"""The events of each country (ISO 3166 alpha-3), in order of time."""


def sort_of(event: StatedEvent) -> Events | None:
    """Return of which sort an event is, None when it is never a quiet mark."""
    return None if event.event.computed else _EVENTS.get(event.event.kind.removeprefix("ccm_"))


def by_country(events: Iterable[StatedEvent], *, until: str) -> Quiets:
    """Return what had happened by a day; each day, kind and treaty once."""
    found: dict[str, dict[tuple[float, str, str], Quiet]] = {}
    for stated in events:
        event, sort, day = stated.event, sort_of(stated), day_of(stated.event.date)
        if sort is not None and day is not None and event.date <= until:
            step = ChainStep(event.kind, event.date, event.text, source=stated.source, evidence=event.evidence)
            quiet = Quiet(event.treaty, sort, Mark(MarkKind.EVENT, day, step))
            found.setdefault(event.country, {}).setdefault((day, event.kind, event.treaty), quiet)
    return {country: tuple(sorted(own.values(), key=lambda quiet: quiet.mark.day)) for country, own in found.items()}


class QuietMarks:
    """The marks of the sorts that are switched on, by lane: the first lane of their country and treaty, else of the country.

    What a lane shows as a step of its chain is not marked again.
    """

    def __init__(self, quiets: Quiets | None = None, lanes: Iterable[Lane] = (), wanted: frozenset[Events] = frozenset()) -> None:
        self._quiets: Quiets = quiets if quiets is not None and wanted else {}
        self._wanted = wanted
        self._home: dict[tuple[str, str], Key] = {}
        self._marks: dict[Key, tuple[Mark, ...]] = {}
        for lane in lanes if self._quiets else ():
            self._home.setdefault((lane.chain.country, lane.chain.treaty), lane.key)
            self._home.setdefault((lane.chain.country, ""), lane.key)

    def __bool__(self) -> bool:
        """Return whether any sort is switched on."""
        return bool(self._quiets)

    @property
    def first(self) -> float | None:
        """The first day that is marked on a lane, None where nothing is."""
        countries = {country for country, treaty in self._home if not treaty}
        days = (quiet.mark.day for country in countries for quiet in self._quiets.get(country, ()) if quiet.sort in self._wanted)
        return min(days, default=None)

    def of(self, lane: Lane) -> tuple[Mark, ...]:
        """Return the marks of a lane, in order of time."""
        if not self._quiets or lane.article == NO_ARTICLE:
            return ()
        if lane.key not in self._marks:
            self._marks[lane.key] = self._found(lane)
        return self._marks[lane.key]

    def _found(self, lane: Lane) -> tuple[Mark, ...]:
        country = lane.chain.country
        own = {mark.day for mark in lane.drawing.marks}
        found: dict[tuple[float, str], Mark] = {}
        for quiet in self._quiets.get(country, ()):
            home = self._home.get((country, quiet.treaty)) or self._home.get((country, ""))
            if home == lane.key and quiet.sort in self._wanted and quiet.mark.day not in own:
                found.setdefault((quiet.mark.day, quiet.mark.step.kind), quiet.mark)
        return tuple(found.values())


def lanes_beyond(
    quiets: Quiets, lanes: Iterable[Lane], names: Mapping[str, str], *, wanted: frozenset[Events], as_of: str
) -> tuple[Lane, ...]:
    """Return a lane for each country that has events of the wanted sorts and no chain at all, by name."""
    have = {lane.chain.country for lane in lanes}
    found = (
        _lane(country, names.get(country, country), marks, as_of)
        for country, own in (quiets.items() if wanted else ())
        if country not in have and (marks := _once(quiet for quiet in own if quiet.sort in wanted))
    )
    return tuple(sorted(found, key=lambda lane: lane.name.casefold()))


def _once(quiets: Iterable[Quiet]) -> tuple[Mark, ...]:
    found: dict[tuple[float, str], Mark] = {}
    for quiet in quiets:
        found.setdefault((quiet.mark.day, quiet.mark.step.kind), quiet.mark)
    return tuple(found.values())


def _lane(country: str, name: str, marks: tuple[Mark, ...], as_of: str) -> Lane:
    newest = max((mark.step.source.date for mark in marks if mark.step.source and mark.step.source.date), default=None)
    chain = Chain(country, *NO_ARTICLE, (), None, State.UNKNOWN, as_of, None, None, newest)
    return Lane(chain, name, Group.OTHER, Drawing(State.UNKNOWN, (), marks))
