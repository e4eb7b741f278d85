"""Cuts a text into the pieces that a rule reads at once: sentences, headings, labels, bullets.

Real pages glue sentences and headings together ("deadline.The request", "(Article 4)In its", "Victim AssistanceSouth Sudan"),
break lines inside sentences, and put a label on one line and its value on the next. First the text falls into blocks, runs of lines
that read on; then a block falls into pieces, but only where somebody wants to read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from archiveviewer.text import dates

LONGEST = 1200
"""No piece is longer, so that no rule ever sees more at once."""

_SHORT_LINE = 50
_PARAGRAPH = 200
"""A text with a line as long as this has whole paragraphs on its lines; others are wrapped at their line ends."""
HEADING = 130
"""No heading is longer."""

_BULLET = re.compile(r"\s*(?:[•●▪■◦‣·*o►–-]|\d{1,2}[.)])\s+(?=\S)")
_LABELLED = re.compile(r"[A-Z][^:.,;\n]{2,60}: ?[^\s:][^:\n]{0,60}$")
"""A label with its value behind it: a row of a table."""
_RESULT = re.compile(r"\d.*\b(?:clear|reduc|releas|cancell?|destroy)ed(?: \([^)]{0,80}\))?\.?$")
_LEAD = re.compile(
    r"\s*(?:(?:Key\s+developments|Desarrollos\s+claves?|Avances\s+principales|Développements\s+clés)(?:\s+(?:since|desde|depuis)\s+[^:\n]{3,30})?"
    r"|Summary|Five-Year\s+Review|Overview|Resumen|Résumé)\s?:\s+(?=\S)"
)
"""What stands before the first sentence of a paragraph; what it says holds for none of them."""
_ADDRESS = re.compile(r"https?://\S+\s*$")
_SIZE = re.compile(r"\d\s?[KMG]i?[BO][)\]]?$", re.IGNORECASE)
_SIZE_ENDS = "BbOo)]"
"""A line that ends in the size of a file ends what it lists."""
_GOES_ON = re.compile(r"(?:^|[\s(])(?:an?|the|of|or|and|in|on|by|to|for|its|with|from|that|which|has|had|was|were|is|Nos?\.)$")
"""No piece ends in such a word, which needs another one."""
_LAST_WORDS = 10
"""It begins no further before the end of its line."""
_GOING_ON = 30
"""A line that goes on is at least so long: "Congo, Republic of" stands alone."""
_STOPS = (".", "!", "?", ":", ";", "|", '."', ".'", ".)")
_ENDS = re.compile(
    r"""[.!?。।؟A-Z-](?:
        (?<=[.!?])(?P<stop>["')\]]*(?:\(\d{1,3}\))?)(?=\s+[^\sa-zß-öø-ÿа-я])  # a stop, and then no small letter
      | (?<=[a-z0-9]-)(?P<dash>)(?=\s*\n)                    # a dash where the stop should be
      | (?<=[。।؟])(?P<other>)
      | (?<=[A-Z])(?=[a-zà-öø-ÿ])(?:                               # a capital letter right behind the end of another piece:
          (?<=[a-z0-9)\]]\.[A-Z])                            # deadline.The request
        | (?<=[a-z0-9]\)[A-Z])                               # (Article 4)In its
        | (?<=[a-z]{4}[A-Z])                                 # AssistanceSouth Sudan
        | (?<=[12][09]\d\d[A-Z])(?![a-z]+\sPDF)))            # June 2018National Policy, but not 2020Spanish PDF
    """,
    re.VERBOSE,
)
"""It begins with a set of signs, so that all other signs cost next to nothing."""
_NUMBER = re.compile(r"\sno\.\s\d")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'])(?:[A-Z]|Amb|Dr|Mr|Mrs|Ms|H\.E|No|Nos|St|Gen|Col|Lt|Maj|Capt|Prof|Sr|Jr|Rep|Dem|Art|vol|ed|eds|p|pp|para|cf|e\.g|i\.e|approx|[A-Z]\.[A-Z])\.$"
)


class Unit(NamedTuple):
    """A piece of the text, half-open. `heading` says that it is short and does not end like a sentence; `paragraph` counts blocks."""

    start: int
    end: int
    heading: bool
    paragraph: int


class Block(NamedTuple):
    """Lines that read on, half-open; `number` counts them."""

    start: int
    end: int
    number: int


def units(text: str) -> Iterator[Unit]:
    """Yield the pieces of a text in order."""
    for block in blocks(text):
        yield from pieces(text, block)


def blocks(text: str) -> Iterator[Block]:
    """Yield the runs of lines that read on: until a blank line, a bullet, or a line that ends before its time."""
    lines = text.split("\n")
    wrapped = max(map(len, lines)) < _PARAGRAPH
    first: int | None = None
    previous, last, position, number = "", 0, 0, 0
    for line in lines:
        words = line.strip()
        if first is not None and (not words or _begins_anew(previous, words, wrapped=wrapped)):
            yield Block(first, last, number)
            first, number = None, number + 1
        if words:
            first = position if first is None else first
            previous, last = words, position + len(line)
        position += len(line) + 1
    if first is not None:
        yield Block(first, last, number)


def _begins_anew(before: str, after: str, *, wrapped: bool) -> bool:
    """Tell whether a line begins a new block. Both lines come without blanks at their ends."""
    if (not after[0].isalpha() or after[1:2].isspace()) and _BULLET.match(after):
        return True
    if ("://" in before and _ADDRESS.search(before)) or (before[-1] in _SIZE_ENDS and _SIZE.search(before)):
        return True
    if after[0].islower() or before.endswith((",", "-")) or (len(before) >= _GOING_ON and _goes_on(before)):
        return False
    if ":" in after and ":" in before and _LABELLED.match(before) and _LABELLED.match(after):
        return True
    if after[0].isdigit() and _RESULT.match(after) and before.endswith(("ed", "ed.", ")")):
        return True
    return not wrapped or len(before) < _SHORT_LINE or before.endswith(_STOPS)


def _goes_on(line: str) -> bool:
    """Tell whether a line cannot be whole: it ends in a day without its year, or in a word that needs another one."""
    return _GOES_ON.search(line, max(0, len(line) - _LAST_WORDS)) is not None or dates.breaks_off(line)


def pieces(text: str, block: Block | Unit) -> list[Unit]:
    """Return the sentences, headings and labels of a block in order."""
    start, end, number = block[0], block[1], block[-1]
    found: list[Unit] = []
    position = start
    lead = _LEAD.match(text, start, end)
    if lead:
        position = lead.end()
        found.append(Unit(start, position, False, number))
    for ending in _ENDS.finditer(text, position, end):
        stop = ending.end() if ending.lastgroup else ending.start()
        if stop > position and not (_ABBREVIATION.search(text, max(position, stop - 12), stop) or _NUMBER.match(text, stop - 4)):
            _add(found, text, position, stop, number)
            position = stop
    _add(found, text, position, end, number)
    return found


def _add(found: list[Unit], text: str, start: int, end: int, number: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end > start:
        last = min(end, start + LONGEST)
        found.append(Unit(start, last, is_heading(text, start, last), number))
        start = last


def is_heading(text: str, start: int, end: int) -> bool:
    """Tell whether a part of a text is short and does not end like a sentence."""
    return 0 < end - start <= HEADING and text[end - 1] not in ".!?;,"


def without_bullet(text: str, unit: Unit) -> int:
    """Return where the words of a piece begin, behind its bullet."""
    bullet = _BULLET.match(text, unit.start, unit.end)
    return bullet.end() if bullet else unit.start
