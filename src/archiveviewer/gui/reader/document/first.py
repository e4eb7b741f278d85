"""Asks for the page that will be shown as soon as its document is with the worker, without waiting for the window.

While the worker opens the document and looks where the print of the page lies, the place on the page is guessed from its text; whichever
comes last lets the picture be asked for, and the words after it. The window is told when the picture is there, or soon after it was asked
for: it has to change its title, its tools and its lists, and a thread that has an answer waits long for its turn while it does. It claims
what has been asked for by its name.
"""

from __future__ import annotations

import threading

from archiveviewer.gui.reader.document.lighting import Lighting
from archiveviewer.gui.reader.document.viewing import Viewer
from archiveviewer.layout.aim import Aim, Sight
from archiveviewer.records import LitPage, OpenedDocument, View

_FIRST, _WORDS = 100, 90
_ASKED, _DRAWN = 0.06, 0.06
"""Seconds for which the window is not told of an open document while its picture cannot be asked for yet, and then while it is drawn."""


class First:
    """The requests for one page. `ask` and `expect` are for the thread that opens the document, `take` for the one that answers."""

    def __init__(self, aim: Aim | None, lighting: Lighting) -> None:
        self._aim, self._lighting = aim, lighting
        self._guard = threading.Lock()
        self._tickets: dict[object, int] = {}
        self._viewer: Viewer | None = None
        self._page = 0
        self._document: OpenedDocument | None = None
        self._frame: LitPage | None = None
        self._guess: float | None = None
        self._is_expected = self._is_drawn = False
        self.sight: Sight | None = None
        self._picture = 0
        self._is_asked, self._is_there = threading.Event(), threading.Event()

    def wait(self, viewer: Viewer) -> None:
        """Wait for the picture for a moment, or until it is known that there is none to be had so soon."""
        viewer.hurry(lambda: self._aim is None or self._is_there.is_set(), seconds=_DRAWN)
        if self._aim and self._is_asked.wait(_ASKED):
            self._is_there.wait(_DRAWN)

    def ask(self, viewer: Viewer, page: int) -> None:
        """Ask where the print of the page lies."""
        with self._guard:
            self._viewer, self._page = viewer, page
            frame = self._tickets["frame", page] = viewer.lit(page, priority=_FIRST)
        viewer.begin(frame)

    def expect(self, guess: float | None) -> None:
        """Say how far down the print of the page one will look, from 0 to 1; None for the top of the page."""
        with self._guard:
            self._guess, self._is_expected = guess, True
            self._draw()

    def take(self, view: View) -> None:
        """Take what was answered, if it is what the picture waits for."""
        if view.fault:
            self._is_asked.set()
        if view.fault or view.ticket == self._picture:
            self._is_there.set()
        with self._guard:
            match view.value:
                case OpenedDocument():
                    self._document = view.value
                    self._draw()
                case LitPage() if self._frame is None:
                    self._frame = view.value
                    self._draw()

    def claim(self, name: object) -> int:
        """Return the ticket of what has been asked for by this name, 0 when it has not; it can be claimed once."""
        with self._guard:
            return self._tickets.pop(name, 0)

    def ticket(self, name: object) -> int:
        """Return the ticket of what has been asked for by this name and not claimed, 0 when there is none."""
        with self._guard:
            return self._tickets.get(name, 0)

    def asked(self, ticket: int) -> bool:
        """Tell whether a ticket is that of something not claimed yet."""
        with self._guard:
            return ticket in self._tickets.values()

    def _draw(self) -> None:
        viewer = self._viewer
        if self._is_drawn or not (self._aim and viewer and self._document and self._frame and self._is_expected):
            return
        self._is_drawn = True
        self.sight = self._aim.sight(self._document, self._frame, self._guess)
        if self.sight:
            tile = self.sight.tile
            self._tickets[tile] = self._picture = viewer.picture(tile.page, tile.scale, tile.part, priority=_FIRST, kept=True)
        else:
            self._is_there.set()
        quote, value = self._lighting.quoted(self._page)
        lights = self._lighting.lights
        if lights or quote:
            self._tickets["words", self._page] = viewer.lit(self._page, lights, quote=quote, value=value, priority=_WORDS)
        self._is_asked.set()
