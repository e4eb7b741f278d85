"""Keeps where one is and was: follows what is done, leads back and forward, and remembers it for the next day."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu

from archiveviewer.gui.desk.history import History, Stop, from_shape, to_shape
from archiveviewer.gui.frame import Frame
from archiveviewer.gui.links import Links
from archiveviewer.gui.rail import PLACES
from archiveviewer.gui.search.question import Question
from archiveviewer.gui.state import WindowState
from archiveviewer.records import Place
from archiveviewer.text.escaping import isolate

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive

_KEPT = 40
_NAMED = 12
_OFTEN = 5000
"""Milliseconds after which it is remembered where one is, as the power may go."""


class Trail(QObject):
    """The history of one desk. `here` is where one is; a step leaves it behind, a peek changes it.

    Signal: `led_back(stop)` when another stop is to be shown.
    """

    led_back = Signal(object)

    def __init__(self, archive: Archive, frame: Frame, state: WindowState, parent: QObject) -> None:
        super().__init__(parent)
        self._archive, self._frame, self._state = archive, frame, state
        self._key = _key(archive.library)
        self._history = History(self._kept())
        self._links = Links()
        self.here = Stop()
        self._written = self.here
        self._often = QTimer(self, interval=_OFTEN)
        self._often.timeout.connect(self._write_again)
        self._often.start()
        self._menu = QMenu(frame)
        self._links.join(frame.commands.back.triggered, self.back)
        self._links.join(frame.commands.forward.triggered, self.forward)
        self._links.join(self._menu.aboutToShow, self._fill_menu)
        frame.top.back.setMenu(self._menu)
        self._show_ways()

    # -- following ----------------------------------------------------------------------------------------------

    def step(self, *, place: str | None = None, country: str | None = None, shown: Place | None = None) -> None:
        """Go on to another stop, and remember the one that is left."""
        self._history.leave(self._stamped())
        self.here = replace(
            self.here,
            place=place or self.here.place,
            country=self.here.country if country is None else country,
            shown=shown or self.here.shown,
        )
        self._show_ways()

    def peek(self, place: Place) -> None:
        """Note what the reader shows now."""
        self.here = replace(self.here, shown=place)

    def on_question(self, question: Question) -> None:
        """Note what is asked now."""
        self.here = replace(self.here, question=question)

    def on_country(self, code: str) -> None:
        """Note a country that was chosen in its own place."""
        if self.here.place == "countries" and self.here.country != code:
            self.step(country=code)

    def on_shown(self, place: Place) -> None:
        """Follow the reader where it went by itself, such as to another language."""
        if self.here.shown is None or self.here.shown.document != place.document:
            self.step(shown=place)

    def note_document(self, title: str, path: str) -> None:
        """Note the document that is shown; by its path it is found again on another day."""
        self.here = replace(self.here, title=title, path=path)

    def _stamped(self) -> Stop:
        return replace(self.here, day=self._archive.today().isoformat())

    # -- back and forward ---------------------------------------------------------------------------------------

    def back(self) -> None:
        """Go back to the stop before."""
        stop = self._history.back(self._stamped())
        if stop is not None:
            self.led_back.emit(stop)
        self._show_ways()

    def forward(self) -> None:
        """Go forward again."""
        stop = self._history.forward(self._stamped())
        if stop is not None:
            self.led_back.emit(stop)
        self._show_ways()

    def find_again(self, stop: Stop) -> Place | None:
        """Return the place that a stop showed, with the number that its document has now; runs in a thread."""
        if stop.shown is None:
            return None
        archive = self._archive
        document = archive.document_at(stop.path) if stop.path else archive.document(stop.shown.document)
        return replace(stop.shown, document=document.id) if document else None

    def _show_ways(self) -> None:
        """Enable back and forward when they lead somewhere."""
        self._frame.show_ways(back=bool(self._history.behind), forward=bool(self._history.ahead))

    def _fill_menu(self) -> None:
        """Name the stops behind, the newest first, with their day."""
        self._menu.clear()
        for stop in reversed(self._history.behind[-_NAMED:]):
            words = " · ".join(part for part in (self._words(stop), stop.day) if part)
            self._menu.addAction(words.replace("&", "&&")).triggered.connect(partial(self._jump, stop))

    def _words(self, stop: Stop) -> str:
        shown = self.tr("{title}, p. {page}").format(title=stop.title, page=stop.shown.page) if stop.title and stop.shown else stop.title
        asked = self.tr("“{words}”").format(words=isolate(stop.question.text)) if stop.place == "search" and stop.question.text else ""
        name = self._archive.country_name(stop.country) if stop.place == "countries" and stop.country else ""
        return " · ".join(part for part in (asked or name or self._frame.commands.places[stop.place].text(), shown) if part)

    def _jump(self, stop: Stop) -> None:
        while (found := self._history.back(self._stamped())) is not None:
            self.here = found
            if found.same_as(stop):
                self.led_back.emit(found)
                break
        self._show_ways()

    # -- from one day to the next -------------------------------------------------------------------------------

    def last(self) -> Stop | None:
        """Return where one was when the window was closed."""
        shape = self._state.shape(f"here/{self._key}")
        stop = from_shape(shape) if shape else None
        return stop if stop is not None and stop.place in PLACES else None

    def keep(self) -> None:
        """Remember where one is and was; the desk is being left."""
        self._often.stop()
        self._links.cut()
        self._menu.deleteLater()
        self._write()

    def _write_again(self) -> None:
        """Remember it before the desk is left, as the power may go first."""
        if self.here != self._written:
            self._write()

    def _write(self) -> None:
        self._written = self.here
        self._state.set_shape(f"here/{self._key}", to_shape(self._stamped()))
        self._state.set_shape(f"places/{self._key}", {"list": [to_shape(stop) for stop in self._history.behind[-_KEPT:]]})

    def _kept(self) -> list[Stop]:
        kept = self._state.shape(f"places/{self._key}").get("list", [])
        stops = [from_shape(item) for item in kept if isinstance(item, dict)] if isinstance(kept, list) else []
        return [stop for stop in stops if stop is not None and stop.place in PLACES]


def _key(library: Path) -> str:
    """Return a name for a library that a settings file takes as a key."""
    return "".join(char if char.isascii() and char.isalnum() else "_" for char in str(library))[-80:]
