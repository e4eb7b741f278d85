"""Deadline chains: made-up histories of each sort, and the seed's in full."""

from __future__ import annotations

from datetime import date

import pytest

from archiveviewer.facts.chains import chains, computed_events, with_states
from archiveviewer.facts.obligations import ARTICLE_4, ARTICLE_7, OBLIGATIONS
from archiveviewer.facts.read import read
from archiveviewer.facts.register import register
from archiveviewer.records import Chain, Event, Fact, PageText, Source, State, StatedEvent, StatedFact
from shared import SHARED, needs_shared

PAGE = Source(document=1, path="/a/page.txt", title="page", kind="country_page", date="2019-11-29")


def fact(kind: str, value: str, as_of: str | None = None, source: Source = PAGE) -> StatedFact:
    return StatedFact(fact=Fact(country="KHM", type=kind, value=value, unit=None, as_of=as_of, evidence=None, rule="test"), source=source)


def event(kind: str, day: str) -> StatedEvent:
    return StatedEvent(event=Event(country="KHM", treaty="apmbc", article="5", date=day, kind=kind, text=kind, evidence=None), source=PAGE)


def only_chain(facts: list[StatedFact], events: list[StatedEvent], day: str) -> Chain:
    (found,) = chains(facts, events, reference=(), as_of=date.fromisoformat(day))
    return found


IN_FORCE = fact("apmbc.entry_into_force", "2000-01-01")
FIRST = [fact("apmbc.art5.deadline_initial", "2010-01-01"), fact("apmbc.art5.deadline", "2010-01-01")]
EXTENDED = [
    fact("apmbc.art5.request_submitted", "2009-05-11"),
    fact("apmbc.art5.request_granted", "2RC"),
    fact("apmbc.art5.deadline", "2020-01-01", as_of="2RC"),
]


@pytest.mark.parametrize(
    ("facts", "events", "day", "state", "deadline"),
    [
        ([IN_FORCE, *FIRST], [], "2005-01-01", State.RUNNING, "2010-01-01"),
        ([IN_FORCE, *FIRST], [], "2010-01-01", State.RUNNING, "2010-01-01"),
        ([IN_FORCE, *FIRST], [], "2010-01-02", State.PASSED, "2010-01-01"),
        ([*FIRST, *EXTENDED], [], "2009-12-03", State.RUNNING, "2010-01-01"),
        ([*FIRST, *EXTENDED], [], "2009-12-04", State.EXTENDED, "2020-01-01"),
        ([*FIRST, *EXTENDED], [], "2020-02-01", State.PASSED, "2020-01-01"),
        ([*FIRST, fact("apmbc.art5.completion", "2009-06")], [], "2012-01-01", State.MET, "2010-01-01"),
        ([*FIRST, fact("apmbc.art5.completion", "2009-06")], [], "2009-01-01", State.RUNNING, "2010-01-01"),
        ([*FIRST, fact("apmbc.art5.completion", "2011")], [], "2012-01-01", State.MET_LATE, "2010-01-01"),
        (
            [*FIRST, fact("apmbc.art5.completion", "2009-06-01")],
            [event("new_mined_areas", "2019-11")],
            "2020-01-01",
            State.PASSED,
            "2010-01-01",
        ),
        (
            [*FIRST, fact("apmbc.art5.completion", "2009-06-01")],
            [event("new_mined_areas", "2019-11")],
            "2019-01-01",
            State.MET,
            "2010-01-01",
        ),
        ([*FIRST, fact("apmbc.withdrawal_effective", "2026-01-10")], [], "2026-01-10", State.WITHDRAWN, "2010-01-01"),
        ([*FIRST, fact("apmbc.withdrawal_effective", "2026-01-10")], [], "2026-01-09", State.PASSED, "2010-01-01"),
        ([IN_FORCE, fact("apmbc.withdrawal_effective", "2026-01-10")], [], "2026-01-10", State.WITHDRAWN, "2010-01-01"),
        ([IN_FORCE, fact("apmbc.art5.mined_areas", "yes")], [], "2005-01-01", State.RUNNING, "2010-01-01"),
        ([fact("apmbc.art5.mined_areas", "yes"), fact("apmbc.art5.request_submitted", "2009")], [], "2012-01-01", State.UNKNOWN, None),
        ([*FIRST, fact("apmbc.art5.deadline", "INVALID:15 August 27")], [], "2005-01-01", State.RUNNING, "2010-01-01"),
    ],
)
def test_state_on_a_day(facts: list[StatedFact], events: list[StatedEvent], day: str, state: State, deadline: str | None) -> None:
    found = only_chain(facts, events, day)
    assert (found.state, found.deadline) == (state, deadline)


