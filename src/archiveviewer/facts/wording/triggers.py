"""Which wordings a part of a text is worth trying with: its words are looked up in a memory of all words seen, in one pass.

What a wording cannot match without is a set of clauses (`literals`) and a place where its rule counts, each a bit of a number. A word
fulfils some clauses, for all it is worth; what all words of a part fulfil together, and what is known of it beside them, is one number,
and a wording fits whose bits are all in it. Most words fulfil nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, groupby
from typing import NamedTuple

from archiveviewer.facts.wording import headings
from archiveviewer.facts.wording.hits import Hit, hits
from archiveviewer.facts.wording.literals import Clause, rarity
from archiveviewer.facts.wording.memory import Memory, caller
from archiveviewer.facts.wording.pattern import DIGIT, Pattern
from archiveviewer.facts.wording.rule import Rule
from archiveviewer.facts.wording.rules import languages, rules
from archiveviewer.facts.wording.shape import WORDS

_DIGIT = re.compile("[0-9\u0660-\u0669\u06f0-\u06f9\u17e0-\u17e9]")
_MOST_SENTENCES = 2_000
"""As many folded sentences are kept with what was found in them."""
_CLUSTERS = ("ccm",)

DIGITS, LINE, _SPELLED, _COUNTED, _FIRST = 1, 2, 4, 8, 16
"""The first bits, before those of the clauses: there is a figure, or a number in letters of mines; the part is a line of its own; it has a
number in letters; it has what numbers count.
"""


class Here(NamedTuple):
    """What is known of a part of a text beside its words.

    It is the topic of its section, the languages to read it in, whether the text is about one country (`of_country`), and whether it
    may name cluster munitions at all.
    """

    topic: str
    languages: tuple[str, ...]
    of_country: bool
    clusters: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a rule counts. Without a country that a text is about, a statement in any order says nothing."""

    language: str
    topic: tuple[str, ...]
    not_topic: tuple[str, ...]
    loose: bool
    clusters: bool

    def has(self, here: Here) -> bool:
        """Tell whether the rule counts here."""
        if self.language not in here.languages or (self.loose and not here.of_country) or (self.clusters and not here.clusters):
            return False
        return (not self.topic or here.topic in self.topic) and here.topic not in self.not_topic


