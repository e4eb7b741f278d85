"""Deadline chains: made-up histories of each sort, and the seed's in full."""

from __future__ import annotations

from datetime import date

import pytest

from archiveviewer.facts.chains.chains import chains
from archiveviewer.facts.chains.obligations import ARTICLE_4, ARTICLE_7, OBLIGATIONS
from archiveviewer.facts.chains.register import register
from archiveviewer.facts.reading.read import read
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

LATER = Source(document=2, path="/a/later", title="later", kind="profile", date="2025-06-01")
DONE = fact("apmbc.art5.completion", "2009-11-30")
ANEW = [fact("apmbc.art5.request_submitted", "2021-05-10"), fact("apmbc.art5.deadline", "2025-12-31", as_of="19MSP")]
"""Mines found after completion, as in Nigeria and Mauritania: a new request, and a new deadline."""


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
        ([*FIRST, DONE, *ANEW], [], "2019-01-01", State.MET, "2010-01-01"),
        ([*FIRST, DONE, *ANEW], [], "2021-06-01", State.PASSED, "2010-01-01"),
        ([*FIRST, DONE, *ANEW], [], "2022-01-01", State.EXTENDED, "2025-12-31"),
        ([*FIRST, DONE, *ANEW[1:]], [], "2022-01-01", State.EXTENDED, "2025-12-31"),
        ([*FIRST, DONE, fact("apmbc.art5.deadline", "2025-12-31")], [], "2022-01-01", State.EXTENDED, "2025-12-31"),
        ([*FIRST, *ANEW, fact("apmbc.art5.completion", "2023-05-02")], [], "2024-01-01", State.MET, "2025-12-31"),
        ([*FIRST, DONE, fact("apmbc.art5.mined_areas", "yes", as_of="2024")], [], "2025-01-01", State.PASSED, "2010-01-01"),
        ([*FIRST, DONE, fact("apmbc.art5.mined_areas", "yes", as_of="2003")], [], "2025-01-01", State.MET, "2010-01-01"),
        ([*FIRST, DONE, fact("apmbc.art5.mined_areas", "yes")], [], "2025-01-01", State.MET, "2010-01-01"),
        ([*FIRST, DONE, fact("apmbc.art5.mined_areas", "yes", source=LATER)], [], "2025-07-01", State.PASSED, "2010-01-01"),
        ([*FIRST, fact("apmbc.art5.deadline", "2052-01-01")], [], "2026-11-29", State.PASSED, "2010-01-01"),
        ([fact("apmbc.art5.deadline", "2205-12-31")], [], "2026-11-29", State.UNKNOWN, None),
        ([*FIRST, fact("apmbc.withdrawal_effective", "2026-01-10")], [], "2026-01-10", State.WITHDRAWN, "2010-01-01"),
        ([*FIRST, fact("apmbc.withdrawal_effective", "2026-01-10")], [], "2026-01-09", State.PASSED, "2010-01-01"),
        ([IN_FORCE, fact("apmbc.withdrawal_effective", "2026-01-10")], [], "2026-01-10", State.WITHDRAWN, None),
        ([IN_FORCE, fact("apmbc.withdrawal_submitted", "2025-07-10")], [], "2026-01-10", State.WITHDRAWN, None),
        ([*FIRST, fact("apmbc.withdrawal_submitted", "2025-07-10")], [], "2026-01-09", State.PASSED, "2010-01-01"),
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


def test_a_deadline_out_of_reach_is_shown_as_doubtful() -> None:
    found = only_chain([*FIRST, fact("apmbc.art5.deadline", "2052-01-01")], [], "2026-11-29")
    assert [(step.kind, step.date) for step in found.steps] == [("deadline", "2010-01-01"), ("doubtful", "2052-01-01")]


def test_a_deadline_that_a_later_text_states_does_not_count_before() -> None:
    later = Source(document=2, path="/a/b", title="b", kind="profile", date="2025-06-01")
    facts = [*FIRST, fact("apmbc.art5.deadline", "2026-03-01", source=later)]
    assert only_chain(facts, [], "2019-01-01").deadline == "2010-01-01"
    assert only_chain(facts, [], "2025-06-01").deadline == "2026-03-01"


