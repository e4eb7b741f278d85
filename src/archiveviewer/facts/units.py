"""Cuts a text into the pieces that a rule reads at once: sentences, headings, labels, bullets.

Real pages glue sentences and headings together ("deadline.The request", "(Article 4)In its", "Victim AssistanceSouth Sudan"),
break lines inside sentences, and put a label on one line and its value on the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 1200
"""No piece is longer, so that no rule ever sees more at once."""

_SHORT_LINE = 50
_PARAGRAPH = 200
"""A text with a line as long as this has whole paragraphs on its lines; others are wrapped at their line ends."""
_HEADING = 130

_LINE = re.compile(r"[^\n]*")
_BULLET = re.compile(r"\s*(?:[•●▪■◦‣·*o►–-]|\d{1,2}[.)])\s+(?=\S)")
_ADDRESS = re.compile(r"https?://\S+\s*$")
_ENDS = re.compile(
    r"""(?P<stop>[.!?]["')\]]*(?=\s+[^\sa-zß-öø-ÿа-я])   # a stop, and then no small letter
      | -(?<=[a-z0-9]-)(?=\s*\n)                         # a dash where the stop should be
      | [。।؟])
      | [A-Z](?=[a-z])(?:                                # a capital letter right behind the end of another piece:
          (?<=[a-z0-9)\]]\.[A-Z])                        # deadline.The request
        | (?<=[a-z0-9]\)[A-Z])                           # (Article 4)In its
        | (?<=[a-z]{4}[A-Z])                             # AssistanceSouth Sudan
        | (?<=[12][09]\d\d[A-Z]))                        # June 2018National Policy
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'])(?:[A-Z]|Amb|Dr|Mr|Mrs|Ms|H\.E|No|Nos|St|Gen|Col|Lt|Maj|Capt|Prof|Sr|Jr|Rep|Dem|Art|vol|ed|eds|p|pp|para|cf|e\.g|i\.e|approx|[A-Z]\.[A-Z])\.$"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of the text, half-open. `heading` says that it is short and does not end like a sentence; `paragraph` counts blocks."""

    start: int
    end: int
    heading: bool
    paragraph: int


def units(text: str, start: int = 0, end: int | None = None) -> Iterator[Unit]:
    """Yield the pieces of a text in order."""
    stop = len(text) if end is None else end
    wrapped = all(last - first < _PARAGRAPH for first, last in _lines(text, start, stop))
    for number, (first, last) in enumerate(_blocks(text, start, stop, wrapped=wrapped)):
        yield from _pieces(text, first, last, number)


def _blocks(text: str, start: int, end: int, *, wrapped: bool) -> Iterator[tuple[int, int]]:
    """Yield runs of lines that read on: until a blank line, a bullet, or a line that ends before its time."""
    first: int | None = None
    previous = ""
    last = start
    for line in _lines(text, start, end):
        words = text[slice(*line)]
        if first is not None and (not words.strip() or _begins_anew(previous, words, wrapped=wrapped)):
            yield first, last
            first = None
        if words.strip():
            first = line[0] if first is None else first
            previous, last = words, line[1]
    if first is not None:
        yield first, last


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    while position <= end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        yield position, stop
        position = stop + 1


def _begins_anew(previous: str, line: str, *, wrapped: bool) -> bool:
    if _BULLET.match(line) or _ADDRESS.search(previous):
        return True
    before, after = previous.rstrip(), line.lstrip()
    if after[0].islower() or before.endswith((",", "-")):
        return False
    return not wrapped or len(before) < _SHORT_LINE or before.endswith((".", "!", "?", ":", ";", "|", '."', ".'", ".)"))


def _pieces(text: str, start: int, end: int, number: int) -> Iterator[Unit]:
    position = start
    for found in _ENDS.finditer(text, start, end):
        stop = found.end() if found["stop"] else found.start()
        if stop > position and not _ABBREVIATION.search(text, max(position, stop - 12), stop):
            yield from _unit(text, position, stop, number)
            position = stop
    yield from _unit(text, position, end, number)


def _unit(text: str, start: int, end: int, number: int) -> Iterator[Unit]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    for first in range(start, end, LONGEST):
        last = min(end, first + LONGEST)
        yield Unit(start=first, end=last, heading=last - first <= _HEADING and text[last - 1] not in ".!?;,", paragraph=number)


def without_bullet(text: str, unit: Unit) -> int:
    """Return where the words of a piece begin, behind its bullet."""
    bullet = _BULLET.match(text, unit.start, unit.end)
    return bullet.end() if bullet else unit.start
