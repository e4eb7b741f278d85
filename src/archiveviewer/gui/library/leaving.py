"""Folders that were taken out of the library: gone from the list at once, forgotten when nobody has undone that."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from archiveviewer.gui.tasks import Tasks

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive


class Leaving(QObject):
    """Holds the paths of such folders.

    Signals: `changed()` when the list looks different, `forgotten()` when the archive has forgotten one, `undo_offered(sentence, undo,
    settle)`, `failed(Exception)`.
    """

    changed = Signal()
    forgotten = Signal()
    undo_offered = Signal(str, object, object)
    failed = Signal(object)

    def __init__(self, archive: Archive, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._archive, self._tasks = archive, tasks
        self._paths: list[str] = []

    @property
    def paths(self) -> tuple[str, ...]:
        """The folders that are still known, and no longer shown."""
        return tuple(self._paths)

    def take_out(self, path: str, name: str) -> None:
        """Take a folder out of the list; the files themselves stay."""
        if path in self._paths:
            return
        self._paths.append(path)
        self.changed.emit()
        said = self.tr("{folder} is out of the library. Its files are untouched.").format(folder=name)
        self.undo_offered.emit(said, partial(self.keep, path), partial(self._settle, path))

    def keep(self, path: str) -> None:
        """Keep a folder after all."""
        if path in self._paths:
            self._paths.remove(path)
            self.changed.emit()

    def forget_all(self) -> None:
        """Forget them now; the window is closing."""
        for path in self._paths:
            self._archive.remove_folder(path)

    def _settle(self, path: str) -> None:
        """Forget a folder: the time to undo it is over."""
        if path in self._paths:
            archive = self._archive
            self._tasks.do(lambda: archive.remove_folder(path), lambda _: self._on_forgotten(path), self._on_error)

    def _on_forgotten(self, path: str) -> None:
        if path in self._paths:
            self._paths.remove(path)
        self.forgotten.emit()

    def _on_error(self, error: Exception) -> None:
        self._paths.clear()
        self.changed.emit()
        self.failed.emit(error)
