"""Shows a second document beside the one that is read: offers which, and scrolls both together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from archiveviewer.gui.kinds import language_name
from archiveviewer.gui.reader.beside import Beside, corresponding, corresponding_page
from archiveviewer.gui.reader.document.passages import Archive
from archiveviewer.gui.reader.side.side import SideSplit
from archiveviewer.gui.reader.views import Views
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Document, Place

translate = QCoreApplication.translate
_RECENT = 8


class Pairing(QObject):
    """Holds the second document. `said` comes with a sentence for the footer."""

    said = Signal(str)

    def __init__(self, archive: Archive, tasks: Tasks, theme: Theme, side: SideSplit, views: Views) -> None:
        super().__init__(side)
        self._archive, self._tasks, self._theme, self._side, self._views = archive, tasks, theme, side, views
        self._looking = Latest(tasks)
        self._beside: Beside | None = None
        self._follows = False
        views.pages.scrolled.connect(self._on_scrolled)
        views.text.page_changed.connect(self._on_section_changed)

    @property
    def is_open(self) -> bool:
        """Whether a second document is shown."""
        return self._beside is not None

    @property
    def beside(self) -> Beside | None:
        """The second document."""
        return self._beside

    def offer(self, document: Document, siblings: Sequence[Document], at: QPoint, *, page: int, place: Place | None) -> None:
        """Offer the other languages of a document and those read lately, to be shown beside it at the corresponding page."""
        languages = tuple(sibling for sibling in siblings if sibling.id != document.id)
        self._looking.run(
            lambda _: self._archive.recent_documents(_RECENT),
            lambda recent: self._open_menu(document, languages, recent, at=at, page=page, place=place),
        )

    def open(self, document: Document, *, page: int, place: Place | None) -> None:
        """Show a document beside the one that is read, with the same words lit."""
        if self._beside is None:
            self._beside = Beside(self._archive, self._tasks, self._theme)
            self._beside.closed.connect(self.close)
            self._beside.scrolled.connect(self._on_scrolled_there)
            self._side.show_beside(self._beside)
        lights = place.lights if place else ()
        self._beside.show_place(Place(document.id, min(max(page, 1), max(document.pages, 1)), lights))

    def close(self) -> None:
        """Take the second document away."""
        beside, self._beside = self._beside, None
        if beside:
            beside.clear()
            beside.hide()
            beside.deleteLater()
            self._views.take_keys()

    def _open_menu(
        self,
        document: Document,
        languages: Sequence[Document],
        recent: Sequence[Document],
        *,
        at: QPoint,
        page: int,
        place: Place | None,
    ) -> None:
        offered = choices(document, languages, recent)
        if not offered:
            self.said.emit(self.tr("No other language and no document read lately can be shown beside this one."))
            return
        menu = QMenu(self._side)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, chosen in offered:
            start = corresponding_page(page, self._views.page_count, chosen.pages) if chosen in languages else 1
            menu.addAction(words.replace("&", "&&"), partial(self.open, chosen, page=start, place=place))
        menu.popup(at)

    def _on_scrolled(self, pages: float) -> None:
        beside = self._beside
        if beside and not self._follows and not beside.views.pages.hasFocus():
            beside.follow(corresponding(pages, self._views.page_count, beside.count))

    def _on_section_changed(self, page: int) -> None:
        beside = self._beside
        if beside and not self._views.shows_pages and not beside.views.text.hasFocus():
            beside.follow(corresponding(page - 0.5, self._views.page_count, beside.count))

    def _on_scrolled_there(self, pages: float) -> None:
        if self._beside and self._views.shows_pages:
            self._follows = True
            self._views.pages.scroll_to(corresponding(pages, self._beside.count, self._views.page_count))
            self._follows = False


def choices(document: Document, languages: Sequence[Document], recent: Sequence[Document]) -> list[tuple[str, Document]]:
    """Return what can be shown beside a document, in words: its other languages, then what was read lately."""
    form = translate("reader", "{language}: {title}")
    siblings = [(form.format(language=language_name(one.language or ""), title=one.title), one) for one in languages]
    return siblings + [(one.title, one) for one in recent if one.id != document.id and one not in languages]
