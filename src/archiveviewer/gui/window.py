"""The window: bars, rail, places, reader and footer, and the one place where they are connected.

Panes say what a person did; the window decides what follows. No pane knows another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from archiveviewer.gui import libraries
from archiveviewer.gui.actions import Actions
from archiveviewer.gui.chain.ground import Ground
from archiveviewer.gui.first_start import FirstStart
from archiveviewer.gui.footer import Footer
from archiveviewer.gui.history import History, Stop, from_shape, to_shape
from archiveviewer.gui.indexing import End, Outcome
from archiveviewer.gui.kinds import counted, language_name
from archiveviewer.gui.rail import PLACES, Rail
from archiveviewer.gui.search.question import Question
from archiveviewer.gui.search_field import SearchField
from archiveviewer.gui.state import WindowState
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.topbar import TopBar
from archiveviewer.gui.workspace import Workspace
from archiveviewer.records import ArchiveError, Coverage, Place

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive
    from archiveviewer.gui.countries.pane import CountriesPane
    from archiveviewer.gui.deadlines.pane import DeadlinesPane
    from archiveviewer.gui.library.pane import LibraryPane
    from archiveviewer.gui.reader.pane import ReaderPane
    from archiveviewer.gui.search.pane import SearchPane
    from archiveviewer.gui.trace import Trace

_UNDO = 6200
"""Milliseconds after which what could be undone is done."""
_LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "km", "pt", "fa", "uk", "vi", "lo", "th")
_USUAL = (1366, 768)
_LEAST = (1024, 600)
_SAMPLE_COUNTRY = "KHM"
OpenArchive = Callable[[Path], "Archive"]


class MainWindow(QMainWindow):
    """Shows one archive, or without one the three ways to begin."""

    def __init__(
        self,
        archive: Archive | None,
        theme: Theme,
        state: WindowState,
        *,
        open_archive: OpenArchive,
        library: Path,
        trace: Trace | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Take the archive to show; `library` is where a new one is made, `open_archive` opens or makes one."""
        super().__init__(parent)
        self._theme, self._state = theme, state
        self._open_archive, self._usual_library = open_archive, library
        self._trace = trace
        self._archive: Archive | None = None
        self._workspace: Workspace | None = None
        self._history = History()
        self._here = Stop()
        self._tasks = Tasks(self, threads=2)
        self._counting, self._dueing = Latest(self._tasks), Latest(self._tasks)
        self.choose_folder: Callable[[str], str] = self._ask_for_folder
        self._build()
        self._connect()
        self._restore_window()
        self.set_archive(archive)

    # -- making -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._top = TopBar(self._theme, self)
        self._rail = Rail(self._theme, self)
        self._footer = Footer(self._theme, self)
        self._first = FirstStart(self._theme, self)
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self._first)
        self._actions = Actions(self, self._theme, choose_theme=self._on_theme_chosen, choose_size=self._on_size_chosen)
        row = QHBoxLayout()
        row.setSpacing(0)
        for widget in (self._rail, self._line(vertical=True), self._middle):
            row.addWidget(widget)
        row.setStretchFactor(self._middle, 1)
        central = QWidget(self)
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self._line())
        column.addLayout(row, 1)
        column.addWidget(self._line())
        column.addWidget(self._footer)
        self.setCentralWidget(central)
        self.setMinimumSize(*_LEAST)
        self.setAcceptDrops(True)
        self._top.set_menu(self._top.menu, self._actions.menu)
        self._library_menu = QMenu(self)
        self._library_menu.aboutToShow.connect(self._on_library_menu)
        self._top.set_menu(self._top.library, self._library_menu)
        self._language_menu = QMenu(self)
        self._top.set_menu(self._top.language, self._language_menu)
        self._fill_languages()
        QWidget.setTabOrder(self._top.field, self._middle)

    def _line(self, *, vertical: bool = False) -> Ground:
        line = Ground(self._theme, "line", parent=self)
        if vertical:
            line.setFixedWidth(1)
        else:
            line.setFixedHeight(1)
        return line

    # -- connecting ---------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        """Connect what is there from the beginning; panes are connected when they are made."""
        actions, field = self._actions, self._top.field
        actions.find.triggered.connect(self._on_find)
        actions.palette.triggered.connect(self._on_palette)
        for place, action in actions.places.items():
            action.triggered.connect(partial(self._on_rail, place))
        actions.back.triggered.connect(self.go_back)
        actions.forward.triggered.connect(self.go_forward)
        actions.next_pane.triggered.connect(self._on_next_pane)
        actions.hide_reader.triggered.connect(lambda hidden: self._hide("reader", hidden=hidden))
        actions.hide_list.triggered.connect(lambda hidden: self._hide("list", hidden=hidden))
        actions.full_screen.triggered.connect(self._on_full_screen)
        actions.open_library.triggered.connect(self._on_open_library)
        actions.open_sample.triggered.connect(self.open_sample)
        actions.keys.triggered.connect(self._on_keys)
        actions.about.triggered.connect(self._on_about)
        actions.quit.triggered.connect(self.close)
        self._top.back.clicked.connect(self.go_back)
        self._top.forward.clicked.connect(self.go_forward)
        self._rail.chosen.connect(self._on_rail)
        field.textEdited.connect(self._on_text_edited)
        field.textChanged.connect(self._on_text_changed)
        field.walked.connect(self._on_walked)
        field.entered.connect(self._on_entered)
        field.emptied_further.connect(self._on_emptied_further)
        field.focused.connect(self._on_field_focused)
        field.left.connect(self._on_field_left)
        field.history_wanted.connect(self._on_history_wanted)
        self._footer.problems_wanted.connect(self._on_problems_wanted)
        self._first.folder_wanted.connect(self._on_first_folder)
        self._first.library_wanted.connect(self._on_open_library)
        self._first.sample_wanted.connect(self.open_sample)
        self._theme.changed.connect(self._on_theme_changed)

    def _connect_signals(self, name: str, pane: object) -> None:
        """Connect a pane that was just made."""
        match name:
            case "search":
                self._connect_search(pane)  # type: ignore[arg-type]  # named so by the workspace
            case "countries":
                self._connect_countries(pane)  # type: ignore[arg-type]  # named so by the workspace
            case "deadlines":
                self._connect_deadlines(pane)  # type: ignore[arg-type]  # named so by the workspace
            case "library":
                self._connect_library(pane)  # type: ignore[arg-type]  # named so by the workspace
            case "reader":
                self._connect_reader(pane)  # type: ignore[arg-type]  # named so by the workspace

    def _connect_places(self, pane: SearchPane | CountriesPane | DeadlinesPane | LibraryPane) -> None:
        pane.place_chosen.connect(self._on_place_chosen)
        pane.place_opened.connect(self._on_place_opened)
        pane.said.connect(self._footer.say)

    def _connect_search(self, pane: SearchPane) -> None:
        self._connect_places(pane)
        pane.country_opened.connect(self.show_country)
        pane.text_wanted.connect(self._show_text)
        pane.question_changed.connect(self._on_question_changed)
        pane.problems_wanted.connect(self._on_problems_wanted)
        pane.set_languages(self._languages())

    def _connect_countries(self, pane: CountriesPane) -> None:
        self._connect_places(pane)
        pane.country_shown.connect(self._on_country_shown)
        pane.as_of_changed.connect(self._on_as_of_changed)
        pane.library_wanted.connect(partial(self.go, "library"))

    def _connect_deadlines(self, pane: DeadlinesPane) -> None:
        self._connect_places(pane)
        pane.country_opened.connect(self.show_country)
        pane.due_changed.connect(partial(self._rail.set_count, "deadlines"))
        pane.as_of_changed.connect(self._on_as_of_changed)
        pane.library_wanted.connect(partial(self.go, "library"))

    def _connect_library(self, pane: LibraryPane) -> None:
        self._connect_places(pane)
        pane.undo_offered.connect(self._on_undo_offered)
        pane.library_changed.connect(self._on_library_changed)
        pane.coverage_changed.connect(self._show_coverage)
        pane.read.connect(self._on_read)

    def _connect_reader(self, pane: ReaderPane) -> None:
        pane.hit_changed.connect(self._on_hit_changed)
        pane.past_last_hit.connect(self._on_past_last_hit)
        pane.said.connect(self._footer.say)
        pane.title_changed.connect(self._on_title_changed)
        pane.place_shown.connect(self._on_place_shown)
        if self._trace is not None:
            pane.sharp.connect(partial(self._trace.note, "sharp"))

    # -- the archive --------------------------------------------------------------------------------------------

    def set_archive(self, archive: Archive | None, *, trouble: str = "") -> None:
        """Show another archive, or with None the ways to begin and what the trouble is."""
        self._leave_archive()
        self._archive = archive
        self._first.show_trouble(trouble)
        self._rail.set_open(has_library=archive is not None)
        self._top.field.setEnabled(archive is not None)
        if archive is None:
            self._top.show_library(self.tr("No library yet"))
            self._middle.setCurrentWidget(self._first)
            self._footer.show_coverage(None)
            self._footer.show_dates(None, date.today())
            self.setWindowTitle("archiveviewer")
            self._first.setFocus()
            self._show_ways()
            return
        name = libraries.name_of(archive.library)
        self._top.show_library(name)
        self.setWindowTitle(f"{name} – archiveviewer")
        self._state.set_text("library", str(archive.library))
        self._remember_library(archive.library)
        workspace = self._workspace = Workspace(archive, self._theme, self._state, self._middle)
        workspace.made.connect(self._connect_signals)
        self._middle.addWidget(workspace)
        self._middle.setCurrentWidget(workspace)
        self._history = History(self._kept_stops())
        self._restore_place()
        self._count()

    def _leave_archive(self) -> None:
        """End what belongs to the archive that was shown."""
        workspace, self._workspace = self._workspace, None
        archive, self._archive = self._archive, None
        if workspace is not None and archive is not None:
            self._keep_stops(archive)
            workspace.made.disconnect(self._connect_signals)
            workspace.close_panes()
            self._middle.removeWidget(workspace)
            workspace.deleteLater()
            archive.close()

    @property
    def workspace(self) -> Workspace | None:
        """The panes of the archive that is shown."""
        return self._workspace

    @property
    def archive(self) -> Archive | None:
        """The archive that is shown."""
        return self._archive

    @property
    def footer(self) -> Footer:
        """The footer."""
        return self._footer

    @property
    def search_field(self) -> SearchField:
        """The field that a question is typed into."""
        return self._top.field

    @property
    def trouble(self) -> str:
        """What the first page says is the trouble."""
        return self._first.trouble

    def trigger(self, words: str) -> None:
        """Do the action with these words, as its key does. Raises LookupError when there is none."""
        for action in self.findChildren(QAction):
            if action.text().partition("\t")[0].rstrip("…") == words:
                action.trigger()
                return
        raise LookupError(words)

    def _open(self, library: Path) -> bool:
        """Open a library or make it; say why when that is not possible."""
        try:
            archive = self._open_archive(library)
        except ArchiveError as error:
            if self._archive is None:
                self._first.show_trouble(str(error))
            else:
                self._footer.say(str(error))
            return False
        self.set_archive(archive)
        return True

    def open_sample(self) -> None:
        """Open the sample archive; the first time it is read, and then its best-known country is shown."""
        try:
            folder = libraries.sample_folder()
        except FileNotFoundError:
            self._footer.say(self.tr("This installation has no sample archive."))
            return
        if not self._open(libraries.sample_library()) or self._workspace is None or self._archive is None:
            return
        if any(Path(known.path) == folder and known.read_at for known in self._archive.folders()):
            return
        self.go("library")
        self._workspace.library.add(str(folder))

    def add_folder(self, folder: str) -> None:
        """Make a folder part of the library, which is made when there is none, and read it."""
        if self._workspace is None and not self._open(self._usual_library):
            return
        if self._workspace is not None:
            self.go("library")
            self._workspace.library.add(folder)

    def _on_first_folder(self) -> None:
        chosen = self.choose_folder(self.tr("Add a folder to the library"))
        if chosen:
            self.add_folder(chosen)

    def _on_open_library(self) -> None:
        chosen = self.choose_folder(self.tr("Open a library"))
        if chosen:
            self.open_library(Path(chosen))

    def open_library(self, folder: Path) -> None:
        """Open the library in `folder`, when there is one."""
        if libraries.is_library(folder):
            self._open(folder)
            return
        said = self.tr("{folder} holds no library. Choose the folder with index.db in it, or add it as a folder of documents.").format(
            folder=folder
        )
        if self._archive is None:
            self._first.show_trouble(said)
        else:
            self._footer.say(said)

    def _ask_for_folder(self, title: str) -> str:
        return QFileDialog.getExistingDirectory(self, title)

    def _on_library_menu(self) -> None:
        """Fill the menu of the library's name: other libraries, and ways to more."""
        menu = self._library_menu
        menu.clear()
        here = str(self._archive.library) if self._archive else ""
        for path in self._state.texts("libraries"):
            action = menu.addAction(libraries.name_of(Path(path)).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(path == here)
            action.setToolTip(path)
            action.triggered.connect(partial(self.open_library, Path(path)))
        menu.addSeparator()
        menu.addActions([self._actions.open_library, self._actions.open_sample])

    def _remember_library(self, library: Path) -> None:
        known = [path for path in self._state.texts("libraries") if path != str(library)]
        self._state.set_texts("libraries", (str(library), *known[:7]))

    # -- what the footer says -----------------------------------------------------------------------------------

    def _count(self) -> None:
        """Ask how much can be searched, and what is due soon."""
        archive = self._archive
        if archive is None:
            return
        self._counting.run(lambda _: archive.coverage(), self._show_coverage, lambda _: None)
        self._dueing.run(lambda _: _due(archive), partial(self._rail.set_count, "deadlines"), lambda _: None)

    def _show_coverage(self, coverage: Coverage) -> None:
        if self._archive is not None:
            self._footer.show_coverage(coverage)
            self._footer.show_dates(coverage.newest, self._archive.today())

    def _on_undo_offered(self, said: str, undo: Callable[[], None], settle: Callable[[], None]) -> None:
        self._footer.say(said, deed=self.tr("Undo"), do=undo)
        QTimer.singleShot(_UNDO, self, settle)

    def _on_library_changed(self) -> None:
        if self._workspace is not None:
            self._workspace.refresh(but="library")
        self._count()

    def _on_read(self, outcome: Outcome) -> None:
        """Say how the reading of folders ended."""
        if outcome.end is End.FAILED:
            self._footer.say(outcome.reason, deed=self.tr("Show"), do=partial(self.go, "library"))
            return
        if outcome.end is not End.DONE or outcome.summary is None:
            return
        read = counted(outcome.summary.indexed, "file")
        if outcome.summary.failed:
            failed = outcome.summary.failed
            said = self.tr("{files} read, 1 with problems.") if failed == 1 else self.tr("{files} read, %n with problems.", "", failed)
            self._footer.say(said.format(files=read), deed=self.tr("Show"), do=self._on_problems_wanted)
        elif outcome.summary.indexed:
            self._footer.say(self.tr("{files} read.").format(files=read))
        else:
            self._footer.say(self.tr("Nothing new to read."))
        if self._archive is not None and self._archive.library == libraries.sample_library() and self._here.place == "library":
            self.show_country(_SAMPLE_COUNTRY)

    def _on_problems_wanted(self) -> None:
        if self._workspace is not None:
            self.go("library")
            self._workspace.library.show_problems()

    # -- places -------------------------------------------------------------------------------------------------

    def go(self, place: str) -> None:
        """Go to a place of the rail."""
        if self._workspace is None:
            self._rail.set_place("library")
            return
        if place != self._here.place:
            self._step(place=place)
        self._show_pane(place)

    def _show_pane(self, place: str) -> None:
        assert self._workspace is not None
        self._workspace.go(place)
        self._rail.set_place(place)
        self._show_ways()

    def _on_rail(self, place: str) -> None:
        """Go to a place and give it the keys, as a person asked."""
        self.go(place)
        if self._workspace is None:
            return
        if place == "search":
            self._on_find()
        elif self._workspace.current is not None:
            self._workspace.current.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_country(self, code: str) -> None:
        """Show the profile of a country."""
        if self._workspace is not None:
            if (self._here.place, self._here.country) != ("countries", code):
                self._step(place="countries", country=code)
            self._show_pane("countries")
            self._workspace.countries.show_country(code)

    def _on_country_shown(self, code: str) -> None:
        """Remember the country that was chosen in its own place."""
        if self._here.place == "countries" and self._here.country != code:
            self._step(country=code)

    def _on_as_of_changed(self, day: date | None) -> None:
        """See every place as of the same day."""
        if self._workspace is None:
            return
        if self._workspace.has("countries"):
            self._workspace.countries.set_as_of(day)
        if self._workspace.has("deadlines"):
            self._workspace.deadlines.set_as_of(day)

    # -- the search field ---------------------------------------------------------------------------------------

    def _on_find(self) -> None:
        if self._workspace is None:
            return
        self._top.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._top.field.selectAll()

    def _on_text_edited(self) -> None:
        """Typing asks, wherever one is."""
        if self._workspace is not None and self._here.place != "search":
            self.go("search")
            self._workspace.search.set_lit(lit=True)

    def _on_text_changed(self, text: str) -> None:
        if self._workspace is not None:
            self._workspace.search.set_text(text)

    def _show_text(self, text: str) -> None:
        """Put words into the field without asking again."""
        self._top.field.blockSignals(True)
        self._top.field.setText(text)
        self._top.field.blockSignals(False)
        self._top.field.refresh_clear()

    def _on_question_changed(self, question: Question) -> None:
        self._here = replace(self._here, question=question)

    def _on_walked(self, steps: int) -> None:
        if self._workspace is not None:
            self.go("search")
            self._workspace.search.walk(steps)

    def _on_entered(self) -> None:
        if self._workspace is not None:
            self.go("search")
            self._workspace.search.enter()

    def _on_emptied_further(self) -> None:
        if self._workspace is not None:
            self._workspace.search.take_last_filter_off()

    def _on_field_focused(self, focused: bool) -> None:
        if self._workspace is not None and self._workspace.has("search"):
            self._workspace.search.set_lit(lit=focused)

    def _on_field_left(self) -> None:
        if self._workspace is not None and self._workspace.current is not None:
            self._workspace.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_history_wanted(self) -> None:
        archive = self._archive
        if archive is not None:
            self._tasks.run(archive.queries, lambda queries: self._top.field.show_history(queries[:12]), lambda _: None)

    # -- the reader ---------------------------------------------------------------------------------------------

    def _on_place_chosen(self, place: Place) -> None:
        """Show a place while the keys stay where they are."""
        if self._workspace is None:
            return
        self._here = replace(self._here, shown=place)
        self._workspace.reader.show_place(place)

    def _on_place_opened(self, place: Place) -> None:
        """Show a place and give the reader the keys."""
        if self._workspace is None:
            return
        self._step(shown=place)
        self._workspace.bring("reader")
        self._workspace.reader.show_place(place)
        self._workspace.reader.take_keys()
        self._show_hidden()

    def _on_place_shown(self, place: Place) -> None:
        """Follow the reader where it went by itself, such as to another language."""
        if self._here.shown is None or self._here.shown.document != place.document:
            self._step(shown=place)

    def _on_hit_changed(self, document: int, page: int) -> None:
        if self._workspace is None:
            return
        if self._here.place == "search" and self._workspace.has("search"):
            self._workspace.search.follow(document, page)
        shown = self._workspace.reader.place
        if shown is not None:
            self._here = replace(self._here, shown=shown)

    def _on_past_last_hit(self, step: int) -> None:
        if self._workspace is None or not self._workspace.has("search"):
            return
        document = self._workspace.reader.document
        self._workspace.search.step_document(step, current=document.id if document else None)

    def _on_title_changed(self, title: str) -> None:
        document = self._workspace.reader.document if self._workspace else None
        self._here = replace(self._here, title=title, path=document.path if document else "")

    # -- back and forward ---------------------------------------------------------------------------------------

    def _step(self, *, place: str | None = None, country: str | None = None, shown: Place | None = None) -> None:
        """Go on to another stop, and remember the one that is left."""
        self._history.leave(self._stamped())
        self._here = replace(
            self._here,
            place=place or self._here.place,
            country=country if country is not None else self._here.country,
            shown=shown or self._here.shown,
        )
        self._show_ways()

    def _stamped(self) -> Stop:
        today = self._archive.today() if self._archive else date.today()
        return replace(self._here, day=today.isoformat())

    def go_back(self) -> None:
        """Go back to the stop before."""
        stop = self._history.back(self._stamped())
        if stop is not None:
            self._return_to(stop)

    def go_forward(self) -> None:
        """Go forward again."""
        stop = self._history.forward(self._stamped())
        if stop is not None:
            self._return_to(stop)

    def _return_to(self, stop: Stop) -> None:
        """Show a stop as it was left; what its document is numbered now is looked up by its path."""
        workspace, archive = self._workspace, self._archive
        if workspace is None or archive is None:
            return
        self._here = stop
        self._show_pane(stop.place)
        workspace.search.ask(stop.question)
        self._show_text(stop.question.text)
        if stop.place == "countries" and stop.country:
            workspace.countries.show_country(stop.country)
        if stop.shown is not None:
            shown, path = stop.shown, stop.path

            def find() -> Place | None:
                document = archive.document_at(path) if path else archive.document(shown.document)
                return replace(shown, document=document.id) if document else None

            self._tasks.run(find, self._on_found_again, lambda _: None)
        self._show_ways()

    def _on_found_again(self, place: Place | None) -> None:
        if place is not None:
            self._on_place_chosen(place)

    def _show_ways(self) -> None:
        """Enable back and forward when they lead somewhere."""
        behind, ahead = bool(self._history.behind), bool(self._history.ahead)
        has = self._archive is not None
        for action, button, leads in (
            (self._actions.back, self._top.back, behind and has),
            (self._actions.forward, self._top.forward, ahead and has),
        ):
            action.setEnabled(leads)
            button.setEnabled(leads)
        self._fill_back_menu()

    def _fill_back_menu(self) -> None:
        """Name the stops behind in the menu of the back button, the newest first, with their day."""
        if self._top.back.menu() is None:
            self._top.back.setMenu(QMenu(self))
        menu = self._top.back.menu()
        menu.clear()
        for stop in reversed(self._history.behind[-12:]):
            words = " · ".join(part for part in (self._stop_words(stop), stop.day) if part)
            menu.addAction(words.replace("&", "&&")).triggered.connect(partial(self._jump_back, stop))

    def _stop_words(self, stop: Stop) -> str:
        page = self.tr("{title}, p. {page}").format(title=stop.title, page=stop.shown.page) if stop.title and stop.shown else stop.title
        asked = self.tr("“{words}”").format(words=stop.question.text) if stop.place == "search" and stop.question.text else ""
        name = self._archive.country_name(stop.country) if self._archive and stop.place == "countries" and stop.country else ""
        return " · ".join(part for part in (asked or name or self._actions.places[stop.place].text(), page) if part)

    def _jump_back(self, stop: Stop) -> None:
        while (found := self._history.back(self._stamped())) is not None:
            if found is stop or found.same_as(stop):
                self._return_to(found)
                return

    # -- moving about -------------------------------------------------------------------------------------------

    def _on_next_pane(self) -> None:
        """Walk from the search field to the list, the reader, the rail and round again."""
        workspace = self._workspace
        if workspace is None or workspace.current is None:
            return
        focus = QApplication.focusWidget()
        if focus is self._top.field:
            workspace.bring("list") if workspace.narrow else None
            workspace.current.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif focus is not None and workspace.current.isAncestorOf(focus):
            workspace.bring("reader") if workspace.narrow else None
            workspace.reader.take_keys()
        else:
            self._on_find()

    def _hide(self, which: str, *, hidden: bool) -> None:
        if self._workspace is not None:
            self._workspace.hide_side(which, hidden=hidden)
        self._show_hidden()

    def _show_hidden(self) -> None:
        workspace = self._workspace
        self._actions.hide_reader.setChecked(workspace is not None and workspace.is_hidden("reader"))
        self._actions.hide_list.setChecked(workspace is not None and workspace.is_hidden("list"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Come back from the reader to the list at Esc, and from full screen."""
        if event.key() == Qt.Key.Key_Escape and self._workspace is not None:
            if self.isFullScreen() and self._workspace.front == "list":
                self._on_full_screen(False)
                return
            self._workspace.bring("list")
            self._show_hidden()
            if self._here.place == "search":
                self._top.field.setFocus(Qt.FocusReason.OtherFocusReason)
            elif self._workspace.current is not None:
                self._workspace.current.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def _on_full_screen(self, full: bool) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen if full != self.isFullScreen() else self.windowState())
        self._actions.full_screen.setChecked(full)

    def _on_palette(self) -> None:
        from archiveviewer.gui.commands import Command, CommandPalette, of_actions

        commands = list(of_actions(self.actions()))
        if self._workspace is not None:
            commands += list(of_actions(self._workspace.reader.actions()))
            for country in self._workspace.search.known_countries():
                commands.append(Command(country.name, self.tr("country"), partial(self.show_country, country.code)))
        palette = CommandPalette(commands, self._theme, self)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.open_over(self)

    def _on_keys(self) -> None:
        from archiveviewer.gui.keys import KeysDialog

        actions = [*self.actions()]
        if self._workspace is not None:
            for pane in (self._workspace.reader, self._workspace.current):
                actions += pane.actions() if pane is not None else []
        dialog = KeysDialog(actions, self._theme, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_about(self) -> None:
        from archiveviewer.gui.about import show_about

        show_about(self)

    # -- look ---------------------------------------------------------------------------------------------------

    def _on_theme_chosen(self, choice: str) -> None:
        self._theme.set_choice(choice)
        self._state.set_text("theme", choice)

    def _on_size_chosen(self, percent: int) -> None:
        self._theme.set_percent(percent)
        self._state.set_number("text", percent)

    def _on_theme_changed(self) -> None:
        if self._workspace is not None:
            self._workspace.arrange()

    def _languages(self) -> tuple[str, ...]:
        chosen = self._state.texts("languages")
        return chosen or (QLocale().name().partition("_")[0],)

    def _fill_languages(self) -> None:
        self._language_menu.addSection(self.tr("Languages you read"))
        for code in _LANGUAGES:
            action = self._language_menu.addAction(language_name(code))
            action.setCheckable(True)
            action.setChecked(code in self._languages())
            action.setData(code)
            action.toggled.connect(self._on_languages_changed)
        self._top.show_language(", ".join(language_name(code) for code in self._languages()[:2]))

    def _on_languages_changed(self) -> None:
        chosen = tuple(action.data() for action in self._language_menu.actions() if action.isCheckable() and action.isChecked())
        self._state.set_texts("languages", chosen)
        self._top.show_language(", ".join(language_name(code) for code in self._languages()[:2]))
        if self._workspace is not None and self._workspace.has("search"):
            self._workspace.search.set_languages(self._languages())

    # -- from one day to the next -------------------------------------------------------------------------------

    def _restore_window(self) -> None:
        self.resize(*_USUAL)
        geometry = self._state.bytes("geometry")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)

    def _restore_place(self) -> None:
        """Go where one was in this library, or to Search."""
        assert self._archive is not None
        stop = from_shape(self._state.shape(f"here/{_key(self._archive.library)}"))
        self._here = Stop()
        if stop is not None and stop.place in PLACES:
            self._return_to(stop)
        else:
            self._show_pane("search")
            self._show_text("")
        if self._workspace is not None and self._here.shown is None:
            self._workspace.reader.clear()
        if self._here.place == "search":
            self._on_find()

    def _kept_stops(self) -> Sequence[Stop]:
        assert self._archive is not None
        kept = self._state.shape(f"places/{_key(self._archive.library)}").get("list", [])
        stops = [from_shape(item) for item in kept if isinstance(item, dict)] if isinstance(kept, list) else []
        return [stop for stop in stops if stop is not None and stop.place in PLACES]

    def _keep_stops(self, archive: Archive) -> None:
        key = _key(archive.library)
        today = archive.today().isoformat()
        self._state.set_shape(f"here/{key}", to_shape(replace(self._here, day=today)))
        self._state.set_shape(f"places/{key}", {"list": [to_shape(stop) for stop in self._history.behind[-40:]]})

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt calls it
        """Remember everything and end all work."""
        self._state.set_bytes("geometry", self.saveGeometry())
        self._leave_archive()
        self._counting.stop()
        self._dueing.stop()
        self._tasks.close()
        self._state.save()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Turn to one pane at a time when there is no room for two."""
        super().resizeEvent(event)
        if self._workspace is not None:
            self._workspace.arrange()

    # -- dropping -----------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt calls it
        """Take folders."""
        if _folders(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt calls it
        """Open a library that is dropped, and read other folders into this one."""
        for folder in _folders(event):
            if libraries.is_library(Path(folder)):
                self.open_library(Path(folder))
            else:
                self.add_folder(folder)
        event.acceptProposedAction()


def _folders(event: QDropEvent) -> list[str]:
    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if Path(path).is_dir()]


def _key(library: Path) -> str:
    """Return a name for a library that a settings file takes as a key."""
    return "".join(char if char.isascii() and char.isalnum() else "_" for char in str(library))[-80:]


def _due(archive: Archive) -> int:
    """Return how many deadlines are due within six months; runs in a thread."""
    from archiveviewer.gui.deadlines.rows import is_due

    today = archive.today()
    return sum(is_due(chain, today) for chain in archive.chains())
