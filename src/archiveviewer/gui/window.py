"""The window itself: bars, rail, footer, menu, and the choice of a library. What is done with an archive is the matter of its `Desk`.

It is there before anything else: a person can type while the archive is still being opened, and what was typed is asked then.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from archiveviewer.gui.actions import Actions
from archiveviewer.gui.choosing import Choosing, OpenArchive
from archiveviewer.gui.early_keys import EarlyKeys
from archiveviewer.gui.frame import Frame
from archiveviewer.gui.state import WindowState
from archiveviewer.gui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent

    from archiveviewer.archive.door import Archive
    from archiveviewer.gui.desk.desk import Desk
    from archiveviewer.gui.first_start import FirstStart
    from archiveviewer.gui.trace import Trace

_USUAL = (1366, 768)
_LEAST = (1024, 600)


class MainWindow(QMainWindow):
    """Shows one archive, or without one the ways to begin. `open_archive` opens or makes one; `library` is where a new one is made."""

    def __init__(
        self,
        theme: Theme,
        state: WindowState,
        *,
        open_archive: OpenArchive,
        library: Path,
        trace: Trace | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self.state, self.trace = theme, state, trace
        self._desk: Desk | None = None
        self._first: FirstStart | None = None
        self._warm = False
        self._awaited: str | None = None
        self._build()
        self.choosing = Choosing(self.frame, state, open_archive=open_archive, usual=library)
        self._early = EarlyKeys(self.frame.top.field)
        self._connect()
        self._restore()

    # -- making -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.commands = Actions(self, self.theme, choose_theme=self._on_theme_chosen, choose_size=self._on_size_chosen)
        self.frame = Frame(self.theme, self.commands, self)
        self.setCentralWidget(self.frame)
        self.setMinimumSize(*_LEAST)
        self.setAcceptDrops(True)
        self.setWindowTitle("archiveviewer")

    def _connect(self) -> None:
        commands = self.commands
        self.choosing.opened.connect(self.set_archive)
        self.choosing.not_opened.connect(self.say_trouble)
        self.frame.footer.renewal_wanted.connect(self._on_renewal_wanted)
        self.choosing.folder_wanted.connect(self._on_folder_wanted)
        self.choosing.all_wanted.connect(self._on_all_wanted)
        commands.full_screen.triggered.connect(self._on_full_screen)
        commands.open_library.triggered.connect(self.choosing.ask_for_library)
        commands.open_sample.triggered.connect(self.choosing.open_sample)
        commands.keys.triggered.connect(self._on_keys)
        commands.about.triggered.connect(self._on_about)
        commands.quit.triggered.connect(self.close)
        commands.palette.triggered.connect(self._on_palette)
        for place, action in commands.places.items():
            action.triggered.connect(partial(self._on_place_wanted, place))

    def _restore(self) -> None:
        self.resize(QSize(*_USUAL).boundedTo(self.screen().availableSize()))
        geometry = self.state.bytes("geometry")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)

    # -- the archive --------------------------------------------------------------------------------------------

    @property
    def desk(self) -> Desk | None:
        """What is done with the archive that is shown."""
        return self._desk

    @property
    def archive(self) -> Archive | None:
        """The archive that is shown."""
        return self._desk.archive if self._desk else None

    @property
    def trouble(self) -> str:
        """What the first page says is the trouble."""
        return self._first.trouble if self._first else ""

    def expect_archive(self, place: str = "") -> None:
        """Take keys while an archive is being opened, which is then shown at `place`, or at the one that a key asked for meanwhile."""
        self._awaited = place
        self.frame.rail.set_open(has_library=False)
        self.frame.rail.set_place("search")
        self.frame.footer.show_opening()
        self.frame.top.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_archive(self, archive: Archive | None, *, trouble: str = "") -> None:
        """Show another archive, or with None the ways to begin and what the trouble is."""
        self._leave_archive()
        self.frame.footer.say_nothing()
        self.frame.rail.set_open(has_library=archive is not None)
        self.frame.top.field.setEnabled(archive is not None)
        for action in (self.commands.save_search, self.commands.saved_searches):
            action.setEnabled(archive is not None)
        self.choosing.show_open(archive.library if archive else None)
        place, self._awaited = self._awaited, None
        if archive is None:
            self._early.let_go()
            self._show_first(trouble)
            return
        from archiveviewer.gui import libraries
        from archiveviewer.gui.desk.desk import Desk

        name = libraries.name_of(archive.library)
        self.frame.top.show_library(name)
        self.setWindowTitle(f"{name} – archiveviewer")
        self._desk = Desk(archive, self.frame, self.state, trace=self.trace)
        self.frame.fill(self._desk.workspace)
        self._desk.begin()
        if place:
            self._desk.take_to(place)
        self._early.give()
        if self._warm:
            self._desk.warm_up()

    def warm_up(self) -> None:
        """Begin what nobody waits for, now and for each archive that is opened later."""
        from archiveviewer.gui.desk.languages import languages_word

        self._warm = True
        self.frame.top.show_language(languages_word(self.state))
        if self._desk is not None:
            self._desk.warm_up()

    def _leave_archive(self) -> None:
        desk, self._desk = self._desk, None
        if desk is not None:
            self.frame.take_out(desk.workspace)
            desk.close()

    def _show_first(self, trouble: str) -> None:
        """Show the three ways to begin."""
        if self._first is None:
            from archiveviewer.gui.first_start import FirstStart

            first = self._first = FirstStart(self.theme, self)
            first.folder_wanted.connect(self.choosing.ask_for_documents)
            first.library_wanted.connect(self.choosing.ask_for_library)
            first.sample_wanted.connect(self.choosing.open_sample)
            first.renewal_wanted.connect(lambda: self.choosing.renew(self.choosing.damaged))
        self._first.show_trouble(trouble, renewable=bool(trouble) and self.choosing.damaged is not None)
        self.frame.fill(self._first)
        self.frame.top.show_library(self.tr("No library yet"))
        self.frame.footer.show_coverage(None)
        self.frame.footer.show_dates(None, date.today())
        self.setWindowTitle("archiveviewer")
        self.frame.show_ways(back=False, forward=False)
        self._first.setFocus()

    def say_trouble(self, sentence: str) -> None:
        """Say why a library could not be opened: on the first page, or while one is open in the footer."""
        if self._desk is None:
            self._show_first(sentence)
        else:
            self.frame.footer.say(sentence)

    def _on_place_wanted(self, place: str) -> None:
        """Keep a place that is asked for before there is an archive; a desk hears its keys itself."""
        if self._awaited is not None:
            self._awaited = place
            self._early.hold()

    def _on_folder_wanted(self, folder: str, country: str) -> None:
        if self._desk is not None:
            self._desk.readings.read(folder, then=country)

    def _on_renewal_wanted(self) -> None:
        """Leave the library whose index is damaged, since what is open cannot be taken away, and make its index anew."""
        if self._desk is not None:
            library = self._desk.archive.library
            self.set_archive(None)
            self.choosing.renew(library)

    def _on_all_wanted(self) -> None:
        if self._desk is not None:
            self._desk.readings.read_all()

    # -- menu, dialogs ------------------------------------------------------------------------------------------

    def _on_theme_chosen(self, choice: str) -> None:
        self.theme.set_choice(choice)
        self.state.set_text("theme", choice)

    def _on_size_chosen(self, percent: int) -> None:
        self.theme.set_percent(percent)
        self.state.set_number("text", percent)

    def _on_full_screen(self, full: bool) -> None:
        if full != self.isFullScreen():
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.commands.full_screen.setChecked(full)

    def _on_palette(self) -> None:
        from archiveviewer.gui.commands import of_actions
        from archiveviewer.gui.palette import Palette

        commands = list(of_actions(action for action in self.actions() if action is not self.commands.palette))
        if self._desk is not None:
            commands += self._desk.palette_commands()
        palette = Palette(commands, self.theme, self)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._desk is not None:
            self._desk.offers.serve(palette)
        palette.open_over(self)

    def _on_keys(self) -> None:
        from archiveviewer.gui.keys import KeysDialog

        groups = [(self.tr("Everywhere"), self.actions()), *(self._desk.pane_keys() if self._desk else [])]
        dialog = KeysDialog(groups, self.theme, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_about(self) -> None:
        from archiveviewer.gui.about import show_about

        show_about(self)

    def trigger(self, words: str) -> None:
        """Do the action with these words, as its key does. Raises LookupError when there is none."""
        from PySide6.QtGui import QAction

        for action in self.findChildren(QAction):
            if action.text().partition("\t")[0].rstrip("…") == words:
                action.trigger()
                return
        raise LookupError(words)

    # -- events -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Come back from the reader to the list at Esc, and from full screen."""
        if event.key() != Qt.Key.Key_Escape or self._desk is None:
            super().keyPressEvent(event)
        elif self.isFullScreen() and self._desk.workspace.front == "list":
            self._on_full_screen(False)
        else:
            self._desk.moving.come_back()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Turn to one pane at a time when there is no room for two."""
        super().resizeEvent(event)
        if self._desk is not None:
            self._desk.workspace.arrange()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt calls it
        """Remember everything and end all work."""
        self.state.set_bytes("geometry", self.saveGeometry())
        self.choosing.close()
        self._leave_archive()
        self.state.save()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt calls it
        """Take folders."""
        if _folders(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt calls it
        """Open a library that is dropped, and read other folders into this one."""
        for folder in _folders(event):
            self.choosing.take(Path(folder))
        event.acceptProposedAction()


def _folders(event: QDropEvent) -> list[str]:
    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if Path(path).is_dir()]
