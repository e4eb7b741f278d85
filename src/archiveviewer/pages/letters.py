"""The letters of a page with their boxes, and the way from a span of the text to boxes, one a line.

The text is made from the letters themselves, so that each of its code points has its box: this holds in every script, while "words" as a
PDF library cuts them break at changes of font in Arabic and are whole lines in Khmer. Boxes are worked out only for the lines that are
asked about. Only used inside a render worker.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from archiveviewer.records import Box, PageLetters, Span
from archiveviewer.records.views import union
from archiveviewer.text.printed_numbers import Line, in_order

_ABOVE, _BELOW = 1.05, 0.4
"""How far a letter's box may reach above and below the base line, in sizes of its font: some fonts claim several lines."""

_LEVEL = 0.999


class Letters:
    """The lines of a page: each its letters and a line end. Offsets are in code points of `text`."""

    def __init__(self, blocks: Sequence[Mapping[str, Any]]) -> None:
        numbered = [(line, number) for number, block in enumerate(blocks) for line in block.get("lines", ())]
        ordered = in_order([line for line, _ in numbered])
        self._lines: list[Line] = [line for line, _ in ordered]
        self._blocks = [numbered[at][1] for _, at in ordered]
        self._starts: list[int] = []
        at = 0
        for line in self._lines:
            self._starts.append(at)
            at += sum(len(span["chars"]) for span in line["spans"]) + 1
        self._length = at

    def __len__(self) -> int:
        return self._length

    @property
    def text(self) -> str:
        """The text of the page, letter by letter."""
        return "".join("".join(char["c"] for span in line["spans"] for char in span["chars"]) + "\n" for line in self._lines)

    def whole(self, page: int) -> PageLetters:
        """Return all letters with their boxes; a line end has the box of the letter before it."""
        boxes = array("f")
        for line in self._lines:
            for box in _all_boxes(line):
                boxes.extend(box)
            boxes.extend(boxes[-4:] or (0.0,) * 4)
        return PageLetters(page, self.text, tuple(zip(self._starts, self._blocks, strict=True)), boxes.tobytes())

    def boxes_of(self, span: Span) -> tuple[Box, ...]:
        """Return a box for each line that the span touches; white space alone has none."""
        found = (_around(_boxes(line, start, span)) for line, start in self._touched(span))
        return tuple(box for box in found if box)

    def _touched(self, span: Span) -> Iterator[tuple[Line, int]]:
        first = max(bisect_right(self._starts, span[0]) - 1, 0)
        for index in range(first, len(self._lines)):
            if self._starts[index] >= span[1]:
                return
            yield self._lines[index], self._starts[index]


def _around(boxes: Iterator[Box]) -> Box | None:
    around: Box | None = None
    for box in boxes:
        around = union(around, box) if around else box
    return around


def _all_boxes(line: Line) -> Iterator[Box]:
    level = abs(line["dir"][0]) > _LEVEL
    for part in line["spans"]:
        for char in part["chars"]:
            yield _trimmed(char["bbox"], base=char["origin"][1], size=part["size"]) if level else char["bbox"]


def _boxes(line: Line, start: int, span: Span) -> Iterator[Box]:
    """Yield the boxes of the letters of a line, which begins at `start`, that lie in the span."""
    level = abs(line["dir"][0]) > _LEVEL
    for part in line["spans"]:
        chars = part["chars"]
        for char in chars[max(span[0] - start, 0) : max(span[1] - start, 0)]:
            if not char["c"].isspace():
                yield _trimmed(char["bbox"], base=char["origin"][1], size=part["size"]) if level else char["bbox"]
        start += len(chars)


def _trimmed(box: Box, *, base: float, size: float) -> Box:
    left, top, right, bottom = box
    return (left, max(top, base - _ABOVE * size), right, min(bottom, base + _BELOW * size))
