"""Tests of the shapes of a deadline chain."""

from __future__ import annotations

from datetime import date

import pytest

from archiveviewer.gui.chain.axis import Axis
from archiveviewer.gui.chain.drawing import drawing
from archiveviewer.gui.chain.shapes import BarKind, MarkKind, clusters
from archiveviewer.records import Chain, State
from gui.countries.sample import SampleArchive, Shelf, chain, step

CHAINS = {found.country: found for found in SampleArchive().chains()}
SOURCE = Shelf().source("Country page", country="XXX")


def _day(text: str) -> float:
    return float(date.fromisoformat(text).toordinal())


def _bars(found: Chain) -> list[tuple[str, str, str]]:
    return [
        (bar.kind.value, date.fromordinal(int(bar.start)).isoformat(), date.fromordinal(int(bar.end)).isoformat())
        for bar in drawing(found).bars
    ]


def _marks(found: Chain) -> list[tuple[str, str]]:
    return [(mark.kind.value, mark.step.date) for mark in drawing(found).marks]


def test_cambodia_first_period_two_extensions_then_passed() -> None:
    assert _bars(CHAINS["KHM"]) == [
        ("first", "2000-01-01", "2010-01-01"),
        ("extended", "2010-01-01", "2020-01-01"),
        ("extended", "2020-01-01", "2025-12-31"),
        ("passed", "2025-12-31", "2026-11-23"),
    ]
    assert _marks(CHAINS["KHM"]) == [
        ("start", "2000-01-01"),
        ("request", "2009-05-11"),
        ("earlier", "2010-01-01"),
        ("request", "2019-03-27"),
        ("earlier", "2020-01-01"),
        ("passed", "2025-12-31"),
        ("reference", "2030-12-31"),
    ]


def test_each_extension_knows_the_meeting_that_granted_it() -> None:
    granted = [bar.decision.meeting for bar in drawing(CHAINS["KHM"]).bars if bar.decision is not None]
    assert granted == ["2RC", "4RC"]


def test_what_is_asked_for_is_joined_by_dots_and_never_a_deadline() -> None:
    assert _bars(CHAINS["AGO"])[-1] == ("asked", "2026-11-23", "2030-07-02")
    assert _marks(CHAINS["AGO"])[-2:] == [("passed", "2025-12-31"), ("asked", "2030")]


def test_a_duty_that_was_met_ends_on_its_day() -> None:
    assert _bars(CHAINS["JOR"])[-1] == ("extended", "2009-05-01", "2012-04-24")
    assert _marks(CHAINS["JOR"]) == [("start", "1999-05-01"), ("earlier", "2009-05-01"), ("met", "2012-04-24")]


def test_met_late_shows_how_late() -> None:
    done = step("completion", "2013-06-01", source=SOURCE, quote="declared completion")
    late = chain("XXX", state=State.MET_LATE, source=SOURCE, start="2000-01-01", deadlines=("2010-01-01",), more=(done,))
    assert _bars(late) == [("first", "2000-01-01", "2010-01-01"), ("passed", "2010-01-01", "2013-06-01")]
    assert _marks(late)[-2:] == [("earlier", "2010-01-01"), ("met", "2013-06-01")]


def test_withdrawal_without_a_deadline_is_a_dotted_line() -> None:
    assert _bars(CHAINS["FIN"]) == [("unknown", "2012-07-01", "2026-01-10")]
    assert _marks(CHAINS["FIN"]) == [("start", "2012-07-01"), ("ended", "2026-01-10")]


def test_withdrawal_cuts_a_running_deadline() -> None:
    left = step("withdrawal", "2025-06-27", source=SOURCE, quote="took effect")
    ended = chain("XXX", state=State.WITHDRAWN, source=SOURCE, start="2018-01-01", deadlines=("2028-01-01",), more=(left,))
    assert _bars(ended) == [("first", "2018-01-01", "2025-06-27")]
    assert _marks(ended) == [("start", "2018-01-01"), ("ended", "2025-06-27")]


def test_one_known_deadline_that_was_granted_is_no_first_period() -> None:
    once = chain("XXX", state=State.EXTENDED, source=SOURCE, start="1999-05-01", deadlines=("2026-12-31",))
    assert _bars(once) == [("extended", "1999-05-01", "2026-12-31")]


def test_a_first_period_stands_as_running() -> None:
    assert _bars(CHAINS["LKA"]) == [("first", "2018-06-01", "2028-06-01")]
    assert _marks(CHAINS["LKA"])[-1] == ("stands", "2028-06-01")


def test_a_deadline_stated_twice_is_one_mark_with_evidence() -> None:
    computed = step("deadline", "2010-01-01")
    twice = chain("XXX", state=State.PASSED, source=SOURCE, start="2000-01-01", deadlines=("2010-01-01",), more=(computed,))
    marks = [mark for mark in drawing(twice).marks if mark.step.kind == "deadline"]
    assert len(marks) == 1
    assert marks[0].step.evidence is not None


def test_broken_dates_draw_nothing_and_break_nothing() -> None:
    broken = chain("XXX", state=State.UNKNOWN, source=SOURCE, start="INVALID:15 August 27")
    assert drawing(broken).bars == ()
    assert drawing(broken).ends is None


@pytest.mark.parametrize(("width", "counts"), [(600, [1, 1, 2, 1, 1]), (12000, [1, 1, 1, 1, 1, 1])])
def test_near_marks_become_one_with_a_count(width: float, counts: list[int]) -> None:
    axis = Axis.over(_day("1999-01-01"), _day("2035-01-01"), left=0, width=width)
    assert [len(cluster.marks) for cluster in clusters(drawing(CHAINS["ECU"]).marks, axis)] == counts


def test_the_heaviest_mark_leads_its_cluster() -> None:
    axis = Axis.over(_day("1999-01-01"), _day("2035-01-01"), left=0, width=20)
    leads = [cluster.lead.kind for cluster in clusters(drawing(CHAINS["KHM"]).marks, axis)]
    assert leads == [MarkKind.START, MarkKind.PASSED, MarkKind.REFERENCE]


def test_every_kind_of_bar_occurs() -> None:
    kinds = {bar.kind for found in CHAINS.values() for bar in drawing(found).bars}
    assert kinds == set(BarKind)
