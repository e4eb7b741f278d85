"""What a pattern cannot match without: found by reading the pattern, so that most sentences are passed over before any is matched.

`(?:new|revised) deadline (?:was )?set for {day}` needs "new" or "revised", and "deadline", and "set for", and a digit. Such an
either-or is a clause; a text without one of its parts cannot match. Parts are looked for anywhere, also inside longer words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

Clause = tuple[str, ...]
"""Words, or words with single blanks between them, of which one must be there."""

_MOST = 3
"""As many clauses are made of one either-or."""
_SHORTEST, _LITTLE = 3, 2
_SHORT = frozenset(("ap", "km", "m2", "m²", "no"))
"""Shorter words that tell something all the same."""
_FREQUENT = frozenset(
    (
        "action", "areas", "article", "been", "clearance", "convention", "country", "deadline", "destroyed", "during",
        "extension", "first", "from", "have", "information", "international", "into", "land", "many", "meeting", "mine",
        "mined", "mines", "more", "number", "other", "parties", "party", "personnel", "provided", "received", "released",
        "report", "reported", "request", "state", "states", "submitted", "that", "their", "there", "these", "this", "total",
        "treaty", "under", "until", "were", "which", "with", "work", "would", "year", "years",
    )
)  # fmt: skip
"""Words that most pages about mines have: to look for them rules little out."""
_TOGETHER = frozenset(("as of", "as at", "no later than"))
"""Words that tell something only together."""
_EVERYWHERE = frozenset(("and", "are", "des", "for", "has", "its", "les", "los", "que", "the", "was"))

TOKEN = re.compile(
    r"""(?P<look>\(\?<?[=!])
      | (?P<open>\((?:\?:|\?P<\w+>|\?i:)?)
      | (?P<close>\))
      | (?P<bar>\|)
      | (?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])
      | (?P<brace>\{[a-z]\w*(?::\w+)?\})
      | (?P<many>(?P<none>[*?]|\{0?,\d*\}|\{0\})\??|(?:\+|\{\d+(?:,\d*)?\})\??)
      | (?P<word>(?:[^\W_]|[ ',:/-])+)
      | (?P<other>\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\.|.)""",
    re.VERBOSE | re.DOTALL,
)
"""What a pattern is made of."""


def required(pattern: str, known: Callable[[str], Sequence[Clause]]) -> tuple[Clause, ...]:
    """Return the clauses of a pattern. `known` tells those of what stands in braces, by its name."""
    reader = _Reader(pattern, known)
    return tuple(dict.fromkeys(reader.choice()))


def best(clauses: Iterable[Clause]) -> Clause:
    """Return the clause that the fewest texts fulfil: of long words, and few of them. Empty when there is none."""
    return max(clauses, key=worth, default=())


@cache
def worth(clause: Clause) -> tuple[int, int]:
    """Return how much a clause rules out, to compare it with others."""
    return min(max(map(rarity, parts)) + len(parts) - 1 for words in clause if (parts := words.split())), -len(clause)


def rarity(word: str) -> int:
    """Return how much is ruled out by looking for a word: more for long ones, little for short ones and for those that most pages have."""
    if word in _FREQUENT or word in _SHORT:
        return _LITTLE
    return len(word) if len(word) > _SHORTEST else len(word) - _SHORTEST


def _either(branches: Sequence[Sequence[Clause]]) -> Iterator[Clause]:
    """Yield clauses of an either-or: the first has the best clause of every branch, the second the next best, and so on."""
    ordered = [sorted(branch, key=worth, reverse=True) for branch in branches]
    for number in range(min(_MOST, max(map(len, ordered)))):
        once = dict.fromkeys(words for branch in ordered for words in branch[min(number, len(branch) - 1)])
        yield tuple(words for words in once if not any(other in words and other != words for other in once))


@cache
def _clauses_of(said: str) -> Sequence[Clause]:
    words = said.strip("',:/-")
    parts = words.split()
    telling = any(word in _SHORT or (len(word) >= _SHORTEST and word not in _EVERYWHERE) for word in parts)
    return [(words,)] if telling or words.strip() in _TOGETHER else ()


class _Reader:
    """Reads a pattern from left to right; every method leaves `at` behind what it has read."""

    def __init__(self, pattern: str, known: Callable[[str], Sequence[Clause]]) -> None:
        self.tokens = [(found.lastgroup or "", found[0], found["none"] is not None) for found in TOKEN.finditer(pattern)]
        self.known = known
        self.at = 0

    def choice(self) -> Sequence[Clause]:
        """Read branches up to the end of their group."""
        branches = [self._sequence()]
        while self.at < len(self.tokens) and self.tokens[self.at][0] == "bar":
            self.at += 1
            branches.append(self._sequence())
        if len(branches) == 1:
            return branches[0]
        return list(_either(branches)) if all(branches) else []

    def _sequence(self) -> list[Clause]:
        found: list[Clause] = []
        while self.at < len(self.tokens) and self.tokens[self.at][0] not in ("bar", "close"):
            sort, said, _ = self.tokens[self.at]
            self.at += 1
            part = self._part(sort, said)
            if self._may_be_left_out():
                part = _clauses_of(said[:-1]) if sort == "word" else ()
            found.extend(part)
        return found

    def _part(self, sort: str, said: str) -> Sequence[Clause]:
        if sort in ("open", "look"):
            inner = self.choice()
            self.at += 1
            return inner if sort == "open" else ()
        if sort == "word":
            return _clauses_of(said)
        return self.known(said[1:-1].partition(":")[0]) if sort == "brace" else ()

    def _may_be_left_out(self) -> bool:
        """Read the sign behind a part that says how often it comes; tell whether it may come not at all."""
        if self.at == len(self.tokens) or self.tokens[self.at][0] != "many":
            return False
        self.at += 1
        return self.tokens[self.at - 1][2]
