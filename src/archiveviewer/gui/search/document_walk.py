"""Walks from the last hit of a document to the first one of the next in the list, and back, as F3 does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from archiveviewer.gui.search.asking import hit_pages
from archiveviewer.gui.search.places import WhereOf, at_end
from archiveviewer.gui.search.rows import Row
from archiveviewer.gui.search.view import ResultsView
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.records import Place

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive


class DocumentWalk(QObject):
    """Signals: `place_chosen(Place)` where the walk has come, `place_expected(Place)` where it will likely come next, `said(sentence)`."""

    place_chosen = Signal(object)
    place_expected = Signal(object)
    said = Signal(str)

    def __init__(self, archive: Archive, tasks: Tasks, view: ResultsView, place_of: WhereOf) -> None:
        super().__init__(view)
        self._archive, self._view, self._place_of = archive, view, place_of
        self._question = Latest(tasks)

    def step(self, step: int, *, current: int | None) -> bool:
        """Go from the document `current` to the next (or with -1 the previous); return whether there is one."""
        following = self._view.neighbour(current, step) if current is not None else None
        if following is None:
            self.said.emit(self.tr("This is the last hit.") if step > 0 else self.tr("This is the first hit."))
            return False
        place = self._place_of(following, from_end=step < 0)
        if place is not None:
            self._question.run(lambda _: hit_pages(self._archive, place), lambda pages: self._on_step(place, pages))
        return place is not None

    def stop(self) -> None:
        """End the work in threads."""
        self._question.stop()

    def _on_step(self, place: Place, pages: Sequence[int]) -> None:
        """Show the first hit of the document that was stepped into, or the last when walking backwards."""
        place = at_end(place, pages)
        self._view.select(place.document, place.page)
        self.place_chosen.emit(place)
        self._look_ahead(place)

    def _look_ahead(self, place: Place) -> None:
        """Name the document after the one that was stepped into, where the walk will likely come next."""
        following: Row | None = self._view.neighbour(place.document, -1 if place.from_end else 1)
        then = self._place_of(following, from_end=place.from_end) if following is not None else None
        if then is not None:
            self._question.run(
                lambda _: hit_pages(self._archive, then), lambda pages: self.place_expected.emit(at_end(then, pages)), lambda _: None
            )
