"""Lists of countries with a day behind each, as sentences, bullets, rows or lines, below words that say what the days are.

    These States Parties have extended deadlines: Chad (1 January 2014), Mozambique (1 March 2014) and Peru (1 March 2017).

    The requests were granted as follows:
      • Colombia - until 31 December 2025
      • South Sudan - until 9 July 2026

A list has at least two countries and ends where something else is told, so that what stands behind it is not taken for a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from archiveviewer.facts.reading.about import About
from archiveviewer.facts.reading.matching import Found
from archiveviewer.facts.reading.units import Block
from archiveviewer.facts.wording import headings
from archiveviewer.facts.wording.pattern import Pattern
from archiveviewer.facts.wording.rule import Give, Rule
from archiveviewer.facts.wording.shape import COUNTRY, DATE, MEETING, NUMBER, YEAR, Shape, Sign, shape
from archiveviewer.text import mentions

_LONGEST = 4000
"""A list is read so far: about 80 countries."""
_HEAD = 700
"""A page names the meeting that it tells of no further down."""
_FEWEST = 2
_NAME = 60
"""No name of a country is longer."""
_LETTER = re.compile(r"[^\W\d_]")
"""What stands below other lines than those that say what its days are is no part of the list."""
_DAY = f"[{DATE}{YEAR}]"
_GAP = re.compile(rf"[^.!?;{COUNTRY}{DATE}{YEAR}]{{0,120}}")
"""What may stand between the words that say what the days are and the first country."""
_BETWEEN = rf"(?:[\s,;:|/•●▪■◦‣·*►–—-]|\.(?= )|\b(?:and|the|et|y|la|le|el|o)\b|(?:{NUMBER}|\b\d{{1,2}})[.)](?= ))*"
_PERIOD = rf"(?:{NUMBER}|\w+)[ -](?:more )?(?:years?|months?)"
_TERM = rf"(?:(?:for |of |by |an? )?{_PERIOD}(?:,? and {_PERIOD})?(?: extension)?,? ?)?"
_SAID = r"(?:(?:new |extended )?deadline(?: of| is)?:? ?|on |by |of |is |was )?(?:until|till|to|jusqu'au|hasta(?: el)?|on|by)? ?"
_FILE = rf"(?:(?: ?[:|] ?[^.;|•●▪■◦‣·*►{COUNTRY}{DATE}{YEAR}]{{1,40}}){{1,6}}(?= [•●▪■◦‣·*►]|$))?"
"""The files that are listed for it: Decision PDF 118KB."""
_ITEM = re.compile(rf"{_BETWEEN}(?P<country>{COUNTRY})(?:'s)?(?: ?[,:|–—(-])* ?{_TERM}(?:[(–—|:-] ?)?{_SAID}(?P<day>{_DAY})\)?{_FILE}")
"""A country and its day: Chad (1 January 2014); Chad - until 1 January 2014; Chad, for two years until 1 January 2014."""
_TURNED = re.compile(
    rf"{_BETWEEN}(?:(?:until|till|to|by|on) )?(?P<day>{_DAY})(?: ?[:(|–—-] ?| (?:for|to|in the case of) )(?:the )?(?P<country>{COUNTRY})\)?"
)
"""A day and its country: 1 January 2014 (Chad); until 1 January 2014 for Chad; 1 January 2014: Chad."""
_BEGINNING = re.compile(rf"{_BETWEEN}(?:{COUNTRY}|(?:(?:until|till|to|by|on) )?{_DAY}|$)")


class Item(NamedTuple):
    """A country of a list (alpha-3) and its day (ISO 8601), with the half-open span of the two in the text."""

    country: str
    day: str
    start: int
    end: int


class Listing(NamedTuple):
    """A list: the folded words above it, the meeting that they or the head of the page name, and its countries."""

    lead: str
    meeting: str | None
    items: Sequence[Item]


def head(text: str, small: str, block: Block) -> str:
    """Return a block folded, if a list of countries may follow its words, else nothing; `small` is the text in small letters."""
    return shape(text, small, block.start, block.end).text if _names_country(text, block) else ""


def listing(text: str, small: str, block: Block, above: str, lead: Pattern) -> Listing | None:
    """Return the list that follows some words of a block, which is `above` when it is folded."""
    if not above or not _may_lead(above, lead):
        return None
    said = shape(text, small, block.start, min(len(text), block.start + _LONGEST))
    found = lead.search(said.text)
    items = max((tuple(_items(said, found.end(), item)) for item in (_ITEM, _TURNED)), key=len) if found else ()
    if found is None or len(items) < _FEWEST or _LETTER.search(text, block.end, items[0].start):
        return None
    words = said.text[: _behind_gap(said.text, found.end())]
    return Listing(words, _meeting(said, len(words)) or _meeting(shape(text, small, 0, min(_HEAD, len(text))), _HEAD), items)


def _names_country(text: str, block: Block) -> bool:
    """Tell whether a block names a country, or the first words behind it do."""
    behind = _LETTER.search(text, block.end)
    return bool(mentions.find(text[block.start : behind.start() + _NAME if behind else len(text)]))


def _may_lead(said: str, lead: Pattern) -> bool:
    """Tell whether a folded block says what a list is of, and goes on with a country, or ends before the list begins."""
    found = lead.search(said)
    return found is not None and _BEGINNING.match(said, _behind_gap(said, found.end())) is not None


def _behind_gap(said: str, start: int) -> int:
    gap = _GAP.match(said, start)
    return gap.end() if gap else start


def _items(said: Shape, start: int, item: re.Pattern[str]) -> Iterator[Item]:
    place = _behind_gap(said.text, start)
    while found := item.match(said.text, place):
        country, day = _sign(said, found.start("country")), _sign(said, found.start("day"))
        first = min(found.start("country"), found.start("day"))
        yield Item(country.value, day.value, said.origin(first), said.origin(found.end()))
        place = found.end()


def _sign(said: Shape, place: int) -> Sign:
    return said.signs[said.at.index(place)]


def _meeting(said: Shape, end: int) -> str | None:
    """Return the one meeting that the beginning of a text names."""
    named = {sign.value for sign in said.between(0, end, MEETING)}
    return named.pop() if len(named) == 1 else None


def listed(rule: Rule, listing: Listing, about: About) -> Iterator[Found]:
    """Yield what a rule finds in a list: of all its countries, or of the one that the text is about."""
    treaty = headings.treaty_by_article(listing.lead) or about.treaty
    if (rule.unless and rule.unless.search(listing.lead)) or (rule.treaty and (treaty or "") not in rule.treaty):
        return
    for item in listing.items:
        if about.country in (None, item.country):
            for give, value in _values(rule, item, listing.meeting):
                yield Found(
                    rule=rule, country=item.country, treaty=treaty, type=give.type, kind="", value=value, unit=None,
                    as_of=listing.meeting if give.as_of == "meeting" else None, text="", start=item.start, end=item.end,
                    place=item.start, part=(item.start, item.end),
                )  # fmt: skip


def _values(rule: Rule, item: Item, meeting: str | None) -> Iterator[tuple[Give, str]]:
    for give in rule.gives:
        value = meeting if give.group == "meeting" else item.day
        if value:
            yield give, value
