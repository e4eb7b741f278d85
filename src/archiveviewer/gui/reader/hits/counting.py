"""Counts the hits of a document in the background, some pages at a time, from the page being read onwards."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from archiveviewer.gui.reader.document.passages import Archive
from archiveviewer.gui.reader.hits.found_list import FoundRow
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.records import ArchiveError, Document, PageText, Place, Span
from archiveviewer.text.snippets import ELLIPSIS, snippet

_AT_A_TIME = 24
_FEW = 300
"""Of a document with so many pages each is looked at, when the index knows none that has the words."""

_BEFORE, _BEHIND = 28, 110
"""How many letters around a hit are listed: few before it, so that it stands in the first line of a narrow list."""

_MOST_OF_A_PAGE = 200
_SPACE = re.compile(r"\s+")

Places = dict[int, tuple[float, ...]]
"""For each page how far down its text the hits stand, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class _Part:
    places: Places
    rows: tuple[FoundRow, ...]
    left: tuple[int, ...]


class Counting(QObject):
    """`counted` comes with what was found on some more pages, `listed` with the same as rows, `finished` when all have been looked at."""

    counted = Signal(object)
    listed = Signal(object)
    finished = Signal()

    def __init__(self, archive: Archive, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._latest = Latest(tasks)
        self._document = 0
        self._place = Place(0)
        self._lists = False
        self._paged = True

    def start(self, document: Document, place: Place, *, lists: bool = False) -> None:
        """Count for a place; what was being counted is given up. With `lists` the words around each hit are told as well."""
        self._document, self._place, self._lists, self._paged = document.id, place, lists, document.paged

        def first(stop: Callable[[], bool]) -> _Part:
            found = _pages_of(self._archive, document.id, place) if place.query else ()
            if not place.query or (lists and not found and document.pages <= _FEW):
                found = tuple(range(1, document.pages + 1))
            ahead = [page for page in found if page >= place.page]
            return self._count((*ahead, *(page for page in found if page < place.page)), stop)

        self._latest.run(first, self._on_counted, self._on_error)

    def stop(self) -> None:
        """Count no more."""
        self._latest.stop()

    def _count(self, pages: Sequence[int], stop: Callable[[], bool]) -> _Part:
        places: Places = {}
        rows: list[FoundRow] = []
        for page in pages[:_AT_A_TIME]:
            if stop():
                break
            found, marks = self._look(page)
            places[page] = tuple(start / max(len(found.text), 1) for start, _ in marks) if found else ()
            if found and self._lists:
                rows += [_row(found, mark, index, paged=self._paged) for index, mark in enumerate(marks[:_MOST_OF_A_PAGE])]
        return _Part(places, tuple(rows), tuple(pages[_AT_A_TIME:]))

    def _look(self, page: int) -> tuple[PageText | None, tuple[Span, ...]]:
        try:
            return self._archive.page(self._document, page), self._archive.marks(self._document, page, self._place.lights)
        except ArchiveError:  # a page without text has no hits
            return None, ()

    def _on_counted(self, part: _Part) -> None:
        if part.rows:
            self.listed.emit(part.rows)
        self.counted.emit(part.places)
        if part.left:
            self._latest.run(lambda stop: self._count(part.left, stop), self._on_counted, self._on_error)
        else:
            self.finished.emit()

    def _on_error(self, error: Exception) -> None:
        if not isinstance(error, ArchiveError):
            raise error
        self.finished.emit()


def _row(page: PageText, mark: Span, index: int, *, paged: bool) -> FoundRow:
    """Return a hit with the words around it."""
    start = max(mark[0] - _BEFORE, 0)
    if start and (space := _SPACE.search(page.text, start - 1, mark[0])):  # no word is cut in its middle
        start = space.end()
    part = page.text[start : mark[1] + _BEHIND]
    words, marks = snippet(part, [(mark[0] - start, mark[1] - start)], width=len(part))
    lead = ELLIPSIS if page.text[:start].strip() else ""
    shifted = tuple((len(lead) + begin, len(lead) + end) for begin, end in marks)
    return FoundRow(page.number, index, page.label, lead + words, shifted, paged=paged)


def _pages_of(archive: Archive, document: int, place: Place) -> tuple[int, ...]:
    return archive.hit_pages(document, place.query, also=place.also, without=place.without)
