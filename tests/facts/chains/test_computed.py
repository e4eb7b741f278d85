"""Days that follow from the treaty texts."""

from __future__ import annotations

from datetime import date

import pytest

from archiveviewer.facts.chains import computed
from archiveviewer.facts.chains.register import register


@pytest.mark.parametrize(
    ("treaty", "deposit", "in_force"),
    [
        ("apmbc", "1999-07-28", "2000-01-01"),
        ("apmbc", "1997-12-03", "1999-03-01"),
        ("apmbc", "2002-09-11", "2003-03-01"),
        ("ccm", "2009-08-17", "2010-08-01"),
        ("ccm", "2013-03-26", "2013-09-01"),
        ("ccm", "2023-02-28", "2023-08-01"),
    ],
)
def test_entry_into_force(treaty: str, deposit: str, in_force: str) -> None:
    assert computed.entry_into_force(treaty, date.fromisoformat(deposit)).day.isoformat() == in_force


@pytest.mark.parametrize(
    ("term", "day"),
    [(computed.APMBC_4, "2004-01-01"), (computed.APMBC_5, "2010-01-01"), (computed.APMBC_7, "2000-06-29")],
)
def test_terms_of_cambodia(term: computed.Term, day: str) -> None:
    assert term.from_day(date(2000, 1, 1)).day.isoformat() == day


def test_formula_names_its_article() -> None:
    assert computed.APMBC_5.from_day(date(2000, 1, 1)).formula == "in force 2000-01-01 + 10 years (APMBC Article 5.1)"


@pytest.mark.parametrize(("handed_in", "day"), [("2025-07-10", "2026-01-10"), ("2025-08-31", "2026-02-28")])
def test_a_withdrawal_takes_effect_after_six_months(handed_in: str, day: str) -> None:
    assert computed.withdrawal("apmbc", date.fromisoformat(handed_in)).day.isoformat() == day


@pytest.mark.parametrize(("after", "day"), [("2026-04-30", "2026-04-30"), ("2026-05-01", "2027-04-30"), ("2026-11-23", "2027-04-30")])
def test_a_report_is_due_each_30_april(after: str, day: str) -> None:
    assert computed.yearly_report("apmbc", after=date.fromisoformat(after)).day.isoformat() == day


def test_a_withdrawal_of_the_register_is_as_computed() -> None:
    stated = [(row.date, row.value.partition("notified ")[2][:10]) for row in register() if row.event == "withdrawal"]
    days = [(day, computed.withdrawal("apmbc", date.fromisoformat(sent)).day.isoformat()) for day, sent in stated if sent]
    assert days
    assert [day for day, ours in days if day != ours] == []


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2019-06", "2019-06-01", "2019-06-30"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-06-28", "2019-06-28", "2019-06-28"),
    ],
)
def test_first_and_last_day(value: str, first: str, last: str) -> None:
    assert (str(computed.first_day(value)), str(computed.last_day(value))) == (first, last)


@pytest.mark.parametrize("value", ["", "INVALID:15 August 27", "2RC", "yes", "2019-13", "2019-02-30"])
def test_no_day(value: str) -> None:
    assert computed.first_day(value) is None
    assert computed.last_day(value) is None


def test_formula_agrees_with_every_stated_entry_into_force_of_the_register() -> None:
    deposits = {
        (row.country, row.treaty): row.date
        for row in register()
        if row.event in ("ratification", "accession") and computed.whole_day(row.date)
    }
    differ = [
        (row.country, row.treaty, row.date)
        for row in register()
        if row.event == "entry_into_force" and "stated on a page" in row.value and (row.country, row.treaty) in deposits
        if computed.entry_into_force(row.treaty, date.fromisoformat(deposits[row.country, row.treaty])).day.isoformat() != row.date
    ]
    assert differ == []
