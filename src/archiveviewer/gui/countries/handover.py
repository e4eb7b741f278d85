"""Writes what is shown of a country to a file, where the person wants it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from archiveviewer.gui.countries.export import SUFFIX, Export, file_name, hand_over, origin_of
from archiveviewer.gui.countries.load import Shown
from archiveviewer.gui.language import interface_language
from archiveviewer.gui.tasks import Tasks

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive


class Handover(QObject):
    """Asks where, and writes in a thread. Signals: `said(sentence)` when it is done, `failed(Exception)`."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, archive: Archive, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._archive, self._tasks, self._parent = archive, tasks, parent
        self.choose_file: Callable[[str, str], str] = self._ask_for_file

    def export(self, what: Export, shown: Shown) -> None:
        """Write a file with what is shown."""
        path = self.choose_file(file_name(what, shown.country), SUFFIX[what])
        if not path:
            return
        archive, language = self._archive, interface_language()

        def written() -> str:
            hand_over(Path(path), what, shown, origin_of(archive, language))
            return path

        self._tasks.do(written, self._on_written, self.failed.emit)

    def _on_written(self, path: str) -> None:
        self.said.emit(self.tr("Written: {path}").format(path=path))

    def _ask_for_file(self, name: str, suffix: str) -> str:
        kinds = {
            ".csv": self.tr("Tables (*.csv)"),
            ".pdf": self.tr("PDF (*.pdf)"),
            ".html": self.tr("Web pages (*.html)"),
        }.get(suffix, self.tr("Text (*.txt)"))
        path, _ = QFileDialog.getSaveFileName(self._parent, self.tr("Export"), name, kinds)
        return path
