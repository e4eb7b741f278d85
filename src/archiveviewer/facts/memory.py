"""A memory of words: which of some things a text may say, found by looking up each of its words once.

What a text must have to say a thing is a clause (see `literals`): words, or a few words together, of which it has one. Each of these is
known by its rarest word, which may stand inside a longer one. Most words of a text are met again and again, and say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from archiveviewer.facts.literals import Clause, rarity

_WORDS = re.compile(r"[^\W\d_]{2,}[2²]?")
_MOST_WORDS = 50_000
"""A memory of more is begun afresh."""
_KEY = 2
_NOBODY: dict[str, int] = {}


class Memory(dict[str, int]):
    """What stands between two blanks -> the clauses that it fulfils, or may fulfil together with its neighbours; 0 for most words.

    `always` are the clauses that any text may fulfil, for want of a word to know them by.
    """

    def __init__(self, clauses: Mapping[Clause, int], more: Callable[[str], int]) -> None:
        """Take clauses with a bit each; `more` returns what else a word fulfils."""
        super().__init__()
        self.always = 0
        self._more = more
        self._callers: dict[str, dict[str, int]] = {}
        for clause, bit in clauses.items():
            if not all(map(caller, clause)):
                self.always |= bit
            for word in filter(None, map(caller, clause)):
                known = self._callers.setdefault(word[:_KEY], {})
                known[word] = known.get(word, 0) | bit

    def bits(self, words: str) -> int:
        """Return what the words of a part of a text in small letters fulfil together."""
        bits = self.always
        for more in filter(None, map(self.__getitem__, words.split())):
            bits |= more
        return bits

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST_WORDS:
            self.clear()
        bits = self._more(word)
        for place in range(len(word) - _KEY + 1):
            for known, more in self._callers.get(word[place : place + _KEY], _NOBODY).items():
                if word.startswith(known, place):
                    bits |= more
        self[word] = bits
        return bits


@cache
def caller(words: str) -> str:
    """Return the word of a few that the fewest texts have; empty when none tells anything."""
    return max(_WORDS.findall(words), key=rarity, default="")