class Triggers:
    """The wordings of some rules by the words that call them up. A wording is meant by its place in `wordings`.

    `languages` are theirs, and `of_tables` and `of_lists` are the rules that have none, being about tables and lists.
    """

    def __init__(self, used: Sequence[Rule]) -> None:
        """Take the rules in their order, those of a language together."""
        self.wordings: list[tuple[Rule, Pattern]] = [(rule, pattern) for rule in used for pattern in rule.patterns]
        self.languages = [rule.language for rule, _ in self.wordings]
        self.of_tables = [rule for rule in used if rule.column]
        self.of_lists = [rule for rule in used if rule.lead]
        needs = [frozenset(_needed(rule, pattern)) for rule, pattern in self.wordings]
        leads = [frozenset(rule.lead.needs()) for rule in used if rule.lead]
        callers = [_rarest(rule, needed) for (rule, _), needed in zip(self.wordings, needs, strict=True)]
        conditions = dict.fromkeys((*callers, *chain(*needs, *leads), *(_place(rule) for rule, _ in self.wordings)))
        bits = {condition: _FIRST << number for number, condition in enumerate(conditions)} | {DIGIT: DIGITS}
        self._places = {place: bit for place, bit in bits.items() if isinstance(place, _Place)}
        self._themes = {rule.theme: bits[_of_themes(rule.theme)] for rule in used if rule.theme}
        self.themes = sum(self._themes.values())
        self._memory = Memory({clause: bit for clause, bit in bits.items() if not isinstance(clause, _Place) and clause != DIGIT}, _figures)
        self._needs = [
            sum(map(bits.__getitem__, needed)) | bits[_place(rule)] | (LINE if pattern.line else 0)
            for (rule, pattern), needed in zip(self.wordings, needs, strict=True)
        ]
        self._leads = [sum(map(bits.__getitem__, needed)) for needed in leads]
        self._given: dict[Here, int] = {}
        self._called_by: dict[int, tuple[int, list[int]]] = {}
        for number, condition in enumerate(callers):
            self._called_by.setdefault(bits[condition].bit_length(), (bits[condition], []))[1].append(number)
        self._callers = sum(bit for bit, _ in self._called_by.values())
        self._all = (_FIRST << len(conditions)) - 1
        self.hits = lru_cache(maxsize=_MOST_SENTENCES)(self._hits)

    def given(self, here: Here) -> int:
        """Return what all parts of a text say without a word: which rules count here, and the theme of the section."""
        known = self._given.get(here)
        if known is None:
            told = headings.theme_of_topic(here.topic, "")
            known = sum(bit for themes, bit in self._themes.items() if themes & told)
            known = self._given[here] = known + sum(bit for place, bit in self._places.items() if place.has(here))
        return known

    def bits(self, words: str) -> int:
        """Return what the words of a part of a text in small letters fulfil together, a bit for each clause."""
        bits = self._memory.bits(words)
        return bits | DIGITS if bits & _SPELLED and bits & _COUNTED else bits

    def leading(self, bits: int, languages: Sequence[str]) -> Sequence[Rule]:
        """Return the rules about lists, in some languages, whose words a part of a text may have above a list."""
        found = [rule for rule, needed in zip(self.of_lists, self._leads, strict=True) if not needed & ~bits]
        return [rule for rule in found if rule.language in languages]

    def called(self, bits: int) -> list[int]:
        """Return the wordings that a part of a text may match, in their order: it has all that they need."""
        needs, lacks, callers = self._needs, self._all & ~bits, self._callers & bits
        called: list[int] = []
        while callers:
            bit, numbers = self._called_by[callers.bit_length()]
            callers ^= bit
            for number in numbers:
                if not needs[number] & lacks:
                    called.append(number)  # noqa: PERF401 - lists made one for each take twice as long
        return sorted(called) if called else called

    def _hits(self, numbers: tuple[int, ...], said: str) -> Sequence[tuple[Rule, Sequence[Hit]]]:
        """Return where some wordings are found in a folded sentence, for each rule that is: the same whenever a text says it again."""
        wordings = map(self.wordings.__getitem__, numbers)
        tried = [[*same] for _, same in groupby(wordings, key=lambda one: one[0].name)]
        found = ((same[0][0], (*hits(same[0][0], [pattern for _, pattern in same], said),)) for same in tried)
        return [(rule, places) for rule, places in found if places]


def _figures(word: str) -> int:
    bits = DIGITS if _DIGIT.search(word) else 0
    if word.strip("()") in WORDS:
        bits |= _SPELLED
    return bits | _COUNTED if "mine" in word or "cluster" in word else bits


def _place(rule: Rule) -> _Place:
    return _Place(rule.language, rule.topic, rule.not_topic, loose=rule.loose, clusters=rule.treaty == _CLUSTERS)


def _needed(rule: Rule, pattern: Pattern) -> Iterator[Clause]:
    yield from pattern.needs()
    if rule.theme:
        yield _of_themes(rule.theme)


def _rarest(rule: Rule, needed: Iterable[Clause]) -> Clause | _Place:
    """Return what calls a wording up: its rarest clause that words stand for; for want of one, its place."""
    return max(((_worth(clause), clause) for clause in needed if _worth(clause)), default=((), _place(rule)))[1]


@cache
def _of_themes(themes: frozenset[str]) -> Clause:
    return tuple(dict.fromkeys(word for theme in sorted(themes) for word in headings.words_of(theme)))


@cache
def _worth(clause: Clause) -> tuple[int, ...]:
    """Return how much a clause rules out by the words that it is known by; nothing when it has a part without such a word."""
    words = [*map(caller, clause)]
    return (min(map(rarity, words)), -len(words)) if all(words) else ()


@lru_cache(maxsize=2)
def triggers(more: tuple[Rule, ...] = ()) -> Triggers:
    """Return those of all our rules, and of some more."""
    used = [rule for language in languages() for rule in rules(language)]
    return Triggers(sorted((*used, *more), key=lambda rule: rule.language))
