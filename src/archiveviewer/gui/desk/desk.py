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
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit

from archiveviewer.gui.commands import Command, of_actions
from archiveviewer.gui.desk.offers import Offers
from archiveviewer.gui.desk.walks import Walks
from archiveviewer.gui.desk.workspace import Workspace
from archiveviewer.gui.indexing import End, Outcome
from archiveviewer.gui.kinds import counted, language_name
from archiveviewer.gui.links import Links
from archiveviewer.gui.rail import PLACES
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.gui.window import tab_chain
from archiveviewer.records import Coverage, ListedAttachment, Place

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive
    from archiveviewer.gui.completions import Completions
    from archiveviewer.gui.countries.file_deeds import Doubt
    from archiveviewer.gui.countries.pane import CountriesPane
    from archiveviewer.gui.deadlines.pane import DeadlinesPane
    from archiveviewer.gui.desk.history import Stop
    from archiveviewer.gui.library.pane import LibraryPane
    from archiveviewer.gui.reader.pane import ReaderPane
    from archiveviewer.gui.search.pane import SearchPane
    from archiveviewer.gui.search.question import Question
    from archiveviewer.gui.window import MainWindow

_UNDO = 6200
"""Milliseconds after which what could be undone is done."""
_BETWEEN_TURNS_MS = 5
_LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "km", "pt", "fa", "uk", "vi", "lo", "th")


