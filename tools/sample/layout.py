"""Sets a text on pages: which words stand where, in any of the scripts of the sample archive.

Sizes and places are in points from the top left of an A4 page. A line is a list of words with their places; words of Arabic run from
the right, words of Khmer are those between zero-width spaces, Chinese is broken between any two characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

PAGE = (595.0, 842.0)
_MARGIN = 64.0
_LEADING = 1.5
_ZWSP = "\u200b"

Measure = Callable[[str, float, bool], float]
"""Width in points of a word at a size, bold or not."""


@dataclass(frozen=True)
class Word:
    """A word at its place; `y` is the base line."""

    text: str
    x: float
    y: float
    size: float
    width: float
    bold: bool


@dataclass(frozen=True)
class Heading:
    """A heading for the outline; `page` from 1."""

    level: int
    text: str
    page: int


class Sheet:
    """Fills pages from top to bottom. `pages` holds the words of each, `headings` what goes into the outline."""

    def __init__(self, measure: Measure, *, language: str) -> None:
        """Measure words by `measure`; `language` decides how lines are broken and where they begin."""
        self.pages: list[list[Word]] = [[]]
        self.headings: list[Heading] = []
        self._measure = measure
        self._language = language
        self._y = _MARGIN

    def set(self, source: str) -> None:
        """Set a text: a title, a note, then headings (#, ##), table rows (|), page breaks (---) and paragraphs, a line each."""
        title, note, *rest = source.strip().split("\n")
        self._paragraph(note, size=8.5)
        self._paragraph(title, size=17, bold=True, before=10)
        for line in rest:
            self._line(line)

    def _line(self, line: str) -> None:
        if line == "---":
            self._new_page()
        elif line.startswith("|"):
            self._row([cell.strip() for cell in line.strip("| ").split("|")])
        elif line.startswith("#"):
            level = line.count("#", 0, 2)
            text = line.lstrip("# ")
            self._paragraph(text, size=15 - 2 * level, bold=True, before=12)
            self.headings.append(Heading(level, text.replace(_ZWSP, ""), len(self.pages)))
        else:
            self._paragraph(line, size=11.5, before=6)

    def _new_page(self) -> None:
        self.pages.append([])
        self._y = _MARGIN

    def _row(self, cells: list[str]) -> None:
        self._y += 11.5 * _LEADING
        width = (PAGE[0] - 2 * _MARGIN) / 3
        for column, cell in enumerate(cells):
            self._place(self._words(cell), size=11.5, bold=False, left=_MARGIN + column * width)

    def _paragraph(self, text: str, *, size: float, bold: bool = False, before: float = 0) -> None:
        self._y += before
        for words in self._broken(self._words(text), size, bold):
            if self._y + size * _LEADING > PAGE[1] - _MARGIN:
                self._new_page()
            self._y += size * _LEADING
            self._place(words, size=size, bold=bold, left=_MARGIN)

    def _words(self, text: str) -> list[str]:
        """Return the pieces between which a line may be broken, each with the blank that follows it."""
        if self._language == "zh":
            return list(text)
        if self._language == "km":
            return [piece for part in text.split(" ") for piece in (*part.split(_ZWSP)[:-1], part.split(_ZWSP)[-1] + " ")]
        if self._language == "ar":
            return re.findall(r"\d+|[^\d\s]+|\s", text)
        return [f"{word} " for word in text.split(" ")]

    def _broken(self, words: list[str], size: float, bold: bool) -> Iterator[list[str]]:
        line: list[str] = []
        room = PAGE[0] - 2 * _MARGIN
        for word in words:
            if not line and word.isspace():
                continue
            width = self._measure(word, size, bold)
            if line and width > room and (word[0].isalnum() or self._language != "ar"):
                yield line
                line, room = [], PAGE[0] - 2 * _MARGIN
            line.append(word)
            room -= width
        yield line

    def _place(self, words: list[str], *, size: float, bold: bool, left: float) -> None:
        x = PAGE[0] - left if self._language == "ar" else left
        for word in words:
            width = self._measure(word, size, bold)
            start = x - width if self._language == "ar" else x
            self.pages[-1].append(Word(word, start, self._y, size, width, bold))
            x = start if self._language == "ar" else x + width
