"""Finds where words and phrases stand in a text as written, with the same terms that the index holds.

Run only on what is shown: the snippet, the page, the section on the screen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from archiveviewer.records import Light, Span
from archiveviewer.text.terms import QueryTerm, placed_terms, query_terms


def find(text: str, language: str | None, lights: Sequence[Light], *, languages: Sequence[str] = ()) -> tuple[Span, ...]:
    """Return the spans of the text to be lit, sorted and apart from each other; a phrase gives one, from its first word to its last.

    `language` is that of the text; `languages` are those of the library, in which the question was stemmed.
    """
    page = _Page(text, language)
    stemmed = tuple(dict.fromkeys([*([language] if language else []), *languages]))
    found = [span for light in lights for span in page.phrase(query_terms(light.words, stemmed), light)]
    return merged(found)


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans sorted, those that overlap made one."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


class _Page:
    """The terms of one text by their order, and where each is found."""

    def __init__(self, text: str, language: str | None) -> None:
        self._spans: list[Span] = []
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._stems: dict[str, list[int]] = defaultdict(list)
        for at, (exact, stem, start, end) in enumerate(placed_terms(text, language)):
            self._exact[exact].append(at)
            self._stems[stem].append(at)
            self._spans.append((start, end))

    def phrase(self, terms: Sequence[QueryTerm], light: Light) -> Iterator[Span]:
        """Give the span of each place where the terms follow one another."""
        if not terms:
            return
        places = [self._places(term, light, last=term is terms[-1]) for term in terms]
        for at in sorted(places[0]):
            if all(at + step in place for step, place in enumerate(places)):
                hit = self._spans[at : at + len(terms)]
                yield min(start for start, _ in hit), max(end for _, end in hit)

    def _places(self, term: QueryTerm, light: Light, *, last: bool) -> set[int]:
        """Return where in the order the term stands."""
        found = set(self._exact.get(term.exact, ()))
        if not light.exact:
            found.update(at for stem in term.stems for at in self._stems.get(stem, ()))
        if last and (light.prefix or term.prefix):
            found.update(at for exact, places in self._exact.items() if exact.startswith(term.exact) for at in places)
        return found
