"""An outline made of the headings of a document that has none of its own: lines that are larger than its text, or strong and alone.

Pages are read a few at a time, so that nobody waits for a long document; what is a heading is decided by all that were read. What stands
on many pages is a running title. Only used inside a render worker.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archiveviewer.records import OutlineItem

MOST_PAGES = 600
"""Pages that are looked at; a longer document without an outline is a scan or a print of a database."""

_MOST, _LONGEST = 500, 120
_LARGER = 1.12
_LEVELS = 4
_STRONG = 16
_RUNNING = 3
_ALIKE = 6.0
_MOSTLY = 0.3
"""Where more of all letters stand in headings, none of them is one: a poster, a recognised scan."""

_STRONG_FONT = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVXLC]{1,6}\.|[A-Z]\.)\s*\S")
_LEADERS = re.compile(r"(?:\.\s?){4,}|\u2026{2,}")
"""Dots that lead to a page number: an entry of a table of contents."""

_DIGITS = re.compile(r"\d+")
_ENDS = (".", ",", ";", ":")
_STOPS = (".", ";", ":", "!", "?")
_SENTENCE = 8
"""So many words with a stop at their end are a sentence, though it has a number or large letters."""

_CLOSE = 2.4
"""How far below the top of a line the next one of the same paragraph begins at most, in sizes of its letters."""

_FULL = 0.9
"""So much of the width of all text has a line that the next one goes on with; headings in the middle or on the right are narrower."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of print that may be a heading: `size` in half points, `block` the block of its page, `alone` in it.

    `last` is the top of its last line, when it has several; `full` whether that is as wide as the text of its page.
    """

    page: int
    text: str
    size: int
    strong: bool
    block: int
    alone: bool
    top: float
    last: float
    full: bool


class Finder:
    """Collects lines page by page. `outline` may be asked at any time."""

    def __init__(self) -> None:
        self._letters: Counter[int] = Counter()
        self._width = 0.0
        self._lines: list[_Line] = []

    def read(self, page: int, blocks: Sequence[Mapping[str, Any]]) -> None:
        """Take the lines of a page, which counts from 1, as the library's "dict" gives them."""
        boxes = [line["bbox"] for block in blocks for line in block.get("lines", ())]
        self._width = max((box[2] for box in boxes), default=0.0) - min((box[0] for box in boxes), default=0.0)
        for number, block in enumerate(blocks):
            lines = [line for line in block.get("lines", ()) if abs(line["dir"][0]) > abs(line["dir"][1])]
            for line in lines:
                self._take(line, page, block=number, alone=len(lines) <= 2)  # noqa: PLR2004 - a heading may take two lines

    def outline(self) -> tuple[OutlineItem, ...]:
        """Return the headings, the largest at level 1."""
        body = self._body()
        found = [line for line in joined(self._lines) if _is_heading(line, body)]
        running = self._running(found)
        found = [line for line in found if _sign(line) not in running]
        if sum(len(line.text) for line in found) > _MOSTLY * self._letters.total():
            return ()
        found = found[:_MOST]
        level = _levels(found)
        return tuple(OutlineItem(level[line.size, line.strong], line.text, line.page) for line in found)

    def _take(self, line: Mapping[str, Any], page: int, *, block: int, alone: bool) -> None:
        spans = [span for span in line["spans"] if span["text"].strip()]
        text = " ".join("".join(span["text"] for span in line["spans"]).split())
        if not text:
            return
        size = round(2 * max(span["size"] for span in spans))
        self._letters[size] += len(text)
        if len(text) <= _LONGEST:
            strong = all(span["flags"] & _STRONG or _STRONG_FONT.search(span["font"]) for span in spans)
            left, top, right = line["bbox"][:3]
            self._lines.append(_Line(page, text, size, strong, block, alone, top, top, full=right - left >= _FULL * self._width))

    def _body(self) -> int:
        """Return the size that most letters have."""
        return max(self._letters, key=lambda size: (self._letters[size], size), default=0)

    def _running(self, lines: Sequence[_Line]) -> set[tuple[object, ...]]:
        """Return what stands on so many pages that it is no heading of any."""
        pages: dict[tuple[object, ...], set[int]] = {}
        for line in lines:
            pages.setdefault(_sign(line), set()).add(line.page)
        return {sign for sign, where in pages.items() if len(where) > _RUNNING}


def joined(lines: Sequence[_Line]) -> Iterator[_Line]:
    """Yield the lines, those that look the same and are one sentence made one.

    They follow one another in a block; or, where each line is a block, as in text that is set wide, close below one that is full or
    with a small letter. So the lines of a numbered paragraph in strong letters are seen to be one, which is too long for a heading.
    """
    held: _Line | None = None
    for line in lines:
        if held and _goes_on(held, line):
            text, first = f"{held.text} {line.text}", held
            held = _Line(first.page, text, first.size, first.strong, line.block, first.alone, first.top, line.top, full=line.full)
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _goes_on(held: _Line, line: _Line) -> bool:
    """Whether a line goes on with what is held: in its block, or close below it and in the midst of a sentence."""
    if (held.page, held.size, held.strong) != (line.page, line.size, line.strong):
        return False
    close = 0 < line.top - held.last <= _CLOSE * held.size / 2
    return line.block == held.block or (close and not held.text.endswith(_STOPS) and (held.full or line.text[0].islower()))


def _is_heading(line: _Line, body: int) -> bool:
    letters = sum(character.isalpha() for character in line.text)
    if letters < 3 or len(line.text) > _LONGEST or _LEADERS.search(line.text):  # noqa: PLR2004 - shorter ones are numbers and signs
        return False
    if line.text.endswith(_ENDS) and len(line.text.split()) >= _SENTENCE:
        return False
    if line.size >= _LARGER * body:
        return True
    numbered = _NUMBER.match(line.text) is not None
    return line.strong and line.size >= body and line.alone and (numbered or not line.text.endswith(_ENDS))


def _sign(line: _Line) -> tuple[object, ...]:
    """Return what a running title has in common on all pages: its words without numbers, its size and its height on the page."""
    return _DIGITS.sub("", line.text.casefold()).strip(), line.size, round(line.top / _ALIKE)


def _levels(lines: Sequence[_Line]) -> dict[tuple[int, bool], int]:
    """Return the level of each look, the largest first, those that are strong before those that are not."""
    looks = sorted({(line.size, line.strong) for line in lines}, reverse=True)
    return {look: min(place, _LEVELS) for place, look in enumerate(looks, start=1)}
