"""Finds what the eye takes for the title of a page: the largest or boldest letters in its upper part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from archiveviewer.extract.titles import is_letterhead, one_line

_UPPER = 0.65
_MOST_LINES = 4
_FEWEST_LETTERS = 5
_LONGEST = 200
_ALIKE = 0.5
_LARGER = 1.08
_BOLD = 16
_BOLD_WEIGHT = 1.12
"""Bold letters are as prominent as letters so many times larger."""
_FAR = 2.6
"""Lines further apart than so many times the size of their letters do not belong together."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    weight: float
    top: float
    level: bool

    @property
    def letters(self) -> int:
        return sum(map(str.isalpha, self.text))


def prominent_line(layout: dict[str, Any]) -> str:
    """Return the most prominent lines of a page's layout (MuPDF's, plain dicts), or nothing when no line stands out."""
    lines = list(_lines(layout))
    least = _LARGER * _body_size(lines)
    upper = [line for line in lines if line.level and line.top <= _UPPER * float(layout.get("height") or 0)]
    heads = [line for line in upper if line.weight >= least and line.letters >= _FEWEST_LETTERS and not is_letterhead(line.text)]
    if not heads:
        return ""
    most = max(line.weight for line in heads)
    first = next(index for index, line in enumerate(upper) if line in heads and line.weight == most)
    lines = list(_together(upper[first : first + _MOST_LINES]))
    while len(lines) > 1 and sum(len(line.text) for line in lines) > _LONGEST:
        lines.pop()
    return one_line(" ".join(line.text for line in lines))


def _together(lines: list[_Line]) -> Iterator[_Line]:
    """Give the first line and those that go on with it."""
    yield lines[0]
    for line, following in pairwise(lines):
        if abs(line.weight - following.weight) > _ALIKE or not 0 <= following.top - line.top <= _FAR * line.weight:
            return
        yield following


def _lines(layout: dict[str, Any]) -> Iterator[_Line]:
    for block in layout.get("blocks", ()):
        for line in block.get("lines", ()):
            spans = [span for span in line["spans"] if span["text"].strip()]
            if spans:
                text = "".join(span["text"] for span in line["spans"]).strip()
                yield _Line(text, _weight(spans), line["bbox"][1], level=line["dir"][0] > abs(line["dir"][1]))


def _weight(spans: list[dict[str, Any]]) -> float:
    """Return the size that most letters of a line have, more when they are bold."""
    sizes: dict[float, int] = {}
    for span in spans:
        bold = span["flags"] & _BOLD or "bold" in span["font"].lower()
        size = round(span["size"] * (_BOLD_WEIGHT if bold else 1), 1)
        sizes[size] = sizes.get(size, 0) + len(span["text"])
    return max(sizes, key=sizes.__getitem__)


def _body_size(lines: list[_Line]) -> float:
    """Return the weight that most letters of the page have, or 0 when all are alike."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.weight] += line.letters
    return letters.most_common(1)[0][0] if len(letters) > 1 else 0.0
