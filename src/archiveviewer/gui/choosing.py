"""Which library is open: one that is chosen, dropped, or known from other days, the sample, or a new one for a folder."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from archiveviewer.gui.frame import Frame
from archiveviewer.gui.state import WindowState
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.settings import is_library

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive

OpenArchive = Callable[[Path], "Archive"]
_KNOWN = 8
"""So many libraries are remembered."""
_BEST_KNOWN = "KHM"
"""The country of which the sample archive has most."""


def _open_anew(library: Path) -> Archive:
    from archiveviewer.archive.door import Archive

    return Archive.open_anew(library)


class Choosing(QObject):
    """Opens libraries. `open_archive` opens or makes one; `usual` is where a new one is made; `damaged` is one to be made anew, if any.

    Signals: `opened(archive)`; `not_opened(sentence)` says why; `all_wanted()` when all folders of the library that is open are to be
    read; `folder_wanted(folder, country)` when it is to read a folder, and then to show a country, if one is named.
    """

    opened = Signal(object)
    not_opened = Signal(str)
    all_wanted = Signal()
    folder_wanted = Signal(str, str)

    def __init__(self, frame: Frame, state: WindowState, *, open_archive: OpenArchive, usual: Path) -> None:
        super().__init__(frame)
        self._frame, self._state, self._open_archive, self._usual = frame, state, open_archive, usual
        self._here: Path | None = None
        self.damaged: Path | None = None
        self._tasks = Tasks(self, threads=1)
        self._opening = Latest(self._tasks)
        self.open_anew: OpenArchive = _open_anew
        self.choose_folder: Callable[[str], str] = self._ask_for_folder
        self._menu = QMenu(frame)
        self._menu.aboutToShow.connect(self._fill_menu)
        frame.top.library.setMenu(self._menu)

    def close(self) -> None:
        """End the work in threads."""
        self._opening.stop()
        self._tasks.close()

    # -- opening ------------------------------------------------------------------------------------------------

    def open_sample(self) -> None:
        """Open the sample archive; the first time it is read, and then its best-known country is shown."""
        from archiveviewer.gui import libraries

        try:
            folder = libraries.sample_folder()
        except FileNotFoundError:
            self.not_opened.emit(self.tr("This installation has no sample archive."))
            return

        def read_once(archive: Archive) -> None:
            if not any(Path(known.path) == folder and known.read_at for known in archive.folders()):
                self.folder_wanted.emit(str(folder), _BEST_KNOWN)

        self._open(libraries.sample_library(), read_once)

    def add_folder(self, folder: str) -> None:
        """Make a folder part of the library, which is made when there is none, and read it."""
        if self._here is not None:
            self.folder_wanted.emit(folder, "")
        else:
            self._open(self._usual, lambda _: self.folder_wanted.emit(folder, ""))

    def open_library(self, folder: Path) -> None:
        """Open the library in `folder`, when there is one."""
        if is_library(folder):
            self._open(folder)
            return
        said = self.tr("{folder} holds no library. Choose the folder with index.db in it, or add it as a folder of documents.")
        self.not_opened.emit(said.format(folder=folder))

    def take(self, folder: Path) -> None:
        """Open a folder that is a library, and read any other into the one that is open."""
        if is_library(folder):
            self.open_library(folder)
        else:
            self.add_folder(str(folder))

    def _open(self, library: Path, then: Callable[[Archive], None] = lambda _: None) -> None:
        """Open a library or make it, in a thread, and do what follows; say why when that is not possible."""

        def opened(archive: Archive) -> None:
            self.opened.emit(archive)
            then(archive)

        self._begin(lambda: self._open_archive(library), opened)

    def renew(self, library: Path | None) -> None:
        """Make the index of a damaged library anew, in a thread, and have its folders read."""
        if library is None:
            return

        def opened(archive: Archive) -> None:
            self.opened.emit(archive)
            self.all_wanted.emit()

        self._begin(partial(self.open_anew, library), opened)

    def _begin(self, work: Callable[[], Archive], opened: Callable[[Archive], None]) -> None:
        self._frame.footer.say(self.tr("Opening the library…"))
        self._opening.run(lambda _: work(), opened, self.tell)

    def tell(self, error: Exception) -> None:
        """Say why a library could not be opened."""
        from archiveviewer.records import ArchiveError, DamagedIndexError

        if not isinstance(error, ArchiveError):
            raise error
        self.damaged = Path(error.library) if isinstance(error, DamagedIndexError) else None
        self.not_opened.emit(str(error))

    # -- asking -------------------------------------------------------------------------------------------------

    def ask_for_documents(self) -> None:
        """Let a person choose a folder of documents."""
        chosen = self.choose_folder(self.tr("Add a folder to the library"))
        if chosen:
            self.add_folder(chosen)

    def ask_for_library(self) -> None:
        """Let a person choose a library."""
        chosen = self.choose_folder(self.tr("Open a library"))
        if chosen:
            self.open_library(Path(chosen))

    def _ask_for_folder(self, title: str) -> str:
        from PySide6.QtWidgets import QFileDialog

        return QFileDialog.getExistingDirectory(self._frame.window(), title)

    # -- libraries of other days --------------------------------------------------------------------------------

    def show_open(self, library: Path | None) -> None:
        """Keep the library that is open as the one opened last."""
        self._here = library
        if library is not None:
            known = [path for path in self._state.texts("libraries") if path != str(library)]
            self._state.set_text("library", str(library))
            self._state.set_texts("libraries", (str(library), *known[: _KNOWN - 1]))

    def _fill_menu(self) -> None:
        """List other libraries, and ways to more."""
        from archiveviewer.gui import libraries

        menu, commands = self._menu, self._frame.commands
        menu.clear()
        for path in self._state.texts("libraries"):
            action = menu.addAction(libraries.name_of(Path(path)).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(Path(path) == self._here)
            action.setToolTip(path)
            action.triggered.connect(partial(self.open_library, Path(path)))
        menu.addSeparator()
        menu.addActions([commands.open_library, commands.open_sample])
