"""A sentence with its countries, dates, numbers, treaties and meetings each folded into one sign, so that rules stay short and fast.

"Cambodia ratified the Convention on 28 July 1999" becomes "C ratified T on D" (C, T and D stand for signs that no text has).
Every sign knows what it stands for and where that lies in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from archiveviewer.facts import treaties
from archiveviewer.text import dates, names

COUNTRY, DATE, YEAR, NUMBER, TREATY, MEETING = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004", "\ue005"
GENERIC = ""
"""The value of a treaty sign that only says "the Convention"."""


class Sign(NamedTuple):
    """A folded part: what sort it is, its value (code, ISO date, plain number), and its half-open span in the text."""

    sort: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Shape:
    """A folded sentence in small letters with single blanks. `signs` in order; `at` holds the place of each in `text`."""

    text: str
    signs: tuple[Sign, ...]
    at: tuple[int, ...]
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def between(self, start: int, end: int, sorts: str = "") -> tuple[Sign, ...]:
        """Return the signs of some sorts (all when empty) that stand in a part of the shape."""
        return tuple(
            sign for place, sign in zip(self.at, self.signs, strict=True) if start <= place < end and (not sorts or sign.sort in sorts)
        )

    def before(self, place: int, sorts: str) -> Iterator[Sign]:
        """Yield the signs of some sorts before a place, the nearest first."""
        for index in range(len(self.signs) - 1, -1, -1):
            if self.at[index] < place and self.signs[index].sort in sorts:
                yield self.signs[index]

    def origin(self, place: int) -> int:
        """Return where a place of the shape lies in the text that was folded."""
        index = bisect_right(self.starts, place) - 1
        return self.origins[index] + place - self.starts[index]


_BLANKS = re.compile(r"\s+")
WORDS = {
    word: str(number)
    for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1)
}
_MINES = (
    r"\s(?:(?:stockpiled|emplaced|retained|nouvelles|nuevas|mine|landmine)\s)?"
    r"(?:anti|landm|mine|mina|ap\s|cluster|v[ií]ctim|surviv|sobreviv|superviv|sous-mun|submun|bombes|bombas)"
)
"""What a count is of: before it, a number may be printed in words, with blanks, or with dots as no decimals are."""
_AREAS = r"\s?(?:km|sq|m[2²]|square|ha\b|hectares?\b)"
"""What a number with a comma for its decimals is of."""
_WORD = "|".join(WORDS)
_NUMBER = re.compile(
    rf"""(?<![\w.,/#-])(?:
      (?P<grouped>\d{{1,3}}(?:(?:[,']\d{{3}})+(?:\.\d+)?|(?:\.\d{{3}}){{2,}}|\.\d{{3}}(?={_MINES})))
    | (?P<spaced>\d{{1,3}}(?:,?\s\d{{3}})+(?={_MINES}))
    | (?P<decimal>\d+,\d{{1,2}}(?={_AREAS}))
    | (?P<plain>\d+(?:\.\d+)?)
    | (?P<word>(?:{_WORD})\b(?:\s\((?P<digits>\d{{1,2}})\))?(?={_MINES}))
    )(?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)
"""Numbers as pages print them: 203,671 and 3'438'492 and 1.404.819 and 338, 356 and nine (9); a count of mines has no decimals.
Some print the decimals of an area behind a comma: 922,37 km2."""
_COUNTED = frozenset(
    (
        "article", "articles", "artículo", "artículos", "para", "paras", "paragraph", "paragraphs", "annex", "annexes",
        "no", "no.", "number", "page", "p.", "pp.", "section", "step", "chapter", "type", "types", "model", "mark",
    )
)  # fmt: skip
"""Words before a number that is no quantity."""
_LONGEST_COUNTED = 12

_DIGIT = re.compile(r"\d")
_START = attrgetter("start")


def shape(text: str, start: int, end: int, languages: Sequence[str] = ("en",)) -> Shape:
    """Fold a part of a text."""
    signs = _without_overlaps(_signs(text, start, end, languages))
    return _folded(text, start, end, signs)


def _signs(text: str, start: int, end: int, languages: Sequence[str]) -> Iterator[Sign]:
    """Yield all candidates; of two that overlap the first one yielded wins."""
    part = text[start:end]
    small = _small(part)
    single = " ".join(small.split())
    if _has(single, treaties.words_of_treaties()):
        for match in treaties.treaty_words().finditer(small):
            yield Sign(sort=TREATY, value=_treaty(match), start=start + match.start(), end=start + match.end())
    if _has(single, treaties.words_of_meetings()):
        for match in treaties.meeting_words().finditer(small):
            yield Sign(sort=MEETING, value=treaties.meeting_code(match), start=start + match.start(), end=start + match.end())
    if _DIGIT.search(part):
        for day in dates.find(part):
            yield Sign(sort=YEAR if day.is_year else DATE, value=day.value, start=start + day.span[0], end=start + day.span[1])
    for mention in names.mentions(part, languages):
        yield Sign(sort=COUNTRY, value=mention.code, start=start + mention.span[0], end=start + mention.span[1])
    for match in _NUMBER.finditer(part):
        before = small[max(0, match.start() - _LONGEST_COUNTED) : match.start()].split()
        if not before or before[-1].lstrip("(").removeprefix("l'") not in _COUNTED:
            yield Sign(sort=NUMBER, value=_number(match), start=start + match.start(), end=start + match.end())


def _has(small: str, words: Sequence[str]) -> bool:
    return any(map(small.__contains__, words))


def _treaty(match: re.Match[str]) -> str:
    if match["generic"]:
        return GENERIC
    return next(code for number, code in enumerate(treaties.treaty_codes()) if match[f"t{number}"])


def _number(match: re.Match[str]) -> str:
    if match["word"]:
        return match["digits"] or WORDS[match["word"].split()[0].casefold()]
    if match["decimal"]:
        return match["decimal"].replace(",", ".")
    printed = match["grouped"] or match["spaced"] or match["plain"]
    return printed if match["plain"] else re.sub(r"[,'\s]|\.(?=\d{3})", "", printed)


def _without_overlaps(signs: Iterator[Sign]) -> list[Sign]:
    kept: list[Sign] = []
    for sign in signs:
        for other in kept:
            if sign.start < other.end and other.start < sign.end:
                break
        else:
            kept.append(sign)
    return sorted(kept, key=_START)


def _folded(text: str, start: int, end: int, signs: list[Sign]) -> Shape:
    parts: list[str] = []
    at: list[int] = []
    starts, origins = [0], [start]
    length, position = 0, start
    for sign in (*signs, None):
        until = end if sign is None else sign.start
        for first, words in _words(text, position, until):
            starts.append(length)
            origins.append(first)
            parts.append(words)
            length += len(words)
        if sign is None:
            break
        at.append(length)
        starts += (length, length + 1)
        origins += (sign.start, sign.end)
        parts.append(sign.sort)
        length += 1
        position = sign.end
    return Shape(text="".join(parts), signs=tuple(signs), at=tuple(at), starts=tuple(starts), origins=tuple(origins))


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield a part of the text in small letters with single blanks, cut where blanks were left out, each with its place in the text."""
    part = text[start:end].replace("\n", " ")
    if "  " not in part:
        yield start, _small(part)
        return
    position = 0
    for blank in _BLANKS.finditer(part):
        yield start + position, _small(part[position : blank.start()]) + " "
        position = blank.end()
    yield start + position, _small(part[position:])


def _small(part: str) -> str:
    small = part.lower()
    return small if len(small) == len(part) else part
