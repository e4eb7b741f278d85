"""Saves what Deadlines shows: asks for a file, has it painted in the window or written by the archive, and says what became of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from archiveviewer.gui.deadlines.export import Export, drawing, file_kinds, picture, text_of
from archiveviewer.gui.writing import write
from archiveviewer.records import ArchiveError

if TYPE_CHECKING:
    from archiveviewer.gui.deadlines.drawing import LanesDrawing
    from archiveviewer.gui.deadlines.sheet import Sheet
    from archiveviewer.gui.tasks import Tasks
    from archiveviewer.gui.theme import Theme


class Handover(QObject):
    """Writes files; `choose_file` asks for the name of one and may be replaced.

    Signal: `said(sentence)` when a file was written, or could not be.
    """

    said = Signal(str)

    def __init__(self, theme: Theme, view: LanesDrawing, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._view, self._tasks, self._window = theme, view, tasks, parent
        self.choose_file: Callable[[str, Export], str] = self._ask_for_file

    def save(self, what: Export, sheet: Sheet) -> None:
        """Write a file of what is shown, where the person wants it."""
        chosen = self.choose_file(f"deadlines-{sheet.library}{what}".replace(" ", "-"), what)
        if not chosen:
            return
        path, painted = Path(chosen), self._painted(what, sheet)
        chains = [lane.chain for lane in sheet.lanes]

        def written() -> None:
            write(path, painted if painted is not None else text_of(what, chains, name=sheet.library))

        self._tasks.do(written, lambda _: self._on_written(path), self._on_unwritten)

    def _painted(self, what: Export, sheet: Sheet) -> bytes | None:
        """Return what only the window can paint, None for what the archive writes."""
        if what == Export.PICTURE:
            return picture(self._view)
        if what == Export.DRAWING:
            return drawing(self._view)
        if what == Export.SHEET:
            from archiveviewer.gui.deadlines.sheet import page

            return page(sheet, self._theme)
        return None

    def _on_written(self, path: Path) -> None:
        self.said.emit(self.tr("Written: {path}").format(path=path))

    def _on_unwritten(self, error: Exception) -> None:
        if not isinstance(error, ArchiveError):
            raise error
        self.said.emit(str(error))

    def _ask_for_file(self, name: str, what: Export) -> str:
        path, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save what is shown"), name, file_kinds(what))
        return path
