"""What a pattern cannot match without: found by reading the pattern, so that most sentences are passed over before any is matched.

`(?:new|revised) deadline (?:was )?set for {day}` needs "new" or "revised", and "deadline", and "set for", and a digit. Such an
either-or is a clause; a text without one of its parts cannot match. Parts are looked for anywhere, also inside longer words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

Clause = tuple[str, ...]
"""Words, or words with single blanks between them, of which one must be there."""

_Words = Callable[[str], Sequence[Clause]]
_Either = Callable[[Sequence[Sequence[Clause]]], Sequence[Clause]]

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

_NONE, _SOME = r"(?:[*?]|\{0?,\d*\}|\{0\})\??", r"(?:\+|\{[1-9]\d*(?:,\d*)?\})\??"
"""Signs that say how often a part comes: perhaps not at all; at least once."""
_BRACE = r"\{[a-z]\w*(?::\w+)?\}"
_SIGN = r"\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[.^$]"
_UNTOLD = re.compile(rf"(?:{_SIGN})(?:{_NONE}|{_SOME})?|(?:{_BRACE}|[^(){{}}|]){_NONE}|{_SOME}", re.DOTALL)
"""What tells no words: signs that stand for letters, and what may be left out."""
_GROUP = re.compile(rf"\((?:(?P<look>\?<?[=!])|\?:|\?P<\w+>|\?i:)?(?P<said>[^()]*)\)(?P<none>{_NONE})?")
"""A group with none inside."""
_FIRST_READ = "\U000f0000"
"""A group that has been read stands in the pattern as one sign, the first as this, the second as the next."""
_PART = re.compile(rf"{_BRACE}|[{_FIRST_READ}-\U000ffffd]|(?:[^\W_]|[ ',:/-])+")
_BREAK = "\0"
"""What stands in the pattern where nothing is told: words before and behind it are not one."""


def required(pattern: str, known: Callable[[str], Sequence[Clause]]) -> tuple[Clause, ...]:
    """Return the clauses of a pattern. `known` tells those of what stands in braces, by its name."""
    return tuple(dict.fromkeys(_read(pattern, known, _clauses_of, _either)))


def in_order(pattern: str, known: Callable[[str], Sequence[Clause]]) -> Sequence[Clause]:
    """Return clauses of a pattern, letter by letter, in the order in which a text that it matches fulfils them, one behind the other."""
    return _read(pattern, known, _as_written, _one_of_each)


def _read(pattern: str, known: Callable[[str], Sequence[Clause]], words: _Words, either: _Either) -> Sequence[Clause]:
    """Return the clauses of a pattern, group by group from inside."""
    read: list[Sequence[Clause]] = []

    def sequence(said: str) -> Sequence[Clause]:
        found: list[Clause] = []
        for part in _PART.findall(said):
            if part[0] == "{":
                found += known(part[1:-1].partition(":")[0])
            else:
                found += words(part) if part < _FIRST_READ else read[ord(part) - ord(_FIRST_READ)]
        return found

    def group(match: re.Match[str]) -> str:
        if match["look"] or match["none"]:
            return _BREAK
        read.append(choice(match["said"]))
        return chr(ord(_FIRST_READ) + len(read) - 1)

    def choice(said: str) -> Sequence[Clause]:
        if said.isascii() and "{" not in said:
            return _plain(said, words, either)
        branches = [sequence(branch) for branch in said.split("|")]
        return either(branches) if len(branches) > 1 else branches[0]

    said, groups = _UNTOLD.sub(_BREAK, pattern), 1
    while groups:
        said, groups = _GROUP.subn(group, said)
    return choice(said)


@cache
def _plain(said: str, words: _Words, either: _Either) -> Sequence[Clause]:
    """Return the clauses of an either-or of plain words, which many patterns have in common."""
    branches = [[clause for part in _PART.findall(branch) for clause in words(part)] for branch in said.split("|")]
    return either(branches) if len(branches) > 1 else branches[0]


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


def _either(branches: Sequence[Sequence[Clause]]) -> Sequence[Clause]:
    """Return clauses of an either-or: the first has the best clause of every branch, the second the next best, and so on."""
    if not all(branches):
        return ()
    ordered = [sorted(branch, key=worth, reverse=True) for branch in branches]
    most = min(_MOST, max(map(len, ordered)))
    return [_shortest([words for branch in ordered for words in branch[min(number, len(branch) - 1)]]) for number in range(most)]


def _shortest(words: Iterable[str]) -> Clause:
    """Return words, each once, but for those that have another one inside."""
    once = tuple(dict.fromkeys(words))
    together = _BREAK.join(once)
    inside = [word for word in once if together.count(word) > 1]
    return tuple(word for word in once if not any(other in word and other != word for other in inside)) if inside else once


def _one_of_each(branches: Sequence[Sequence[Clause]]) -> Sequence[Clause]:
    """Return the clause of an either-or that has the longest words of each branch."""
    return (tuple(words for branch in branches for words in max(branch, key=_shortest_length)),) if all(branches) else ()


def _shortest_length(clause: Clause) -> int:
    return min(map(len, clause))


def _as_written(said: str) -> Sequence[Clause]:
    return [(said,)]


@cache
def _clauses_of(said: str) -> Sequence[Clause]:
    words = said.strip("',:/-")
    parts = words.split()
    telling = any(word in _SHORT or (len(word) >= _SHORTEST and word not in _EVERYWHERE) for word in parts)
    return [(words,)] if telling or words.strip() in _TOGETHER else ()
