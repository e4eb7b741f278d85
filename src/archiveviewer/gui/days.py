"""ISO 8601 dates as days on a line: a day is a float, the proleptic ordinal of `datetime.date`, so that differences are days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache

_PARTS_OF_DAY = 3
_WHOLE = len("2025-12-31")


def day_of(text: str | None) -> float | None:
    """Return where an ISO 8601 date lies; one without day or month lies in the middle of what it names. None when it is no date."""
    span = days_of(text)
    return None if span is None else (span[0] + span[1]) / 2


def days_of(text: str | None) -> tuple[float, float] | None:
    """Return the first and the last day that an ISO 8601 date may mean, or None when it is no date."""
    return _span(text) if text else None


@lru_cache(maxsize=8192)
def _span(text: str) -> tuple[float, float] | None:
    """Read a date; the same few thousand dates are asked for again and again while chains are drawn."""
    if len(text) == _WHOLE and text[7] == "-":  # the common case, read at once
        try:
            whole = float(date.fromisoformat(text).toordinal())
        except ValueError:
            return None
        return whole, whole
    parts = _numbers(text)
    if not parts:
        return None
    year, month, day = (*parts, 0, 0)[:3]
    try:
        first = date(year, month or 1, day or 1)
        last = first if day else date(year, month or 12, monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return float(first.toordinal()), float(last.toordinal())


def _numbers(text: str) -> tuple[int, ...]:
    parts = text.split("-")
    if len(parts) > _PARTS_OF_DAY or not all(part.isascii() and part.isdigit() for part in parts):
        return ()
    return tuple(int(part) for part in parts)
