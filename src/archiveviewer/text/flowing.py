"""Puts lines as they stand on a page together to text as a person would type it: what is copied and what is quoted.

A page breaks lines where it likes. Inside a paragraph a line end is a space, or nothing after a hyphen and between Chinese characters; what
stands beside one another, as the cells of a table do, is parted by tabs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archiveviewer.records import Box
from archiveviewer.records.views import union

_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\s*\n\s*(?=[^\W\d_])")
_SOLID = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef]")
"""What is written without spaces between its lines: Han, Kana and their punctuation."""

_SHAPES = re.compile("[\ufb00-\ufb06\ufb50-\ufd3d\ufd50-\ufdef\ufe80-\ufefc]+")
"""Ligatures, and Arabic letters in the shape that they have beside others: other programs would not find what they are pasted into."""

_UNTYPED = dict.fromkeys((0xAD, *range(0x09), *range(0x0B, 0x20), 0x7F))
"""Soft hyphens, and the control characters that letters stored in an odd way turn into; they break what they are pasted into."""

_STOP = re.compile(r"[^\S\n]*([.\u060c\u061b\u061f])(?=[\u0620-\u064a])")
_BESIDE_NUMBER = re.compile(r"(?<=[\u0620-\u064a])(?=[0-9])|(?<=[0-9])(?=[\u0620-\u064a])")

_BESIDE = 0.5
"""How much of the lower line's height two lines must share to stand beside one another."""

_NEAR = 0.7
"""Parts of a line stand nearer than so much of its height; cells of a table do not."""

_WIDE = 1.5
"""Behind the end of a sentence a line that is set to full width may have so wide a space, in parts of its height."""

_ENDS = tuple(".!?:;\u061f")
_CLOSING = frozenset(".,;:!?)]}\u00bb\u060c\u061b\u061f\u06d4")
"""What stands without a space behind a word."""

_APART = 1.9
"""A line that begins so many line heights below the one before begins another paragraph."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line, or the chosen part of one: its letters, its box, and the number of its block."""

    text: str
    box: Box
    block: int


def flowing(lines: Sequence[TextLine]) -> str:
    """Return the lines as running text: paragraphs on lines of their own, cells parted by tabs."""
    kept = list(_whole([line for line in lines if line.text.strip()]))
    rows = list(_rows(kept))
    parts: list[str] = []
    for at, row in enumerate(rows):
        said = "\t".join(line.text.strip() for line in row)
        parts.append(said + _after(row, rows[at + 1] if at + 1 < len(rows) else None))
    return mended("".join(parts)).rstrip("\n")


def mended(text: str) -> str:
    """Return a text with words put together that were broken at line ends, without soft hyphens, in letters as they are typed."""
    typed = _SHAPES.sub(lambda shape: unicodedata.normalize("NFKC", shape.group()), text)
    return _spaced(_BROKEN.sub(_joined, typed).translate(_UNTYPED))


def _spaced(text: str) -> str:
    """Return a text with the spaces around numbers and behind stops that pages in Arabic letters show but do not hold in their place."""
    return _BESIDE_NUMBER.sub(" ", _STOP.sub(r"\1 ", text))


def in_one_line(text: str) -> str:
    """Return a text in one line, words broken at line ends put together again."""
    return " ".join(_BROKEN.sub(_joined, text).replace("\u00ad", "").split())


def _joined(broken: re.Match[str]) -> str:
    """Drop the hyphen before a small letter; keep it before a capital, where it is likely to be meant ("Guinea-Bissau")."""
    return "-" if broken.string[broken.end()].isupper() else ""


def _whole(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Yield lines that a change of direction has parted, as numbers in Arabic are, put together again."""
    made: TextLine | None = None
    for line in lines:
        if made and _is_beside(made.box, line.box) and _gap(made.box, line.box) < _space_after(made) * (line.box[3] - line.box[1]):
            space = "" if line.text.lstrip()[:1] in _CLOSING else " "
            made = TextLine(made.text.rstrip() + space + line.text.lstrip(), union(made.box, line.box), made.block)
        else:
            if made:
                yield made
            made = line
    if made:
        yield made


def _space_after(line: TextLine) -> float:
    return _WIDE if line.text.rstrip().endswith(_ENDS) else _NEAR


def _gap(one: Box, other: Box) -> float:
    return max(other[0] - one[2], one[0] - other[2])


def _rows(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Yield lines that stand beside one another together."""
    row: list[TextLine] = list(lines[:1])
    for before, line in pairwise(lines):
        if _is_beside(before.box, line.box):
            row.append(line)
        else:
            yield row
            row = [line]
    if row:
        yield row


def _is_beside(one: Box, other: Box) -> bool:
    shared = min(one[3], other[3]) - max(one[1], other[1])
    apart = other[0] >= one[2] or other[2] <= one[0]
    return apart and shared > _BESIDE * min(one[3] - one[1], other[3] - other[1])


def _after(row: Sequence[TextLine], following: Sequence[TextLine] | None) -> str:
    """Return what stands between a row and the next: a line end, a space, or nothing."""
    if following is None:
        return ""
    last, first = row[-1], following[0]
    high = max(last.box[3] - last.box[1], 1.0)
    wide = max(last.box[2] - last.box[0], 1.0)
    upright = high > wide and len(last.text) > 1 and last.block == first.block
    far = not upright and first.box[1] - last.box[1] > _APART * high
    if len(row) > 1 or len(following) > 1 or last.block != first.block or far:
        return "\n"
    end, start = last.text.rstrip()[-1:], first.text.lstrip()[:1]
    if _BROKEN.search(f"{last.text.rstrip()[-2:]}\n{start}"):
        return "\n"  # the mending takes it away
    return "" if _SOLID.match(end) and _SOLID.match(start) else " "
