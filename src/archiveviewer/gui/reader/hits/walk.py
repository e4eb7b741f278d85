"""The walk from hit to hit through the document that is open: forwards, backwards, and past its ends."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from archiveviewer.gui.language import locale
from archiveviewer.gui.reader.document.passages import Archive
from archiveviewer.gui.reader.hits.counting import Counting, Places
from archiveviewer.gui.reader.hits.hits import Hits
from archiveviewer.gui.tasks import Tasks
from archiveviewer.records import Document, Place

_BEYOND = 1 << 40
"""A page behind all others."""


class Walk(QObject):
    """Knows the hits and which is the current one.

    `moved` comes with the page and the number of the next hit, `past` with 1 or -1 beyond the last or first, `counted` with
    how far down their text the hits of some more pages stand, `listed` with the same as rows when they are wanted, `changed` when what
    `said` returns is another.
    """

    moved = Signal(int, int)
    past = Signal(int)
    counted = Signal(object)
    listed = Signal(object)
    changed = Signal()

    def __init__(self, archive: Archive, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits = Hits()
        self._exact: dict[int, int] = {}
        self._place: Place | None = None
        self._owed: tuple[int, int] | None = None
        self._counting = Counting(archive, tasks, self)
        self._counting.counted.connect(self._on_counted)
        self._counting.listed.connect(self.listed)
        self._counting.finished.connect(self._on_finished)
        self._document: Document | None = None
        self._lists = False

    def start(self, document: Document, place: Place, *, lists: bool = False) -> None:
        """Walk the hits of a place; an evidence has none but itself. With `lists` they are listed as well."""
        self.stop()
        self._lists = lists
        self._place, self._document = place, document
        if not place.lights or place.quote:
            self._hits.complete = True
            self._document = None
        self.changed.emit()

    def count(self) -> None:
        """Begin to count the hits of the whole document, if that has not begun; the page itself should be on the screen by now."""
        if self._document and self._place:
            self._counting.start(self._document, self._place, lists=self._lists)
            self._document = None

    def stop(self) -> None:
        """Forget all hits."""
        self._counting.stop()
        self._hits = Hits()
        self._exact, self._place, self._owed, self._document = {}, None, None, None

    @property
    def current(self) -> tuple[int, int] | None:
        """Page and number of the current hit."""
        return self._hits.current

    def put(self, page: int, count: int) -> None:
        """Say how many hits a page that is seen really has."""
        self._exact[page] = count
        if self._place and (page in self._hits.counts or page == self._place.page):
            self._hits.put(page, count)
            self.changed.emit()

    def arrive(self, page: int, index: int | None) -> None:
        """Say which hit has been gone to."""
        self._hits.current = (page, index) if index is not None and self._hits.counts.get(page) else None
        self.changed.emit()

    def step(self, direction: int, seen: int) -> None:
        """Go to the next hit (1) or the one before (-1); from the page that is seen, when that is not the one of the current hit."""
        self._owed = None
        page, index = self._hits.current or (seen, None)
        if page != seen:
            page, index = seen, None
        target = self._target(direction, page, index)
        if target:
            self.moved.emit(*target)
        elif self._hits.complete:
            self.past.emit(direction)
        else:
            self._owed = (direction, seen)
            self.count()

    def wrap(self, direction: int) -> bool:
        """Go to the first hit of the document (1) or the last (-1); tell whether there is one."""
        target = self._hits.after(0) if direction > 0 else self._hits.before(_BEYOND, 0)
        if target:
            self.moved.emit(*target)
        return target is not None

    @property
    def is_complete(self) -> bool:
        """Whether all hits are known."""
        return self._hits.complete

    def said(self) -> str:
        """Return "Hit 2 of 23"; without the total while it is not known, empty when there are no hits."""
        if self._place is None or not self._place.lights or self._place.quote or not self._hits.total:
            return ""
        number, total = locale().toString(self._hits.number), locale().toString(self._hits.total)
        if not self._hits.complete:
            return self.tr("Hit {number}").format(number=number) if self._hits.number else self.tr("Hits")
        if not self._hits.number:
            return self.tr("%n hits", "", self._hits.total)
        return self.tr("Hit {number} of {total}").format(number=number, total=total)

    def _target(self, direction: int, page: int, index: int | None) -> tuple[int, int] | None:
        if direction > 0:
            return self._hits.after(page, -1 if index is None else index)
        return self._hits.before(page, index)

    def _on_counted(self, places: Places) -> None:
        for page, hits in places.items():
            self._hits.put(page, self._exact.get(page, len(hits)))
        self.counted.emit(places)
        self.changed.emit()
        if self._owed:
            self.step(*self._owed)

    def _on_finished(self) -> None:
        self._hits.complete = True
        self.changed.emit()
        if self._owed:
            self.step(*self._owed)
