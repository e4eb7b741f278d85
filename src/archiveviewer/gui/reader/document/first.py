"""Asks for the page that will be shown as soon as its document is with the worker, without waiting for the window.

While the worker opens the document and looks where the print of the page lies, the place on the page is guessed from its text. What will be
seen there the worker works out and draws by itself; here it is worked out as well, to know the picture by. The window is told when the
picture is there, or soon after it was asked for: it has to change its title, its tools and its lists, and a thread that has an answer waits
long for its turn while it does. It claims what has been asked for by its name.
"""

from __future__ import annotations

import threading

from archiveviewer.gui.reader.document.lighting import Lighting
from archiveviewer.gui.reader.document.viewing import Viewer
from archiveviewer.layout.aim import Aim, Sight
from archiveviewer.records import LitPage, OpenedDocument, View

_FIRST, _WORDS = 100, 90
_SOON = 0.06
"""Seconds for which this thread gets answers itself, and then, if the picture is still to come, waits for it."""


class First:
    """The requests for one page. `ask`, `expect` and `wait` are for the thread that opens the document, `take` for the one that answers.

    `sight` is how the page will be seen, as soon as that is known.
    """

    def __init__(self, aim: Aim | None, lighting: Lighting) -> None:
        self._aim, self._lighting = aim, lighting
        self._guard = threading.Lock()
        self._tickets: dict[object, int] = {}
        self._document: OpenedDocument | None = None
        self._frame: LitPage | None = None
        self._guess: float | None = None
        self.sight: Sight | None = None
        self._picture = 0
        self._is_there = threading.Event()

    def ask(self, viewer: Viewer, page: int) -> None:
        """Ask where the print of the page lies."""
        with self._guard:
            frame = self._tickets["frame", page] = viewer.lit(page, priority=_FIRST)
        viewer.begin(frame)

    def expect(self, viewer: Viewer, page: int, guess: float | None) -> None:
        """Ask for what will be seen of the page; `guess` is how far down its print one will look, from 0 to 1, None for its top."""
        if self._aim:
            with self._guard:
                self._guess, self._picture = guess, viewer.see(page, self._aim, guess, priority=_FIRST)
                self._look()
            viewer.begin(self._picture)
        quote, value = self._lighting.quoted(page)
        lights = self._lighting.lights
        if lights or quote:
            with self._guard:
                self._tickets["words", page] = viewer.lit(page, lights, quote=quote, value=value, priority=_WORDS)

    def wait(self, viewer: Viewer) -> None:
        """Wait for the picture for a moment, or until it is known that there is none to be had so soon."""
        viewer.hurry(lambda: self._aim is None or self._is_there.is_set(), seconds=_SOON)
        if self._aim:
            self._is_there.wait(_SOON)

    def take(self, view: View) -> None:
        """Take what was answered, if it is what the picture waits for."""
        with self._guard:
            match view.value:
                case OpenedDocument():
                    self._document = view.value
                case LitPage() if self._frame is None:
                    self._frame = view.value
                    self._look()
        if view.fault or view.ticket == self._picture:
            self._is_there.set()

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

    def _look(self) -> None:
        """Find out what will be seen, and let its picture be claimed by that."""
        if self._aim and self._document and self._frame and self._picture:
            self.sight = self._aim.sight(self._document, self._frame, self._guess)
            if self.sight:
                self._tickets[self.sight.tile] = self._picture
