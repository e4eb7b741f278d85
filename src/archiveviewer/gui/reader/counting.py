"""Counts the hits of a document in the background, some pages at a time, from the page being read onwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from archiveviewer.gui.reader.passages import Archive
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.records import ArchiveError, Document, Place

_AT_A_TIME = 24

Places = dict[int, tuple[float, ...]]
"""For each page how far down its text the hits stand, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class _Part:
    places: Places
    left: tuple[int, ...]


class Counting(QObject):
    """`counted` comes with what was found on some more pages, `finished` when all pages have been looked at."""

    counted = Signal(object)
    finished = Signal()

    def __init__(self, archive: Archive, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._latest = Latest(tasks)
        self._document = 0
        self._place = Place(0)

    def start(self, document: Document, place: Place) -> None:
        """Count for a place; what was being counted is given up."""
        self._document, self._place = document.id, place

        def first(stop: Callable[[], bool]) -> _Part:
            found = self._archive.hit_pages(document.id, place.query) if place.query else tuple(range(1, document.pages + 1))
            ahead = [page for page in found if page >= place.page]
            return self._count((*ahead, *(page for page in found if page < place.page)), stop)

        self._latest.run(first, self._on_counted, self._on_error)

    def stop(self) -> None:
        """Count no more."""
        self._latest.stop()

    def _count(self, pages: Sequence[int], stop: Callable[[], bool]) -> _Part:
        places: Places = {}
        for page in pages[:_AT_A_TIME]:
            if stop():
                break
            places[page] = self._places(page)
        return _Part(places, tuple(pages[_AT_A_TIME:]))

    def _places(self, page: int) -> tuple[float, ...]:
        try:
            text = self._archive.page(self._document, page).text
            marks = self._archive.marks(self._document, page, self._place.lights)
        except ArchiveError:  # a page without text has no hits
            return ()
        return tuple(start / max(len(text), 1) for start, _ in marks)

    def _on_counted(self, part: _Part) -> None:
        self.counted.emit(part.places)
        if part.left:
            self._latest.run(lambda stop: self._count(part.left, stop), self._on_counted, self._on_error)
        else:
            self.finished.emit()

    def _on_error(self, error: Exception) -> None:
        if not isinstance(error, ArchiveError):
            raise error
        self.finished.emit()
