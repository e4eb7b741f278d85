"""Days that follow from the text of the treaties: entry into force, and the terms that run from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from archiveviewer.facts.wording import treaties

_DAY_LENGTH = 10
_YEAR_LENGTH = 4
LONGEST_EXTENSION = 10
"""Years by which a meeting may move a deadline at a time (APMBC Article 5.3; CCM Article 4.5 allows five)."""


@dataclass(frozen=True, slots=True)
class Computed:
    """A computed day with how it came about, article included."""

    day: date
    formula: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term that runs from entry into force: so many years, or so many days."""

    treaty: str
    article: str
    years: int = 0
    days: int = 0

    def from_day(self, in_force: date) -> Computed:
        """Return the last day of the term for a state for which the treaty entered into force on a day."""
        length = f"{self.years} years" if self.years else f"{self.days} days"
        day = in_force + relativedelta(years=self.years, days=self.days)
        return Computed(day=day, formula=f"in force {in_force.isoformat()} + {length} ({self.treaty.upper()} Article {self.article})")


APMBC_4 = Term(treaty="apmbc", article="4", years=4)
APMBC_5 = Term(treaty="apmbc", article="5.1", years=10)
APMBC_7 = Term(treaty="apmbc", article="7.1", days=180)
CCM_3 = Term(treaty="ccm", article="3.2", years=8)
CCM_4 = Term(treaty="ccm", article="4.1", years=10)
CCM_7 = Term(treaty="ccm", article="7.1", days=180)


def entry_into_force(treaty: str, deposit: date) -> Computed:
    """Return when a treaty enters into force for a state that deposited its instrument on a day.

    That is the first day of the sixth month after the month of the deposit, and not before the treaty itself.
    """
    article = "17.2" if treaty == "apmbc" else "17"
    first = (deposit + relativedelta(months=6)).replace(day=1)
    own = treaties.in_force(treaty)
    rule = f"deposit {deposit.isoformat()}, first day of the sixth month after ({treaty.upper()} Article {article})"
    if own is not None and first < own:
        return Computed(day=own, formula=f"{rule}; not before the treaty itself")
    return Computed(day=first, formula=rule)


def withdrawal(treaty: str, handed_in: date) -> Computed:
    """Return when a withdrawal takes effect that was handed in on a day: six months later, both treaties say in Article 20.3.

    For a state that is in an armed conflict by then it is not before the end of the conflict; the formula says so.
    """
    rule = f"handed in {handed_in.isoformat()} + 6 months, later in an armed conflict ({treaty.upper()} Article 20.3)"
    return Computed(day=handed_in + relativedelta(months=6), formula=rule)


def yearly_report(treaty: str, *, after: date) -> Computed:
    """Return the next 30 April on or after a day: by then a report on the year before is due."""
    this_year = after + relativedelta(month=4, day=30)
    day: date = this_year if this_year >= after else this_year + relativedelta(years=1)
    return Computed(day=day, formula=f"30 April each year ({treaty.upper()} Article 7.2)")


def whole_day(value: str) -> date | None:
    """Return a date that is precise to the day, or None."""
    try:
        return date.fromisoformat(value) if len(value) == _DAY_LENGTH else None
    except ValueError:
        return None


def last_day(value: str) -> date | None:
    """Return the last day that a date may mean, as precise as it is: 2019-06 is 30 June 2019. None when it is no date."""
    day = first_day(value)
    if day is None or len(value) == _DAY_LENGTH:
        return day
    length = relativedelta(years=1, days=-1) if len(value) == _YEAR_LENGTH else relativedelta(months=1, days=-1)
    last: date = day + length
    return last


def first_day(value: str) -> date | None:
    """Return the first day that a date may mean, None when it is no date."""
    whole = {_YEAR_LENGTH: f"{value}-01-01", _YEAR_LENGTH + 3: f"{value}-01"}.get(len(value), value)
    try:
        return date.fromisoformat(whole) if len(whole) == _DAY_LENGTH else None
    except ValueError:
        return None
