"""Which wordings a part of a text is worth trying with: its words are looked up in a memory of all words seen, in one pass.

What a wording cannot match without is a set of clauses (`literals`), each a bit of a number. A word fulfils some of them, for all it is
worth; what all words of a part fulfil together is one number, and a wording fits whose bits are all in it. Most words fulfil nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from archiveviewer.facts import headings
from archiveviewer.facts.literals import Clause, rarity
from archiveviewer.facts.pattern import HAS_DIGIT, Pattern
from archiveviewer.facts.rule import Rule
from archiveviewer.facts.rules import rules
from archiveviewer.facts.shape import WORDS

_WORDS = re.compile(r"[^\W\d_]{2,}[2²]?")
_DIGIT = re.compile("[0-9\u0660-\u0669\u06f0-\u06f9\u17e0-\u17e9]")
_MOST_WORDS = 50_000
_MOST_TOGETHER = 5_000
"""A memory of more is begun afresh."""


class Triggers:
    """The wordings of some rules by the words that call them up. A wording is meant by its place in `wordings`.

    `of_tables` and `of_lists` are the rules that have none, being about tables and lists.
    """

    def __init__(self, used: Sequence[Rule]) -> None:
        """Take the rules in their order."""
        self.wordings: list[tuple[Rule, Pattern]] = [(rule, pattern) for rule in used for pattern in rule.patterns]
        self.of_tables = [rule for rule in used if rule.column]
        self.of_lists = [rule for rule in used if rule.lead]
        clauses: dict[Clause, int] = {_DIGITS: 0}
        self._themes = {rule.theme: clauses.setdefault(_of_themes(rule.theme), len(clauses)) for rule in used if rule.theme}
        self.themes = sum(1 << bit for bit in self._themes.values())
        needs = [[*self._bits_of(clauses, rule, pattern)] for rule, pattern in self.wordings]
        self._needs = [sum(1 << bit for bit in bits) for bits in needs]
        self._all = (1 << len(clauses)) - 1
        self._memory = _Memory(clauses)
        self._called_by: dict[int, list[int]] = {}
        self._of_topics: dict[str, int] = {}
        self._together: dict[int, list[int]] = {}
        telling = list(clauses)
        for number, bits in enumerate(needs):
            rarest = max((bit for bit in bits if all(map(_caller, telling[bit]))), key=lambda bit: _worth(telling[bit]), default=None)
            self._called_by.setdefault(0 if rarest is None else 1 << rarest, []).append(number)
        self._callers = sum(self._called_by)

    def _bits_of(self, clauses: dict[Clause, int], rule: Rule, pattern: Pattern) -> Iterator[int]:
        yield from (clauses.setdefault(clause, len(clauses)) for clause in pattern.needs())
        if rule.theme:
            yield self._themes[rule.theme]

    def called(self, bits: int) -> list[int]:
        """Return the wordings that a part of a text may have the words of, in their order."""
        return self.fitting(bits, self._called(self._callers & bits))

    def fitting(self, bits: int, numbers: Sequence[int]) -> list[int]:
        """Return those of some wordings that a part of a text may match: it has all that they need."""
        needs, lacks = self._needs, self._all & ~bits
        return [number for number in numbers if not needs[number] & lacks]

    def of_topic(self, topic: str) -> int:
        """Return what all sentences of a section say without a word: its theme."""
        known = self._of_topics.get(topic)
        if known is None:
            told = headings.theme_of_topic(topic, "")
            known = self._of_topics[topic] = sum(1 << bit for themes, bit in self._themes.items() if themes & told)
        return known

    def bits(self, words: str) -> int:
        """Return what the words of a part of a text in small letters fulfil together, a bit for each clause."""
        memory = self._memory
        bits = memory.always
        for more in filter(None, map(memory.__getitem__, words.split())):
            bits |= more
        return bits | 1 if bits & memory.spelled and bits & memory.counted else bits

    def _called(self, callers: int) -> list[int]:
        """Return the wordings whose rarest clause is one of some, in their order."""
        known = self._together.get(callers)
        if known is None:
            if len(self._together) > _MOST_TOGETHER:
                self._together.clear()
            called = (numbers for bit, numbers in self._called_by.items() if not bit or bit & callers)
            known = self._together[callers] = sorted(number for numbers in called for number in numbers)
        return known


class _Memory(dict[str, int]):
    """What stands between two blanks -> the clauses that it fulfils, or may fulfil together with its neighbours; 0 for most words.

    Two more bits, behind those of all clauses, tell of a number in letters (`spelled`) and of what numbers count (`counted`).
    """

    def __init__(self, clauses: dict[Clause, int]) -> None:
        super().__init__()
        self.always = 0
        self.spelled, self.counted = 1 << len(clauses), 2 << len(clauses)
        self._callers: dict[str, dict[str, int]] = {}
        for clause, bit in clauses.items():
            callers = [_caller(words) for words in clause] if bit else []
            if not all(callers):
                self.always |= 1 << bit
            for caller in filter(None, callers):
                known = self._callers.setdefault(caller[:_KEY], {})
                known[caller] = known.get(caller, 0) | 1 << bit

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST_WORDS:
            self.clear()
        bits = 1 if _DIGIT.search(word) else 0
        if word.strip("()") in WORDS:
            bits |= self.spelled
        if "mine" in word or "cluster" in word:
            bits |= self.counted
        for place in range(len(word) - _KEY + 1):
            for caller, more in self._callers.get(word[place : place + _KEY], _NOBODY).items():
                if word.startswith(caller, place):
                    bits |= more
        self[word] = bits
        return bits


_KEY = 2
_NOBODY: dict[str, int] = {}
_DIGITS: Clause = (HAS_DIGIT,)
"""The first clause: there is a figure, or a number in letters of mines."""


def _of_themes(themes: frozenset[str]) -> Clause:
    return tuple(dict.fromkeys(word for theme in sorted(themes) for word in headings.words_of(theme)))


def _caller(words: str) -> str:
    """Return the word of a few that the fewest texts have."""
    return max(_WORDS.findall(words), key=rarity, default="")


def _worth(clause: Iterable[str]) -> tuple[int, int]:
    parts = tuple(clause)
    return min(rarity(_caller(part)) for part in parts), -len(parts)


@cache
def triggers(language: str) -> Triggers:
    """Return those of all our rules of a language."""
    return Triggers(rules(language))
