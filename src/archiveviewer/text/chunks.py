"""Cuts text into chunks: the stretches that are analysed one by one, each without looking at its neighbours.

A chunk is a number with its groups of digits, a run of a script without spaces, or a word, also one broken at the end of a line.
Because a chunk means the same wherever it stands, its terms can be kept in a cache.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from archiveviewer.text.scripts import HANGUL, IDEOGRAPHS, IGNORED, MARKS, UNSPACED

_SPACES = " \u00a0\u2007\u2009\u202f"
_SIGNS = (".", ",\u060c\u066c", "'\u2019")
_GROUPS = "|".join(rf"(?:[{signs}]\d{{3}})+(?!\d)" for signs in _SIGNS)
_NUMBER = rf"\d(?<!0)\d{{0,2}}(?:{_GROUPS}|(?:[{_SPACES}]\d{{3}})+(?![\d]|[{''.join(_SIGNS)}]\d{{3}}(?!\d))|(?:,\d\d)+,\d{{3}}(?!\d))"
"""Groups of three digits, all parted by the same sign, or the Indian groups of two.

In `Article 5 203,671 mines` the comma wins: digits parted by spaces are no group where a group parted by a sign follows.
"""

_VARIANTS = "\ufe00-\ufe0f"
_RUN = f"[{UNSPACED}{IDEOGRAPHS}{HANGUL}{IGNORED}{_VARIANTS}]+"
_RUNS = rf"{_RUN}(?:(?<=[{UNSPACED}{IDEOGRAPHS}])\r?\n(?=[{UNSPACED}{IDEOGRAPHS}]){_RUN})*"
BREAK = r"[-\u2010][ \t]*\r?\n[ \t]*(?!\d)"
"""A hyphen at the end of a line, up to the word on the next."""

_SOFT_BREAK = r"(?<=\u00ad)\r?\n[ \t]*"


def chunks(text: str) -> list[str]:
    """Return the chunks of the text in order."""
    return _pattern(text.isascii()).findall(text)


def placed(text: str) -> Iterator[tuple[int, str]]:
    """Give each chunk of the text with the place where it begins."""
    return ((match.start(), match.group()) for match in _pattern(text.isascii()).finditer(text))


def ungrouped(text: str) -> str:
    """Return the text with the digits of each grouped number put together, so that no space is left in `203 671`."""
    return _numbers().sub(lambda number: re.sub(r"\D", "", number.group()), text)


def end_of_number(text: str, start: int) -> int:
    """Return where the grouped number ends that begins at `start`; `start` itself where there is none."""
    number = _numbers().match(text, start)
    return number.end() if number else start


@cache
def _numbers() -> re.Pattern[str]:
    """Return the pattern of a grouped number that begins where no word goes on."""
    return re.compile(rf"(?<![\w])(?:{_NUMBER})")


@cache
def _pattern(only_ascii: bool) -> re.Pattern[str]:
    """Return the pattern whose matches are the chunks; on ASCII text the short one finds the same, twice as fast."""
    if only_ascii:
        return re.compile(rf"{_NUMBER}|\w+(?:{BREAK}\w+)*", re.ASCII)
    word = rf"[\w{MARKS}{IGNORED}]+"
    broken = rf"{word}(?:(?:{BREAK}|{_SOFT_BREAK}){word})*"
    digits = rf"\d+(?=[{UNSPACED}{IDEOGRAPHS}{HANGUL}])"
    return re.compile(f"{_NUMBER}|{digits}|{_RUNS}|{broken}")
