"""Looks into the text of a page: whether words really stand there, and the line that shows them.

Analysing a whole page takes long when a hundred are looked at between two key strokes. So a plain search for the beginnings of the
words comes first, and only the stretch around them is analysed; where that does not settle it, because letters are written in
another way or a word is broken at the end of a line, the whole page is.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence
from itertools import takewhile

from archiveviewer.records import Light, Span
from archiveviewer.text.snippets import snippet
from archiveviewer.text.spans import find
from archiveviewer.text.terms import QueryTerm, index_terms, query_terms

WIDTH = 160
_AROUND = 240
_MOST_PLACES = 32
_MOST_STRETCHES = 3
_SHORTEST_ROOT = 2


class Excerpts:
    """Looks for the lights of one question in a library of these languages."""

    def __init__(self, languages: Sequence[str]) -> None:
        """Remember the languages in which the question is stemmed."""
        self._languages = languages
        self._roots: dict[Light, tuple[Root, ...]] = {}

    def holds(self, text: str, language: str | None, light: Light) -> bool:
        """Whether the words of `light` stand in `text` as written, one after the other."""
        wanted = " " + " ".join(term.exact for term in query_terms(light.words, ()))
        wanted += "" if light.prefix or _open_ended(light) else " "
        around = _AROUND + 2 * len(light.words)
        root = self._longest(light)
        for at in root.places(text.lower(), language)[:_MOST_STRETCHES] if root else ():
            start, end = _whole_words(text, at - around, at + around)
            if wanted in f" {index_terms(text[start:end], language).exact} ":
                return True
        return wanted in f" {index_terms(text, language).exact} "

    def may_hold(self, text: str, language: str | None, light: Light) -> bool:
        """Whether a plain search finds words of `light`; quick, and wrong about some spellings."""
        root = self._longest(light)
        return root is not None and bool(root.places(text.lower(), language))

    def excerpt(self, text: str, language: str | None, lights: Sequence[Light]) -> tuple[str, tuple[Span, ...]]:
        """Return the line of `text` that shows best where `lights` stand, and their places in it."""
        if not lights:
            return snippet(text[: WIDTH + _AROUND], (), WIDTH)
        middle = self._densest(text, language, lights)
        if middle is not None:
            start, end = _whole_words(text, middle - WIDTH, middle + WIDTH + _AROUND)
            spans = find(text[start:end], language, lights, languages=self._languages)
            if spans:
                return snippet(text[start:end], spans, WIDTH)
        return snippet(text, find(text, language, lights, languages=self._languages), WIDTH)

    def _densest(self, text: str, language: str | None, lights: Sequence[Light]) -> int | None:
        """Return where a line would begin that has the most different words, None when a plain search finds none."""
        lowered = text.lower()
        found = sorted((at, root.text) for light in lights for root in self._roots_of(light) for at in root.places(lowered, language))
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

    def _longest(self, light: Light) -> Root | None:
        return max(self._roots_of(light), key=lambda root: len(root.text), default=None)

    def _roots_of(self, light: Light) -> tuple[Root, ...]:
        if light not in self._roots:
            terms = query_terms(light.words, self._languages)
            roots = [Root(term, light, last=term is terms[-1]) for term in terms]
            self._roots[light] = tuple(root for root in roots if len(root.text) >= _SHORTEST_ROOT)
        return self._roots[light]


class Root:
    """How all forms of a term begin, and which words of a text are such forms."""

    def __init__(self, term: QueryTerm, light: Light, *, last: bool) -> None:
        """Take one term of `light`."""
        self._term = term
        self._stems = frozenset(() if light.exact else term.stems)
        self._open = last and (light.prefix or term.prefix)
        self._forms: dict[tuple[str, str | None], bool] = {}
        self.text = term.exact if light.exact else _beginning(term)

    def places(self, lowered: str, language: str | None) -> list[int]:
        """Return the first places where a plain search finds a form of the term."""
        found: list[int] = []
        root = self.text
        at = lowered.find(root)
        while at >= 0 and len(found) < _MOST_PLACES:
            end = at + len(root)
            if at == 0 or not (lowered[at - 1].isalnum() and lowered[at - 1].isascii()):
                while end < len(lowered) and lowered[end].isalnum():
                    end += 1
                if self._is_form(lowered[at:end], language):
                    found.append(at)
            at = lowered.find(root, end)
        return found

    def _is_form(self, word: str, language: str | None) -> bool:
        key = (word, language)
        if key not in self._forms:
            terms = index_terms(word, language)
            exact = terms.exact.split()
            fits = self._term.exact in exact or not self._stems.isdisjoint(terms.stems.split())
            self._forms[key] = fits or (self._open and any(one.startswith(self._term.exact) for one in exact))
        return self._forms[key]


def _open_ended(light: Light) -> bool:
    """Whether the last term is one of those that are always searched as a beginning."""
    terms = query_terms(light.words, ())
    return bool(terms) and terms[-1].prefix


def _beginning(term: QueryTerm) -> str:
    """Return how all forms of a term begin."""
    columns = takewhile(lambda letters: len(set(letters)) == 1, zip(term.exact, *term.stems, strict=False))
    return "".join(letters[0] for letters in columns)


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
