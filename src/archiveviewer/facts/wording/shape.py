"""A sentence with its countries, dates, numbers, treaties and meetings each folded into one sign, so that rules stay short and fast.

"Cambodia ratified the Convention on 28 July 1999" becomes "C ratified T on D" (C, T and D stand for signs that no text has).
Every sign knows what it stands for and where that lies in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from archiveviewer.facts.wording import treaties
from archiveviewer.facts.wording.literals import Clause
from archiveviewer.facts.wording.memory import Memory
from archiveviewer.text import dates, mentions

COUNTRY, DATE, YEAR, NUMBER, TREATY, MEETING = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004", "\ue005"
GENERIC = ""
"""The value of a treaty sign that only says "the Convention"."""


class Sign(NamedTuple):
    """A folded part: what sort it is, its value (code, ISO date, plain number), and its half-open span in the sentence."""

    sort: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Shape:
    """A folded sentence in small letters with single blanks. `signs` in order; `at` holds the place of each in `text`.

    `words` is the sentence in small letters before it was folded, `start` where that lies in the text.
    """

    text: str
    signs: tuple[Sign, ...]
    at: tuple[int, ...]
    words: str
    start: int

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
        behind = bisect_right(self.at, place)
        if behind and self.at[behind - 1] == place:
            return self.start + self.signs[behind - 1].start
        first, folded = (self.signs[behind - 1].end, self.at[behind - 1] + 1) if behind else (0, 0)
        end = self.signs[behind].start if behind < len(self.signs) else len(self.words)
        position = first + place - folded
        for blanks in _BLANKS.finditer(self.words, first, end) if "  " in self.words[first:end] else ():
            if blanks.start() < position:
                position += blanks.end() - blanks.start() - 1
        return self.start + position


_BLANKS = re.compile(r"\s+")
WORDS = {
    word: str(number)
    for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1)
}
_MINES = (
    r"\s(?:(?:stockpiled|emplaced|retained|nouvelles|nuevas|mine|landmine)\s)?"
    r"(?:anti|landm|mine|mina|personas|personnes|ap\s|cluster|v[ií]ctim|surviv|sobreviv|superviv|sous-mun|submun|bombes|bombas)"
)
"""What a count is of: before it, a number may be printed in words, with blanks, or with dots as no decimals are."""
_AREAS = r"\s?(?:km|sq|m[2²]|square|ha\b|hectares?\b)"
"""What a number with a comma for its decimals is of."""
_FIGURES = re.compile(
    rf"""\d(?<![\w.,/#-].)(?:
      \d{{0,2}}(?P<parted>(?:[,']\d{{3}})+(?:\.\d+)?|(?:\.\d{{3}}){{2,}}|(?:\.\d{{3}}|(?:,?\s\d{{3}})+)(?={_MINES})|(?:\s\d{{3}})+(?={_AREAS}))
    | \d*(?P<decimals>,\d{{1,2}})(?={_AREAS})
    | \d*(?:\.\d+)?(?P<millions>\smillion\b)?
    )(?!\d)""",
    re.VERBOSE,
)
"""Numbers as pages print them: 203,671 and 3'438'492 and 1.404.819 and 338, 356 and 14.9 million; a count of mines has no decimals.

Some print the decimals of an area behind a comma: 922,37 km2. It begins with a figure, so that all other letters cost next to nothing.
"""
_SPELLED = re.compile(rf"(?<![\w.,/#-])(?P<word>{'|'.join(WORDS)})\b(?:\s\((?P<digits>\d{{1,2}})\))?(?={_MINES})")
"""A number in words: nine (9) mines."""
_COUNTED = frozenset(
    (
        "article", "articles", "artículo", "artículos", "para", "paras", "paragraph", "paragraphs", "annex", "annexes",
        "no", "no.", "number", "page", "p.", "pp.", "section", "step", "chapter", "type", "types", "model", "mark",
    )
)  # fmt: skip
"""Words before a number that is no quantity."""
_LONGEST_COUNTED = 12

_DOTS = "es"
_THOUSANDS, _AREA = re.compile(r"[1-9]\d{0,2}\.\d{3}"), re.compile(_AREAS)
_BETWEEN = re.compile(r"[,'\s]|\.(?=\d{3})")
"""What parts the thousands of a number."""
_START = attrgetter("start")
_NAMES_TREATY, _NAMES_MEETING, _COUNTS, _SPELLS = 1, 2, 4, 8


def shape(text: str, page: str, start: int, end: int, languages: Sequence[str] = ("en",)) -> Shape:
    """Fold a part of a text; `page` is the text in small letters, each at its old place, with blanks for line ends."""
    words = page[start:end]
    signs = sorted(_signs(text[start:end], words, languages), key=_START)
    parts: list[str] = []
    at: list[int] = []
    length = position = 0
    for sign in signs:
        before = _with_single_blanks(words[position : sign.start])
        parts += (before, sign.sort)
        length += len(before) + 1
        at.append(length - 1)
        position = sign.end
    parts.append(_with_single_blanks(words[position:]))
    return Shape("".join(parts), tuple(signs), tuple(at), words, start)


def _with_single_blanks(words: str) -> str:
    return _BLANKS.sub(" ", words) if "  " in words else words


def _signs(part: str, small: str, languages: Sequence[str]) -> list[Sign]:
    """Return what is folded: of two parts that overlap the one that is looked for first."""
    has = _memory().bits(small)
    found: list[Sign] = []
    if has & _NAMES_TREATY and _says(small, treaties.words_of_treaties()):
        found += [Sign(TREATY, _treaty(match), *match.span()) for match in treaties.treaty_words().finditer(small)]
    if has & _NAMES_MEETING and _says(small, treaties.words_of_meetings()):
        for match in treaties.meeting_words().finditer(small):
            if _is_free(found, *match.span()):
                found.append(Sign(MEETING, treaties.meeting_code(match), *match.span()))
    for day in dates.find(part) if has & _COUNTS else ():
        if _is_free(found, *day.span):
            found.append(Sign(YEAR if day.is_year else DATE, day.value, *day.span))
    for mention in mentions.find(part, languages):
        if _is_free(found, *mention.span):
            found.append(Sign(COUNTRY, mention.code, *mention.span))
    for match in _SPELLED.finditer(small) if has & _SPELLS else ():
        if _is_free(found, *match.span()) and _is_quantity(small, match.start()):
            found.append(Sign(NUMBER, match["digits"] or WORDS[match["word"]], *match.span()))
    for match in _FIGURES.finditer(small) if has & _COUNTS else ():
        if _is_free(found, *match.span()) and _is_quantity(small, match.start()):
            found.append(Sign(NUMBER, _number(match, small, dotted=languages[0] == _DOTS), *match.span()))
    return found


def _is_free(signs: Sequence[Sign], start: int, end: int) -> bool:
    """Tell whether a part of a sentence overlaps none of some signs."""
    for sign in signs:  # noqa: SIM110 - `all` makes a generator each time, which takes thrice as long
        if sign.start < end and start < sign.end:
            return False
    return True


def _says(small: str, clause: Clause) -> bool:
    single = " ".join(small.split())
    return any(map(single.__contains__, clause))


@cache
def _memory() -> Memory:
    """Return a memory of what words tell that there may be a sign."""
    clauses = {treaties.words_of_treaties(): _NAMES_TREATY, treaties.words_of_meetings(): _NAMES_MEETING, tuple(WORDS): _SPELLS}
    return Memory(clauses, lambda word: _COUNTS if _DIGIT.search(word) else 0)


_DIGIT = re.compile(r"\d")


def _is_quantity(small: str, start: int) -> bool:
    before = small[max(0, start - _LONGEST_COUNTED) : start].split()
    return not before or before[-1].lstrip("(").removeprefix("l'") not in _COUNTED


def _number(match: re.Match[str], small: str, *, dotted: bool) -> str:
    """Return the plain number; in a language that parts thousands with dots, one that measures no area has them."""
    if dotted and _THOUSANDS.fullmatch(match[0]) and not _AREA.match(small, match.end()):
        return match[0].replace(".", "")
    if match["decimals"]:
        return match[0].replace(",", ".")
    if match["millions"]:
        return str(int(Decimal(match[0].removesuffix(match["millions"])) * 1_000_000))
    return _BETWEEN.sub("", match[0]) if match["parted"] else match[0]


def _treaty(match: re.Match[str]) -> str:
    if match["generic"]:
        return GENERIC
    return next(code for number, code in enumerate(treaties.treaty_codes()) if match[f"t{number}"])
