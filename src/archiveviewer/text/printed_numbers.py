"""Puts the digits of numbers in order that a PDF wrote from right to left, with the Arabic or Hebrew text around them.

A number reads from left to right in every script. Some programs write its digits one by one in the direction of the line, and a PDF
library then gives 23 as 32, or as a line that ends with 3 and one that begins with 2. Where the digits stand decides: those that follow
one another to the left are one number, to be read from its left end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Line = Mapping[str, Any]
"""A line of a "rawdict", untyped as the PDF library gives it: spans of chars, each with its box and origin."""
_Letter = tuple[Mapping[str, Any], Mapping[str, Any]]
"""A char and its span."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_DIGITS = re.compile(r"\d[.,\u066b\u066c]?\n?[.,\u066b\u066c]?\d")
_POINTS = frozenset(".,\u066b\u066c")
_OF_NUMBER = re.compile(r"[\d.,\u066b\u066c]{2,}")
_LEVEL = 0.999
_NEAR = 0.3
"""Digits of one number stand nearer than so much of the size of their letters."""


def may_be_reversed(text: str) -> bool:
    """Return whether a page of such text may have numbers that were written from right to left."""
    return not text.isascii() and bool(_RIGHT_TO_LEFT.search(text) and _DIGITS.search(text))


def in_order(lines: Sequence[Line]) -> list[tuple[Line, int]]:
    """Return the lines with their numbers in order, each with the index of the line that it begins with."""
    made: list[tuple[Line, int]] = []
    for at, line in enumerate(lines):
        if made and _goes_on(made[-1][0], line):
            made[-1] = ({**made[-1][0], "spans": [*made[-1][0]["spans"], *line["spans"]]}, made[-1][1])
        else:
            made.append((line, at))
    return [(_turned(line), at) for line, at in made]


def _goes_on(line: Line, following: Line) -> bool:
    """Return whether a line was only broken because a number is written from right to left."""
    last = next((span["chars"][-1] for span in reversed(line["spans"]) if span["chars"]), None)
    first = next(((span["chars"][0], span) for span in following["spans"] if span["chars"]), None)
    if not (first and last and _OF_NUMBER.fullmatch(last["c"] + first[0]["c"])):
        return False
    return _is_level(line) and _is_level(following) and _is_left_of(first, last)


def _is_level(line: Line) -> bool:
    return float(line["dir"][0]) > _LEVEL


def _is_left_of(letter: _Letter, before: Mapping[str, Any]) -> bool:
    """Return whether a char stands directly to the left of the one before it."""
    char, size = letter[0], letter[1]["size"]
    level = abs(char["origin"][1] - before["origin"][1]) < _NEAR * size
    apart = before["bbox"][0] - char["bbox"][2]
    return bool(level and abs(apart) < _NEAR * size)


def _turned(line: Line) -> Line:
    letters = [(char, span) for span in line["spans"] for char in span["chars"]]
    runs = list(_runs(letters)) if _is_level(line) else []
    if not runs:
        return line
    for start, end in runs:
        letters[start:end] = reversed(letters[start:end])
    return {**line, "spans": [{**span, "chars": [char]} for char, span in letters]}


def _runs(letters: Sequence[_Letter]) -> Iterator[tuple[int, int]]:
    """Yield where numbers are that were written from right to left, without points at their ends."""
    for number in _OF_NUMBER.finditer("".join(char["c"] for char, _ in letters)):
        start = number.start()
        for at in range(start + 1, number.end() + 1):
            if at < number.end() and _is_left_of(letters[at], letters[at - 1][0]):
                continue
            begin, end = _without_points(letters, start, at)
            if end - begin > 1:
                yield begin, end
            start = at


def _without_points(letters: Sequence[_Letter], begin: int, end: int) -> tuple[int, int]:
    while begin < end and letters[begin][0]["c"] in _POINTS:
        begin += 1
    while begin < end and letters[end - 1][0]["c"] in _POINTS:
        end -= 1
    return begin, end
