"""What chains add to dated events: computed days, states, and what is due soon."""

from __future__ import annotations

from datetime import date

import pytest

from archiveviewer.facts.chains.chains import chains
from archiveviewer.facts.chains.dated import computed_events, due, known, with_states
from archiveviewer.facts.chains.obligations import ARTICLE_5, ARTICLE_7
from archiveviewer.records import Chain, Event, Fact, Source, State, StatedEvent, StatedFact

PAGE = Source(document=1, path="/a/page.txt", title="page", kind="country_page", date="2019-11-29")


def fact(kind: str, value: str, as_of: str | None = None) -> StatedFact:
    return StatedFact(Fact(country="KHM", type=kind, value=value, unit=None, as_of=as_of, evidence=None, rule="test"), PAGE)


def event(kind: str, day: str) -> StatedEvent:
    return StatedEvent(Event(country="KHM", treaty="apmbc", article="", date=day, kind=kind, text=kind, evidence=None), PAGE)


FACTS = (
    fact("apmbc.entry_into_force", "2000-01-01"),
    fact("apmbc.art5.deadline_initial", "2010-01-01"),
    fact("apmbc.art5.deadline", "2010-01-01"),
    fact("apmbc.art5.deadline", "2020-01-01", as_of="2RC"),
    fact("apmbc.art5.deadline", "2025-12-31", as_of="4RC"),
    fact("apmbc.art7.initial_report", "2000-06-28"),
)
ROWS = tuple(event("art5_deadline", day) for day in ("2010-01-01", "2020-01-01", "2025-12-31"))


def built(day: str) -> tuple[Chain, ...]:
    return chains(FACTS, (), reference=(), as_of=date.fromisoformat(day), obligations=(ARTICLE_5, ARTICLE_7))


def test_computed_steps_become_events_without_a_source() -> None:
    told = [one for chain in built("2020-01-02") for one in computed_events(chain)]
    assert [(one.event.kind, one.event.date, one.state) for one in told] == [
        ("art5_deadline", "2010-01-01", State.EXTENDED),
        ("art7_due", "2000-06-29", State.MET),
        ("art7_due", "2020-04-30", None),
    ]
    assert all(one.event.computed and one.source is None for one in told)


@pytest.mark.parametrize(
    ("kind", "state"),
    [("art5_deadline", State.EXTENDED), ("work_plan", State.EXTENDED), ("art7_report", State.MET), ("signature", None), ("meeting", None)],
)
def test_events_take_the_state_of_their_chain(kind: str, state: State | None) -> None:
    (told,) = with_states((event(kind, "2010-01-01"),), built("2020-01-02"))
    assert told.state == state


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        ("2019-11-01", 6, ["2020-01-01"]),
        ("2019-11-30", 6, []),
        ("2025-08-01", 6, ["2025-12-31"]),
        ("2025-08-01", 1, []),
        ("2026-01-01", 6, []),
    ],
)
def test_only_the_deadline_that_stands_is_due(day: str, months: int, found: list[str]) -> None:
    rows = due(ROWS, built(day), months=months, as_of=date.fromisoformat(day))
    assert [row.event.date for row in rows] == found


@pytest.mark.parametrize(
    ("day", "dates"),
    [
        ("2009-12-03", ["2010-01-01"]),
        ("2009-12-04", ["2010-01-01", "2020-01-01"]),
        ("2019-11-29", ["2010-01-01", "2020-01-01", "2025-12-31"]),
    ],
)
def test_a_deadline_ahead_is_known_from_its_decision_on(day: str, dates: list[str]) -> None:
    assert [row.event.date for row in known(ROWS, built(day), date.fromisoformat(day))] == dates


@pytest.mark.parametrize(
    ("kind", "day", "as_of", "there"),
    [
        ("meeting", "2007-03-15", "2007-03-15", True),
        ("meeting", "2007-03-15", "2007-03-14", False),
        ("work_plan_due", "2021-05-31", "2020-01-01", True),
        ("work_plan_due", "2021-05-31", "2019-11-28", False),
        ("art5_deadline", "2026", "2020-01-01", False),
        ("meeting", "INVALID:15 March", "2000-01-01", True),
    ],
)
def test_what_lies_ahead_is_known_from_its_source_on(kind: str, day: str, as_of: str, there: bool) -> None:
    assert bool(known((event(kind, day),), built(as_of), date.fromisoformat(as_of))) is there


def test_a_day_that_was_only_asked_for_is_called_so() -> None:
    asked = (*FACTS, fact("apmbc.art5.deadline_requested", "2030-12-31"))
    found = chains(asked, (), reference=(), as_of=date(2026, 1, 1), obligations=(ARTICLE_5,))
    rows = with_states((event("art5_deadline", "2025-12-31"), event("art5_deadline", "2030-12-31")), found)
    assert [row.event.text for row in rows] == ["art5_deadline", "asked for, not granted in this archive"]
