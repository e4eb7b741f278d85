"""Tests of dates, ages and states in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from archiveviewer.gui.chain import words
from archiveviewer.records import ChainStep, State
from gui.countries.sample import TODAY, SampleArchive

CHAINS = {found.country: found for found in SampleArchive().chains()}


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


def _plain(text: str) -> str:
    return text.replace(words.NBSP, " ")


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("2025-12-31", "31 December 2025", "31 Dec 2025"),
        ("2019-11", "November 2019", "Nov 2019"),
        ("2019", "2019", "2019"),
        (None, "no date", "no date"),
        ("INVALID:15 August 27", "“15 August 27”, as printed", "“15 August 27”, as printed"),
        ("INCOMPLETE:January 10", "“January 10”, as printed", "“January 10”, as printed"),
        ("before the summit", "before the summit", "before the summit"),
    ],
)
def test_dates_are_as_precise_as_the_text(text: str | None, long: str, short: str) -> None:
    assert _plain(words.long_date(text)) == long
    assert _plain(words.short_date(text)) == short


def test_dates_do_not_break() -> None:
    assert " " not in words.long_date("2025-12-31")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2019", "2019 · 7 years old"),
        ("2019-11", "Nov 2019 · 7 years old"),
        ("2019-12", "Dec 2019 · 6 years old"),
        ("2025", "2025 · 1 year old"),
        ("2026", "2026 · this year"),
        ("2026-11-23", "23 Nov 2026 · this month"),
        ("2026-08-24", "24 Aug 2026 · 2 months old"),
        ("2026-10-23", "23 Oct 2026 · 1 month old"),
        ("2027-01-01", "1 Jan 2027"),
        (None, "no date"),
    ],
)
def test_ages_in_words(text: str | None, said: str) -> None:
    assert _plain(words.dated_age(text, TODAY)) == said


def test_age_on_a_birthday() -> None:
    assert words.age("2019-02-28", date(2020, 2, 28)) == "1 year old"
    assert words.age("2019-03-01", date(2020, 2, 29)) == "11 months old"


@pytest.mark.parametrize(
    ("days", "said"), [(38, "in 38 days"), (1, "tomorrow"), (0, "today"), (-1, "yesterday"), (-327, "327 days ago"), (None, "")]
)
def test_days_in_words(days: int | None, said: str) -> None:
    assert words.days_words(days) == said


def test_every_state_has_a_word_and_a_sentence() -> None:
    assert len({words.state_word(state) for state in State}) == len(State)
    assert words.state_sentence(State.PASSED) == "Passed, as far as this archive knows"


@pytest.mark.parametrize(("country", "said"), [("KHM", "4RC Oslo, 2019"), ("SSD", "18MSP, 2020"), ("THA", "not stated")])
def test_who_decided(country: str, said: str) -> None:
    assert words.decided_by(CHAINS[country]) == said


def test_a_chain_as_a_sentence() -> None:
    said = _plain(words.chain_sentence(CHAINS["KHM"], "Cambodia"))
    assert said == (
        "Cambodia, passed, as far as this archive knows, 31 December 2025, 327 days ago, "
        "decided by 4RC Oslo, 2019, newest source November 2019, 7 years old, look for a newer decision"
    )


def test_a_step_says_its_words() -> None:
    proof = words.standing_step(CHAINS["KHM"])
    assert proof is not None
    said = _plain(words.step_sentence(proof, "Cambodia"))
    assert said.startswith("Cambodia, Deadline, 31 December 2025: “The request was granted at the Fourth Review Conference")


def test_the_proof_of_a_met_chain_is_its_completion() -> None:
    proof = words.standing_step(CHAINS["JOR"])
    assert proof is not None
    assert proof.date == "2012-04-24"


def test_other_languages_keep_the_order_of_the_translation() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))
    assert _plain(words.long_date("2025-12-31")) == "31 décembre 2025"


@pytest.mark.parametrize(
    ("day", "at_latest", "said"),
    [("2012-04-24", False, "on 24 Apr 2012"), ("2018-11", False, "in Nov 2018"), ("2012", False, "in 2012"), ("2008", True, "by 2008")],
)
def test_when_a_chain_ended_as_precisely_as_is_known(day: str, said: str, *, at_latest: bool) -> None:
    assert _plain(words.end_words(ChainStep("completion", day, "", at_latest=at_latest))) == said
