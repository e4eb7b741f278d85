"""What is printed on the pages of a PDF as their numbers: "iv", "A-3", "12"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

_ROMAN = {"m": 1000, "cm": 900, "d": 500, "cd": 400, "c": 100, "xc": 90, "l": 50, "xl": 40, "x": 10, "ix": 9, "v": 5, "iv": 4, "i": 1}
_LARGEST_ROMAN = 3999
_LETTERS = 26
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Rule:
    """How the pages from index `start` on are labelled. `style` is D, r, R, a, A as in the file, or empty for the prefix alone."""

    start: int
    prefix: str = ""
    style: str = ""
    first: int = 1


def labels(count: int, rules: Iterable[Rule]) -> tuple[str, ...]:
    """Return the labels of `count` pages; plain numbers where no rule holds or where a label would be empty or absurdly long."""
    said = [str(number) for number in range(1, count + 1)]
    ordered = sorted((rule for rule in rules if 0 <= rule.start < count), key=lambda rule: rule.start)
    for rule, following in pairwise([*ordered, Rule(count)]):
        for index in range(rule.start, following.start):
            label = rule.prefix + _number(rule.first + index - rule.start, rule.style)
            said[index] = label if label.strip() and len(label) <= _LONGEST else said[index]
    return tuple(said)


def _number(number: int, style: str) -> str:
    match style:
        case "D":
            return str(number)
        case "r" | "R":
            roman = _roman(number)
            return roman if style == "r" else roman.upper()
        case "a" | "A":
            letter = _letters(number)
            return letter if style == "a" else letter.upper()
        case _:
            return ""


def _roman(number: int) -> str:
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    said = ""
    for letters, value in _ROMAN.items():
        times, number = divmod(number, value)
        said += letters * times
    return said


def _letters(number: int) -> str:
    """Return a to z, then aa to zz, as PDF counts."""
    if number < 1:
        return str(number)
    times, letter = divmod(number - 1, _LETTERS)
    return chr(ord("a") + letter) * min(times + 1, _LONGEST + 1)
