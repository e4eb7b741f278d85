"""Which library is open: one that is chosen, dropped, or known from other days, the sample, or a new one for a folder."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from archiveviewer.gui.tasks import Latest, Tasks

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive
    from archiveviewer.gui.desk.desk import Desk
    from archiveviewer.gui.window import MainWindow

OpenArchive = Callable[[Path], "Archive"]
_KNOWN = 8
"""So many libraries are remembered."""


class Choosing(QObject):
    """Opens libraries for a window. `open_archive` opens or makes one; `usual` is where a new one is made."""

    def __init__(self, window: MainWindow, *, open_archive: OpenArchive, usual: Path) -> None:
        super().__init__(window)
        self._window, self._open_archive, self._usual = window, open_archive, usual
        self._tasks = Tasks(self, threads=1)
        self._opening = Latest(self._tasks)
        self.choose_folder: Callable[[str], str] = self._ask_for_folder
        self._menu = QMenu(window)
        self._menu.aboutToShow.connect(self._fill_menu)
        window.frame.top.library.setMenu(self._menu)

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
            self._window.say_trouble(self.tr("This installation has no sample archive."))
            return

        def read_once(desk: Desk) -> None:
            if not any(Path(known.path) == folder and known.read_at for known in desk.archive.folders()):
                desk.readings.read_first(str(folder), then="KHM")

        self._open(libraries.sample_library(), read_once)

    def add_folder(self, folder: str) -> None:
        """Make a folder part of the library, which is made when there is none, and read it."""
        desk = self._window.desk
        if desk is not None:
            desk.readings.read(folder)
        else:
            self._open(self._usual, lambda made: made.readings.read(folder))

    def open_library(self, folder: Path) -> None:
        """Open the library in `folder`, when there is one."""
        from archiveviewer.gui import libraries

        if libraries.is_library(folder):
            self._open(folder)
            return
        said = self.tr("{folder} holds no library. Choose the folder with index.db in it, or add it as a folder of documents.")
        self._window.say_trouble(said.format(folder=folder))

    def take(self, folder: Path) -> None:
        """Open a folder that is a library, and read any other into the one that is open."""
        from archiveviewer.gui import libraries

        if libraries.is_library(folder):
            self.open_library(folder)
        else:
            self.add_folder(str(folder))

    def _open(self, library: Path, then: Callable[[Desk], None] = lambda _: None) -> None:
        """Open a library or make it, in a thread, and do what follows; say why when that is not possible."""

        def opened(archive: Archive) -> None:
            self._window.set_archive(archive)
            if self._window.desk is not None:
                then(self._window.desk)

        self._window.frame.footer.say(self.tr("Opening the library…"))
        self._opening.run(lambda _: self._open_archive(library), opened, self._on_not_opened)

    def _on_not_opened(self, error: Exception) -> None:
        from archiveviewer.records import ArchiveError

        if not isinstance(error, ArchiveError):
            raise error
        self._window.say_trouble(str(error))

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

        return QFileDialog.getExistingDirectory(self._window, title)

    # -- libraries of other days --------------------------------------------------------------------------------

    def remember(self, library: Path) -> None:
        """Keep a library as the one opened last."""
        state = self._window.state
        state.set_text("library", str(library))
        known = [path for path in state.texts("libraries") if path != str(library)]
        state.set_texts("libraries", (str(library), *known[: _KNOWN - 1]))

    def _fill_menu(self) -> None:
        """List other libraries, and ways to more."""
        from archiveviewer.gui import libraries

        menu, window = self._menu, self._window
        menu.clear()
        here = str(window.archive.library) if window.archive else ""
        for path in window.state.texts("libraries"):
            action = menu.addAction(libraries.name_of(Path(path)).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(path == here)
            action.setToolTip(path)
            action.triggered.connect(partial(self.open_library, Path(path)))
        menu.addSeparator()
        menu.addActions([window.commands.open_library, window.commands.open_sample])
