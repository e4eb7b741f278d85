"""Turns text into the terms that the index stores and that a question asks for; both come from the same analyser.

There are two rows of terms: as written, and stemmed in the language of the page. Both are made without positions, through
caches from each chunk of text to its terms; `spans` works out positions, for what is shown.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from archiveviewer.records import Span
from archiveviewer.text import analysis
from archiveviewer.text.chunks import chunks, placed
from archiveviewer.text.common_words import commonest
from archiveviewer.text.stems import can_stem, stem, stemming

MOST_STEMS = 8
"""How many forms a word of a question is looked for in, besides itself."""

_KEPT = 150_000
_LONGEST_KEPT = 40
_FEW = 6


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a text in order, joined by one space: as written (folded), and stemmed. Both have equally many."""

    exact: str
    stems: str


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """One part of a phrase: its form as written, and all that may stand for it in the row of stems, its own form first.

    `prefix` is set where the term must be searched as the beginning of a term: a single Han, Kana or Hangul character at the end.
    """

    exact: str
    stems: tuple[str, ...]
    prefix: bool = False


def index_terms(text: str, language: str | None) -> Terms:
    """Return the terms of a text whose language is given in ISO 639-1, or None where it is not known."""
    found = chunks(text)
    exact = " ".join(filter(None, map(exact_of().__getitem__, found)))
    return Terms(exact, " ".join(filter(None, map(stems_of(language).__getitem__, found))) if can_stem(language) else exact)


def query_terms(words: str, languages: Sequence[str]) -> tuple[QueryTerm, ...]:
    """Return the consecutive parts of a phrase; none where the words hold nothing that can be searched.

    Each part is stemmed in every one of the languages, the commonest first; only the first eight stems count. So a language that
    few pages are in is left out only where eight others are written in the same letters.
    """
    found = [term for chunk in chunks(words) for term in analysis.terms(chunk)]
    last = found[-1] if found else ""
    alone = len(last) == 1 and analysis.is_paired(last)
    if alone and len(found) > 1 and len(found[-2]) > 1 and found[-2].endswith(last) and analysis.is_paired(found[-2]):
        found, alone = found[:-1], False
    terms = [QueryTerm(term, query_stems(term, languages, marked=not words.isascii())) for term in found]
    return (*terms[:-1], QueryTerm(last, (last,), prefix=True)) if alone else tuple(terms)


def query_stems(term: str, languages: Sequence[str], *, marked: bool = False) -> tuple[str, ...]:
    """Return all that may stand for a term in the row of stems: itself, then its stem in each language, without repeats.

    The languages come with the commonest first. A stem that is an everyday word of a commoner one is left out: the Spanish stem of
    “area” is “are”, which is on every English page. Not where the word was typed with its marks (`marked`): “área” is Spanish.
    """
    found = [term]
    for rank, language in enumerate(languages):
        made = stem(term, language)
        if made not in found and (marked or not any(made in _everyday(commoner) for commoner in languages[:rank])):
            found.append(made)
    return tuple(found[: MOST_STEMS + 1])


@cache
def _everyday(language: str) -> frozenset[str]:
    """Return the stems of the commonest words of a language."""
    return frozenset(stem(word, language) for word in commonest(language))


class Line:
    """The terms of a text in their order, as written and stemmed; positions are worked out for those that are asked for."""

    def __init__(self, text: str, language: str | None) -> None:
        self._text = text
        found = chunks(text)
        self._found = list(map(exact_of().__getitem__, found))
        self.exact = " ".join(filter(None, self._found)).split()
        self.stems = self.exact
        if can_stem(language):
            self.stems = " ".join(filter(None, map(stems_of(language).__getitem__, found))).split()
        self._firsts: list[int] = []
        self._chunks: list[tuple[int, str]] = []
        self._tokens: dict[int, list[analysis.Token]] = {}

    def span(self, first: int, last: int) -> Span:
        """Return the half-open span in the text from one term to another, which is not before it."""
        tokens = [self._token(number) for number in (range(first, last + 1) if last - first < _FEW else (first, last))]
        return min(start for start, _ in tokens), max(end for _, end in tokens)

    def _token(self, number: int) -> Span:
        """Return the span of one term."""
        if not self._chunks:
            self._chunks = list(placed(self._text))
            self._firsts = list(accumulate((terms.count(" ") + 1 if terms else 0 for terms in self._found), initial=0))
        owner = bisect_right(self._firsts, number) - 1
        at, chunk = self._chunks[owner]
        if owner not in self._tokens:
            self._tokens[owner] = analysis.tokens(chunk)
        _, start, end = self._tokens[owner][number - self._firsts[owner]]
        return at + start, at + end


class _Kept(dict[str, str]):
    """What was made of each chunk met so far; the longest are made again each time, since they hardly come twice."""

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, chunk: str) -> str:
        """Make it, and keep it unless it is long."""
        made = self._make(chunk)
        if made == chunk:
            made = chunk  # one string in memory, not two: most of what looking up a word costs is waiting for memory
        if len(chunk) <= _LONGEST_KEPT:
            if len(self) >= _KEPT:
                self.clear()
            self[chunk] = made
        return made


@cache
def exact_of() -> Mapping[str, str]:
    """Return what gives for a chunk its terms as written, joined by spaces, nothing where it has none; all languages share it."""
    return _Kept(_terms)


def _terms(chunk: str) -> str:
    return chunk.lower() if chunk.isascii() and chunk.isalpha() and len(chunk) <= analysis.LONGEST else " ".join(analysis.terms(chunk))


@cache
def stems_of(language: str | None) -> Mapping[str, str]:
    """Return what gives for a chunk the stems of its terms in a language, joined by spaces; as written where it has no stems."""
    exact = exact_of()
    if language is None or not can_stem(language):
        return exact
    stemmed = stemming(language)

    def made(chunk: str) -> str:
        written = exact[chunk]
        return " ".join(map(stemmed, written.split())) if " " in written else written and stemmed(written)

    return _Kept(made)
