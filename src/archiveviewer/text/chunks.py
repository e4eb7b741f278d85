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
_GROUPED = rf"(?<!0)\d{{0,2}}(?:{_GROUPS}|(?:[{_SPACES}]\d{{3}})+(?!\d|[{''.join(_SIGNS)}]\d{{3}}(?!\d))|(?:,\d\d)+,\d{{3}}(?!\d))"
"""What follows the first digit: groups of three, all parted by the same sign, or the Indian groups of two.

In `Article 5 203,671 mines` the comma wins: digits parted by spaces are no group where a group parted by a sign follows.
"""

_NUMBER = rf"\d{_GROUPED}"

_VARIANTS = "\ufe00-\ufe0f"
_RUN = f"[{UNSPACED}{IDEOGRAPHS}{HANGUL}{IGNORED}{_VARIANTS}]+"
_RUNS = rf"{_RUN}(?:(?<=[{UNSPACED}{IDEOGRAPHS}])\r?\n(?=[{UNSPACED}{IDEOGRAPHS}]){_RUN})*"
BREAK = r"[-\u2010][ \t]*\r?\n[ \t]*(?!\d)"
"""A hyphen at the end of a line, up to the word on the next."""

_SOFT_BREAK = r"(?<=\u00ad)\r?\n[ \t]*"

_BREAK_INSIDE = re.compile(r"-[ \t]*\r?\n")
_BEYOND_LATIN = re.compile("[^\0-\xac\xae-\u02ff]")  # said by what it is not: a fiftieth of the time to compile
_TYPOGRAPHIC = (
    *((sign, "'") for sign in "\u2019"),
    *((sign, "-") for sign in "\u2010"),
    *((sign, " ") for sign in "\u00a0\u2007\u2009\u202f"),
    *((sign, "*") for sign in "\u2011\u2013\u2014\u2018\u201a\u201c\u201d\u201e\u2020\u2022\u2026\u2122\u00ab\u00bb\u00b7\u00b0\uf0b7"),
)
"""Signs of word processors, and the plain ones that mean the same to the patterns: most English pages are ASCII but for these."""


def chunks(text: str) -> list[str]:
    """Return the chunks of the text in order; typographic signs in them are plain ones."""
    text = plain(text)
    return _pattern_for(text).findall(text)


def placed(text: str) -> Iterator[tuple[int, str]]:
    """Give each chunk of the text, as `chunks` does, with the place where it begins."""
    text = plain(text)
    return ((match.start(), match.group()) for match in _pattern_for(text).finditer(text))


def plain(text: str) -> str:
    """Return the text, character for character as long, with plain signs in the place of typographic ones."""
    if not text.isascii():
        for sign, alike in _TYPOGRAPHIC:
            if sign in text:
                text = text.replace(sign, alike)
    return text


@cache
def numbers_in_words() -> re.Pattern[str]:
    """Return the pattern of all grouped numbers in a text of Western letters, each of which begins where no word goes on.

    What it finds first are the digits 1 to 9 with a sign near behind them: so it takes 25 µs for a page, and 60 as `_numbers` has it.
    """
    grouped = _GROUPED.replace(r"\d", "[0-9]")
    return re.compile(rf"[1-9](?<!\w[1-9])(?=[0-9]{{0,2}}[{''.join(_SIGNS)}{_SPACES}]){grouped}")


def end_of_number(text: str, start: int) -> int:
    """Return where the grouped number ends that begins at `start`; `start` itself where there is none."""
    number = _numbers().match(text, start)
    return number.end() if number else start


@cache
def _numbers() -> re.Pattern[str]:
    """Return the pattern of a grouped number that begins where no word goes on."""
    return re.compile(rf"(?<![\w])(?:{_NUMBER})")


def _pattern_for(text: str) -> re.Pattern[str]:
    """Return the quickest pattern that finds the chunks of this plain text."""
    if text.isascii():
        return _ascii(_BREAK_INSIDE.search(text) is not None)
    return _any_script() if _BEYOND_LATIN.search(text) else _latin()


@cache
def _ascii(broken: bool) -> re.Pattern[str]:
    """Return the pattern for ASCII text, with or without words broken at the ends of lines."""
    return re.compile(rf"{_NUMBER}|\w+(?:{BREAK}\w+)*" if broken else rf"{_NUMBER}|\w+", re.ASCII)


@cache
def _latin() -> re.Pattern[str]:
    """Return the pattern for letters of Western languages, which carry their marks in them: twice as fast as the one for all scripts."""
    return re.compile(rf"{_NUMBER}|\w+(?:{BREAK}\w+)*")


@cache
def _any_script() -> re.Pattern[str]:
    """Return the pattern for all scripts."""
    word = rf"[\w{MARKS}{IGNORED}]+"
    broken = rf"{word}(?:(?:{BREAK}|{_SOFT_BREAK}){word})*"
    digits = rf"\d+(?=[{UNSPACED}{IDEOGRAPHS}{HANGUL}])"
    return re.compile(f"{_NUMBER}|{digits}|{_RUNS}|{broken}")
