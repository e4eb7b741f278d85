"""The letters of a page and where they stand: which letter is under the pointer, and which boxes a choice of letters has. Without Qt.

Offsets are code points of the page's text; the offset n stands between the letters n-1 and n.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from math import hypot
from unicodedata import bidirectional

from archiveviewer.records import Box, PageLetters, Span
from archiveviewer.records.views import union
from archiveviewer.text.flowing import TextLine

_ACROSS = 4.0
"""How much more a distance up or down counts than one along the line, when the nearest line is looked for."""

_NEAR = 6.0
_WORD = re.compile(
    r"[^\W_](?:[^\W_]|[\u0300-\u036f\u064b-\u065f\u0670'\u2019\u17b4-\u17d3\u200c\u200d-]+(?=[^\W_])|[\u17b4-\u17d3\u064b-\u065f])*"
)
_BACKWARDS = ("R", "AL")
_FORWARDS = ("L", "EN", "AN")
_STRONG = ("L", "R", "AL")


class Lettering:
    """One page, as its letters came."""

    def __init__(self, letters: PageLetters) -> None:
        self.page, self.text = letters.page, letters.text
        self._boxes = memoryview(letters.boxes).cast("f")
        self._blocks = [block for _, block in letters.lines]
        starts = [start for start, _ in letters.lines]
        self._lines: list[Span] = list(pairwise([*starts, len(letters.text)]))
        self._starts = starts
        self._around: dict[int, Box] = {}

    def box(self, at: int) -> Box:
        """Return the box of a letter."""
        left, top, right, bottom = self._boxes[4 * at : 4 * at + 4]
        return (left, top, right, bottom)

    def offset_at(self, x: float, y: float) -> int:
        """Return the offset nearest to a point of the page, 0 where there is no text."""
        if not self._lines:
            return 0
        line = min(range(len(self._lines)), key=lambda number: _distance(self._box_of(number), x, y))
        return self._offset_in(line, x, y)

    def is_text(self, x: float, y: float) -> bool:
        """Tell whether a point lies on a line of text, or very near to one."""
        for number in range(len(self._lines)):
            left, top, right, bottom = self._box_of(number)
            if left - _NEAR <= x <= right + _NEAR and top - 1 <= y <= bottom + 1:
                return True
        return False

    def word_at(self, offset: int) -> Span:
        """Return the span of the word at an offset; of one letter where there is none."""
        start, end = self.line_at(offset)
        for word in _WORD.finditer(self.text, start, end):
            if word.start() <= offset <= word.end():
                return word.span()
        return (offset, min(offset + 1, end))

    def line_at(self, offset: int) -> Span:
        """Return the span of the line at an offset, without its end."""
        if not self._lines:
            return (0, 0)
        start, end = self._lines[max(bisect_right(self._starts, offset) - 1, 0)]
        return (start, max(end - 1, start))

    def next_word(self, offset: int) -> int:
        """Return where the next word begins, or the end of the page."""
        found = next((word.start() for word in _WORD.finditer(self.text, offset) if word.start() > offset), None)
        return len(self.text) if found is None else found

    def word_before(self, offset: int) -> int:
        """Return where the word before begins, or the beginning of the page."""
        found = 0
        for word in _WORD.finditer(self.text, 0, offset):
            found = word.start()
        return found

    def beside(self, offset: int, lines: int) -> int:
        """Return the offset so many lines below (or above) another, at about the same place of its line."""
        if not self._lines:
            return 0
        at = max(bisect_right(self._starts, offset) - 1, 0) + lines
        if at < 0:
            return 0
        if at >= len(self._lines):
            return len(self.text)
        here = self.box(min(offset, len(self.text) - 1))
        left, top, right, bottom = self._box_of(at)
        return self._offset_in(at, min(max(here[0], left), right), (top + bottom) / 2)

    def boxes_of(self, span: Span) -> tuple[Box, ...]:
        """Return a box for each line that a span touches."""
        made = []
        for first, last in self._touched(span):
            around: Box | None = None
            for at in range(first, last):
                box = self.box(at)
                if self.text[at] != "\n" and box[2] > box[0]:
                    around = box if around is None else union(around, box)
            if around:
                made.append(around)
        return tuple(made)

    def lines_of(self, span: Span) -> tuple[TextLine, ...]:
        """Return what a span holds of each line, to be copied: with boxes as they are when the page is held so that its lines are level."""
        made = []
        for first, last in self._touched(span):
            number = max(bisect_right(self._starts, first) - 1, 0)
            made.append(TextLine(self.text[first:last].rstrip("\n"), _levelled(self._box_of(number), self._slope), self._blocks[number]))
        return tuple(made)

    @cached_property
    def _slope(self) -> int:
        """Where most lines of the page run: 1 down it, -1 up, 0 along it. A line of one letter says nothing."""
        letters: Counter[int] = Counter()
        for number, (start, end) in enumerate(self._lines):
            if end - start > 2:  # noqa: PLR2004 - a letter and the line end
                slope = (1 if self._runs_down(number) else -1) if self._is_upright(number) else 0
                letters[slope] += end - start
        return letters.most_common(1)[0][0] if letters else 0

    def _touched(self, span: Span) -> Iterator[Span]:
        for start, end in self._lines[max(bisect_right(self._starts, span[0]) - 1, 0) :]:
            if start >= span[1]:
                return
            first, last = max(start, span[0]), min(end, span[1])
            if first < last:
                yield (first, last)

    def _box_of(self, number: int) -> Box:
        box = self._around.get(number)
        if box is None:
            start, end = self._lines[number]
            box = self.box(start)
            for at in range(start + 1, max(end - 1, start + 1)):
                box = union(box, self.box(at))
            self._around[number] = box
        return box

    def _offset_in(self, number: int, x: float, y: float) -> int:
        """Return the offset in a line nearest to a point; a letter counts as passed from its middle on, in its own direction."""
        start, end = self._lines[number]
        end = max(end - 1, start)
        if start == end:
            return start
        upright = self._is_upright(number)
        at = min(range(start, end), key=lambda letter: _distance(self.box(letter), x, y))
        left, top, right, bottom = self.box(at)
        if upright:
            passed = y > (top + bottom) / 2 if self._runs_down(number) else y < (top + bottom) / 2
        else:
            passed = x > (left + right) / 2
            passed = passed is not self._runs_back(at, start, end)
        return at + 1 if passed else at

    def _runs_back(self, at: int, start: int, end: int) -> bool:
        """Tell whether a letter is read from right to left; one without a direction of its own goes with its line."""
        own = bidirectional(self.text[at])
        if own in _BACKWARDS or own in _FORWARDS:
            return own in _BACKWARDS
        kinds = (bidirectional(letter) for letter in self.text[start:end])
        return next((kind for kind in kinds if kind in _STRONG), "L") in _BACKWARDS

    def _is_upright(self, number: int) -> bool:
        """Tell whether a line runs down or up the page, as on a rotated one."""
        start, end = self._lines[number]
        first, last = self.box(start), self.box(max(end - 2, start))
        return abs(last[1] - first[1]) > abs(last[0] - first[0])

    def _runs_down(self, number: int) -> bool:
        start, end = self._lines[number]
        return self.box(max(end - 2, start))[1] >= self.box(start)[1]


def _levelled(box: Box, slope: int) -> Box:
    """Return a box on the page turned so that lines that run down it, or up, run along it."""
    left, top, right, bottom = box
    if slope == 0:
        return box
    return (top, -right, bottom, -left) if slope > 0 else (-bottom, left, -top, right)


def _distance(box: Box, x: float, y: float) -> float:
    left, top, right, bottom = box
    return hypot(max(left - x, 0.0, x - right), _ACROSS * max(top - y, 0.0, y - bottom))
