"""A wording as a regular expression over a folded sentence: braces filled in, and compiled only when a text may have it.

{country} {date} {day} {year} {number} {treaty} {meeting} stand for the folded parts (see `shape`); {date:value} names the part. Other
names in braces are words of the language, which may name each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from archiveviewer.facts import treaties
from archiveviewer.facts.drafts import draft
from archiveviewer.facts.literals import Clause, required, worth
from archiveviewer.facts.shape import COUNTRY, DATE, MEETING, NUMBER, TREATY, YEAR

Made = TypeVar("Made")

HAS_DIGIT = "\ue006"
"""Stands behind the words of a text that has a figure."""

_SIGNS = {
    "country": COUNTRY,
    "date": f"[{DATE}{YEAR}]",
    "day": DATE,
    "year": YEAR,
    "number": f"[{NUMBER}{YEAR}]",
    "treaty": TREATY,
    "meeting": MEETING,
}
_DIGIT: Clause = (HAS_DIGIT,)
_DEEPEST = 8
_BRACES = re.compile(r"\{([a-z][a-z0-9_]*)(?::([a-z_]+))?\}")


_EDGE_BEFORE, _EDGE_BEHIND = re.compile(r"\\b(\{[a-z])"), re.compile(r"(\{[a-z][a-z0-9_:]*\})\\b")


class PatternError(Exception):
    """A pattern that cannot be used; the message says why."""


class Words:
    """The words of a language by their names, with what each cannot match without."""

    def __init__(self, said: Mapping[str, str]) -> None:
        """Take the words; nothing is read before it is asked for."""
        self._said = said
        self._needs: dict[str, Sequence[Clause]] = dict.fromkeys(("date", "day", "year", "number"), (_DIGIT,))

    def needs(self, name: str) -> Sequence[Clause]:
        """Return the clauses of a word or a sign; none for a name that is not known."""
        if name not in self._needs:
            self._needs[name] = ()  # for words that name each other
            self._needs[name] = self._clauses(name)
        return self._needs[name]

    def _clauses(self, name: str) -> Sequence[Clause]:
        if name in ("treaty", "meeting"):
            return (treaties.words_of_treaties() if name == "treaty" else treaties.words_of_meetings(),)
        return required(self._said.get(name, ""), self.needs)

    def fill(self, said: str, depth: int = 0) -> str:
        """Return a pattern with its braces filled in. Raises KeyError and RecursionError."""
        if depth > _DEEPEST:
            raise RecursionError("words that name each other")

        def filled(brace: re.Match[str]) -> str:
            inner = _SIGNS[brace[1]] if brace[1] in _SIGNS else self.fill(self._said[brace[1]], depth + 1)
            return f"(?P<{brace[2]}>{inner})" if brace[2] else inner if brace[1] in _SIGNS else f"(?:{inner})"

        # A folded part is no letter, so \b means nothing beside it: what is meant is that no letter follows or comes before.
        return _BRACES.sub(filled, _EDGE_BEFORE.sub(r"(?<!\\w)\1", _EDGE_BEHIND.sub(r"\1(?!\\w)", said)))


class Pattern:
    """One wording, `said` as in its rule file. `line` says that it must match a whole line: a label, a cell of a table."""

    __slots__ = ("_compiled", "_more", "_needs", "_runs", "_words", "line", "said")

    def __init__(self, said: str, words: Words, *, more: Sequence[Clause] = ()) -> None:
        """Take a wording; `more` are further clauses of its rule."""
        self.said = said
        self.line = said.startswith("^") and said.endswith("$") and not said.endswith(r"\.?$")
        self._words = words
        self._more = more
        self._needs: tuple[Clause, ...] | None = None
        self._runs: Sequence[re.Pattern[str]] | None = None
        self._compiled: re.Pattern[str] | None = None

    def needs(self) -> tuple[Clause, ...]:
        """Return the clauses that the wording cannot match without, in the order that soonest rules it out."""
        if self._needs is None:
            clauses = {*required(self.said, self._words.needs), *self._more}
            self._needs = tuple(sorted(clauses, key=lambda clause: (HAS_DIGIT not in clause, *(-part for part in worth(clause)), clause)))
        return self._needs

    def compile(self) -> re.Pattern[str]:
        """Return the regular expression. Raises PatternError."""
        if self._compiled is None:
            self._compiled = self._read(re.compile)
        return self._compiled

    def runs(self) -> Sequence[re.Pattern[str]]:
        """Return what a text as written must have for the wording to match (see `drafts`). Raises PatternError."""
        if self._runs is None:
            self._runs = self._read(draft)
        return self._runs

    def may_match(self, words: str) -> bool:
        """Tell whether a piece as written, in small letters with single blanks, has what the wording needs."""
        for run in self.runs():  # noqa: SIM110 - asked more often than all else, and all() takes twice as long
            if not run.search(words):
                return False
        return True

    def _read(self, made: Callable[[str], Made]) -> Made:
        try:
            return made(self._words.fill(self.said))
        except (re.error, KeyError, RecursionError) as problem:
            raise PatternError(f"{self.said!r} cannot be read: {problem}") from problem

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a folded sentence."""
        return self.compile().search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a folded sentence."""
        return self.compile().finditer(text)
