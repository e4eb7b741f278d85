"""Goes to a place of the rail, a question, a country or a page, and back to where one was; each step is noted in the trail."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from archiveviewer.gui.desk.trail import Trail
from archiveviewer.gui.desk.workspace import Workspace
from archiveviewer.gui.frame import Frame
from archiveviewer.gui.tasks import Tasks
from archiveviewer.records import Place

if TYPE_CHECKING:
    from archiveviewer.gui.desk.history import Stop
    from archiveviewer.gui.search.question import Question


class Navigator(QObject):
    """Belongs to one desk, with the `workspace` it goes about in.

    Signal: `shown(place)` for each page that the reader is sent to or has gone to.
    """

    shown = Signal(object)

    def __init__(self, workspace: Workspace, trail: Trail, frame: Frame, tasks: Tasks) -> None:
        super().__init__(workspace)
        self.workspace, self._trail, self._tasks = workspace, trail, tasks
        self._field, self._rail = frame.top.field, frame.rail
        trail.led_back.connect(self.return_to)

    @property
    def place(self) -> str:
        """The place of the rail where one is."""
        return self._trail.here.place

    # -- places -------------------------------------------------------------------------------------------------

    def go(self, place: str) -> None:
        """Go to a place of the rail."""
        if place != self.place:
            self._trail.step(place=place)
        self.show_pane(place)

    def show_pane(self, place: str) -> None:
        """Show the pane of a place, without a step."""
        self.workspace.go(place)
        self._rail.set_place(place)

    def ask(self, question: Question) -> None:
        """Ask a question that was kept, in Search."""
        self.go("search")
        self.workspace.search.ask(question)
        self._field.show_text(question.text)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_country(self, code: str) -> None:
        """Show the profile of a country."""
        if (self.place, self._trail.here.country) != ("countries", code):
            self._trail.step(place="countries", country=code)
        self.show_pane("countries")
        self.workspace.countries.show_country(code)

    def show_problems(self) -> None:
        """Go to what could not be read in full."""
        self.go("library")
        self.workspace.library.show_problems()

    def return_to(self, stop: Stop) -> None:
        """Show a stop as it was left; the number of its document is looked up anew by its path."""
        self._trail.here = stop
        self.show_pane(stop.place)
        self.workspace.search.ask(stop.question)
        self._field.show_text(stop.question.text)
        if stop.place == "countries" and stop.country:
            self.workspace.countries.show_country(stop.country)
        if stop.shown is not None:
            self._tasks.run(partial(self._trail.find_again, stop), self._on_found_again, lambda _: None)

    def _on_found_again(self, place: Place | None) -> None:
        if place is not None:
            self.show_place(place)

    # -- the reader ---------------------------------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Show a page while the keys stay where they are."""
        self._trail.peek(place)
        self.shown.emit(place)
        self.workspace.ask_no_more(but=place.document)
        self.workspace.reader.show_place(place)

    def open_place(self, place: Place) -> None:
        """Show a page and give the reader the keys."""
        self._trail.step(shown=place)
        self.shown.emit(place)
        self.workspace.bring("reader")
        self.workspace.ask_no_more(but=place.document)
        self.workspace.reader.show_place(place)
        self.workspace.reader.take_keys()

    def expect_place(self, place: Place) -> None:
        """Let the reader, if there is one, have a document ready that will likely be asked for."""
        if self.workspace.has("reader"):
            self.workspace.reader.expect(place)

    def on_hit_changed(self, document: int, page: int) -> None:
        """Follow the reader to another hit, in the list too."""
        if self.place == "search":
            self.workspace.search.follow(document, page)
        shown = self.workspace.reader.place
        if shown is not None:
            self._trail.peek(shown)
            self.shown.emit(shown)

    def on_jumped(self, place: Place) -> None:
        """Remember where one was before a jump inside a document, so that Alt+Left leads back."""
        shown = self.workspace.reader.place
        if shown is not None:
            self._trail.peek(shown)
        self._trail.step(shown=place)

    def on_past_last_hit(self, step: int) -> None:
        """Go on to the next document of the list, or the one before."""
        document = self.workspace.reader.document
        self.workspace.search.step_document(step, current=document.id if document else None)
