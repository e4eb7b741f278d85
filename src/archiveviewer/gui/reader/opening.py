"""Opens documents away from the window's thread, and hands each over when its pages can be laid out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from archiveviewer.gui.reader.lighting import lighting_of
from archiveviewer.gui.reader.passages import Archive, read_passage
from archiveviewer.gui.reader.session import First, Session, Viewer
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.records import ArchiveError, Document, OpenedDocument, OutlineItem, Place, ViewFault


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
class _Read:
    document: Document
    country: str
    outline: tuple[OutlineItem, ...]
    viewer: Viewer | None
    first: First | None
    absent: bool
    guess: float
    page: int


class Opening(QObject):
    """Opens one document at a time, the newest asked for. `ready` comes with a Ready, `failed` with a sentence."""

    ready = Signal(object)
    failed = Signal(str)

    def __init__(self, archive: Archive, tasks: Tasks, parent: QObject | None = None, *, beside: bool = False) -> None:
        super().__init__(parent)
        self._archive, self._tasks, self._beside = archive, tasks, beside
        self._latest = Latest(tasks)
        self._session: Session | None = None

    def open(self, place: Place, key: Key = NO_KEY) -> None:
        """Open the document of a place; one that is being opened is given up."""
        self.stop()
        session = self._session = Session()
        self._latest.run(lambda stop: self._read(place, session, key, stop=stop), lambda read: self._on_read(read, session), self._on_error)

    def stop(self) -> None:
        """Give up what is being opened."""
        self._latest.stop()
        if self._session:
            self.close(self._session)
        self._session = None

    def close(self, session: Session) -> None:
        """Close a session; its worker may take a moment, so not here."""
        viewer = session.detach()
        if viewer:
            self._tasks.run(viewer.close, lambda _: session.deleteLater())
        else:
            session.deleteLater()

    def _read(self, place: Place, session: Session, key: Key, *, stop: Callable[[], bool]) -> _Read | None:
        document = self._archive.document(place.document)
        place = self._remembered(place)
        viewer, first, absent = None, None, False
        if document.paged and not stop():
            try:
                viewer = self._archive.viewer(document.id, session.take, password=key.password, patient=key.patient, beside=self._beside)
                first = First(max(place.page, 1)).ask(viewer)
            except ArchiveError:
                absent = True
        if stop() and viewer:
            viewer.close()
            return None
        country = self._archive.country_name(document.country) if document.country else ""
        outline = self._archive.outline(document.id)
        guess = self._guess(place) if viewer else 0.0
        return _Read(document, country, outline, viewer=viewer, first=first, absent=absent, guess=guess, page=place.page)

    def _remembered(self, place: Place) -> Place:
        """Return where a document was left, when nothing in it was asked for."""
        if place.page > 1 or place.lights or place.quote:
            return place
        return replace(place, page=self._archive.last_page(place.document))

    def _guess(self, place: Place) -> float:
        """Return about where on its page a place is, while the worker opens the document."""
        try:
            passage = read_passage(self._archive, place.document, place.page, lighting=lighting_of(place))
        except ArchiveError:  # a page without text is shown from its top
            return 0.0
        return passage.guess(last=place.from_end)

    def _on_read(self, read: _Read | None, session: Session) -> None:
        if read is None:
            return
        if read.viewer is None:
            self._session = None
            session.deleteLater()
            self.ready.emit(Ready(read.document, read.country, read.outline, absent=read.absent, page=read.page))
            return
        session.opened.connect(lambda pages: self._on_opened(read, session, pages=pages))
        session.refused.connect(lambda page, _name, fault: self._on_refused(read, session, fault=fault) if page == 0 else None)
        session.attach(read.viewer, read.first)

    def _on_opened(self, read: _Read, session: Session, *, pages: OpenedDocument) -> None:
        if session is self._session:
            self._session = None
            outline = read.outline or pages.outline
            made = Ready(read.document, read.country, outline, session=session, pages=pages, guess=read.guess, page=read.page)
            self.ready.emit(made)

    def _on_refused(self, read: _Read, session: Session, *, fault: ViewFault) -> None:
        if session is self._session:
            self._session = None
            self.close(session)
            self.ready.emit(Ready(read.document, read.country, read.outline, fault=fault, page=read.page))

    def _on_error(self, error: Exception) -> None:
        if not isinstance(error, ArchiveError):
            raise error
        self.failed.emit(str(error))
