"""A second document beside the first: another language of it, or the decision beside the request, scrolled together."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from archiveviewer.gui.reader.bars import notices
from archiveviewer.gui.reader.bars.banner import Banner
from archiveviewer.gui.reader.bars.buttons import IconButton
from archiveviewer.gui.reader.document.attempt import Ready
from archiveviewer.gui.reader.document.lighting import Lighting, lighting_of
from archiveviewer.gui.reader.document.opening import Opening
from archiveviewer.gui.reader.document.passages import Archive, fetching
from archiveviewer.gui.reader.views import Views
from archiveviewer.gui.tasks import Tasks
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.cut_label import CutLabel
from archiveviewer.records import Document, Place
from archiveviewer.text.escaping import isolate

_HEIGHT = 36
_LEAST = 260


class Beside(QWidget):
    """Shows one document without tools. `closed` comes when it is to go away, `scrolled` with how many pages down it is read."""

    closed = Signal()
    scrolled = Signal(float)

    def __init__(self, archive: Archive, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive, self._tasks, self._theme = archive, tasks, theme
        self._opening = Opening(archive, tasks, self, beside=True)
        self._ready: Ready | None = None
        self._place: Place | None = None
        self._title = CutLabel(theme, "title", parent=self)
        self._label = QLabel(self)
        self._banner = Banner(theme, self)
        self.views = Views(theme, QWidget(self), self)
        close = QAction(self.tr("Close the second document (Alt+B)"), self)
        close.triggered.connect(self.closed)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 8, 0)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self._label)
        row.addWidget(IconButton(theme, "x", close, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._banner)
        column.addWidget(self.views, 1)
        self.setMinimumWidth(_LEAST)
        self._opening.ready.connect(self._on_ready)
        self._opening.failed.connect(lambda sentence: self.views.show_sentence(self.tr("This document cannot be opened"), sentence))
        self.views.pages.scrolled.connect(self._on_scrolled)
        self.views.pages.page_changed.connect(self._on_page_changed)
        self.views.text.page_changed.connect(self._on_section_changed)
        self.views.pages.link_chosen.connect(self.views.turn_to)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return half of a usual reader."""
        return QSize(360, 400)

    @property
    def document(self) -> Document | None:
        """The document that is shown."""
        return self._ready.document if self._ready else None

    def show_place(self, place: Place) -> None:
        """Show a page of a document."""
        self._place = place
        self._opening.open(place, aim=self.views.aim())

    def clear(self) -> None:
        """Show nothing, and let go of the document."""
        self._opening.stop()
        self._opening.close_left()
        session = self._ready.session if self._ready else None
        self.views.clear()
        self._ready = None
        if session:
            self._opening.close(session)

    def follow(self, pages: float) -> None:
        """Scroll to where so many pages down are read; a text to the section that is."""
        if self.views.shows_pages:
            self.views.pages.scroll_to(pages)
        elif int(pages) + 1 != self.views.text.page:
            self.views.text.show_page(min(int(pages) + 1, max(self.count, 1)))

    def _lighting(self) -> Lighting:
        return lighting_of(self._place) if self._place else Lighting()

    def _on_ready(self, ready: Ready) -> None:
        self.clear()
        self._ready = ready
        fetch = fetching(self._archive, self._tasks, ready.document.id, self._lighting)
        self.views.show_document(ready, self._lighting(), fetch)
        self.views.show_tab()
        self._title.set_text(isolate(ready.document.title))
        notice = (
            notices.of_absence(ready.document) if ready.absent else notices.of_fault(ready.fault, ready.document) if ready.fault else None
        )
        self._banner.show_notice(notice)
        self.views.turn_to(min(self._place.page if self._place else 1, max(self.count, 1)))

    @property
    def count(self) -> int:
        """How many pages the document has."""
        if self._ready is None:
            return 0
        return len(self._ready.pages.sizes) if self._ready.pages else self._ready.document.pages

    def _on_scrolled(self, pages: float) -> None:
        if self.views.pages.hasFocus():
            self.scrolled.emit(pages)

    def _on_page_changed(self, page: int) -> None:
        labels = self._ready.pages.labels if self._ready and self._ready.pages else ()
        self._label.setText(self.tr("p. {label}").format(label=labels[page - 1]) if 0 < page <= len(labels) else "")

    def _on_section_changed(self, page: int) -> None:
        if self.views.text.hasFocus():
            self.scrolled.emit(page - 1)


def corresponding_page(page: int, count: int, other: int) -> int:
    """Return the page of another document that corresponds to a page of one with `count`: the same, or as far down."""
    return min(max(int(corresponding(page - 0.5, count, other)) + 1, 1), max(other, 1))


def corresponding(pages: float, count: int, other: int) -> float:
    """Return how many pages down another document is read where `pages` of `count` are; the same number when both are as long."""
    if count == other or count < 1:
        return pages
    return pages * other / count