def test_a_day_asked_for_is_not_granted() -> None:
    found = only_chain([*FIRST, fact("apmbc.art5.deadline_requested", "2027-12-31")], [], "2020-01-01")
    assert (found.deadline, found.state) == ("2010-01-01", State.PASSED)
    assert [step.kind for step in found.steps] == ["deadline", "requested"]


def test_a_deadline_that_a_later_text_states_does_not_count_before() -> None:
    later = Source(document=2, path="/a/b", title="b", kind="profile", date="2025-06-01")
    facts = [*FIRST, fact("apmbc.art5.deadline", "2026-03-01", source=later)]
    assert only_chain(facts, [], "2019-01-01").deadline == "2010-01-01"
    assert only_chain(facts, [], "2025-06-01").deadline == "2026-03-01"


def test_a_less_precise_date_is_no_second_deadline() -> None:
    found = only_chain([*FIRST, fact("apmbc.art5.deadline", "2010-01")], [], "2005-01-01")
    assert [step.date for step in found.steps if step.kind == "deadline"] == ["2010-01-01"]


def test_no_chain_where_there_are_no_mined_areas() -> None:
    facts = [IN_FORCE, fact("apmbc.art5.mined_areas", "no")]
    assert chains(facts, [], reference=(), as_of=date(2020, 1, 1)) == ()


@needs_shared
def test_chain_of_the_seed() -> None:
    text = (SHARED / "seeds" / "000_2d8cb406506353d3.txt").read_text(encoding="utf-8")
    found = read((PageText(number=1, label="1", text=text),), paged=False, title="Cambodia", name="000")
    facts = tuple(StatedFact(fact=one, source=PAGE) for one in found.facts)
    events = tuple(StatedEvent(event=one, source=PAGE) for one in found.events)
    (chain,) = chains(facts, events, reference=register(), as_of=date(2026, 11, 23))
    assert [(step.kind, step.date, step.meeting) for step in chain.steps] == [
        ("entry_into_force", "2000-01-01", None),
        ("request", "2009-05-11", None),
        ("revised_request", "2009-08-24", None),
        ("decision", "2009-12-04", "2RC"),
        ("deadline", "2010-01-01", None),
        ("deadline", "2010-01-01", None),
        ("request", "2019-03-27", None),
        ("additional_information", "2019-08-08", None),
        ("decision", "2019-11-29", "4RC"),
        ("deadline", "2020-01-01", "2RC"),
        ("deadline", "2025-12-31", "4RC"),
    ]
    assert [step.computed for step in chain.steps if step.date == "2010-01-01"] == [False, True]
    assert (chain.state, chain.decided_by, chain.newest_source, chain.days_left) == (State.PASSED, "4RC", "2019-11-29", -327)
    assert all(step.kind == "reference" for step in chain.reference)
    assert "2030-12-31" in [step.date for step in chain.reference]
    (before,) = chains(facts, events, reference=(), as_of=date(2019, 12, 1))
    assert (before.state, before.deadline) == (State.EXTENDED, "2025-12-31")
    four, seven = (chains(facts, events, reference=(), as_of=date(2026, 11, 23), obligations=(one,))[0] for one in (ARTICLE_4, ARTICLE_7))
    assert (four.deadline, four.state) == ("2004-01-01", State.MET_LATE)
    assert (seven.deadline, seven.state) == ("2000-06-29", State.MET)


def test_computed_steps_become_events_without_a_source() -> None:
    found = only_chain([IN_FORCE, *FIRST], [], "2020-01-01")
    (told,) = computed_events(found)
    assert (told.event.date, told.event.kind, told.event.computed, told.source) == ("2010-01-01", "art5_deadline", True, None)


def test_events_of_article_5_take_the_state_of_their_chain() -> None:
    found = only_chain([IN_FORCE, *FIRST], [], "2020-01-01")
    told = with_states((event("art5_deadline", "2010-01-01"), event("signature", "1997-12-03")), (found,))
    assert [one.state for one in told] == [State.PASSED, None]


def test_every_obligation_has_a_term_of_its_own_treaty() -> None:
    assert all(one.treaty == one.term.treaty for one in OBLIGATIONS)
