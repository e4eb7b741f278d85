"""Tells where sentences end, in the scripts of the archive."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 600
"""What goes on for longer without an end, as tables and lists do, is no sentence."""

_END = re.compile(r"[.!?;。！？؟۔។](?:[\"”’»)\]]*)(?=\s|$)|[。！？។]|\n\s*\n")
_ABBREVIATION = re.compile(r"(?:\b[A-Za-z]|\b(?:art|no|para|cf|vol|fig|pp?|art|nº|núm))\.$", re.IGNORECASE)
_LONGEST_ABBREVIATION = 8


def ends(text: str) -> Iterator[int]:
    """Give the places behind the last sign of each sentence, in order; what follows the last of them may be one more."""
    for match in _END.finditer(text):
        if not _ABBREVIATION.search(text[max(0, match.start() - _LONGEST_ABBREVIATION) : match.start() + 1]):
            yield match.end()


def in_one(text: str, one: int, other: int) -> bool:
    """Whether two places of a text are in one sentence."""
    first, last = sorted((one, other))
    start = max(0, first - _LONGEST_ABBREVIATION)
    return last - first < LONGEST and not any(first < start + end <= last for end in ends(text[start : last + 2]))
