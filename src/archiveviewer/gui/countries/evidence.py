"""Shows in the reader what is chosen in a profile: the place of a sentence, or the file of a cell of the ledger."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from archiveviewer.gui.chain.places import place
from archiveviewer.gui.countries.file_deeds import Doubt
from archiveviewer.gui.countries.ledger import Cell
from archiveviewer.gui.resting import Resting
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.records import ListedAttachment, Place

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive


class Evidence(QObject):
    """Lets the reader follow, or gives it the keys.

    Signals: `place_chosen(Place)` when the selection rests, `place_opened(Place)`, `doubt_opened(Doubt)` when a person is to be asked
    about the file that the reader shows, `failed(Exception)`.
    """

    place_chosen = Signal(object)
    place_opened = Signal(object)
    doubt_opened = Signal(object)
    failed = Signal(object)

    def __init__(self, archive: Archive, tasks: Tasks, pane: QWidget) -> None:
        super().__init__(pane)
        self._archive = archive
        self._question = Latest(tasks)
        self._resting = Resting(pane)
        self._resting.rested.connect(self.place_chosen)

    def choose(self, place: Place) -> None:
        """Show a place when the selection rests on it, while the keys stay where they are."""
        self._resting.follow(place)

    def open(self, place: Place) -> None:
        """Show a place now, and give the reader the keys."""
        self._resting.stop()
        self.place_opened.emit(place)

    def choose_file(self, cell: Cell) -> None:
        """Show the file of a cell, or the page that lists it when the file is missing, while the keys stay here."""
        self._find(_first_here(cell), self.choose)

    def open_file(self, cell: Cell) -> None:
        """Open the file of a cell, or the page that lists it when the file is missing; ask about one that is in doubt."""
        listed = _first_here(cell)

        def opened(place: Place) -> None:
            self.open(place)
            if listed.state == "doubtful":
                self.doubt_opened.emit(Doubt(listed, place.document))

        self._find(listed, opened)

    def open_listing(self, listed: ListedAttachment) -> None:
        """Open the page that lists a file."""
        where = listing_place(listed)
        if where is not None:
            self.open(where)

    def _find(self, listed: ListedAttachment, show: Callable[[Place], None]) -> None:
        archive = self._archive
        self._question.run(lambda _: _place_of(archive, listed), lambda found: show(found) if found else None, self.failed.emit)


def listing_place(listed: ListedAttachment) -> Place | None:
    """Return where a file is listed."""
    return place(listed.attachment.evidence, listed.source, value=listed.attachment.title)


def _first_here(cell: Cell) -> ListedAttachment:
    """Return the first file of a cell that was found, else the first."""
    return next((one for one in cell.files if one.match is not None), cell.files[0])


def _place_of(archive: Archive, listed: ListedAttachment) -> Place | None:
    """Return the file of a listed one, or where it is listed; runs in a thread."""
    document = archive.document_at(listed.match) if listed.match is not None else None
    return Place(document.id) if document is not None else listing_place(listed)