def test_what_is_granted_later_was_asked_for_before() -> None:
    later = Source(document=2, path="/a/b", title="b", kind="profile", date="2025-12-08")
    asked = Source(document=3, path="/a/c", title="c", kind="profile", date="2025-07-07")
    facts = [
        *FIRST,
        fact("apmbc.art5.deadline_requested", "2030-12-31", source=asked),
        fact("apmbc.art5.deadline", "2030-12-31", source=later),
    ]
    before, after = (only_chain(facts, [], day) for day in ("2025-10-01", "2026-01-01"))
    assert [step.date for step in before.steps if step.kind == "requested"] == ["2030-12-31"]
    assert (before.deadline, after.deadline, [step.kind for step in after.steps]) == ("2010-01-01", "2030-12-31", ["deadline", "deadline"])


def test_a_decision_of_a_meeting_without_a_date_is_kept() -> None:
    found = only_chain([*FIRST, fact("apmbc.art5.request_granted", "23MSP")], [], "2026-12-01")
    assert [(step.kind, step.date, step.meeting) for step in found.steps] == [("deadline", "2010-01-01", None), ("decision", "", "23MSP")]


def test_a_decision_before_its_request_is_in_doubt() -> None:
    facts = [*FIRST, fact("apmbc.art5.request_submitted", "2008-03-31"), fact("apmbc.art5.request_granted", "8MSP")]
    (decision,) = (step for step in only_chain(facts, [], "2020-01-01").steps if step.kind == "decision")
    assert decision.formula == "last day of the 8MSP, Dead Sea; before any request that this archive knows"


def test_a_decision_answers_the_last_request_before_it() -> None:
    requests = [fact("apmbc.art5.request_submitted", day) for day in ("2008", "2010", "2013-05-02", "2015-01-01")]
    granted = [fact("apmbc.art5.request_granted", code) for code in ("13MSP", "10MSP", "3RC")]
    found = only_chain([*FIRST, *requests, *granted], [], "2020-01-01")
    answered = [(step.meeting, step.request) for step in found.steps if step.kind == "decision"]
    assert answered == [("10MSP", "2010"), ("13MSP", "2013-05-02"), ("3RC", None)]


def test_a_stated_entry_into_force_stands_beside_another_computed() -> None:
    facts = [*FIRST, fact("apmbc.entry_into_force", "2000-03-01"), fact("apmbc.ratification", "1999-07-21")]
    begins = [step for step in only_chain(facts, [], "2005-01-01").steps if step.kind == "entry_into_force"]
    assert [(step.date, step.computed) for step in begins] == [("2000-01-01", True), ("2000-03-01", False)]
    agreed = only_chain([*facts, fact("apmbc.ratification", "1999-09-14")], [], "2005-01-01")
    assert [step.date for step in agreed.steps if step.kind == "entry_into_force"] == ["2000-03-01"]


@pytest.mark.parametrize(
    ("facts", "state", "end"),
    [
        ([fact("apmbc.art4.completed", "yes", as_of="2008")], State.MET, ("2008", True)),
        ([fact("apmbc.art4.completed", "2008")], State.MET_LATE, ("2008", False)),
        (
            [fact("apmbc.art4.completed", "yes", as_of="2003"), fact("apmbc.art4.completed", "2004-12-05")],
            State.MET_LATE,
            ("2004-12-05", False),
        ),
    ],
)
def test_what_a_report_tells_of_came_before_it(facts: list[StatedFact], state: State, end: tuple[str, bool]) -> None:
    (found,) = chains([IN_FORCE, *facts], [], reference=(), as_of=date(2020, 1, 1), obligations=(ARTICLE_4,))
    assert (found.deadline, found.state) == ("2004-01-01", state)
    assert found.end is not None
    assert (found.end.date, found.end.at_latest) == end


def test_reports_follow_the_first_one() -> None:
    facts = [IN_FORCE, fact("apmbc.art7.initial_report", "2000-06-28"), fact("apmbc.art7.latest_report", "2025-04-28")]
    (found,) = chains(facts, [], reference=(), as_of=date(2026, 1, 1), obligations=(ARTICLE_7,))
    told = [(step.kind, step.date, step.computed) for step in found.steps if step.kind.startswith("report")]
    assert told == [("report", "2025-04-28", False), ("report_due", "2026-04-30", True)]


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
    assert (four.deadline, four.state, four.end and four.end.at_latest) == ("2004-01-01", State.MET, True)
    assert (seven.deadline, seven.state) == ("2000-06-29", State.MET)
    assert [step.date for step in seven.steps if step.kind == "report_due"] == ["2027-04-30"]


def test_every_obligation_has_a_term_of_its_own_treaty() -> None:
    assert all(one.treaty == one.term.treaty for one in OBLIGATIONS)
