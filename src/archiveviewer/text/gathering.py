"""Gathers the terms of a whole document, page by page, for the row by which it is found and ranked.

Each term stands in the row once, or a few times more when the document has it often: BM25 counts, and a hundredth mention says
little. A stem that the document also has as a written form is kept as that form only; a question asks for both. FTS5 cannot rank
in a contentless table with less than full detail (its positions come from the content, so BM25 is 0 for every row), and this keeps
full detail small.

What a document has is counted by words and stems as they come from the caches, and taken apart once at its end: most words of a page
were on the page before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import filterfalse

from archiveviewer.records import RowTerms
from archiveviewer.text.analysis import LONGEST
from archiveviewer.text.terms import exact_of, index_terms, stems_of
from archiveviewer.text.words import words

_LENGTHS = (2, 3)
"""Of longer beginnings there are few enough words to go through them all."""
_MOST_TIMES = 6


class Gatherer:
    """Takes the pages of one document in their order, then gives the terms of all of them."""

    def __init__(self) -> None:
        self._words: dict[str, str] = {}  # with a stem of each; in the order of their coming, for a set is slow to go through
        self._counts: Counter[str] = Counter()

    def page(self, text: str, language: str | None) -> str:
        """Return the stems of a page in its language, in order and joined by single spaces, and count them."""
        found = words(text)
        stems = list(map(stems_of(language).__getitem__, found))
        self._words.update(zip(found, stems, strict=True))
        self._counts.update(stems)
        joined = " ".join(stems)
        return joined if "" not in self._counts else " ".join(joined.split())

    def terms(self) -> RowTerms:
        """Return the terms of all pages."""
        return row_terms(self._written(), self._stems())

    def _written(self) -> list[str]:
        """Return the terms of all words as written; nearly all words in small ASCII letters, and all figures, stand for themselves."""
        text = " ".join(self._words)
        simple: list[str] = []
        others = list(self._words)
        if text.isascii() and text.islower() and max(map(len, others)) <= LONGEST:
            simple = [*filter(str.isalpha, others), *filter(str.isdecimal, others)]
            others = [*filterfalse(str.isdecimal, filterfalse(str.isalpha, others))]
        return simple + " ".join(map(exact_of().__getitem__, others)).split()

    def _stems(self) -> dict[str, int]:
        """Return each stem with how often it stands in the document."""
        counts: dict[str, int] = self._counts
        counts.pop("", None)
        for stems in [stems for stems in counts if " " in stems]:
            times = counts.pop(stems)
            for stem in stems.split():
                counts[stem] = counts.get(stem, 0) + times
        return counts


def row_terms(forms: Iterable[str], stems: Mapping[str, int]) -> RowTerms:
    """Return what a document is found by, from its written forms and its stems with how often each stands in it.

    These are its forms, the stems that are none of them, and the beginnings of the forms.
    """
    written = dict.fromkeys(forms)
    again: list[str] = []
    unwritten = [stem for stem in stems if stem not in written]
    for stem, times in stems.items():
        if times > 1:
            more = (stem,) * (min(times.bit_length(), _MOST_TIMES) - 1)
            if stem in written:
                again += more
            else:
                unwritten += more
    return RowTerms(" ".join([*written, *again]), " ".join(unwritten), _beginnings(written))


def title_terms(title: str, language: str | None) -> RowTerms:
    """Return the terms of a title, all of them in order, and the beginnings of its words."""
    terms = index_terms(title, language)
    return RowTerms(terms.exact, terms.stems, _beginnings(terms.exact.split()))


def _beginnings(forms: Iterable[str]) -> str:
    """Return the first two and the first three letters of all forms, each once."""
    longest = {form[: _LENGTHS[-1]] for form in forms}
    return " ".join(longest.union([form[: _LENGTHS[0]] for form in longest]))
