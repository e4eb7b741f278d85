"""The letters of a page with their boxes, and the way from a span of the text to boxes, one a line.

The text is made from the letters themselves, so that each of its code points has its box: this holds in every script, while "words" as a
PDF library cuts them break at changes of font in Arabic and are whole lines in Khmer. Only used inside a render worker.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from archiveviewer.records import Box, Span

_ABOVE, _BELOW = 1.05, 0.4
"""How far a letter's box may reach above and below the base line, in sizes of its font: some fonts claim several lines."""

_LEVEL = 0.999


@dataclass(slots=True)
class Letters:
    """The text of a page; `boxes` and `lines` have an entry for each code point, None and the line it ends for what was put in."""

    text: str = ""
    boxes: list[Box | None] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    def boxes_of(self, span: Span) -> tuple[Box, ...]:
        """Return a box for each line that the span touches; white space alone has none."""
        unions: dict[int, Box] = {}
        for index in range(max(span[0], 0), min(span[1], len(self.boxes))):
            box = self.boxes[index]
            if box is not None:
                line = self.lines[index]
                unions[line] = union(unions[line], box) if line in unions else box
        return tuple(unions.values())


def union(one: Box, other: Box) -> Box:
    """Return the smallest box around two."""
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))


def letters(blocks: Sequence[Mapping[str, Any]]) -> Letters:
    """Return the letters of a page from the blocks of a "rawdict" (untyped, as the library gives it)."""
    found = Letters()
    texts: list[str] = []
    number = 0
    for block in blocks:
        for line in block.get("lines", ()):
            _read_line(line, number, texts=texts, found=found)
            number += 1
    found.text = "".join(texts)
    return found


def _read_line(line: Mapping[str, Any], number: int, *, texts: list[str], found: Letters) -> None:
    level = abs(line["dir"][0]) > _LEVEL
    for span in line["spans"]:
        size = span["size"]
        for char in span["chars"]:
            texts.append(char["c"])
            box = None if char["c"].isspace() else _trimmed(char["bbox"], base=char["origin"][1], size=size) if level else char["bbox"]
            found.boxes.extend([box] * len(char["c"]))
            found.lines.extend([number] * len(char["c"]))
    texts.append("\n")
    found.boxes.append(None)
    found.lines.append(number)


def _trimmed(box: Box, *, base: float, size: float) -> Box:
    left, top, right, bottom = box
    return (left, max(top, base - _ABOVE * size), right, min(bottom, base + _BELOW * size))
