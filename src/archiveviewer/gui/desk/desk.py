"""What is done with one archive: places, reader and search field are connected here, and nowhere else.

Panes say what a person did; the desk decides what follows. No pane knows another.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from archiveviewer.gui.commands import Command, of_actions
from archiveviewer.gui.desk.asking import Asking
from archiveviewer.gui.desk.fixed import Fixed
from archiveviewer.gui.desk.languages import LanguagesMenu, languages_read, languages_word
from archiveviewer.gui.desk.moving import Moving
from archiveviewer.gui.desk.navigator import Navigator
from archiveviewer.gui.desk.offers import Offers
from archiveviewer.gui.desk.readings import Readings
from archiveviewer.gui.desk.saved_searches import SavedSearches
from archiveviewer.gui.desk.staying import Staying
from archiveviewer.gui.desk.tallies import Tallies
from archiveviewer.gui.desk.trail import Trail
from archiveviewer.gui.desk.warming import Warming
from archiveviewer.gui.desk.workspace import Workspace
from archiveviewer.gui.frame import Frame
from archiveviewer.gui.library.run_deeds import run_deeds
from archiveviewer.gui.links import Links
from archiveviewer.gui.rail import PLACES
from archiveviewer.gui.state import WindowState
from archiveviewer.gui.tasks import Tasks
from archiveviewer.gui.widgets.tabs import tab_chain
from archiveviewer.records import Coverage, ListedAttachment

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive
    from archiveviewer.gui.completions import Completions
    from archiveviewer.gui.countries.file_deeds import Doubt
    from archiveviewer.gui.countries.pane import CountriesPane
    from archiveviewer.gui.deadlines.pane import DeadlinesPane
    from archiveviewer.gui.library.pane import LibraryPane
    from archiveviewer.gui.reader.pane import ReaderPane
    from archiveviewer.gui.search.pane import SearchPane
    from archiveviewer.gui.trace import Trace

_UNDO = 6200
"""Milliseconds after which what could be undone is done."""


class Desk(QObject):
    """Holds the workspace of one archive and connects it with the frame around it."""

    def __init__(self, archive: Archive, frame: Frame, state: WindowState, *, trace: Trace | None = None) -> None:
        super().__init__(frame)
        self.archive = archive
        self._frame, self._state, self._trace = frame, state, trace
        self._field, self._footer = frame.top.field, frame.footer
        self._tasks, self._memory = Tasks(self, threads=2), Tasks(self, threads=1)
        self._links = Links()
        self.workspace = Workspace(archive, frame.theme, state, frame)
        self._trail = Trail(archive, frame, state, self)
        self.navigator = Navigator(self.workspace, self._trail, frame, self._tasks)
        self._saved = SavedSearches(archive, self.navigator, frame, self._memory)
        self.offers = Offers(archive, self.navigator, self._saved, frame, self._memory)
        self.staying = Staying(archive, self._memory, self)
        self._asking = Asking(self.navigator, self._field, self._links)
        self.moving = Moving(self.workspace, frame, self._links)
        self.readings = Readings(archive, self.navigator, self._footer, self._tasks)
        self._tallies = Tallies(archive, self._tasks, self._footer, frame.rail)
        self._warming = Warming(self._tasks, self)
        self._fixed = Fixed(archive, self.workspace, frame, self._tasks)
        self._languages = LanguagesMenu(state, frame)
        self._completions: Completions | None = None
        self._as_of: date | None = None
        self._connect()

    # -- connecting ---------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        """Connect with the frame; panes are connected when they are made."""
        join, commands = self._links.join, self._frame.commands
        join(self.workspace.made, self._connect_signals)
        join(self.navigator.shown, self.staying.note)
        join(self._field.textEdited, lambda _: self._warming.put_off())
        join(commands.find.triggered, self._field.take_keys)
        for place, action in commands.places.items():
            join(action.triggered, partial(self.take_to, place))
        join(self._frame.rail.chosen, self.take_to)
        join(self._field.history_wanted, self.offers.show_history)
        join(commands.save_search.triggered, lambda _: self._saved.save())
        join(commands.saved_searches.triggered, self._saved.manage)
        join(self._footer.problems_wanted, self.navigator.show_problems)
        join(self._frame.theme.changed, self.workspace.arrange)
        join(self._languages.chosen, self._on_languages_chosen)
        join(self._tallies.changed, self._on_coverage_changed)
        self._frame.top.language.setMenu(self._languages)

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
        pane.place_chosen.connect(self.navigator.show_place)
        pane.place_opened.connect(self.navigator.open_place)
        pane.said.connect(self._footer.say)

    def _connect_search(self, pane: SearchPane) -> None:
        self._connect_places(pane)
        pane.place_expected.connect(self.navigator.expect_place)
        pane.country_opened.connect(self.navigator.show_country)
        pane.text_wanted.connect(self._field.show_text)
        pane.question_changed.connect(self._trail.on_question)
        pane.problems_wanted.connect(self.navigator.show_problems)
        pane.set_languages(languages_read(self._state))
        pane.set_lit(lit=self._field.hasFocus())
        tab_chain([self._field, *pane.tab_widgets()])
        pane.tab_after(self._field)

    def _connect_countries(self, pane: CountriesPane) -> None:
        self._connect_places(pane)
        pane.country_shown.connect(self._trail.on_country)
        pane.as_of_changed.connect(self._on_as_of_changed)
        pane.set_as_of(self._as_of)
        pane.library_wanted.connect(partial(self.navigator.go, "library"))
        pane.set_languages(languages_read(self._state))
        pane.undo_offered.connect(lambda said, undo: self._on_undo_offered(said, undo, lambda: None))
        pane.facts_changed.connect(self._on_facts_changed)
        pane.doubt_opened.connect(self._on_doubt_opened)

    def _on_doubt_opened(self, doubt: Doubt) -> None:
        """Ask above the file that is in doubt; the answer goes back to Countries."""
        from archiveviewer.gui.reader.bars.asking import Question

        bar = self.workspace.question
        bar.answered.connect(self._on_answered, Qt.ConnectionType.UniqueConnection)
        bar.ask(Question(doubt.document, doubt.question, doubt.why, doubt.listed))

    def _on_answered(self, listed: ListedAttachment, yes: bool) -> None:
        self.workspace.countries.decide(listed, yes=yes)

    def _on_facts_changed(self) -> None:
        self.workspace.refresh(but="countries")
        self._tallies.count()

    def _connect_deadlines(self, pane: DeadlinesPane) -> None:
        self._connect_places(pane)
        pane.country_opened.connect(self.navigator.show_country)
        pane.set_languages(languages_read(self._state))
        pane.due_changed.connect(self._tallies.show_due)
        pane.as_of_changed.connect(self._on_as_of_changed)
        pane.set_as_of(self._as_of)
        pane.library_wanted.connect(partial(self.navigator.go, "library"))

    def _connect_library(self, pane: LibraryPane) -> None:
        self._connect_places(pane)
        pane.undo_offered.connect(self._on_undo_offered)
        pane.library_changed.connect(self._on_library_changed)
        pane.coverage_changed.connect(self._tallies.show_coverage)
        pane.read.connect(self.readings.on_read)

    def _connect_reader(self, pane: ReaderPane) -> None:
        self._frame.tab_after(pane)
        pane.hit_changed.connect(self.navigator.on_hit_changed)
        pane.past_last_hit.connect(self.navigator.on_past_last_hit)
        pane.said.connect(self._footer.say)
        pane.title_changed.connect(partial(self._on_title_changed, pane))
        pane.place_shown.connect(self._trail.on_shown)
        pane.jumped.connect(self.navigator.on_jumped)
        if self._trace is not None:
            pane.sharp.connect(partial(self._trace.note, "sharp"))

    def _on_title_changed(self, pane: ReaderPane, title: str) -> None:
        self._trail.note_document(title, pane.document.path if pane.document else "")

    # -- from beginning to end ----------------------------------------------------------------------------------

    def begin(self) -> None:
        """Go where one was in this library, or to Search; what was typed meanwhile comes first."""
        typed = self._field.text() if self._field.isModified() else ""
        stop = self._trail.last()
        if stop is not None and not typed:
            self.navigator.return_to(stop)
        else:
            self.navigator.show_pane("search")
            self._field.show_text(typed)
            self.workspace.search.set_text(typed)
        if self.navigator.place == "search":
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            if not typed:
                self._field.selectAll()

    def warm_up(self) -> None:
        """Begin what nobody waits for: the reader while it is empty, counts, countries."""
        self._tallies.count_files()
        workspace = self.workspace
        reader = (workspace.make_reader, self._place_reader)
        self._warming.begin([workspace.search.warm_up, *reader, self._make_completions, self._tallies.count_due])
        self.readings.offer_renewal()
        self._fixed.ask()

    def _place_reader(self) -> None:
        _ = self.workspace.reader

    def _make_completions(self) -> None:
        from archiveviewer.gui.completions import Completions  # a part of the start that nobody waits for

        self.workspace.search.learn_countries()
        self._saved.learn()
        self._completions = Completions(self.archive, self._field, self._frame.theme, self)

    def close(self) -> None:
        """Remember where one is, and end all work with the archive."""
        self._trail.keep()
        self._warming.stop()
        self._links.cut()
        self._tallies.stop()
        self.offers.close()
        self.staying.stop()
        self._saved.stop()
        self._memory.close()
        if self._completions is not None:
            self._completions.close()
        self.workspace.close_panes()
        self._tasks.close()
        self.workspace.deleteLater()
        self.archive.close()
        self.deleteLater()

    # -- what panes have done -----------------------------------------------------------------------------------

    def _on_undo_offered(self, said: str, undo: Callable[[], None], settle: Callable[[], None]) -> None:
        self._footer.say(said, deed=self.tr("Undo"), do=undo)
        QTimer.singleShot(_UNDO, self, settle)

    def _on_library_changed(self) -> None:
        self.workspace.refresh(but="library")
        self._tallies.count()

    def _on_coverage_changed(self, coverage: Coverage) -> None:
        """Show what was read, be it by another program: in Library at once, elsewhere at its end, so that nothing moves under the hand."""
        if self.workspace.has("library"):
            self.workspace.library.refresh()
        if not coverage.waiting:
            self._on_library_changed()

    # -- places -------------------------------------------------------------------------------------------------

    def take_to(self, place: str) -> None:
        """Go to a place and give it the keys, as a person asked."""
        if place not in PLACES:
            return
        again = place == self.navigator.place
        self.navigator.go(place)
        if place == "search":
            self._field.take_keys()
        elif place == "countries" and (again or self.workspace.countries.comparing.beside is None):
            self.workspace.countries.show_list()
        elif self.workspace.current is not None:
            self.workspace.current.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_as_of_changed(self, day: date | None) -> None:
        """See every place as of the same day, also those that are made later."""
        self._as_of = day
        if self.workspace.has("countries"):
            self.workspace.countries.set_as_of(day)
        if self.workspace.has("deadlines"):
            self.workspace.deadlines.set_as_of(day)

    # -- what goes over all panes -------------------------------------------------------------------------------

    def pane_actions(self) -> list[QAction]:
        """Return the actions of the reader and of the place one is in."""
        return [*_actions_in(self.workspace.reader), *_actions_in(self.workspace.current)]

    def pane_keys(self) -> list[tuple[str, list[QAction]]]:
        """Return the same, under the names of the reader and of the place."""
        place = self._frame.rail.word(self.navigator.place)
        return [(place, _actions_in(self.workspace.current)), (self.tr("Reader"), _actions_in(self.workspace.reader))]

    def palette_commands(self) -> list[Command]:
        """Return what the palette offers beside the actions of the window."""
        workspace = self.workspace
        reading = run_deeds(workspace.library.indexing) if workspace.has("library") else ()
        return [*of_actions(self.pane_actions()), *reading, *self.offers.commands()]

    def _on_languages_chosen(self, languages: tuple[str, ...]) -> None:
        self._frame.top.show_language(languages_word(self._state))
        self.workspace.search.set_languages(languages)
        if self.workspace.has("countries"):
            self.workspace.countries.set_languages(languages)
        if self.workspace.has("deadlines"):
            self.workspace.deadlines.set_languages(languages)


def _actions_in(pane: QWidget | None) -> list[QAction]:
    """Return the actions of a pane, and of what is to be seen in it: a profile has more than the list of countries."""
    if pane is None:
        return []
    seen = [part for part in pane.findChildren(QWidget) if part.isVisibleTo(pane) and not isinstance(part, QMenu)]
    return list(dict.fromkeys(action for part in (pane, *seen) for action in part.actions()))
