"""What is done with a row by itself: its quote is copied, another version of its document opened, its menu shown."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal

from archiveviewer.gui.kinds import language_name
from archiveviewer.gui.search.asking import answering
from archiveviewer.gui.search.places import WhereOf
from archiveviewer.gui.search.rows import DocumentRow, PageRow, Row
from archiveviewer.gui.search.view import ResultsView
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.records import Document, Place, Sibling

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive
    from archiveviewer.gui.reader.document.quoting import Quoting


class RowDeeds(QObject):
    """Does what the keys and the menu of a row say.

    Signals: `place_opened(Place)` for the reader, `kept(Filter)` to keep to or leave out what the document has in common with others,
    `said(sentence)`, `failed(Exception)`.
    """

    place_opened = Signal(object)
    kept = Signal(object)
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, archive: Archive, tasks: Tasks, view: ResultsView, place_of: WhereOf) -> None:
        super().__init__(view)
        self._archive, self._tasks, self._view, self._place_of = archive, tasks, view, place_of
        self._opening, self._quotes = Latest(tasks), Latest(tasks)
        self._quoting: Quoting | None = None
        view.quote_wanted.connect(self.quote)
        view.menu_wanted.connect(self._on_menu_wanted)
        view.language_wanted.connect(self._on_language_wanted)

    def stop(self) -> None:
        """End the work in threads."""
        self._opening.stop()
        self._quotes.stop()

    def quote(self) -> None:
        """Copy the quote of the selected page, or of the first one of the selected document, with its citation."""
        place = self._place_of(self._view.current_row())
        if place is None:
            self.said.emit(self.tr("Choose a page first: its quote is copied."))
            return
        archive, found = self._archive, place
        self._quotes.run(lambda _: archive.document(found.document), lambda document: self._on_quoted(document, found), self.failed.emit)

    def _on_quoted(self, document: Document, place: Place) -> None:
        from archiveviewer.gui.reader.document.lighting import lighting_of
        from archiveviewer.gui.reader.document.quoting import Quoted, Quoting

        if self._quoting is None:
            self._quoting = Quoting(self._archive, self._tasks, self)
            self._quoting.said.connect(self.said)
        country = self._archive.country_name(document.country) if document.country else ""
        self._quoting.copy(Quoted(document, country, page=place.page, index=0, lighting=lighting_of(place)))

    def _on_menu_wanted(self, row: Row, point: QPoint) -> None:
        from archiveviewer.gui.search.row_menu import row_menu

        if isinstance(row, (DocumentRow, PageRow)):
            country = self._archive.country_name(row.hit.country) if row.hit.country else ""
            opens = partial(self._open_version, row)
            menu = row_menu(row.hit, country, opens=opens, quotes=self.quote, keeps=self.kept.emit, parent=self._view)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(point)

    def _on_language_wanted(self, row: DocumentRow, language: str) -> None:
        """Open the version of a document whose language was clicked."""
        sibling = next((one for one in row.hit.siblings if one.language == language), None)
        if sibling is not None or language == row.hit.language:
            self._open_version(row, sibling)
        else:
            self.said.emit(self.tr("{language} is listed, but not in this library.").format(language=language_name(language)))

    def _open_version(self, row: Row, version: Sibling | None) -> None:
        """Open a row, or another version of its document: where the question stands in it, else at the same page."""
        place = self._place_of(row)
        if place is None:
            return
        if version is None:
            self.place_opened.emit(place)
            return
        other, archive = replace(place, document=version.document), self._archive
        self._opening.run(
            lambda _: answering(archive, other),
            lambda pages: self.place_opened.emit(replace(other, page=pages[0])),
            self.failed.emit,
        )
