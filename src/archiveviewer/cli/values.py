"""What the values of options may be: each function reads one, or says what it should have been."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

_FIRST_YEAR, _LAST_YEAR = 1900, 2999
_MOST = 1_000_000_000
"""More than anything that can be counted here, and less than the database refuses."""


def report(text: str) -> Path:
    """Return the file of an evidence sheet."""
    if not text.casefold().endswith((".html", ".htm", ".csv")) or "\0" in text:
        raise argparse.ArgumentTypeError("give the name of a file that ends in .html or .csv")
    return Path(text)


def languages(text: str) -> tuple[str, ...]:
    """Return languages in their order, given as fr,en."""
    return tuple(code for part in text.casefold().split(",") if (code := part.strip()))


def path(text: str) -> Path:
    """Return a path."""
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError("give the name of a folder; this one is empty")
    return Path(text)


def seconds(text: str) -> float:
    """Return a time of up to a day."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value <= 24 * 3600:
        raise argparse.ArgumentTypeError("give seconds between 0 and 86400")
    return value


def count(text: str) -> int:
    """Return a number from 1, of which the largest is as good as any larger one."""
    try:
        value = int(text)
    except ValueError:
        value = 0
    if value < 1:
        raise argparse.ArgumentTypeError("give a number from 1")
    return min(value, _MOST)


def day(text: str) -> date:
    """Return a day, with room for all that is reckoned from it."""
    try:
        value = date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("give a day as 2026-11-23") from error
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        raise argparse.ArgumentTypeError(f"give a day between {_FIRST_YEAR} and {_LAST_YEAR}")
    return value


def months(text: str) -> int:
    """Return a number of months, given as 6m."""
    if not text.removesuffix("m").isdecimal():
        raise argparse.ArgumentTypeError("give months as 6m")
    return min(int(text.removesuffix("m")), _MOST)
