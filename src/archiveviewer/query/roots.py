"""Finds the words of a question by a plain search for how their forms begin, and lets the analyser judge each word once.

A page has a thousand words and few that begin like those asked for, so this is many times as fast as analysing it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise, takewhile

from archiveviewer.query.texts import Page
from archiveviewer.records import Light, Span
from archiveviewer.text.analysis import LONGEST
from archiveviewer.text.terms import QueryTerm, index_terms

_MOST_PLACES = 16
_GROUP = len("671")
_FIRST_OF_OTHER_SCRIPTS = "\u0590"
"""Before it lie Latin, Greek, Cyrillic and Armenian letters: words between spaces, with few marks."""
_FIRST_MARK = "\u0300"
_APART = r"[\W_]*"
_REST = r"[^\W_]*"
_SPACE, _GOES_ON = r"\s+", r"\w*"
_BEGINS = re.compile("(?<![\\w\u00ad])(?<!-\n)")
_ENDS = re.compile("(?![\\w\u00ad\u0300-\u1fff\u200b-\u200f\u2060-\U0010ffff]|-\\s)")
"""Before and behind words whose letters are all that there is to them. Apart from the words: so a search goes from one first letter
to the next, not from place to place, and nothing so large is made ready for each question."""
_SOFT_HYPHEN = "\u00ad"


class Root:
    """How all forms of one term begin, and which words of a text are such forms.

    `plain` says that the places found are all that is to be lit: it is a single word of letters, in a script of spaced words.
    """

    def __init__(self, term: QueryTerm, light: Light, *, last: bool) -> None:
        """Take one term of `light`."""
        self._term = term
        self._stems = frozenset(() if light.exact else term.stems)
        self._open = last and (light.prefix or term.prefix)
        self._forms: dict[str | None, dict[str, bool]] = {}
        self._places: dict[str, list[Span]] = {}
        self.text = term.exact if light.exact or self._open else _beginning(term)
        self.plain = term.exact.isalpha() and max(term.exact) < _FIRST_OF_OTHER_SCRIPTS and light.words.strip().isalpha()
        self._pattern = re.compile(re.escape(self.text) + _REST)

    def places(self, page: Page) -> list[Span]:
        """Return the first places where a plain search finds a form of the term."""
        if page.lowered not in self._places:
            self._places[page.lowered] = self._search(page.lowered, page.language) if self.text else []
        return self._places[page.lowered]

    def _search(self, lowered: str, language: str | None) -> list[Span]:
        found: list[Span] = []
        forms = self._forms.setdefault(language, {})
        for match in self._pattern.finditer(lowered):
            start, end = match.span()
            before = lowered[start - 1 : start]
            if (before.isalnum() and (self.plain or before.isascii())) or not self._is_clear(lowered, end):
                continue
            word = match.group()
            if word not in forms:
                forms[word] = self._is_form(word, language)
            if forms[word]:
                found.append((start, end))
                if len(found) == _MOST_PLACES:
                    break
        return found

    def _is_clear(self, lowered: str, end: int) -> bool:
        """Whether a word ends at `end`, and does not go on with marks or on the next line."""
        after = lowered[end : end + 1]
        if after == "-":
            return not lowered[end + 1 : end + 2].isspace()
        return not self.plain or (after < _FIRST_MARK and after != _SOFT_HYPHEN) or after in _PUNCTUATION

    def _is_form(self, word: str, language: str | None) -> bool:
        terms = index_terms(word, language)
        exact = terms.exact.split()
        fits = self._term.exact in exact or not self._stems.isdisjoint(terms.stems.split())
        return fits or (self._open and any(one.startswith(self._term.exact) for one in exact))


_PUNCTUATION = frozenset("\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2009\u202f\u2003\u2002")


def _beginning(term: QueryTerm) -> str:
    """Return how all forms of a term begin."""
    columns = takewhile(lambda letters: len(set(letters)) == 1, zip(term.exact, *term.stems, strict=False))
    return "".join(letters[0] for letters in columns)


class Row:
    """The plain words of a phrase, where nothing but white space stands between them: most places where it stands, and none besides."""

    def __init__(self, words: Sequence[str], light: Light) -> None:
        """Take the terms of `light` as written."""
        self._terms = " ".join(words)
        self._open = light.prefix
        row = _SPACE.join(map(re.escape, words))
        self._pattern = re.compile(f"{row}{_GOES_ON if light.prefix else ''}")

    def places(self, page: Page) -> list[Span]:
        """Return the first places of the phrase."""
        if len(page.lowered) != len(page.text):
            return []
        found = (match.span() for match in self._pattern.finditer(page.lowered))
        whole = ((start, end) for start, end in found if _BEGINS.match(page.lowered, start) and _ENDS.match(page.lowered, end))
        return [(start, end) for start, end in islice(whole, _MOST_PLACES) if self._is_so(page.text[start:end], page.language)]

    def _is_so(self, text: str, language: str | None) -> bool:
        terms = index_terms(text, language).exact
        return terms.startswith(self._terms) if self._open else terms == self._terms


def row_of(light: Light, terms: Sequence[QueryTerm]) -> Row | None:
    """Return the row that `light` is, when it is a phrase of plain words; else None."""
    words = [term.exact for term in terms]
    plain = light.exact and len(words) > 1 and len(words) == len(light.words.split()) and _are_plain(words)
    return Row(words, light) if plain and max(map(max, words)) < _FIRST_OF_OTHER_SCRIPTS else None


def _are_plain(words: Sequence[str]) -> bool:
    """Whether these are words of letters, and numbers that can be no part of a longer one, as 671 is of 203 671."""
    if words[-1].isdigit() or (words[0].isdigit() and len(words[0]) == _GROUP):
        return False
    alone = all(not (word.isdigit() and other.isdigit()) for word, other in pairwise(words))
    return alone and all(word.isalpha() or (word.isascii() and word.isdigit()) for word in words)


def loosely(terms: Sequence[QueryTerm]) -> re.Pattern[str] | None:
    """Return what stands in each simple page with these terms in a row, whatever is between them; None where that cannot be told."""
    words = [term.exact for term in terms]
    if not all(word.isalnum() and len(word) < LONGEST and max(word) < _FIRST_OF_OTHER_SCRIPTS for word in words):
        return None
    return re.compile(_APART.join(_APART.join(word) if word.isdigit() else word for word in words))
