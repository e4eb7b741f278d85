"""What is printed on the pages of a PDF as their numbers: "iv", "A-3", "12"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

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


def rules(said: Iterable[Mapping[str, object]]) -> tuple[Rule, ...]:
    """Return the rules that PyMuPDF gives as dicts, in order. Raises KeyError, ValueError and TypeError for what are none."""
    found = [
        Rule(int(str(one["startpage"])), str(one.get("prefix", "")), str(one.get("style", "")), int(str(one.get("firstpagenum", 1))))
        for one in said
    ]
    return tuple(sorted((rule for rule in found if rule.start >= 0), key=lambda rule: rule.start))


def label(index: int, ordered: Sequence[Rule]) -> str:
    """Return the label of a page by rules in order; its plain number where none holds or it would be empty or absurdly long."""
    at = bisect_right(ordered, index, key=lambda rule: rule.start)
    if at == 0:
        return str(index + 1)
    rule = ordered[at - 1]
    said = " ".join((rule.prefix + _number(rule.first + index - rule.start, rule.style)).split())
    return said if said and len(said) <= _LONGEST else str(index + 1)


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
