"""Dates in running text, in the words of several languages, as precise as they are printed and never guessed.

A date that cannot be is kept as printed behind `INVALID:` (`INVALID:15 August 27`), one that lacks its year behind `INCOMPLETE:`.
`03/04/2010` may be March or April: it is no date at all unless one of its numbers is above 12.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from archiveviewer import assets
from archiveviewer.records import Span
from archiveviewer.records.facts import BROKEN, INCOMPLETE, INVALID

_YEAR_LENGTH = 4
_DAY_LENGTH = 10
_MONTHS = 12
_FIRST_YEAR, _LAST_YEAR = 1800, 2199
"""A date of any other year is a slip of the pen, as in "3 December 1007"."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text: ISO 8601 as precise as printed, or as printed behind INVALID: or INCOMPLETE:, and its half-open span.

    `since` is the first day when the text prints a span of days ("25 - 29 November 2019"), else equal to `value`.
    """

    value: str
    span: Span
    since: str

    @property
    def is_year(self) -> bool:
        """Whether only a year is printed."""
        return len(self.value) == _YEAR_LENGTH and self.value.isdigit()

    @property
    def is_whole(self) -> bool:
        """Whether it is a valid date, as precise as it may be."""
        return not self.value.startswith(BROKEN)


@cache
def _months() -> dict[str, int]:
    table: dict[str, list[str]] = tomllib.loads(assets.text("months.toml"))["months"]
    return {spelling: number for names in table.values() for number, month in enumerate(names, start=1) for spelling in month.split("|")}


_S = r"[\s\u00a0\u202f\u2009]"
_MONTH = rf"(?:(?:تشرين|كانون){_S}\w{{5,6}}|[^\W\d_][\w\u17b4-\u17d3]{{2,11}})"
_DAY = r"\d{1,2}"
_TH = r"(?:st|nd|rd|th|e?r?o|er|\.?[ºª°])?"
_PATTERN = re.compile(
    rf"""(?<![\w.,/])(?:
      (?P<iso>\d{{4}}-\d\d-\d\d)(?![\w-])
    | (?P<n1>\d{{1,2}})(?P<sep>[./])(?P<n2>\d{{1,2}})(?P=sep)(?P<n3>\d{{4}})(?!\d)
    | (?P<zy>\d{{4}}){_S}?年{_S}?(?P<zm>\d{{1,2}}){_S}?月(?:{_S}?(?P<zd>\d{{1,2}}){_S}?日)?
    | (?:(?P<d0>{_DAY}){_TH}{_S}?[-–—]{_S}?)?(?P<d>{_DAY}){_TH}\.?{_S}{{1,3}}(?:of{_S}|de{_S}|ខែ)?(?P<m>{_MONTH})\.?(?:/{_MONTH})?
        (?P<rest>,?{_S}{{0,3}}(?:de{_S}{{1,2}}|del{_S}{{1,2}}|ឆ្នាំ)?(?:(?P<y>\d{{4}})(?![\d])|(?P<yy>\d{{1,3}}|\d{{5}}|[12](?=[\d]{{0,2}}[oil])[\doil]{{3}})(?![\w.,]*\d|{_S}[^\W\d_])))?
    | (?P<m2>{_MONTH})\.?{_S}{{1,3}}(?:de{_S}|del{_S})?(?:
        (?P<d2>{_DAY}){_TH}(?:{_S}?[-–]{_S}?(?P<d3>{_DAY}))?(?!\d)(?:,?{_S}{{1,3}}(?P<y2>\d{{4}})(?!\d))?
      | (?:of{_S})?(?P<y3>(?:19|20)\d\d)(?!\d))
    | (?P<y4>(?:19|20)\d\d)(?![\w/]|[.,]\d)
    )""",
    re.VERBOSE | re.IGNORECASE,
)


_DIGIT = re.compile(r"\d+")
_BEFORE_DIGIT, _BEHIND_DIGIT = 24, 48
"""A date has a digit, and lies no further around it than this: only there is it looked for."""
_NEXT_WORD = re.compile(rf"{_TH}(?:{_S}?[-–—]{_S}?{_DAY}{_TH})?\.?{_S}{{1,3}}(?:of{_S}|de{_S}|ខែ)?({_MONTH})", re.IGNORECASE)
_LAST_WORD = re.compile(rf"({_MONTH})\.?{_S}{{1,3}}(?:(?:de|del|of){_S})?\Z", re.IGNORECASE)
_PARTS = "./年"
"""What may stand right behind the day, month or year of a date in figures."""


def find(text: str) -> tuple[DateMention, ...]:
    """Return all dates of a text in order, bare years from 1900 to 2099 included."""
    return tuple(_found(text))


def parse(text: str) -> str | None:
    """Return the one date that a text is, in ISO 8601 or behind INVALID: or INCOMPLETE:; None when it is not a date and nothing else."""
    bare = text.strip()
    mention = next(_found(bare), None)
    return mention.value if mention and mention.span == (0, len(bare)) else None


def _found(text: str) -> Iterator[DateMention]:
    position = 0
    while digit := _DIGIT.search(text, position):
        first = _first(text, digit, position)
        match = None if first is None else _PATTERN.search(text, first, digit.end() + _BEHIND_DIGIT)
        if match and match.start() > digit.start():
            match = None  # a date further on, which may be cut off here
        mention = _mention(match) if match else None
        if match is None:
            position = digit.end()
        elif mention:
            yield mention
            position = mention.span[1]
        else:
            position = _after_first_word(match)


def _first(text: str, digit: re.Match[str], position: int) -> int | None:
    """Return where a date around some digits may begin; None when they are no part of one, as in "391,294 mines"."""
    start, end = digit.span()
    is_year = end - start == _YEAR_LENGTH
    if not is_year and end - start > len("31"):
        return None
    may_begin = is_year or (text[end : end + 1] or " ") in _PARTS
    if not may_begin and _is_month(_NEXT_WORD.match(text, end)):
        return start
    before = _LAST_WORD.search(text, max(position, start - _BEFORE_DIGIT), start) if text[start - 1 : start].isspace() else None
    return before.start() if before and _is_month(before) else start if may_begin else None


def _is_month(word: re.Match[str] | None) -> bool:
    return word is not None and _month(word[1]) is not None


def _after_first_word(match: re.Match[str]) -> int:
    """Return where to go on after something that looked like a date and was none: its second word may begin one."""
    blank = re.compile(_S).search(match.string, match.start() + 1, match.end())
    return blank.start() if blank else match.end()


def _mention(match: re.Match[str]) -> DateMention | None:
    part = match.groupdict()
    if part["iso"]:
        return _checked(match, part["iso"])
    if part["n1"]:
        return _numeric(match)
    if part["zy"]:
        return _dated(match, day=part["zd"], month=int(part["zm"]), year=part["zy"])
    if part["m"]:
        return _day_first(match)
    if part["m2"]:
        return _month_first(match)
    return DateMention(value=match[0], span=match.span(), since=match[0])


def _day_first(match: re.Match[str]) -> DateMention | None:
    month = _month(match["m"])
    if month is None:
        return None
    if match["yy"]:
        return _as_printed(match, INVALID)
    if match["y"] is None:
        end = match.end() if match["rest"] is None else match.start("rest")
        return _as_printed(match, INCOMPLETE, end=end - (match.string[end - 1] == "."))
    return _dated(match, day=match["d"], month=month, year=match["y"], since=match["d0"])


_FIRST_OF = re.compile(rf"(?<!\w)(?:primero{_S}de|primeiro{_S}de|premier|first{_S}of){_S}\Z", re.IGNORECASE)
"""The one day that is also printed in words: primero de marzo de 2009."""


def _month_first(match: re.Match[str]) -> DateMention | None:
    month = _month(match["m2"])
    if month is None:
        return None
    if match["y3"]:
        first = _FIRST_OF.search(match.string, max(0, match.start() - _BEFORE_DIGIT), match.start())
        found = _dated(match, day="1" if first else None, month=month, year=match["y3"])
        return replace(found, span=(first.start(), match.end())) if first else found
    if match["y2"] is None:
        return _as_printed(match, INCOMPLETE)
    last = match["d3"] or match["d2"]
    return _dated(match, day=last, month=month, year=match["y2"], since=match["d2"] if match["d3"] else None)


def breaks_off(line: str) -> bool:
    """Tell whether a line ends in a day and its month, so that the year must stand on the next one."""
    last = _DAY_AND_MONTH.search(line, max(0, len(line) - _DAY_AND_MONTH_LENGTH))
    return last is not None and _month(last[1]) is not None


_DAY_AND_MONTH_LENGTH = 24
_DAY_AND_MONTH = re.compile(r"(?<![\w.,])\d{1,2} (?:de )?([^\W\d_]+)$")


def _month(word: str) -> int | None:
    return _months().get(" ".join(word.split()).casefold())


def _numeric(match: re.Match[str]) -> DateMention | None:
    """Read 01.06.2018 (dots: the day stands first) and 27/03/2019; a slash between two numbers up to 12 says too little."""
    first, second = int(match["n1"]), int(match["n2"])
    if match["sep"] == "." or first > _MONTHS:
        return _dated(match, day=match["n1"], month=second, year=match["n3"])
    if second > _MONTHS or first == second:
        return _dated(match, day=match["n2"], month=first, year=match["n3"])
    return None


def _dated(match: re.Match[str], *, day: str | None, month: int, year: str, since: str | None = None) -> DateMention:
    value = f"{int(year):04d}-{month:02d}" if day is None else f"{int(year):04d}-{month:02d}-{int(day):02d}"
    found = _checked(match, value)
    if since is None or not found.is_whole:
        return found
    first = f"{value[:8]}{int(since):02d}"
    return DateMention(value=value, span=found.span, since=first if int(since) <= int(day or 0) else value)


def _checked(match: re.Match[str], value: str) -> DateMention:
    if not _FIRST_YEAR <= int(value[:_YEAR_LENGTH]) <= _LAST_YEAR:
        return _as_printed(match, INVALID)
    try:
        date.fromisoformat(value if len(value) == _DAY_LENGTH else f"{value}-01")
    except ValueError:
        return _as_printed(match, INVALID)
    return DateMention(value=value, span=match.span(), since=value)


def _as_printed(match: re.Match[str], why: str, *, end: int | None = None) -> DateMention:
    stop = match.end() if end is None else end
    printed = re.sub(rf"{_S}+", " ", match.string[match.start() : stop])
    return DateMention(value=why + printed, span=(match.start(), stop), since=why + printed)
