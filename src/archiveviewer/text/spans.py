"""Finds where words and phrases stand in a text as written, with the same terms that the index holds.

Run only on what is shown: the snippet, the page, the section on the screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from archiveviewer.records import Light, Span
from archiveviewer.text.terms import Line, QueryTerm, query_terms


def find(text: str, language: str | None, lights: Sequence[Light], *, languages: Sequence[str] = ()) -> tuple[Span, ...]:
    """Return the spans of the text to be lit, sorted and apart from each other; a phrase gives one, from its first word to its last.

    `language` is that of the text; `languages` are those of the library, in which the question was stemmed.
    """
    stemmed = tuple(dict.fromkeys([*([language] if language else []), *languages]))
    asked = [(terms, light) for light in lights if (terms := query_terms(light.words, stemmed))]
    if not asked:
        return ()
    places = _Places(Line(text, language), [term for terms, _ in asked for term in terms])
    return merged([span for terms, light in asked for span in places.phrase(terms, light)])


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans sorted, those that overlap made one."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


class _Places:
    """Where in the order of a text the terms of the lights stand."""

    def __init__(self, line: Line, terms: Sequence[QueryTerm]) -> None:
        self._line = line
        self._exact = _numbers(line.exact, {term.exact for term in terms})
        self._stems = _numbers(line.stems, {stem for term in terms for stem in term.stems})

    def phrase(self, terms: Sequence[QueryTerm], light: Light) -> Iterator[Span]:
        """Give the span of each place where the terms follow one another."""
        places = [self._of(term, light, last=at == len(terms) - 1) for at, term in enumerate(terms)]
        for first in sorted(places[0]):
            if all(first + step in place for step, place in enumerate(places)):
                yield self._line.span(first, first + len(terms) - 1)

    def _of(self, term: QueryTerm, light: Light, *, last: bool) -> set[int]:
        """Return the places of one term of a phrase."""
        found = set(self._exact.get(term.exact, ()))
        if not light.exact:
            found.update(at for stem in term.stems for at in self._stems.get(stem, ()))
        if last and (light.prefix or term.prefix):
            found.update(at for at, exact in enumerate(self._line.exact) if exact.startswith(term.exact))
        return found


def _numbers(terms: Sequence[str], wanted: Set[str]) -> dict[str, list[int]]:
    """Return where each of the wanted terms stands."""
    numbers: dict[str, list[int]] = {}
    for at, term in enumerate(terms):
        if term in wanted:
            numbers.setdefault(term, []).append(at)
    return numbers
