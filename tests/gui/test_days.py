"""Tests of dates as days on a line."""

from __future__ import annotations

from datetime import date

import pytest

from archiveviewer.gui.days import day_of, days_of


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019-06-28", "2019-06-28", "2019-06-28"),
        ("2019-06", "2019-06-01", "2019-06-30"),
        ("2019", "2019-01-01", "2019-12-31"),
    ],
)
def test_a_date_covers_what_it_may_mean(text: str, first: str, last: str) -> None:
    assert days_of(text) == (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())


@pytest.mark.parametrize(
    "text", [None, "", "INVALID:15 August 27", "INCOMPLETE:January 10", "2019-13", "2019-02-30", "4RC", "0000", "2019-1-1-1", "²⁰¹⁹"]
)
def test_what_is_no_date_lies_nowhere(text: str | None) -> None:
    assert day_of(text) is None
