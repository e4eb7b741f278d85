"""Cuts unpaged text into sections, which stand for its pages: at headings and blank lines, else wherever it hurts least."""

from __future__ import annotations

import re

_BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+(?:[^\S\n]*\n)*(?:[^\S\n]+\Z)?|\s+", re.DOTALL)
"""A paragraph with the blank lines after it; or white space at the very beginning."""

_HEADING = re.compile(r"#{1,6} \S|(?:[^\n]{1,100}\n[=-]{3,}\s*\n)")
_STOP = r"[.!?;:\u061f\u06d4\u0964\u3002\uff01\uff1f\u17d4\u104b](?=\s|[^\x00-\x7f])"
_CUTS = tuple(re.compile(cut) for cut in (r"\n", _STOP, r"\s", r"(?!\w)."))
_LONGEST_HEADING = 80
_STOPS = ".,;:!?…。！？،؛؟។"
_ENOUGH = 5
"""A heading begins a new section when the one before has a fifth of the limit."""


def sections(text: str, limit: int = 3000) -> tuple[str, ...]:
    """Return the sections in order; put together they are the text, and each has at most `limit` characters."""
    result: list[str] = []
    current = ""
    for block in _BLOCK.findall(text):
        for piece in _pieces(block, limit):
            full = len(current) + len(piece) > limit
            if current and (full or (_is_heading(piece) and len(current) * _ENOUGH >= limit)):
                result.append(current)
                current = ""
            current += piece
    return (*result, current) if current or not result else tuple(result)


def _is_heading(piece: str) -> bool:
    """Whether the piece begins with a heading of Markdown, or is a short line alone without a stop."""
    if _HEADING.match(piece):
        return True
    line = piece.strip()
    return 0 < len(line) <= _LONGEST_HEADING and "\n" not in line and line[-1] not in _STOPS and piece.endswith("\n\n")


def _pieces(block: str, limit: int) -> list[str]:
    """Return the block, cut where it is longer than the limit.

    What is left is never copied: of 20 MB without a blank line, that took longer than a file is given.
    """
    pieces, start = [], 0
    while len(block) - start > limit:
        end = _cut(block, start, limit)
        pieces.append(block[start:end])
        start = end
    return [*pieces, block[start:]] if start < len(block) else pieces


def _cut(block: str, start: int, limit: int) -> int:
    """Return the last good place for a cut in the second half before the limit, counted from `start`."""
    for cut in _CUTS:
        ends = [found.end() for found in cut.finditer(block, start + limit // 2, start + limit)]
        if ends:
            return ends[-1]
    return start + limit
