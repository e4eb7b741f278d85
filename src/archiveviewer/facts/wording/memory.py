"""A memory of words: which of some things a text may say, found by looking up each of its words once.

What a text must have to say a thing is a clause (see `literals`): words, or a few words together, of which it has one. Each of these is
known by its rarest word, which may stand inside a longer one. Most words of a text are met again and again, and say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from archiveviewer.facts.wording.literals import Clause, rarity

_WORDS = re.compile(r"[^\W\d_]{2,}[2²]?")
_MOST_WORDS = 50_000
"""A memory of more is begun afresh."""
_SIGNS = ".,;:!?()[]{}'\"-/“”‘’«»"
"""Signs around a word that are in none that clauses are known by."""
_KEYS = (2, 3, 4)
"""A word is looked for by its first letters, as many as it has up to the last of these."""
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
        self._fulfilled: dict[str, int] = {}
        self._callers: dict[str, dict[str, int]] = {}
        for clause, bit in clauses.items():
            if not all(map(caller, clause)):
                self.always |= bit
            for word in filter(None, map(caller, clause)):
                known = self._callers.setdefault(word[: _KEYS[-1]], {})
                known[word] = known.get(word, 0) | bit

    def bits(self, words: str) -> int:
        """Return what the words of a part of a text in small letters fulfil together."""
        bits = self.always
        for more in filter(None, map(self.__getitem__, words.split())):
            bits |= more
        return bits

    def __missing__(self, word: str) -> int:
        """Work out what stands between two blanks; what signs stand around a word matters little."""
        if len(self) > _MOST_WORDS:
            self.clear()
            self._fulfilled.clear()
        bare = word.strip(_SIGNS)
        fulfilled = self._fulfilled.get(bare)
        if fulfilled is None:
            fulfilled = self._fulfilled[bare] = self._clauses(bare) if _WORDS.search(bare) else 0
        self[word] = bits = fulfilled | self._more(word)
        return bits

    def _clauses(self, word: str) -> int:
        bits = 0
        for place in range(len(word) - _KEYS[0] + 1):
            for length in _KEYS:
                for known, more in self._callers.get(word[place : place + length], _NOBODY).items():
                    if word.startswith(known, place):
                        bits |= more
        return bits


@cache
def caller(words: str) -> str:
    """Return the word of a few that the fewest texts have; empty when none tells anything."""
    return max(_WORDS.findall(words), key=rarity, default="")