class Desk(QObject):
    """Holds the workspace of one archive and connects it with the window around it."""

    def __init__(self, archive: Archive, window: MainWindow) -> None:
        super().__init__(window)
        self.archive = archive
        self._window, self._theme, self._state = window, window.theme, window.state
        self._field, self._footer, self._rail = window.top.field, window.footer, window.rail
        self._tasks = Tasks(self, threads=2)
        self._counting, self._dueing = Latest(self._tasks), Latest(self._tasks)
        self._links = Links()
        self._then = ""
        self._later: list[Callable[[], None]] = []
        self._turns = QTimer(self, interval=_BETWEEN_TURNS_MS)
        self._turns.timeout.connect(self._take_turn)
        self.workspace = Workspace(archive, window.theme, window.state, window)
        self.walks = Walks(self, window)
        self.offers = Offers(self, window)
        self.completions: Completions | None = None
        self._language_menu = QMenu(window)
        self._connect()

    # -- connecting ---------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        """Connect with the window; panes are connected when they are made."""
        join, commands, field = self._links.join, self._window.commands, self._field
        join(self.workspace.made, self._connect_signals)
        join(commands.find.triggered, self.find)
        for place, action in commands.places.items():
            join(action.triggered, partial(self._on_rail, place))
        join(commands.next_pane.triggered, self._on_next_pane)
        join(commands.hide_reader.triggered, lambda hidden: self._hide("reader", hidden=hidden))
        join(commands.hide_list.triggered, lambda hidden: self._hide("list", hidden=hidden))
        join(self._rail.chosen, self._on_rail)
        join(field.textEdited, self._on_text_edited)
        join(field.textChanged, self._on_text_changed)
        join(field.walked, self._on_walked)
        join(field.entered, self._on_entered)
        join(field.emptied_further, self._on_emptied_further)
        join(field.focused, self._on_field_focused)
        join(field.left, self._on_field_left)
        join(field.quote_wanted, self._on_quote_wanted)
        join(field.history_wanted, self.offers.show_history)
        join(commands.save_search.triggered, lambda _: self.offers.save())
        join(commands.saved_searches.triggered, self.offers.manage)
        join(self._footer.problems_wanted, self.show_problems)
        join(self._theme.changed, self.workspace.arrange)
        join(self._language_menu.aboutToShow, self._fill_languages)
        self._window.top.language.setMenu(self._language_menu)

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
        pane.place_chosen.connect(self.show_place)
        pane.place_opened.connect(self.open_place)
        pane.said.connect(self._footer.say)

    def _connect_search(self, pane: SearchPane) -> None:
        self._connect_places(pane)
        pane.place_expected.connect(self._on_place_expected)
        pane.country_opened.connect(self.show_country)
        pane.text_wanted.connect(self._field.show_text)
        pane.question_changed.connect(self.walks.on_question)
        pane.problems_wanted.connect(self.show_problems)
        pane.set_languages(self._window.languages())
        tab_chain([self._field, *pane.tab_widgets()])
        pane.tab_after(self._field)

    def _connect_countries(self, pane: CountriesPane) -> None:
        self._connect_places(pane)
        pane.country_shown.connect(self.walks.on_country)
        pane.as_of_changed.connect(self._on_as_of_changed)
        pane.library_wanted.connect(partial(self.go, "library"))
        pane.set_languages(self._window.languages())
        pane.undo_offered.connect(lambda said, undo: self._on_undo_offered(said, undo, lambda: None))
        pane.facts_changed.connect(self._on_facts_changed)
        pane.doubt_opened.connect(self._on_doubt_opened)

    def _on_doubt_opened(self, doubt: Doubt) -> None:
        """Ask above the file that is in doubt; the answer goes back to Countries."""
        from archiveviewer.gui.reader.asking import Question

        bar = self.workspace.question
        bar.answered.connect(self._on_answered, Qt.ConnectionType.UniqueConnection)
        bar.ask(Question(doubt.document, doubt.question, doubt.why, doubt.listed))

    def _on_answered(self, listed: ListedAttachment, yes: bool) -> None:
        self.workspace.countries.decide(listed, yes=yes)

    def _on_facts_changed(self) -> None:
        self.workspace.refresh(but="countries")
        self._count()

    def _connect_deadlines(self, pane: DeadlinesPane) -> None:
        self._connect_places(pane)
        pane.country_opened.connect(self.show_country)
        pane.set_languages(self._window.languages())
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
        self._window.tab_after(pane)
        pane.hit_changed.connect(self._on_hit_changed)
        pane.past_last_hit.connect(self._on_past_last_hit)
        pane.said.connect(self._footer.say)
        pane.title_changed.connect(self.walks.on_title)
        pane.place_shown.connect(self.walks.on_shown)
        pane.jumped.connect(self._on_jumped)
        if self._window.trace is not None:
            pane.sharp.connect(partial(self._window.trace.note, "sharp"))

    # -- from beginning to end ----------------------------------------------------------------------------------

    def begin(self) -> None:
        """Go where one was in this library, or to Search; what was typed meanwhile comes first."""
        typed = self._field.text() if self._field.isModified() else ""
        stop = self.walks.last()
        if stop is not None and not typed:
            self.return_to(stop)
        else:
            self.show_pane("search")
            self._field.show_text(typed)
            self.workspace.search.set_text(typed)
        if self.walks.here.place == "search":
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            if not typed:
                self._field.selectAll()

    def warm_up(self) -> None:
        """Begin what nobody waits for: the reader while it is empty, counts, countries."""
        self._count()
        self._tasks.run(_load_panes, lambda _: self._make_ready(), lambda _: None)

    def _make_ready(self) -> None:
        """Make what is not needed yet, and the first rows quick to paint; each in a turn of its own, so that keys come between."""
        self._later += [self._warm_text, self._make_reader, self._make_completions, self.workspace.search.warm_up]
        self._turns.start()

    def _take_turn(self) -> None:
        if self._later:
            self._later.pop(0)()
        else:
            self._turns.stop()

    def _warm_text(self) -> None:
        """Have a text widget, which PySide and Qt prepare at the first one."""
        unseen = QTextEdit()
        unseen.viewport()
        unseen.deleteLater()

    def _make_reader(self) -> None:
        _ = self.workspace.reader

    def _make_completions(self) -> None:
        from archiveviewer.gui.completions import Completions  # a part of the start that nobody waits for

        self.workspace.search.learn_countries()
        self.offers.learn()
        self.completions = Completions(self.archive, self._field, self._theme, self)

    def close(self) -> None:
        """Remember where one is, and end all work with the archive."""
        self.walks.keep()
        self._turns.stop()
        self._links.cut()
        self._counting.stop()
        self._dueing.stop()
        self.offers.close()
        if self.completions is not None:
            self.completions.close()
        self.workspace.close_panes()
        self._tasks.close()
        self.workspace.deleteLater()
        self.archive.close()
        self.deleteLater()

    # -- what the footer says -----------------------------------------------------------------------------------

    def _count(self) -> None:
        """Ask how much can be searched, and what is due soon."""
        archive = self.archive
        self._counting.run(lambda _: archive.coverage(), self._show_coverage, lambda _: None)
        self._dueing.run(lambda _: _due(archive), partial(self._rail.set_count, "deadlines"), lambda _: None)

    def _show_coverage(self, coverage: Coverage) -> None:
        self._footer.show_coverage(coverage)
        self._footer.show_dates(coverage.newest, self.archive.today())

    def _on_undo_offered(self, said: str, undo: Callable[[], None], settle: Callable[[], None]) -> None:
        self._footer.say(said, deed=self.tr("Undo"), do=undo)
        QTimer.singleShot(_UNDO, self, settle)

    def _on_library_changed(self) -> None:
        self.workspace.refresh(but="library")
        self._count()

    def _on_read(self, outcome: Outcome) -> None:
        """Say how the reading of folders ended."""
        if outcome.end is End.FAILED:
            self._footer.say(outcome.reason, deed=self.tr("Show"), do=partial(self.go, "library"))
        elif outcome.end is End.DONE and outcome.summary is not None:
            self._say_read(outcome.summary.indexed, outcome.summary.failed)
            then, self._then = self._then, ""
            if then and self.walks.here.place == "library":
                self.show_country(then)
                self._tasks.run(partial(_proof, self.archive, then), self._on_found_again, lambda _: None)

    def _say_read(self, read: int, failed: int) -> None:
        files = counted(read, "file")
        if failed:
            said = self.tr("{files} read, 1 with problems.") if failed == 1 else self.tr("{files} read, %n with problems.", "", failed)
            self._footer.say(said.format(files=files), deed=self.tr("Show"), do=self.show_problems)
        elif read:
            self._footer.say(self.tr("{files} read.").format(files=files))
        else:
            self._footer.say(self.tr("Nothing new to read."))

    # -- the library --------------------------------------------------------------------------------------------

    def read(self, folder: str) -> None:
        """Make a folder part of the library and read it."""
        self.go("library")
        self.workspace.library.add(folder)

    def read_first(self, folder: str, *, then: str) -> None:
        """Read a folder, and show a country when that is done and one has not gone elsewhere."""
        self._then = then
        self.read(folder)

    def show_problems(self) -> None:
        """Go to what could not be read in full."""
        self.go("library")
        self.workspace.library.show_problems()

    # -- places -------------------------------------------------------------------------------------------------

    def go(self, place: str) -> None:
        """Go to a place of the rail."""
        if place != self.walks.here.place:
            self.walks.step(place=place)
        self.show_pane(place)

    def show_pane(self, place: str) -> None:
        """Show the pane of a place, without a step."""
        self.workspace.go(place)
        self._rail.set_place(place)

    def _on_rail(self, place: str) -> None:
        """Go to a place and give it the keys, as a person asked."""
        if place not in PLACES:
            return
        self.go(place)
        if place == "search":
            self.find()
        elif self.workspace.current is not None:
            self.workspace.current.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_country(self, code: str) -> None:
        """Show the profile of a country."""
        if (self.walks.here.place, self.walks.here.country) != ("countries", code):
            self.walks.step(place="countries", country=code)
        self.show_pane("countries")
        self.workspace.countries.show_country(code)

    def _on_as_of_changed(self, day: date | None) -> None:
        """See every place as of the same day."""
        if self.workspace.has("countries"):
            self.workspace.countries.set_as_of(day)
        if self.workspace.has("deadlines"):
            self.workspace.deadlines.set_as_of(day)

    def return_to(self, stop: Stop) -> None:
        """Show a stop as it was left; the number of its document is looked up anew by its path."""
        self.walks.here = stop
        self.show_pane(stop.place)
        self.workspace.search.ask(stop.question)
        self._field.show_text(stop.question.text)
        if stop.place == "countries" and stop.country:
            self.workspace.countries.show_country(stop.country)
        if stop.shown is not None:
            self._tasks.run(partial(self.walks.find_again, stop), self._on_found_again, lambda _: None)

    def _on_found_again(self, place: Place | None) -> None:
        if place is not None:
            self.show_place(place)

    # -- the search field ---------------------------------------------------------------------------------------

    def find(self) -> None:
        """Give the search field the keys."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _on_text_edited(self) -> None:
        """Search for what is typed, wherever one is."""
        if self.walks.here.place != "search":
            self.go("search")
            self.workspace.search.set_lit(lit=True)

    def _on_text_changed(self, text: str) -> None:
        self.workspace.search.set_text(text)

    def _on_walked(self, steps: int) -> None:
        self.go("search")
        self.workspace.search.walk(steps)

    def _on_entered(self) -> None:
        self.go("search")
        self.workspace.search.enter()

    def _on_emptied_further(self) -> None:
        self.workspace.search.take_last_filter_off()

    def _on_quote_wanted(self) -> None:
        """Copy the quote of the selected result, or in another place that of what is read."""
        if self.walks.here.place == "search":
            self.workspace.search.quote()
        else:
            self.workspace.reader.quote()

    def _on_field_focused(self, focused: bool) -> None:
        if self.workspace.has("search"):
            self.workspace.search.set_lit(lit=focused)

    def _on_field_left(self) -> None:
        if self.workspace.current is not None:
            self.workspace.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self, question: Question) -> None:
        """Ask a question that was kept, in Search."""
        self.go("search")
        self.workspace.search.ask(question)
        self._field.show_text(question.text)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- the reader ---------------------------------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Show a place while the keys stay where they are."""
        self.walks.peek(place)
        self.offers.note(place)
        self.workspace.ask_no_more(but=place.document)
        self.workspace.reader.show_place(place)

    def _on_place_expected(self, place: Place) -> None:
        """Let the reader, if there is one, have a document ready that will likely be asked for."""
        if self.workspace.has("reader"):
            self.workspace.reader.expect(place)

    def open_place(self, place: Place) -> None:
        """Show a place and give the reader the keys."""
        self.walks.step(shown=place)
        self.offers.note(place)
        self.workspace.bring("reader")
        self.workspace.ask_no_more(but=place.document)
        self.workspace.reader.show_place(place)
        self.workspace.reader.take_keys()
        self._show_hidden()

    def _on_hit_changed(self, document: int, page: int) -> None:
        if self.walks.here.place == "search":
            self.workspace.search.follow(document, page)
        shown = self.workspace.reader.place
        if shown is not None:
            self.walks.peek(shown)
            self.offers.note(shown)

    def _on_jumped(self, place: Place) -> None:
        """Remember where one was before a jump inside a document, so that Alt+Left leads back."""
        shown = self.workspace.reader.place
        if shown is not None:
            self.walks.peek(shown)
        self.walks.step(shown=place)

    def _on_past_last_hit(self, step: int) -> None:
        document = self.workspace.reader.document
        self.workspace.search.step_document(step, current=document.id if document else None)

    # -- moving about -------------------------------------------------------------------------------------------

    def _on_next_pane(self) -> None:
        """Walk from the search field to the list, the reader, and round again."""
        room, focus = self.workspace, QApplication.focusWidget()
        if room.current is None:
            return
        if focus is self._field:
            if room.narrow:
                room.bring("list")
            room.current.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif focus is not None and room.current.isAncestorOf(focus):
            if room.narrow:
                room.bring("reader")
            room.reader.take_keys()
        else:
            self.find()

    def come_back(self) -> None:
        """Come back from the reader to the list, as Esc does."""
        self.workspace.bring("list")
        self._show_hidden()
        if self.walks.here.place == "search":
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.workspace.current is not None:
            self.workspace.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hide(self, which: str, *, hidden: bool) -> None:
        self.workspace.hide_side(which, hidden=hidden)
        self._show_hidden()

    def _show_hidden(self) -> None:
        self._window.commands.hide_reader.setChecked(self.workspace.is_hidden("reader"))
        self._window.commands.hide_list.setChecked(self.workspace.is_hidden("list"))

    def pane_actions(self) -> list[QAction]:
        """Return the actions of the reader and of the place one is in."""
        current = self.workspace.current
        return [*self.workspace.reader.actions(), *(current.actions() if current else [])]

    def palette_commands(self) -> list[Command]:
        """Return what the palette offers beside the actions of the window."""
        return [*of_actions(self.pane_actions()), *self.offers.commands()]

    # -- languages ----------------------------------------------------------------------------------------------

    def _fill_languages(self) -> None:
        menu = self._language_menu
        menu.clear()
        menu.addAction(self.tr("Languages you read")).setEnabled(False)
        for code in _LANGUAGES:
            action = menu.addAction(language_name(code))
            action.setCheckable(True)
            action.setChecked(code in self._window.languages())
            action.setData(code)
            action.toggled.connect(self._on_languages_changed)

    def _on_languages_changed(self) -> None:
        chosen = tuple(action.data() for action in self._language_menu.actions() if action.isCheckable() and action.isChecked())
        self._state.set_texts("languages", chosen)
        self._window.top.show_language(", ".join(language_name(code) for code in self._window.languages()[:2]))
        self.workspace.search.set_languages(self._window.languages())
        if self.workspace.has("countries"):
            self.workspace.countries.set_languages(self._window.languages())
        if self.workspace.has("deadlines"):
            self.workspace.deadlines.set_languages(self._window.languages())


def _load_panes() -> None:
    """Import what the panes need, in a thread, so that making them takes less of the window's time."""
    import archiveviewer.gui.countries.pane
    import archiveviewer.gui.deadlines.pane
    import archiveviewer.gui.library.pane
    import archiveviewer.gui.reader.pane  # noqa: F401 - imported to be there


def _proof(archive: Archive, code: str) -> Place | None:
    """Return where the deadline of a country that stands was read; runs in a thread."""
    from archiveviewer.gui.search.named import known, proof

    country = next((found for found in known(archive) if found.code == code), None)
    return proof(country) if country else None


def _due(archive: Archive) -> int:
    """Return how many deadlines are due within six months; runs in a thread."""
    from archiveviewer.gui.deadlines.rows import is_due

    today = archive.today()
    return sum(is_due(chain, today) for chain in archive.chains())
