"""Tests of dates and ages in words."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from archiveviewer.gui import dates
from archiveviewer.gui.language import NBSP

TODAY = date(2026, 11, 23)


pytestmark = pytest.mark.usefixtures("english")


def _plain(text: str) -> str:
    return text.replace(NBSP, " ")


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
    assert _plain(dates.long_date(text)) == long
    assert _plain(dates.short_date(text)) == short


def test_dates_do_not_break() -> None:
    assert " " not in dates.long_date("2025-12-31")


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
    assert _plain(dates.dated_age(text, TODAY)) == said


def test_age_on_a_birthday() -> None:
    assert dates.age("2019-02-28", date(2020, 2, 28)) == "1 year old"
    assert dates.age("2019-03-01", date(2020, 2, 29)) == "11 months old"


@pytest.mark.parametrize(
    ("days", "said"), [(38, "in 38 days"), (1, "tomorrow"), (0, "today"), (-1, "yesterday"), (-327, "327 days ago"), (None, "")]
)
def test_days_in_words(days: int | None, said: str) -> None:
    assert dates.days_words(days) == said


def test_other_languages_keep_the_order_of_the_translation() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))
    assert _plain(dates.long_date("2025-12-31")) == "31 décembre 2025"
