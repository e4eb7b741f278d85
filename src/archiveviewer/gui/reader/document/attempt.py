"""One attempt to open a document: its file is read and handed to a worker away from the window's thread, until it can be laid out."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from archiveviewer.gui.reader.document.first import First
from archiveviewer.gui.reader.document.lighting import lighting_of
from archiveviewer.gui.reader.document.passages import Archive, read_passage
from archiveviewer.gui.reader.document.session import Session
from archiveviewer.gui.reader.document.viewing import Viewer
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.layout.aim import Aim
from archiveviewer.records import ArchiveError, Document, OpenedDocument, OutlineItem, Place, ViewFault

MOST_AHEAD = 32 << 20
"""Bytes of the largest file that is opened before anybody asks for it."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A document that can be shown. Without `session` there are no pages to draw: it has none, `fault` says why not, or it is `absent`.

    `page` is where it is to be read, and `guess` about how far down that the place is that was asked for, from 0 to 1.
    """

    document: Document
    country: str
    outline: tuple[OutlineItem, ...]
    session: Session | None = None
    pages: OpenedDocument | None = None
    fault: ViewFault | None = None
    absent: bool = False
    guess: float = 0.0
    page: int = 1


@dataclass(frozen=True, slots=True)
class Key:
    """What a person gives to open a document that would not open by itself: its password, or the patience to wait."""

    password: str = field(default="", repr=False)
    patient: bool = False


NO_KEY = Key()


@dataclass(frozen=True, slots=True)
class How:
    """How a document is opened: with a key, seen through an `aim`, `beside` another, or `ahead` of being asked for."""

    key: Key = NO_KEY
    aim: Aim | None = None
    beside: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    ready: Ready
    viewer: Viewer | None = None


class Attempt(QObject):
    """Opens the document of a place. `done` comes once with a Ready, unless `failed` comes with a sentence, or it is given up."""

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, archive: Archive, tasks: Tasks, place: Place, how: How, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.ready: Ready | None = None
        self._known: Ready | None = None
        self._archive, self._how = archive, how
        self._latest = Latest(tasks)
        self._first = First(how.aim, lighting_of(place))
        self.session = Session(self._first)
        self._guard = threading.Lock()
        self._viewer: Viewer | None = None
        self._is_released = False

    def start(self, before: Callable[[], None] | None = None) -> None:
        """Begin; what is to be done `before` is done in the same thread."""
        self._latest.run(lambda stop: self._read(before, stop=stop), self._on_read, self._on_error)
        self.session.opened.connect(self._on_opened)  # while nothing else can be done yet
        self.session.refused.connect(self._on_refused)

    def stop(self) -> None:
        """Give up; nothing comes any more. `release` has to follow."""
        self._latest.stop()
        self.session.detach()
        self.session.deleteLater()
        self.deleteLater()

    def release(self) -> None:
        """Close the document, now or as soon as it is open. This may take a moment, and may be called from any thread."""
        with self._guard:
            self._is_released = True
            viewer = self._viewer
        if viewer:
            viewer.close()

    def _read(self, before: Callable[[], None] | None, *, stop: Callable[[], bool]) -> _Read | None:
        if before:
            before()
        document = self._archive.document(self.place.document)
        if stop() or (self._how.ahead and document.size > MOST_AHEAD):
            return None
        place = self._remembered(self.place, document)
        viewer, absent = None, False
        if document.paged:
            try:
                viewer = self._open(document)
            except ArchiveError:
                absent = True
        try:
            guess = self._ask(viewer, place) if viewer else None
            country = self._archive.country_name(document.country) if document.country else ""
            outline = self._archive.outline(document.id)
        finally:
            if viewer:
                self._first.wait(viewer)
        return _Read(Ready(document, country, outline, absent=absent, guess=guess or 0.0, page=place.page), viewer)

    def _ask(self, viewer: Viewer, place: Place) -> float | None:
        """Ask for the page that will be seen; return about where on it that is."""
        page = max(place.page, 1)
        self._first.ask(viewer, page)
        guess = self._guess(place)
        self._first.expect(viewer, page, guess)
        return guess

    def _open(self, document: Document) -> Viewer:
        """Hand the document to a worker; one that is not wanted any more is closed at once."""
        how, take = self._how, self.session.take
        viewer = self._archive.viewer(document, take, password=how.key.password, patient=how.key.patient, beside=how.beside, by_hand=True)
        with self._guard:
            self._viewer = viewer
            released = self._is_released
        if released:
            viewer.close()
        return viewer

    def _remembered(self, place: Place, document: Document) -> Place:
        """Return where a document was left, when nothing in it was asked for."""
        if place.page > 1 or place.lights or place.quote:
            return place
        return replace(place, page=self._archive.last_page(document))

    def _guess(self, place: Place) -> float | None:
        """Return about where on its page a place is, None for its top, while the worker opens the document."""
        if not place.lights and not place.quote:
            return None
        try:
            passage = read_passage(self._archive, place.document, place.page, lighting=lighting_of(place))
        except ArchiveError:  # a page without text is shown from its top
            return 0.0
        return passage.guess(last=place.from_end)

    def _on_read(self, read: _Read | None) -> None:
        if read is None:
            return
        self._known = read.ready
        if read.viewer:
            self.session.attach(read.viewer)
        else:
            self._finish(read.ready)

    def _on_opened(self, pages: OpenedDocument) -> None:
        if self.ready is None and self._known:
            self._finish(replace(self._known, session=self.session, pages=pages))

    def _on_refused(self, page: int, _name: object, fault: ViewFault) -> None:
        if self.ready is None and self._known and page == 0:
            self._finish(replace(self._known, fault=fault, guess=0.0))

    def _finish(self, ready: Ready) -> None:
        self.ready = ready
        self.done.emit(ready)

    def _on_error(self, error: Exception) -> None:
        if not isinstance(error, ArchiveError):
            raise error
        self.failed.emit(str(error))
