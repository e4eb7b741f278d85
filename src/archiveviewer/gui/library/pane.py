"""The place Library: what it is made of, what is being read, what can be searched, and what could not be read."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from archiveviewer.gui.indexing import Indexing, Outcome
from archiveviewer.gui.kinds import counted, number
from archiveviewer.gui.library.coverage_bar import CoverageBar
from archiveviewer.gui.library.folders import FolderRow, FoldersView, folder_rows
from archiveviewer.gui.library.leaving import Leaving
from archiveviewer.gui.library.problems import GroupRow, groups
from archiveviewer.gui.library.problems_view import ProblemsView
from archiveviewer.gui.library.progress import ProgressPanel
from archiveviewer.gui.library.remedies import Remedies
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.boxes import beside, stacked
from archiveviewer.gui.widgets.ground import Ground, Words
from archiveviewer.gui.widgets.keyed import add_action
from archiveviewer.gui.writing import fixed_words
from archiveviewer.records import ArchiveError, Coverage, Folder
from archiveviewer.text.paths import inside

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What one question to the archive brought."""

    folders: tuple[Folder, ...]
    coverage: Coverage
    groups: tuple[GroupRow, ...]
    may_change: bool = True
    left: int = 0
    """How many files wait that nobody reads, but could be read now."""


