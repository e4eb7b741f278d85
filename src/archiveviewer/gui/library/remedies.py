"""What is done about a file that could not be read in full: it is looked at, read again, or opened in another program."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from archiveviewer.gui.library.problems import FileRow, Remedy
from archiveviewer.gui.resting import Resting
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.records import Place
from archiveviewer.text.paths import shown

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive


class Remedies(QObject):
    """Does what a row of the problems offers; `open_outside` may be replaced.

    Signals: `place_chosen(Place)` when the selection rests, `place_opened(Place)`, `read_wanted(path)`, `said(sentence)`,
    `failed(Exception)`.
    """

    place_chosen = Signal(object)
    place_opened = Signal(object)
    read_wanted = Signal(str)
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, archive: Archive, tasks: Tasks, pane: QWidget) -> None:
        super().__init__(pane)
        self._archive = archive
        self._find = Latest(tasks)
        self.open_outside: Callable[[str], bool] = _open_outside
        self._resting = Resting(pane)
        self._resting.rested.connect(self._on_rested)

    def choose(self, row: FileRow) -> None:
        """Show a file as far as it goes when the selection rests on it."""
        self._resting.follow(row)

    def do(self, row: FileRow) -> None:
        """Do what a row offers."""
        self._resting.stop()
        match row.remedy:
            case Remedy.AGAIN:
                self.read_wanted.emit(row.path)
            case Remedy.OUTSIDE:
                self._open(row)
            case _:
                self._look_up(row, self.place_opened.emit, lambda: self._open(row))

    def stop(self) -> None:
        """End the work in threads."""
        self._find.stop()

    def _on_rested(self, row: FileRow) -> None:
        self._look_up(row, self.place_chosen.emit, lambda: None)

    def _look_up(self, row: FileRow, show: Callable[[Place], None], otherwise: Callable[[], None]) -> None:
        """Show the file in the reader as far as it goes."""
        archive = self._archive

        def work(_stop: Callable[[], bool]) -> Place | None:
            document = archive.file_at(row.path)
            return Place(document.id, row.page or 1) if document else None

        self._find.run(work, lambda place: show(place) if place is not None else otherwise(), self.failed.emit)

    def _open(self, row: FileRow) -> None:
        if not self.open_outside(row.path):
            self.said.emit(self.tr("No program opens {file}.").format(file=shown(row.name)))


def _open_outside(path: str) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))
