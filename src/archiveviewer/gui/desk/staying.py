"""Remembers the pages at which one stays, so that they can be found again by what one was looking for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from archiveviewer.gui.tasks import Tasks
from archiveviewer.records import Place, Visit

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive

_STAYED = 5000
"""Milliseconds after which a page counts as looked at."""


class Staying(QObject):
    """Belongs to one desk."""

    def __init__(self, archive: Archive, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._archive, self._tasks = archive, tasks
        self._place: Place | None = None
        self._timer = QTimer(self, singleShot=True, interval=_STAYED)
        self._timer.timeout.connect(self.keep)

    def note(self, place: Place) -> None:
        """Note what the reader shows; it is kept when one stays there."""
        if self._place is None or (place.document, place.page) != (self._place.document, self._place.page):
            self._place = place
            self._timer.start()

    def keep(self) -> None:
        """Take it that one has stayed long enough at what the reader shows."""
        self._timer.stop()
        place, archive = self._place, self._archive
        if place is not None:
            self._tasks.do(lambda: _keep_visit(archive, place), lambda _: None, lambda _: None)

    def stop(self) -> None:
        """Keep no more."""
        self._timer.stop()


def _keep_visit(archive: Archive, place: Place) -> None:
    """Keep a page as looked at; runs in a thread."""
    document = archive.document(place.document)
    label = archive.page(place.document, place.page).label
    archive.remember_visit(Visit(document.path, place.page, label, document.title, place.query, ""))
