"""Looks into the text of a page: whether words really stand there, and the line that shows them.

Analysing a whole page takes long when a hundred are looked at between two key strokes. So a plain search for the beginnings of the
words comes first, and only the stretch around them is analysed; where that does not settle it, because letters are written in
another way or a word is broken at the end of a line, the whole page is.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter, deque
from collections.abc import Sequence

from archiveviewer.query.roots import Root, Row, loosely, row_of
from archiveviewer.query.texts import Page
from archiveviewer.records import Light, Span
from archiveviewer.text.sentences import in_one
from archiveviewer.text.snippets import snippet
from archiveviewer.text.spans import find, merged
from archiveviewer.text.terms import index_terms, query_terms

WIDTH = 160
_AROUND = 240
_MARGIN = 40
_MOST_STRETCHES = 3
_SHORTEST_ROOT = 2


class Excerpts:
    """Looks for the lights of one question in a library of these languages."""

    def __init__(self, languages: Sequence[str]) -> None:
        """Remember the languages in which the question is stemmed."""
        self._languages = languages
        self._roots: dict[Light, tuple[Root, ...]] = {}
        self._longest_roots: dict[Light, Root | None] = {}
        self._rows: dict[Light, Row | None] = {}
        self._loose: dict[Light, re.Pattern[str] | None] = {}
        self._wanted: dict[Light, tuple[bool, str]] = {}
        self._seen: dict[tuple[str, Light], int] = {}

    def holds(self, page: Page, light: Light, *, thorough: bool = True) -> bool:
        """Whether the words of `light` stand on `page` as written, one after the other; not `thorough`, where a plain search tells."""
        row = self._row_of(light)
        if row and row.places(page):
            return True
        loose = self._loose_of(light)
        if loose and page.is_simple() and not loose.search(page.lowered):
            return False
        root = self._longest(light)
        places = root.places(page) if root else ()
        several, wanted = self._wanted_of(light)
        if places and not several:
            return True
        around = _MARGIN + 2 * len(light.words)
        for at, _ in places[:_MOST_STRETCHES]:
            start, end = _whole_words(page.text, at - around, at + around)
            if wanted in f" {index_terms(page.text[start:end], page.language).exact} ":
                self._seen[page.lowered, light] = at
                return True
        if not thorough or (root and root.plain and len(places) <= _MOST_STRETCHES and not page.is_tricky()):
            return False
        return wanted in f" {index_terms(page.text, page.language).exact} "

    def in_one_sentence(self, page: Page, groups: Sequence[Sequence[Light]]) -> bool:
        """Whether a sentence of `page` has one light of each group; of a plain word the first places count."""
        first, *others = [sorted({start for light in group for start, _ in self._spans(page, light)}) for group in groups]
        return any(all(_near_in_sentence(page.text, start, places) for places in others) for start in first)

    def _spans(self, page: Page, light: Light) -> Sequence[Span]:
        roots = self._roots_of(light)
        if len(roots) == 1 and roots[0].plain and len(page.lowered) == len(page.text) and not page.is_tricky():
            return roots[0].places(page)
        return find(page.text, page.language, [light], languages=self._languages)

    def may_hold(self, page: Page, light: Light) -> bool:
        """Whether a plain search finds words of `light`; quick, and wrong about some spellings."""
        root = self._longest(light)
        return root is not None and bool(root.places(page))

    def excerpt(self, page: Page, lights: Sequence[Light]) -> tuple[str, tuple[Span, ...]]:
        """Return the line of `page` that shows best where `lights` stand, and their places in it."""
        text = page.text
        if not lights:
            return snippet(text[: WIDTH + _AROUND], (), WIDTH)
        plain = self._plain(page, lights)
        if plain:
            return snippet(text, plain, WIDTH)
        seen = [self._seen[page.lowered, light] for light in lights if (page.lowered, light) in self._seen]
        middle = seen[0] if seen else self._densest(page, lights)
        if middle is not None:
            start, end = _whole_words(text, middle - WIDTH, middle + 2 * WIDTH)
            spans = find(text[start:end], page.language, lights, languages=self._languages)
            if spans:
                return snippet(text[start:end], spans, WIDTH)
        return snippet(text, find(text, page.language, lights, languages=self._languages), WIDTH)

    def _plain(self, page: Page, lights: Sequence[Light]) -> tuple[Span, ...]:
        """Return where words and plain phrases stand, when a plain search is enough to tell; nothing when the analyser has to look."""
        if len(page.lowered) != len(page.text):
            return ()
        found: list[Span] = []
        for light in lights:
            row, roots = self._row_of(light), self._roots_of(light)
            if row is None and (len(roots) != 1 or not roots[0].plain):
                return ()
            spans = row.places(page) if row else roots[0].places(page)
            if row and not spans:
                return ()
            found.extend(spans)
        return merged(found)

    def _densest(self, page: Page, lights: Sequence[Light]) -> int | None:
        """Return where a line would begin that has the most different words, None when a plain search finds none."""
        found = sorted((at, root.text) for light in lights for root in self._roots_of(light) for at, _ in root.places(page))
        best, most = None, 0
        line: deque[tuple[int, str]] = deque()
        together: Counter[str] = Counter()
        for at, root in found:
            line.append((at, root))
            together[root] += 1
            while line[0][0] < at - WIDTH:
                _, left = line.popleft()
                together[left] -= 1
                if not together[left]:
                    del together[left]
            if len(together) > most:
                best, most = line[0][0], len(together)
        return best

    def _wanted_of(self, light: Light) -> tuple[bool, str]:
        """Return whether `light` has several terms, and how they stand in the row of terms as written."""
        if light not in self._wanted:
            terms = query_terms(light.words, ())
            open_end = light.prefix or bool(terms and terms[-1].prefix)
            row = " ".join(term.exact for term in terms)
            self._wanted[light] = (len(terms) > 1, f" {row}" if open_end else f" {row} ")
        return self._wanted[light]

    def _row_of(self, light: Light) -> Row | None:
        if light not in self._rows:
            self._rows[light] = row_of(light, query_terms(light.words, ()))
        return self._rows[light]

    def _loose_of(self, light: Light) -> re.Pattern[str] | None:
        if light not in self._loose:
            terms = query_terms(light.words, ())
            self._loose[light] = loosely(terms) if len(terms) > 1 else None
        return self._loose[light]

    def _longest(self, light: Light) -> Root | None:
        if light not in self._longest_roots:
            self._longest_roots[light] = max(self._roots_of(light), key=lambda root: len(root.text), default=None)
        return self._longest_roots[light]

    def _roots_of(self, light: Light) -> tuple[Root, ...]:
        if light not in self._roots:
            terms = query_terms(light.words, self._languages)
            roots = [Root(term, light, last=term is terms[-1]) for term in terms]
            self._roots[light] = tuple(root for root in roots if len(root.text) >= _SHORTEST_ROOT or (root.plain and root.text))
        return self._roots[light]


def _whole_words(text: str, start: int, end: int) -> Span:
    """Return the stretch, widened until it cuts no word, as long as words are of a usual length."""
    start, end = max(0, start), min(len(text), end)
    for _ in range(WIDTH):
        if start == 0 or text[start - 1].isspace():
            break
        start -= 1
    for _ in range(WIDTH):
        if end == len(text) or text[end].isspace():
            break
        end += 1
    return start, end


def _near_in_sentence(text: str, start: int, places: Sequence[int]) -> bool:
    """Whether one of `places`, which rise, is in the sentence of `start`: one of the nearest, on either side."""
    at = bisect(places, start)
    return any(in_one(text, start, place) for place in places[max(0, at - 1) : at + 1])
