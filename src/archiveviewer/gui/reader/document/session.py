"""One open paged document as the window sees it: requests go out, answers come back as signals in the window's thread.

The worker behind it may end at any moment. What was asked then is asked once more, of the new worker; if that ends as well, the page is
to blame, and says so in its place.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot

from archiveviewer.gui.reader.document.first import First
from archiveviewer.gui.reader.document.lighting import Lighting
from archiveviewer.gui.reader.document.viewing import Viewer
from archiveviewer.layout.aim import Sight
from archiveviewer.records import (
    Contents,
    Headings,
    LitPage,
    OpenedDocument,
    PageLetters,
    PageLinks,
    PagePicture,
    View,
    Viewed,
    ViewFault,
)

_LAST = 1
_ONCE_MORE = frozenset({ViewFault.CRASHED, ViewFault.OUT_OF_MEMORY})


@dataclass(slots=True)
class _Asked:
    again: Callable[[], int]
    name: object
    page: int = 0
    tries: int = 1


class Session(QObject):
    """Asks a viewer. Names stand for requests: asking for the same name twice asks once.

    `opened` comes with the OpenedDocument, `pictured` with a name and the PagePicture, `found` and `framed` (its words not looked for)
    with a LitPage, `linked` with PageLinks, `lettered` with PageLetters, `contents` with Contents, `headings` with Headings;
    `refused` with the page (0 for the document), the name and the fault; `restarted` when the worker has ended and another took over.
    """

    opened = Signal(object)
    pictured = Signal(object, object)
    found = Signal(object)
    framed = Signal(object)
    linked = Signal(object)
    lettered = Signal(object)
    contents = Signal(object)
    headings = Signal(object)
    refused = Signal(int, object, object)
    restarted = Signal()
    _came = Signal(object)

    def __init__(self, first: First | None = None) -> None:
        super().__init__()
        self._first = first
        self._foreseen: dict[int, View] = {}
        self._viewer: Viewer | None = None
        self._early: list[View] = []
        self._guard = threading.Lock()
        self._asked: dict[int, _Asked] = {}
        self._names: dict[object, int] = {}
        self._closed = False
        self._came.connect(self._on_came, Qt.ConnectionType.QueuedConnection)

    def take(self, view: View) -> None:
        """Take an answer, in whatever thread it comes."""
        if self._closed:
            return
        if self._first:
            self._first.take(view)
        with self._guard, suppress(RuntimeError):  # the window may close the document in this very moment
            if self._viewer is None:
                self._early.append(view)
            elif not self._closed:
                self._came.emit(view)

    def attach(self, viewer: Viewer) -> None:
        """Use this viewer, whose document was opened with `take` to answer to."""
        self._remember(viewer.opened, _Asked(viewer.describe, "document"))
        with self._guard:
            self._viewer = viewer
            early, self._early = self._early, []
        for view in sorted(early, key=lambda view: view.ticket == viewer.opened):  # who is told that it is open finds the rest here
            self._on_came(view)

    def rest(self) -> None:
        """Want nothing any more."""
        with self._guard:
            self._closed = True
        for name in list(self._names):
            self.forget(name)

    def detach(self) -> Viewer | None:
        """Answer no more, and give the viewer back to be closed; who deletes this waits for an answer that is just being taken."""
        with self._guard:
            self._closed = True
            viewer, self._viewer = self._viewer, None
        self._asked.clear()
        self._names.clear()
        return viewer

    def ask_picture(self, name: object, page: int, *, scale: float, part: tuple[int, int, int, int], priority: int) -> None:
        """Ask for a part of a page."""
        if (viewer := self._viewer) and name not in self._names:
            self._ask(name, page, lambda: viewer.picture(page, scale, part, priority=priority))

    def ask_contents(self) -> None:
        """Ask for the outline and what is attached."""
        if (viewer := self._viewer) and "contents" not in self._names:
            self._ask("contents", 0, lambda: viewer.contents(priority=_LAST))

    def ask_headings(self, first: int = 1) -> None:
        """Ask for an outline made of headings, when there is nothing else to do; it comes in parts."""
        if (viewer := self._viewer) and "headings" not in self._names:
            self._ask("headings", first, lambda: viewer.headings(first, priority=_LAST))

    def ask_words(self, page: int, lighting: Lighting, *, priority: int) -> None:
        """Ask where the words are on a page."""
        name = ("words", page)
        if (viewer := self._viewer) and name not in self._names:
            quote, value = lighting.quoted(page)
            self._ask(name, page, lambda: viewer.lit(page, lighting.lights, quote=quote, value=value, priority=priority))

    def ask_frame(self, page: int, *, priority: int) -> None:
        """Ask where the print of a page lies; `framed` answers."""
        name = ("frame", page)
        if (viewer := self._viewer) and name not in self._names:
            self._ask(name, page, lambda: viewer.lit(page, priority=priority))

    def ask_links(self, page: int) -> None:
        """Ask for the links of a page, when there is nothing else to do."""
        name = ("links", page)
        if (viewer := self._viewer) and name not in self._names:
            self._ask(name, page, lambda: viewer.links(page, priority=_LAST))

    def ask_letters(self, page: int, *, priority: int = _LAST) -> None:
        """Ask for the letters of a page, to be selected."""
        name = ("letters", page)
        if (viewer := self._viewer) and name not in self._names:
            self._ask(name, page, lambda: viewer.letters(page, priority=priority))

    def turn(self, degrees: int) -> None:
        """Show all pages turned; `opened` comes once more. What was asked is forgotten."""
        if viewer := self._viewer:
            self._asked.clear()
            self._names.clear()
            self._first = None
            self._remember(viewer.turn(degrees), _Asked(viewer.describe, "document"))

    def wait_longer(self) -> None:
        """Give what is asked from now on much more time."""
        if self._viewer:
            self._viewer.wait_longer()

    def has_come(self, name: object) -> bool:
        """Tell whether the answer to what will be asked by this name is here already."""
        return self._first is not None and self._first.ticket(name) in self._foreseen

    def ahead(self) -> tuple[Sight, PagePicture] | None:
        """Return how the first page will be seen with its picture, if that is here before anybody asked for it; once."""
        sight = self._first.sight if self._first else None
        if sight is None or not self._first or not self.has_come(sight.tile):
            return None
        picture = self._foreseen.pop(self._first.claim(sight.tile)).value
        return (sight, picture) if isinstance(picture, PagePicture) else None

    def is_asked(self, name: object) -> bool:
        """Tell whether the answer to a request is awaited."""
        return name in self._names

    def forget(self, name: object) -> None:
        """Want an answer no more."""
        ticket = self._names.pop(name, None)
        if ticket is not None:
            self._asked.pop(ticket, None)
            if self._viewer:
                self._viewer.cancel(ticket)

    def forget_words(self) -> None:
        """Want no words any more: others are to be lit."""
        self._first = None
        for name in [name for name in self._names if isinstance(name, tuple) and name[0] == "words"]:
            self.forget(name)

    def forget_page(self, page: int) -> None:
        """Want nothing about a page that was asked before now: what comes of it late is not meant."""
        for name in [name for name, ticket in self._names.items() if self._asked[ticket].page == page]:
            self.forget(name)

    def _ask(self, name: object, page: int, ask: Callable[[], int]) -> None:
        """Ask, or claim what has been asked already and may have come."""
        claimed = self._first.claim(name) if self._first else 0
        self._remember(claimed or ask(), _Asked(ask, name, page))
        if view := self._foreseen.pop(claimed, None):
            self._on_came(view)

    def _remember(self, ticket: int, asked: _Asked) -> None:
        if ticket:
            self._asked[ticket] = asked
            self._names[asked.name] = ticket

    @Slot(object)
    def _on_came(self, view: View) -> None:
        if self._closed:
            return
        if view.restarted:
            self.restarted.emit()
        asked = self._asked.pop(view.ticket, None)
        if asked is None:
            if self._first and self._first.asked(view.ticket):
                self._foreseen[view.ticket] = view
            return
        del self._names[asked.name]
        if view.fault in _ONCE_MORE and asked.tries == 1:
            self._remember(asked.again(), _Asked(asked.again, asked.name, asked.page, tries=2))
        elif view.fault:
            self.refused.emit(view.page, asked.name, view.fault)
        else:
            self._tell(asked.name, view.value)

    def _tell(self, name: object, value: Viewed | None) -> None:
        match value:
            case OpenedDocument():
                self.opened.emit(value)
            case Contents():
                self.contents.emit(value)
            case Headings():
                self.headings.emit(value)
            case PagePicture():
                self.pictured.emit(name, value)
            case LitPage() if name == ("frame", value.page):
                self.framed.emit(value)
            case LitPage():
                self.found.emit(value)
            case PageLinks():
                self.linked.emit(value)
            case PageLetters():
                self.lettered.emit(value)
