"""The files that a page lists: title, language, size, received date, and the family of papers that each belongs to.

Pages print them in many layouts: one a line, several with ` | ` or ` l ` or nothing between them, the languages of one title on the
lines below it, with `PDF 5.6 MB`, `8.36KB`, or with neither.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from archiveviewer import assets
from archiveviewer.facts.reading.languages import language_names, language_of_word
from archiveviewer.facts.reading.units import Unit, without_bullet
from archiveviewer.text import dates, names


@dataclass(frozen=True, slots=True)
class Listed:
    """A listed file, with the half-open span of the words that list it. `country` is the one that its line names, or None."""

    title: str
    language: str | None
    size: str | None
    received: str | None
    family: str
    country: str | None
    start: int
    end: int


@dataclass(slots=True)
class _Place:
    """Where in the listing we are: the family of papers, the heading that items without a title belong to, whether items came last."""

    family: str = ""
    heading: str = ""
    received: str | None = None
    """When the title that was met last was received, while its file is still to come on the next line."""
    listing: bool = False


UPDATES, REPORTS, OTHERS = "Updates", "Article 7 reports", "Other documents"
_UNITS = {"k": 1024, "m": 1024**2, "g": 1024**3}
_LONGEST_TITLE = 160
_FEWEST_WORDS = 3


@cache
def _table() -> dict[str, dict[str, list[str] | str]]:
    return tomllib.loads(assets.text("listings.toml"))


@cache
def _any_of(part: str, key: str = "words") -> re.Pattern[str]:
    return re.compile("|".join(_table()[part][key]), re.IGNORECASE)


@cache
def _language_name() -> re.Pattern[str]:
    languages = "|".join(sorted(language_names(), key=len, reverse=True))
    glued = r"(?-i:(?<=[KMG]B)|(?<=[a-zà-ÿ])(?=[A-Z]))"
    return re.compile(rf"(?:(?:(?<![a-zà-ÿ])|{glued})(?:{languages})|(?-i:(?<![\w-])(?:{_CODES})))\b", re.IGNORECASE)


_CODES = "EN|ENG|FR|FRE|FRA|ES|ESP|SPA|RU|RUS|AR|ARA|ZH|CHI|PT|POR"
"""The languages of most documents as listings shorten them."""


def _code(language: re.Match[str]) -> str | None:
    return language_of_word(language[0].casefold())


@cache
def _languages_only() -> re.Pattern[str]:
    """Return the pattern of a line that ends in the languages of a document and says nothing else of it: "Decision (English, French)"."""
    language = _language_name().pattern
    return re.compile(
        rf"(?:\s*[(\[|:]\s*|\s-\s|(?<!\S))(?P<all>{language}(?:\s*(?:[,|/;]|\band\b)\s*{language})*)\s*[)\]]?\s*$", re.IGNORECASE
    )


def load() -> None:
    """Read the data of listings and make its patterns."""
    _ending()
    for part, key in (("documents", "words"), ("documents", "never"), ("documents", "press"), ("families", "words")):
        _any_of(part, key)


_RECEIVED = re.compile(r"\breceived:?,?\s+(?:on\s+)?((?-i:[A-Z\d])[\w\s,./-]{5,20}?\d{4})", re.IGNORECASE)
_BYTES = r"\s?[KMG]i?[BO](?:\b|(?-i:(?=[A-Z][a-zà-öø-ÿ])))"
"""The unit of a size; the next word may be glued to it: 140KBSpanish."""
_SIZE = re.compile(rf"\d+(?:[.,]\d+)?{_BYTES}", re.IGNORECASE)
_MARKS = ("received", "pdf", "kb", " mb", "mb ", "mb\n", "ko", "doc", "xls", "ppt", "zip", "rtf", "declaration of completion")
_MARK = re.compile(rf"\d{_BYTES}|received|PDF|\b(?:DOC|XLS|PPT|ZIP|RTF)", re.IGNORECASE)
"""What every item that ends in a date, a format or a size has: found in one pass over the text."""
_FORMAT = r"\b(?:PDF|DOCX?|XLSX?|PPTX?|ZIP|RTF)\b"


@cache
def _ending() -> re.Pattern[str]:
    """Return the pattern of what ends an item: a received date, a language, a format and a size, or some of them."""
    received, language, size = _RECEIVED.pattern, _language_name().pattern, _SIZE.pattern
    return re.compile(
        rf"(?:{received}[\s,;|)\]-]*)?(?:[(\[]?{language}[\s,:|)\]-]*)?[(\[]?(?:{_FORMAT}\s*[,;]?\s*)?{size}[)\]]?(?:\s*[(\[]{language}[)\]])?|{received}(?:\s*{language})?|{language}[\s|]*{_FORMAT}",
        re.IGNORECASE,
    )


def listed(text: str, units: Sequence[Unit], *, after: int, plain: bool) -> Iterator[Listed]:
    """Yield the files that a text lists. Lines without a size count behind other items or `after`, and only when `plain` is set."""
    place = _Place()
    starts = [unit.start for unit in units]
    small = text.lower()
    if not plain and not any(mark in small for mark in _MARKS):
        return
    marked = {bisect_right(starts, mark.start()) - 1 for mark in _MARK.finditer(text)}
    if not marked and not plain:
        return
    for number, (unit, following) in enumerate(zip_longest(units, units[1:])):
        start = without_bullet(text, unit)
        if number in marked and (ending := _ending().search(text, start, unit.end)):
            if following and _RECEIVED.fullmatch(ending[0]) and ending.end() == unit.end and _begins_below_title(text, following):
                place.heading, place.received = _clean(text[start : ending.start()]), _day(ending[0])
                continue
            yield from _items(text, start, unit.end, place)
            place.listing, place.received = True, None
        elif unit.heading:
            is_title = following is not None and (_begins_below_title(text, following) or _is_named_below(text, unit, following))
            yield from _line(text, unit, place, document=not is_title and plain and (place.listing or unit.start >= after))
            place.received = None
        else:
            place.listing, place.received = False, None


def _begins_below_title(text: str, unit: Unit) -> bool:
    """Tell whether a piece begins with what belongs to the title above it: a size, or languages and nothing else."""
    start = without_bullet(text, unit)
    return any(pattern.match(text, start, unit.end) for pattern in (_ending(), _languages_only()))


def _is_named_below(text: str, unit: Unit, following: Unit) -> bool:
    """Tell whether a heading says in short what is listed below it: "Declaration of Completion", "Article 7 Reports"."""
    said, below = (" ".join(text[one.start : one.end].casefold().split()) for one in (unit, following))
    return said.removesuffix("s") in below and not below.startswith(said) and _country_of(said) is None


def _items(text: str, start: int, end: int, place: _Place) -> Iterator[Listed]:
    """Yield the items of one line, each of which ends in a received date, a language or a size."""
    position = start
    row, bar, _ = text[start:end].partition(" | ")
    whose = f"{row.strip()}: " if bar and names.code_of(row) else ""
    for ending in _ending().finditer(text, start, end):
        first = _skip(text, position, ending.start())
        before, first = _without_size(text, first, ending.start(), place)
        yield from before
        title = _clean(text[first : ending.start()])
        if whose and title:
            title = whose + title.rpartition(" | ")[2]
        elif position == start and _country_of(title) and ":" in title:
            whose = title.partition(":")[0] + ": "
        is_page = _any_of("documents", "press").search(title) and not _CALL.match(text, first)
        if len(title) > _LONGEST_TITLE or is_page:
            return
        if title:
            place.heading, place.received = title, None
        yield _listed(place.heading, ending, first, place)
        position = ending.end()


def _without_size(text: str, start: int, end: int, place: _Place) -> tuple[Sequence[Listed], int]:
    """Return the steps of a request that stand before an item and are parted from it by bars alone, and where the item begins."""
    position, found = start, []
    while (bar := text.find(" | ", position, end)) >= 0:
        title = _clean(text[position:bar])
        if not _any_of("documents", "steps").match(title):
            return (), start
        found.append(Listed(title, None, None, None, _family(title, place), _country_of(title), position, bar))
        position = bar + len(" | ")
    return (found, position) if _clean(text[position:end]) else ((), start)


def _listed(title: str, ending: re.Match[str], start: int, place: _Place) -> Listed:
    language, size = _language_name().search(ending[0]), _SIZE.search(ending[0])
    return Listed(
        title=title,
        language=_code(language) if language else None,
        size=size[0] if size else None,
        received=_day(ending[0]) or place.received,
        family=_family(title, place),
        country=_country_of(title),
        start=start,
        end=ending.end(),
    )


def _day(said: str) -> str | None:
    received = _RECEIVED.search(said)
    return dates.parse(received[1]) if received else None


def _skip(text: str, start: int, end: int) -> int:
    """Step over what stands between two items: blanks, bars, an l that should be a bar."""
    between = re.compile(r"(?:[\s|,;)\]•-]|l(?=[\sA-Z]))*").match(text, start, end)
    return between.end() if between else start


def _clean(title: str) -> str:
    said = _DATED.sub("", re.sub(r"\s+", " ", title)).strip(" |,;:-([")
    call = _CALL.match(said)
    return said[call.end() :] if call else said


_DATED = re.compile(r" \(\d{1,2} \w+ \d{4}\)(?=:)")
"""A day in brackets behind a country is no part of a title: "Niger (31 December 2024): Decision"."""

_CALL = re.compile(r"download (?:the |a )?(?=\w)", re.IGNORECASE)
"""What a link says to its reader is none either: "Download the press release"."""


_SUBMITTED_BY = re.compile(r"\b(?:submitted|presented|received) (?:by|from) ([^,;:]+)$", re.IGNORECASE)


def _country_of(title: str) -> str | None:
    """Return the country that "Denmark: Declaration of Completion" names before its colon, or "request submitted by Denmark" at its end."""
    before, colon, _ = title.partition(":")
    by = _SUBMITTED_BY.search(title)
    return names.code_of(before) if colon else names.code_of(by[1]) if by else None


def _family(title: str, place: _Place) -> str:
    if re.search(r"\barticle 7|transparency report", title, re.IGNORECASE):
        return REPORTS
    if re.match(r"updates?\b", title, re.IGNORECASE):
        return UPDATES
    return place.family or OTHERS


def _line(text: str, unit: Unit, place: _Place, *, document: bool) -> Iterator[Listed]:
    """Take a line without a size: the heading of a family, the title of the items below it, or a listed document itself."""
    start = without_bullet(text, unit)
    ending = _languages_only().search(text, start, unit.end)
    title = (_clean(text[start : ending.start()]) or place.heading) if ending else ""
    if ending and document and _is_document(title):
        yield from _in_languages(text, start, ending, title, place)
        return
    place.heading = title = _clean(text[start : unit.end])
    if _any_of("families").search(title):
        place.family = title
        return
    country = _country_of(title)
    long_enough = bool(country) or (document and len(title.split()) >= _FEWEST_WORDS)
    if long_enough and _is_document(title) and _is_line(text, unit):
        family = _family(title, _Place())
        place.family = place.family if family == OTHERS else ""
        yield Listed(
            title=title, language=None, size=None, received=None, family=family, country=country, start=start, end=unit.end
        )  # fmt: skip


def _is_document(title: str) -> bool:
    is_none = any(_any_of("documents", key).search(title) for key in ("never", "press"))
    return bool(_any_of("documents").search(title)) and not is_none


def _in_languages(text: str, start: int, ending: re.Match[str], title: str, place: _Place) -> Iterator[Listed]:
    """Yield a document once for each of the languages that a line names behind its title, or below it."""
    place.heading = title
    for number, language in enumerate(_language_name().finditer(text, *ending.span("all"))):
        first = language.start() if number else start
        yield Listed(title, _code(language), None, None, _family(title, place), _country_of(title), first, language.end())


def _is_line(text: str, unit: Unit) -> bool:
    """Tell whether a piece is all that stands on its line."""
    before = text[text.rfind("\n", 0, unit.start) + 1 : unit.start]
    stop = text.find("\n", unit.end)
    return not before.strip() and not text[unit.end : stop if stop >= 0 else len(text)].strip()


def size_in_bytes(printed: str) -> int | None:
    """Return what a printed size comes to ("5.6 MB", "8,36 Ko"), or None."""
    size = re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*([KMG])i?[BO]", printed.strip(), re.IGNORECASE)
    return round(float(size[1].replace(",", ".")) * _UNITS[size[2].casefold()]) if size else None
