"""Dates and ages in words, in the language and digits of the interface.

Dates are said as precisely as the text says them. Their parts are joined by no-break spaces, so that a date never breaks over two lines.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from archiveviewer.gui.days import days_of
from archiveviewer.gui.language import NBSP, locale
from archiveviewer.records.facts import BROKEN

translate = QCoreApplication.translate

_YEAR, _MONTH = 1, 2
_MONTHS = 12


def long_date(text: str | None) -> str:
    """Return "31 December 2025", "December 2025" or "2025"; what is no date is given as printed."""
    return _date(text, translate("words", "d MMMM yyyy"), translate("words", "MMMM yyyy"))


def short_date(text: str | None) -> str:
    """Return "31 Dec 2025", "Dec 2025" or "2025" for tables; what is no date is given as printed."""
    return _date(text, translate("words", "d MMM yyyy"), translate("words", "MMM yyyy"))


def year_words(year: int, month: int = 0) -> str:
    """Return a year, with the short name of its month where one is given, for the grid of an axis."""
    return _year_words(year, month, QLocale().name())


@lru_cache(maxsize=512)
def _year_words(year: int, month: int, _locale: str) -> str:
    said = locale().toString(year).replace(locale().groupSeparator(), "")
    return f"{locale().standaloneMonthName(month, locale().FormatType.ShortFormat)} {said}" if month else said


def _date(text: str | None, day_format: str, month_format: str) -> str:
    return translate("words", "no date") if text is None else _dated(text, day_format, month_format, QLocale().name())


@lru_cache(maxsize=8192)
def _dated(text: str, day_format: str, month_format: str, _locale: str) -> str:
    """Say a date; lists and lanes say the same ones again and again."""
    if days_of(text) is None:
        return as_printed(text)
    parts = [int(part) for part in text.split("-")]
    if len(parts) == _YEAR:
        return locale().toString(QDate(parts[0], 1, 1), "yyyy")
    form = month_format if len(parts) == _MONTH else day_format
    return locale().toString(QDate(parts[0], parts[1], (*parts, 1)[2]), form).replace(" ", NBSP)


def as_printed(text: str) -> str:
    """Return a value that the text prints brokenly, in quotation marks and without its prefix."""
    for prefix in BROKEN:
        if text.startswith(prefix):
            return translate("words", "“{printed}”, as printed").format(printed=text.removeprefix(prefix))
    return text


def years_since(text: str | None, today: date) -> int | None:
    """Return how many full years ago a date was, counting only what the text says; None when it is no date."""
    if text is None or days_of(text) is None:
        return None
    parts = tuple(int(part) for part in text.split("-"))
    now = (today.year, today.month, today.day)[: len(parts)]
    return today.year - parts[0] - (now[1:] < parts[1:])


def age(text: str | None, today: date) -> str:
    """Return "7 years old"; months within the first year; empty for what is no date or lies ahead."""
    years = years_since(text, today)
    if text is None or years is None or years < 0:
        return ""
    if years == 0:
        return _young(text, today)
    if years == 1:
        return translate("words", "1 year old")
    return translate("words", "%Ln years old", "", years)


def _young(text: str, today: date) -> str:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == _YEAR:
        return translate("words", "this year")
    months = (today.year - parts[0]) * _MONTHS + today.month - parts[1] - (len(parts) > _MONTH and today.day < parts[-1])
    if months <= 0:
        return translate("words", "this month")
    if months == 1:
        return translate("words", "1 month old")
    return translate("words", "%Ln months old", "", months)


def dated_age(text: str | None, today: date) -> str:
    """Return "2019 · 7 years old" or "no date"."""
    old = age(text, today)
    return f"{short_date(text)} · {old}" if old else short_date(text)


def days_words(days: int | None) -> str:
    """Return "in 38 days", "today" or "327 days ago"; empty when the day is not known."""
    if days is None:
        return ""
    if days in (-1, 0, 1):
        return (translate("words", "today"), translate("words", "tomorrow"), translate("words", "yesterday"))[days]
    if days > 0:
        return translate("words", "in %Ln days", "", days)
    return translate("words", "%Ln days ago", "", -days)