class LibraryPane(Ground):
    """Folders, reading, problems.

    Signals: `place_chosen(Place)`, `place_opened(Place)`, `said(sentence)`, `undo_offered(sentence, undo, settle)` after a folder was
    taken out: `settle` forgets it when nobody has undone that,
    `library_changed()` when something was read or removed, `coverage_changed(Coverage)`, `read(Outcome)` when a run has ended.
    """

    place_chosen = Signal(object)
    place_opened = Signal(object)
    said = Signal(str)
    undo_offered = Signal(str, object, object)
    library_changed = Signal()
    coverage_changed = Signal(object)
    read = Signal(object)

    def __init__(self, archive: Archive, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "pane", parent=parent)
        self._archive = archive
        self._tasks = Tasks(self, threads=2)
        self._load = Latest(self._tasks)
        self._leaving = Leaving(archive, self._tasks, self)
        self.remedies = Remedies(archive, self._tasks, self)
        self.indexing = Indexing(archive.library, self)
        self._loaded: _Loaded | None = None
        self.choose_folder: Callable[[], str] = self._ask_for_folder
        self._progress = ProgressPanel(self.indexing, theme, self)
        self._folders = FoldersView(theme, self)
        self._bar = CoverageBar(theme, self)
        self._bar.hide()
        self._problems = ProblemsView(theme, self)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._dress)
        self._dress()

    # -- making -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._title = Words(self._theme, role="place", parent=self)
        self._title.setText(self.tr("Library"))
        self._check = QPushButton(self.tr("Check archive"), self)
        self._add = QPushButton(self.tr("Add folder"), self)
        self._add.setProperty("main", True)
        self._searchable = Words(self._theme, role="answer", parent=self)
        self._well = Words(self._theme, token="quiet", wrap=True, parent=self)
        self._well.setContentsMargins(16, 12, 16, 12)
        head = beside(self._title, ..., self._check, self._add, margins=(16, 8, 12, 8), spacing=8)
        self._fixed = Words(self._theme, token="quiet", wrap=True, parent=self)
        self._fixed.setText(fixed_words())
        self._fixed.setContentsMargins(16, 0, 16, 8)
        self._fixed.hide()
        middle = stacked(self._searchable, self._bar, margins=(16, 10, 16, 12), spacing=8)
        stacked(head, self._fixed, self._progress, self._folders, middle, self._well, (self._problems, 1000), ..., within=self)
        self.setFocusProxy(self._folders)

    def _connect(self) -> None:
        self.add_folder = add_action(self, self.tr("Add folder"), "Alt+A", self._on_add_wanted, anywhere=True)
        self.read_all = add_action(self, self.tr("Look for new and changed files"), "F5", self.start, anywhere=True)
        self._add.setToolTip(self.tr("Add a folder to the library (Alt+A)"))
        self._check.setToolTip(self.tr("Test the databases and every stored text"))
        self._add.clicked.connect(self.add_folder.trigger)
        self._check.clicked.connect(self.check)
        self._folders.menu_wanted.connect(self._on_menu_wanted)
        self._folders.remove_wanted.connect(self.remove)
        self._problems.chosen.connect(self.remedies.choose)
        self._problems.remedied.connect(self.remedies.do)
        self._connect_parts()
        self.indexing.changed.connect(self._show_folders)
        self.indexing.ended.connect(self._on_ended)
        self.indexing.read_again.connect(self._on_read_again)

    def _connect_parts(self) -> None:
        self.remedies.place_chosen.connect(self.place_chosen)
        self.remedies.place_opened.connect(self.place_opened)
        self.remedies.read_wanted.connect(self._on_read_wanted)
        self.remedies.said.connect(self.said)
        self._leaving.changed.connect(self._show_folders)
        self._leaving.undo_offered.connect(self.undo_offered)
        self._leaving.forgotten.connect(self._on_forgotten)
        for part in (self.remedies, self._leaving):
            part.failed.connect(self._on_error)

    def _dress(self) -> None:
        self._theme.dress(self._check, "shield-check")
        self._theme.dress(self._add, "folder-plus", token="accent_on")

    # -- what is shown ------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask the archive again; the old rows stay until the new ones are there."""
        archive = self._archive

        def work(_stop: Callable[[], bool]) -> _Loaded:
            folders, coverage = archive.folders(), archive.coverage()
            waits = coverage.waiting > 0 and any(folder.connected for folder in folders) and archive.may_index()
            left, may = coverage.waiting if waits else 0, archive.may_change()
            return _Loaded(folders, coverage, groups(archive.problems(), folders), may_change=may, left=left)

        self._load.run(work, self._on_loaded, self._on_error)

    def show_problems(self) -> None:
        """Go to the first problem."""
        self._problems.select_first()

    def close_tasks(self) -> None:
        """End the run and the work in threads; the window is closing. Folders taken away are forgotten now."""
        self.indexing.close()
        self._leaving.forget_all()
        self._load.stop()
        self.remedies.stop()
        self._tasks.close()

    def _on_loaded(self, loaded: _Loaded) -> None:
        coverage, first = loaded.coverage, self._loaded is None
        if first and loaded.left:
            self.indexing.resume(coverage.files - coverage.waiting, coverage.files)
        self._loaded = loaded
        self._allow_changes(may=loaded.may_change)
        self.indexing.note_left(loaded.left)
        self._show_folders()
        files = counted(coverage.files, "file")
        said = self.tr("{some} of {files} can be searched").format(some=number(coverage.searched), files=files)
        self._searchable.setText(said if coverage.files else self.tr("Nothing was read yet"))
        self._bar.show_coverage(coverage)
        self._bar.setVisible(bool(coverage.files))
        self._problems.show_groups(loaded.groups)
        self._problems.setVisible(bool(loaded.groups))
        self._well.setVisible(not loaded.groups)
        if not loaded.folders:
            self._well.setText(self.tr("This library has no folders yet. Add one, or drop it on this window."))
        elif coverage.files and not coverage.waiting:
            self._well.setText(self.tr("Every file could be read in full."))
        else:
            self._well.setText("")
        self.coverage_changed.emit(coverage)

    def _allow_changes(self, *, may: bool) -> None:
        """Offer what changes the library only where it may be written to; else say why not."""
        self._fixed.setVisible(not may)
        for part in (self.add_folder, self.read_all, self._add):
            part.setEnabled(may)
        self._add.setToolTip(self.tr("Add a folder to the library (Alt+A)") if may else fixed_words())

    @property
    def _may_change(self) -> bool:
        """Whether the library may be written to, as far as is known."""
        return self._loaded is None or self._loaded.may_change

    def _show_folders(self) -> None:
        if self._loaded is None:
            return
        active = self.indexing.running or self.indexing.paused
        reading = self.indexing.folders if active else None
        self._folders.show_rows(folder_rows(self._loaded.folders, reading=reading, paused=self.indexing.paused, hidden=self._leaving.paths))

    def _on_error(self, error: Exception) -> None:
        self.said.emit(
            str(error) if isinstance(error, ArchiveError) else self.tr("The library cannot be read: {reason}").format(reason=error)
        )

    # -- folders ------------------------------------------------------------------------------------------------

    def add(self, folder: str) -> None:
        """Make a folder part of the library and read it."""
        if not self._may_change:
            self.said.emit(fixed_words())
            return
        path = os.path.abspath(folder)  # noqa: PTH100 - resolve() would follow links, and the name that was chosen would be gone
        self._leaving.keep(path)

        def done(added: Folder) -> None:
            self.refresh()
            self.start([added.path])

        self._tasks.do(lambda: self._archive.add_folder(Path(path)), done, self._on_error)

    def start(self, folders: Sequence[str] = ()) -> None:
        """Read folders, or look through all of them for what is new."""
        if self._may_change:
            self.indexing.start(folders)
        else:
            self.said.emit(fixed_words())

    def _on_add_wanted(self) -> None:
        chosen = self.choose_folder()
        if chosen:
            self.add(chosen)

    def _ask_for_folder(self) -> str:
        return QFileDialog.getExistingDirectory(self, self.tr("Add a folder to the library"))

    def _on_menu_wanted(self, row: FolderRow, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        path = row.folder.path
        again = menu.addAction(self._theme.qicon("rotate-cw"), self.tr("Look for new and changed files"))
        again.triggered.connect(lambda: self.start([path]))
        again.setEnabled(row.folder.connected and self._may_change)
        outside = menu.addAction(self._theme.qicon("external-link"), self.tr("Open outside"))
        outside.triggered.connect(lambda: self.remedies.open_outside(path))
        outside.setEnabled(row.folder.connected)
        menu.addSeparator()
        remove = menu.addAction(self._theme.qicon("x"), self.tr("Take out of the library\tDel"))
        remove.triggered.connect(lambda: self.remove(row))
        remove.setEnabled(self._may_change)
        if self.indexing.running:
            remove.setEnabled(False)
            remove.setText(self.tr("Take out of the library (when reading is done)"))
        menu.popup(at)

    def remove(self, row: FolderRow) -> None:
        """Take a folder out of the list; the files themselves stay."""
        if self.indexing.running:
            self.said.emit(self.tr("Folders can be taken out when reading is done."))
            return
        if not self._may_change:
            self.said.emit(fixed_words())
            return
        self._leaving.take_out(row.folder.path, row.name)

    def _on_forgotten(self) -> None:
        self.refresh()
        self.library_changed.emit()

    # -- reading ------------------------------------------------------------------------------------------------

    def _on_read_again(self, path: str) -> None:
        self.said.emit(self.tr("The process that reads files ended with {name}. The file is tried once more.").format(name=Path(path).name))

    def _on_ended(self, outcome: Outcome) -> None:
        self.refresh()
        self.read.emit(outcome)
        self.library_changed.emit()

    def check(self) -> None:
        """Test the databases and every stored text, and say what was found."""
        self._check.setEnabled(False)
        self._check.setText(self.tr("Checking…"))

        def done(findings: tuple[str, ...]) -> None:
            self._end_check()
            if findings:
                self.said.emit(self.tr("The check found: {finding}").format(finding=" ".join(findings[:3])))
            else:
                self.said.emit(self.tr("All is well: both databases and every stored text were read."))

        def failed(error: Exception) -> None:
            self._end_check()
            self._on_error(error)

        self._tasks.run(self._archive.check, done, failed)

    def _end_check(self) -> None:
        self._check.setEnabled(True)
        self._check.setText(self.tr("Check archive"))

    def _on_read_wanted(self, path: str) -> None:
        """Read the folder of a file again, or all when it is not known."""
        folders = self._loaded.folders if self._loaded else ()
        self.start([folder.path for folder in folders if inside(path, folder.path)][:1])
