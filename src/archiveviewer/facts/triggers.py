"""Which wordings a part of a text is worth trying with: its words are looked up in a memory of all words seen, in one pass.

Every wording has a clause that few texts fulfil (`literals`); each of its words calls the wording up. Most words call nothing up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from archiveviewer.facts.literals import Clause, rarity
from archiveviewer.facts.pattern import HAS_DIGIT, Pattern
from archiveviewer.facts.rules import Rule, rules
from archiveviewer.facts.shape import WORDS

_WORDS = re.compile(r"[^\W\d_]{2,}[2²]?")
_DIGIT = re.compile("[0-9\u0660-\u0669\u06f0-\u06f9\u17e0-\u17e9]")
_SPELLED = re.compile(rf"\b(?:{'|'.join(WORDS)})\b[ ()]")
_MOST_WORDS = 50_000
_MOST_TOGETHER = 5_000
"""A memory of more is begun afresh."""


class Triggers:
    """The wordings of some rules by the words that call them up. A wording is meant by its place in `wordings`."""

    def __init__(self, used: Sequence[Rule]) -> None:
        """Take the rules in their order."""
        self.wordings: list[tuple[Rule, Pattern]] = [(rule, pattern) for rule in used for pattern in rule.patterns]
        self._memory = _Memory(self.wordings)
        self._together: dict[tuple[frozenset[tuple[int, ...]], bool], list[int]] = {}
        self._dated = [(HAS_DIGIT,) in pattern.needs() for _, pattern in self.wordings]
        places: dict[Clause, int] = {}
        self._needs = [tuple(places.setdefault(clause, len(places)) for clause in pattern.needs()) for _, pattern in self.wordings]
        self._clauses = tuple(clause[0] if len(clause) == 1 else clause for clause in places)

    def called(self, words: str) -> list[int]:
        """Return the wordings that a part of a text, as `marked` gives it, calls up, in their order."""
        hits = frozenset(filter(None, map(self._memory.__getitem__, words.split())))
        key = (hits, HAS_DIGIT in words)
        known = self._together.get(key)
        if known is None:
            if len(self._together) > _MOST_TOGETHER:
                self._together.clear()
            numbers = {*self._memory.always, *(number for numbers in hits for number in numbers)}
            known = self._together[key] = sorted(number for number in numbers if key[1] or not self._dated[number])
        return known

    def fitting(self, words: str, numbers: Sequence[int]) -> list[int]:
        """Return those of some wordings that a part of a text, as `marked` gives it, may match: it has all that they need."""
        seen: dict[int, bool] = {}
        found: list[int] = []
        for number in numbers:
            for clause in self._needs[number]:
                fulfilled = seen.get(clause)
                if fulfilled is None:
                    one = self._clauses[clause]
                    fulfilled = seen[clause] = one in words if isinstance(one, str) else any(map(words.__contains__, one))
                if not fulfilled:
                    break
            else:
                found.append(number)
        return found


class _Memory(dict[str, tuple[int, ...]]):
    """What stands between two blanks -> the wordings that it calls up."""

    def __init__(self, wordings: Sequence[tuple[Rule, Pattern]]) -> None:
        super().__init__()
        self.always: list[int] = []
        self._callers: dict[str, dict[str, list[int]]] = {}
        for number, (_, pattern) in enumerate(wordings):
            clause = max(filter(all, (tuple(map(_caller, needed)) for needed in pattern.needs())), key=_worth, default=())
            for caller in clause:
                self._callers.setdefault(caller[:_KEY], {}).setdefault(caller, []).append(number)
            if not clause:
                self.always.append(number)

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) > _MOST_WORDS:
            self.clear()
        found: set[int] = set()
        for place in range(len(word) - _KEY + 1):
            for caller, numbers in self._callers.get(word[place : place + _KEY], _NOBODY).items():
                if word.startswith(caller, place):
                    found.update(numbers)
        self[word] = called = tuple(found)
        return called


_KEY = 2
_NOBODY: dict[str, list[int]] = {}


def _caller(words: str) -> str:
    """Return the word of a few that the fewest texts have."""
    return max(_WORDS.findall(words), key=rarity, default="")


def _worth(clause: Sequence[str]) -> tuple[int, int]:
    return min(map(rarity, clause)), -len(clause)


@cache
def triggers(language: str) -> Triggers:
    """Return those of all our rules of a language."""
    return Triggers(rules(language))


def marked(words: str) -> str:
    """Return a part of a text as `Triggers` wants it: with single blanks, and a sign behind it when it has a figure."""
    single = " ".join(words.split()) if "  " in words else words
    return (
        f"{single} {HAS_DIGIT}"
        if _DIGIT.search(single) or (("mine" in single or "cluster" in single) and _SPELLED.search(single))
        else single
    )
