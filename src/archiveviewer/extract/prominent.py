"""Finds what the eye takes for the title of a page: the largest letters in its upper part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from archiveviewer.extract.titles import one_line

_UPPER = 0.65
_MOST_LINES = 4
_FEWEST_LETTERS = 5
_LONGEST = 250
_ALIKE = 0.5
_LARGER = 1.1


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    size: float
    top: float

    @property
    def letters(self) -> int:
        return sum(char.isalpha() for char in self.text)


def prominent_line(layout: dict[str, Any]) -> str:
    """Return the largest lines of a page's layout (as MuPDF gives it, plain dicts), or nothing when no line stands out."""
    lines = list(_lines(layout))
    body = _body_size(lines)
    upper = [line for line in lines if line.top <= _UPPER * float(layout.get("height") or 0)]
    heads = [line for line in upper if line.letters >= _FEWEST_LETTERS and line.size >= _LARGER * body]
    if not heads:
        return ""
    largest = max(line.size for line in heads)
    first = next(index for index, line in enumerate(upper) if line.letters >= _FEWEST_LETTERS and line.size == largest)
    title = []
    for line in upper[first : first + _MOST_LINES]:
        if abs(line.size - largest) > _ALIKE:
            break
        title.append(line.text)
    joined = one_line(" ".join(title))
    return joined if len(joined) <= _LONGEST else ""


def _lines(layout: dict[str, Any]) -> Iterator[_Line]:
    for block in layout.get("blocks", ()):
        for line in block.get("lines", ()):
            spans = [span for span in line["spans"] if span["text"].strip()]
            if spans:
                yield _Line(" ".join(span["text"].strip() for span in spans), max(span["size"] for span in spans), line["bbox"][1])


def _body_size(lines: list[_Line]) -> float:
    """Return the size that most letters of the page have."""
    letters: dict[float, int] = {}
    for line in lines:
        size = round(line.size, 1)
        letters[size] = letters.get(size, 0) + line.letters
    return max(letters, key=lambda size: letters[size], default=0.0) if len(letters) > 1 else 0.0
