"""Tests of groups, order and filters of the deadlines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from archiveviewer.gui.days import day_of
from archiveviewer.gui.deadlines.events import Events, QuietMarks, by_country, lanes_beyond
from archiveviewer.gui.deadlines.rows import (
    Column,
    Group,
    Lane,
    Wanted,
    arranged,
    by_article,
    group_of,
    is_due,
    lane,
)
from archiveviewer.gui.deadlines.words import cell_words, is_computed, lane_sentence, lane_tip, lane_words
from archiveviewer.records import ChainStep, Event, State, StatedEvent
from gui.countries.sample import NAMES, TODAY, SampleArchive

LANES = {chain.country: lane(chain, NAMES[chain.country][0]) for chain in SampleArchive().chains()}


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_what_is_due_stands_first_then_what_passed_last() -> None:
    groups = [(group, [item.chain.country for item in lanes]) for group, lanes in arranged(LANES.values())]
    assert groups == [
        (Group.DUE, ["THA", "BIH"]),
        (Group.PASSED, ["SSD", "HRV", "SEN", "AGO", "KHM", "ECU"]),
        (Group.LATER, ["YEM", "LKA"]),
        (Group.CLOSED, ["FIN", "JOR"]),
    ]


def test_groups_keep_their_place_when_sorted() -> None:
    groups = arranged(LANES.values(), column=Column.COUNTRY, descending=True)
    assert [group for group, _ in groups] == [group for group in Group if group != Group.OTHER]
    assert [item.name for item in groups[1][1]] == ["South Sudan", "Senegal", "Ecuador", "Croatia", "Cambodia", "Angola"]


@pytest.mark.parametrize("column", list(Column))
def test_every_column_sorts(column: Column) -> None:
    assert sum(len(lanes) for _, lanes in arranged(LANES.values(), column=column)) == len(LANES)


@pytest.mark.parametrize(
    ("deadline", "due"),
    [
        ("2026-11-23", True),
        ("2027-05-23", True),
        ("2027-05-24", False),
        ("2026-11-22", False),
        ("2027-05", True),
        ("2027", True),
        (None, False),
    ],
)
def test_due_within_six_months(deadline: str | None, due: bool) -> None:
    chain = replace(LANES["THA"].chain, deadline=deadline)
    assert is_due(chain, TODAY) is due


def test_six_months_after_the_last_of_august() -> None:
    assert is_due(replace(LANES["THA"].chain, deadline="2027-02-28"), date(2026, 8, 31))


def test_a_met_deadline_is_never_due() -> None:
    assert group_of(replace(LANES["JOR"].chain, deadline="2026-12-01"), TODAY) == Group.CLOSED


@pytest.mark.parametrize(
    ("wanted", "countries"),
    [
        (Wanted(), set(LANES)),
        (Wanted(article=("ccm", "4")), set()),
        (Wanted(article=("ccm", "")), set()),
        (Wanted(article=("apmbc", "")), set(LANES)),
        (Wanted(year=2026), {"THA", "SSD", "HRV", "SEN"}),
        (Wanted(year=2012), {"JOR"}),
        (Wanted(countries=frozenset({"KHM", "THA"})), {"KHM", "THA"}),
        (Wanted(states=frozenset({State.MET, State.WITHDRAWN})), {"JOR", "FIN"}),
        (Wanted(months=3), {"THA"}),
        (Wanted(months=24, states=frozenset({State.RUNNING})), {"LKA"}),
    ],
)
def test_filters(wanted: Wanted, countries: set[str]) -> None:
    assert {code for code, item in LANES.items() if wanted.passes(item.chain, TODAY)} == countries


@pytest.mark.parametrize(
    ("country", "words"),
    [
        ("KHM", ["Cambodia", "APMBC 5", "passed", "31 Dec 2025", "327 days ago", "4RC Oslo, 2019", "Nov 2019"]),
        ("THA", ["Thailand", "APMBC 5", "extended", "31 Dec 2026", "in 38 days", "not stated", "2023"]),
        ("AGO", ["Angola", "APMBC 5", "passed", "31 Dec 2025", "327 days ago", "16MSP, 2017; requested 2030", "Mar 2025"]),
        ("LKA", ["Sri Lanka", "APMBC 5", "running", "1 Jun 2028", "in 556 days", "Article 5", "2021"]),
        ("JOR", ["Jordan", "APMBC 5", "met", "1 May 2012", "on 24 Apr 2012", "not stated", "2019"]),
        ("FIN", ["Finland", "APMBC 5", "withdrawn", "not stated", "on 10 Jan 2026", "not stated", "2025"]),
    ],
)
def test_the_cells_of_a_row(country: str, words: list[str]) -> None:
    assert [_plain(cell_words(LANES[country], column)) for column in Column] == words


@pytest.mark.parametrize(
    ("country", "words"),
    [("THA", "31 Dec 2026"), ("ECU", "requested 31 Dec 2027"), ("JOR", "met 24 Apr 2012"), ("FIN", "withdrew 10 Jan 2026")],
)
def test_the_words_behind_a_lane(country: str, words: str) -> None:
    assert _plain(lane_words(LANES[country])) == words


def test_requested_is_said_as_requested() -> None:
    said = _plain(lane_sentence(LANES["ECU"]))
    assert said.startswith("Ecuador, Mine ban, Article 5, passed, as far as this archive knows, 31 December 2025, 327 days ago")
    assert said.endswith("requested 31 Dec 2027")


def test_a_lane_without_any_date_is_kept() -> None:
    chain = replace(LANES["FIN"].chain, steps=(), deadline=None, end=None, state=State.UNKNOWN)
    item: Lane = lane(chain, "Finland")
    assert cell_words(item, Column.DEADLINE) == "not stated"
    assert lane_words(item) == "no deadline known"


def _event(kind: str, day: str, country: str = "KHM", treaty: str = "apmbc") -> StatedEvent:
    return StatedEvent(Event(country, treaty, "", day, kind, kind, None), None)


def _on(country: str, treaty: str, article: str) -> Lane:
    return lane(replace(LANES["KHM"].chain, country=country, treaty=treaty, article=article), country)


def test_lanes_stand_under_their_articles() -> None:
    lanes = [_on("KHM", "apmbc", "7"), _on("KHM", "ccm", "4"), _on("AAA", "ccw", "9"), _on("KHM", "apmbc", "5"), _on("AGO", "ccm", "4")]
    groups = by_article(lanes)
    assert [(article, [item.name for item in own]) for article, own in groups] == [
        (("apmbc", "5"), ["KHM"]),
        (("ccm", "4"), ["KHM", "AGO"]),
        (("apmbc", "7"), ["KHM"]),
        (("ccw", "9"), ["AAA"]),
    ]


def test_other_events_are_marked_on_the_lane_of_their_treaty() -> None:
    clearance, clusters = _on("KHM", "apmbc", "5"), _on("KHM", "ccm", "4")
    events = (
        _event("signature", "1997-12-03"),
        _event("signature", "1997-12-03"),
        _event("meeting", "2007-03-15", treaty="ccm"),
        _event("policy", "2007-03-14", treaty="ccw"),
        _event("entry_into_force", "2000-01-01"),
        _event("signature", "1997-12-03", country="AGO"),
        _event("art5_deadline", "2011-01-01"),
        _event("ccm_signature", "INVALID:3 December"),
    )
    quiets = by_country(events, until="2026-11-23")
    marks = QuietMarks(quiets, (clearance, clusters), frozenset(Events))
    said = {item.key: [(mark.step.kind, mark.step.date) for mark in marks.of(item)] for item in (clearance, clusters)}
    assert said == {
        clearance.key: [("signature", "1997-12-03"), ("policy", "2007-03-14")],
        clusters.key: [("meeting", "2007-03-15")],
    }
    assert QuietMarks(quiets, (clearance,), frozenset({Events.REPORTS})).of(clearance) == ()
    assert QuietMarks(quiets, (clearance,), frozenset()).of(clearance) == ()


def test_what_lies_ahead_of_the_day_is_no_event() -> None:
    assert by_country((_event("meeting", "2019-11-25"),), until="2019-11-24") == {}


def test_a_country_without_a_chain_has_a_lane_of_its_events() -> None:
    quiets = by_country(
        (_event("signature", "1997-12-03"), _event("meeting", "2001-05-07", "VUT"), _event("policy", "2002", "TON")), until="2026"
    )
    found = lanes_beyond(quiets, (LANES["KHM"],), {"VUT": "Vanuatu"}, wanted=frozenset({Events.MEETINGS}), as_of="2026-11-23")
    assert [(item.name, item.group, [mark.step.date for mark in item.drawing.marks]) for item in found] == [
        ("Vanuatu", Group.OTHER, ["2001-05-07"])
    ]
    assert lane_sentence(found[0]) == "Vanuatu, no deadline in this archive, 1 other event"
    assert [cell_words(found[0], column) for column in Column] == ["Vanuatu", "", "", "", "", "1 other event", "no date"]
    assert not lanes_beyond(quiets, (), {}, wanted=frozenset(), as_of="2026-11-23")
    assert not Wanted(year=2001).passes(found[0].chain, TODAY)
    assert Wanted(countries=frozenset({"VUT"})).passes(found[0].chain, TODAY)


def test_a_computed_deadline_says_its_formula() -> None:
    given = ChainStep("deadline", "2028-06-01", "by the treaty text", computed=True, formula="in force 2018-06-01 + 10 years")
    stated = LANES["LKA"]
    both = lane(replace(stated.chain, steps=(*stated.chain.steps, given)), "Sri Lanka")
    only = lane(replace(stated.chain, steps=(given,)), "Sri Lanka")
    assert [is_computed(item) for item in (stated, both, only)] == [False, False, True]
    assert lane_tip(stated, Column.DEADLINE) == lane_sentence(stated)
    assert lane_tip(both, Column.DEADLINE).endswith("; also computed: in force 2018-06-01 + 10 years")
    assert lane_tip(only, Column.DECIDED).endswith("; computed: in force 2018-06-01 + 10 years")
    assert lane_tip(only, Column.COUNTRY) == lane_sentence(only)


def test_a_state_that_is_leaving_says_so() -> None:
    handed_in = ChainStep("withdrawal_submitted", "2025-07-10", "withdrawal handed in")
    chain = replace(LANES["FIN"].chain, steps=(handed_in,), end=None, state=State.UNKNOWN)
    assert _plain(lane_words(lane(chain, "Finland"))) == "withdrawal handed in 10 Jul 2025"


def test_the_first_day_that_is_marked() -> None:
    quiets = by_country(
        (_event("signature", "1997-12-03"), _event("meeting", "1996-01-01"), _event("signature", "1990", "AGO")), until="2026"
    )
    assert QuietMarks(quiets, (LANES["KHM"],), frozenset({Events.JOINING})).first == day_of("1997-12-03")
    assert QuietMarks(quiets, (LANES["KHM"],), frozenset()).first is None
