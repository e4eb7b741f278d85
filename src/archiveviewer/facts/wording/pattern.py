"""A wording as a regular expression over a folded sentence: braces filled in, and compiled only when a text may have it.

{country} {date} {day} {year} {number} {treaty} {meeting} stand for the folded parts (see `shape`); {date:value} names the part. Other
names in braces are words of the language, which may name each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from archiveviewer.facts.wording import treaties
from archiveviewer.facts.wording.literals import Clause, in_order, required
from archiveviewer.facts.wording.shape import COUNTRY, DATE, MEETING, NUMBER, TREATY, YEAR

DIGIT: Clause = ("\ue006",)
"""What a text fulfils that has a figure."""

_SIGNS = {
    "country": COUNTRY,
    "date": f"[{DATE}{YEAR}]",
    "day": DATE,
    "year": YEAR,
    "number": f"[{NUMBER}{YEAR}]",
    "treaty": TREATY,
    "meeting": MEETING,
}
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
        self._needs: dict[str, Sequence[Clause]] = dict.fromkeys(("date", "day", "year", "number"), (DIGIT,))
        self._order: dict[str, Sequence[Clause]] = {name: (tuple(signs.strip("[]")),) for name, signs in _SIGNS.items()}

    def needs(self, name: str) -> Sequence[Clause]:
        """Return the clauses of a word or a sign; none for a name that is not known."""
        if name not in self._needs:
            self._needs[name] = ()  # for words that name each other
            self._needs[name] = self._clauses(name)
        return self._needs[name]

    def order(self, name: str) -> Sequence[Clause]:
        """Return the clauses of a word or a sign in their order in a folded sentence; none for a name that is not known."""
        if name not in self._order:
            self._order[name] = ()  # for words that name each other
            self._order[name] = in_order(self._said.get(name, ""), self.order)
        return self._order[name]

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

    __slots__ = ("_compiled", "_more", "_needs", "_order", "_words", "line", "said")

    def __init__(self, said: str, words: Words, *, more: Sequence[Clause] = ()) -> None:
        """Take a wording; `more` are further clauses of its rule."""
        self.said = said
        self.line = said.startswith("^") and said.endswith("$") and not said.endswith(r"\.?$")
        self._words = words
        self._more = more
        self._needs: tuple[Clause, ...] | None = None
        self._order: Sequence[Clause] | None = None
        self._compiled: re.Pattern[str] | None = None

    def needs(self) -> tuple[Clause, ...]:
        """Return the clauses that the wording cannot match without."""
        if self._needs is None:
            self._needs = tuple(dict.fromkeys((*required(self.said, self._words.needs), *self._more)))
        return self._needs

    def compile(self) -> re.Pattern[str]:
        """Return the regular expression. Raises PatternError."""
        if self._compiled is None:
            try:
                self._compiled = re.compile(self._words.fill(self.said))
            except (re.error, KeyError, RecursionError) as problem:
                raise PatternError(f"{self.said!r} cannot be read: {problem}") from problem
        return self._compiled

    def may_match(self, words: str) -> bool:
        """Tell whether words as written, in small letters with single blanks, have what the wording cannot match without."""
        return all(clause == DIGIT or any(map(words.__contains__, clause)) for clause in self.needs())

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a folded sentence."""
        return self.compile().search(text) if self._is_worth_trying(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a folded sentence."""
        return self.compile().finditer(text) if self._is_worth_trying(text) else iter(())

    def _is_worth_trying(self, text: str) -> bool:
        """Tell whether a text has the parts of the wording in their order: to compile it takes as long as to try many on a sentence."""
        if self._compiled is None:
            self._order = self._order or in_order(self.said, self._words.order)
            place = 0
            for clause in self._order:
                ends = [start + len(words) for words in clause if (start := text.find(words, place)) >= 0]
                if not ends:
                    return False
                place = min(ends)
        return True
