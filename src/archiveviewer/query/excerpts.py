"""Looks into the text of a page: whether words really stand there, and the line that shows them.

Analysing a whole page takes long when a hundred are looked at between two key strokes. So a plain search for the beginnings of the
words comes first, and only the stretch around them is analysed; where that does not settle it, because letters are written in
another way or a word is broken at the end of a line, the whole page is.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter, deque
from collections.abc import Sequence

from archiveviewer.query.sought import Sought
from archiveviewer.query.texts import Page
from archiveviewer.records import Light, Span
from archiveviewer.text.sentences import in_one
from archiveviewer.text.snippets import snippet
from archiveviewer.text.spans import find, merged
from archiveviewer.text.terms import index_terms

WIDTH = 160
_AROUND = 240
_MARGIN = 40
_MOST_STRETCHES = 3


class Excerpts:
    """Looks for the lights of one question in a library of these languages."""

    def __init__(self, languages: Sequence[str]) -> None:
        """Remember the languages in which the question is stemmed."""
        self._languages = languages
        self._all: dict[Light, Sought] = {}

    def holds(self, page: Page, light: Light, *, thorough: bool = True) -> bool:
        """Whether the words of `light` stand on `page` as written, one after the other; not `thorough`, where a plain search tells."""
        sought = self._sought(light)
        if sought.row and sought.row.places(page):
            return True
        if sought.loose and page.is_simple() and not sought.loose.search(page.lowered):
            return False
        root = sought.longest
        places = root.places(page) if root else ()
        if places and not sought.has_several:
            return True
        around = _MARGIN + 2 * len(light.words)
        for at, _ in places[:_MOST_STRETCHES]:
            start, end = _whole_words(page.text, at - around, at + around)
            if sought.line in f" {index_terms(page.text[start:end], page.language).exact} ":
                sought.seen[page.lowered] = at
                return True
        if not thorough or (root and root.plain and len(places) <= _MOST_STRETCHES and not page.is_tricky()):
            return False
        return sought.line in f" {index_terms(page.text, page.language).exact} "

    def in_one_sentence(self, page: Page, groups: Sequence[Sequence[Light]]) -> bool:
        """Whether a sentence of `page` has one light of each group; of a plain word the first places count."""
        first, *others = [sorted({start for light in group for start, _ in self._spans(page, light)}) for group in groups]
        return any(all(_near_in_sentence(page.text, start, places) for places in others) for start in first)

    def _spans(self, page: Page, light: Light) -> Sequence[Span]:
        roots = self._sought(light).roots
        if len(roots) == 1 and roots[0].plain and len(page.lowered) == len(page.text) and not page.is_tricky():
            return roots[0].places(page)
        return find(page.text, page.language, [light], languages=self._languages)

    def may_hold(self, page: Page, light: Light) -> bool:
        """Whether a plain search finds words of `light`; quick, and wrong about some spellings."""
        root = self._sought(light).longest
        return root is not None and bool(root.places(page))

    def excerpt(self, page: Page, lights: Sequence[Light]) -> tuple[str, tuple[Span, ...]]:
        """Return the line of `page` that shows best where `lights` stand, and their places in it."""
        text = page.text
        if not lights:
            return snippet(text[: WIDTH + _AROUND], (), WIDTH)
        sought = [self._sought(light) for light in lights]
        plain = _plain(page, sought)
        if plain:
            return snippet(text, plain, WIDTH)
        seen = [one.seen[page.lowered] for one in sought if page.lowered in one.seen]
        middle = seen[0] if seen else _densest(page, sought)
        if middle is not None:
            start, end = _whole_words(text, middle - WIDTH, middle + 2 * WIDTH)
            spans = find(text[start:end], page.language, lights, languages=self._languages)
            if spans:
                return snippet(text[start:end], spans, WIDTH)
        return snippet(text, find(text, page.language, lights, languages=self._languages), WIDTH)

    def _sought(self, light: Light) -> Sought:
        if light not in self._all:
            self._all[light] = Sought(light, self._languages)
        return self._all[light]


def _plain(page: Page, all_sought: Sequence[Sought]) -> tuple[Span, ...]:
    """Return where words and plain phrases stand, when a plain search is enough to tell; nothing when the analyser has to look."""
    if len(page.lowered) != len(page.text):
        return ()
    found: list[Span] = []
    for sought in all_sought:
        if sought.row is None and (len(sought.roots) != 1 or not sought.roots[0].plain):
            return ()
        spans = sought.row.places(page) if sought.row else sought.roots[0].places(page)
        if sought.row and not spans:
            return ()
        found.extend(spans)
    return merged(found)


def _densest(page: Page, all_sought: Sequence[Sought]) -> int | None:
    """Return where a line would begin that has the most different words, None when a plain search finds none."""
    found = sorted((at, root.text) for sought in all_sought for root in sought.roots for at, _ in root.places(page))
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
