"""The side of the viewer that asks: hands a document to a render worker, and gets pictures and boxes from it.

A worker is started before it is needed and holds one document; when it ends, the client starts another, which gets the document again
before anything else. Answers come on the client's thread, in the order in which they are ready. Nothing here loads PyMuPDF.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from archiveviewer.pages import wire
from archiveviewer.records import Light, PagePicture, View, Viewed, ViewFault
from archiveviewer.settings import Limits
from archiveviewer.workers.answers import Answer, Failure
from archiveviewer.workers.client import Client
from archiveviewer.workers.segments import Segment

MAIN = "archiveviewer.pages.serve"
SECONDS = 20.0
PATIENT_SECONDS = 180.0
"""How long a page may take when a person has chosen to wait longer."""

_DOCUMENTS = 100
_PATIENCE = 10.0
_SHOWN = 2
_BOX = 16
"""Bytes of a box among the letters of a page."""

OnView = Callable[[View], None]
_FAULTS = {
    Failure.CRASHED: ViewFault.CRASHED,
    Failure.LIED: ViewFault.CRASHED,
    Failure.NOT_STARTED: ViewFault.CRASHED,
    Failure.TOO_SLOW: ViewFault.TOO_SLOW,
    Failure.OUT_OF_MEMORY: ViewFault.OUT_OF_MEMORY,
}


@dataclass(frozen=True, slots=True)
class Handed:
    """A document as it is handed over: its bytes, its language, and the languages of the library, in which questions are understood.

    `password` is kept in memory as long as the document is open, for a new worker that takes over, and nowhere else; `seconds` is how
    long opening it, or one of its pages, may take. `turned` are degrees by which it is shown turned.
    """

    data: bytes | memoryview
    language: str | None = None
    languages: tuple[str, ...] = ()
    password: str = field(default="", repr=False)
    seconds: float = SECONDS
    turned: int = 0


class Desk:
    """A render worker with its shared memory. One viewer at a time sits at it; what is answered to one that has left is dropped."""

    def __init__(self, limits: Limits) -> None:
        """Start the worker at once, so that it is warm when a document comes."""
        self.documents = 0
        self._segments = tuple(Segment(wire.SEGMENT) for _ in range(wire.SEGMENTS))
        self._taker: Callable[[Answer], None] | None = None
        self.client = Client(MAIN, limits=limits, on_answer=self._take, segments=self._segments)
        self.client.start()

    def give(self, document: Handed, taker: Callable[[Answer], None]) -> None:
        """Lay a document on the desk; `taker` gets all answers from now on."""
        self.documents += 1
        self._taker = taker
        self.client.greet(wire.encode(wire.Open(document.password, document.turned)), document.data, seconds=document.seconds)

    def clear(self) -> None:
        """Take the document away and give its memory back."""
        self._taker = None
        self.client.greet(wire.encode(wire.Close()))
        self.client.start()

    def pixels(self, slot: int, size: int, *, kept: bool) -> bytes | memoryview:
        """Return what lies in a segment, itself when it is kept there, else a copy. Raises ValueError when there cannot be so much."""
        last = wire.SEGMENTS - 1
        if not (slot == last if kept else 0 <= slot < last) or not 0 <= size <= wire.SEGMENT:
            raise ValueError("no such picture")
        memory = self._segments[slot].memory
        return memoryview(memory)[:size] if kept else memory[:size]

    def close(self) -> None:
        """End the worker."""
        self._taker = None
        self.client.close()
        for segment in self._segments:
            segment.close()

    def _take(self, answer: Answer) -> None:
        if taker := self._taker:
            taker(answer)


@dataclass(frozen=True, slots=True)
class _Asked:
    page: int
    scale: float = 0.0
    part: tuple[int, int, int, int] = (0, 0, 0, 0)
    kept: bool = False


class Viewer:
    """One open document. `on_view` is called on another thread, once for each ticket that is not cancelled.

    The view for the ticket `opened` is an OpenedDocument, or the fault. Every method may be called from any thread.
    """

    def __init__(
        self, desk: Desk, document: Handed, on_view: OnView, *, by_hand: bool = False, on_close: Callable[[Desk], None] = Desk.close
    ) -> None:
        """Lay the document on the desk. `on_close` is told when it is not needed any more.

        With `by_hand` the calling thread should `hurry` soon: nobody else puts what is asked until then.
        """
        self._desk, self._document, self._on_view, self._on_close = desk, document, on_view, on_close
        self._asked: dict[int, _Asked] = {}
        self._guard = threading.Lock()
        self._closed = False
        self._pid: int | None = None
        self._seconds = document.seconds
        self._by_hand = by_hand and desk.client.borrow()
        self._desk.give(document, self._take)
        self.opened = self.describe()
        if self._by_hand:
            self._desk.client.begin()

    def begin(self, ticket: int) -> None:
        """Let a request be worked on as soon as the document is open, if it was opened `by_hand`; `hurry` gets the answer."""
        if self._by_hand:
            self._desk.client.begin(ticket)

    def hurry(self, enough: Callable[[], bool], *, seconds: float) -> None:
        """Let this thread, which opened the document `by_hand`, get answers until it is enough, or for so long."""
        if self._by_hand:
            self._by_hand = False
            try:
                self._desk.client.work(enough, seconds=seconds)
            finally:
                self._desk.client.give_back()

    def sits_at(self, desk: Desk) -> bool:
        """Tell whether this is the worker that holds the document."""
        return self._desk is desk

    @property
    def pid(self) -> int | None:
        """The process id of the worker, or None while there is none."""
        return self._desk.client.pid

    def describe(self) -> int:
        """Ask what the document is. The ticket is returned, the view holds an OpenedDocument; this is asked at the start, too."""
        with self._guard:
            if self._closed:
                return 0
            ticket = self._desk.client.ask_greeted()
            self._asked[ticket] = _Asked(0)
        return ticket

    def contents(self, *, priority: int = 0) -> int:
        """Ask for the outline and what is attached. Return the ticket; the view holds Contents."""
        return self._ask(wire.List(), _Asked(0), priority=priority)

    def headings(self, first: int, *, priority: int = 0) -> int:
        """Ask for an outline made of the headings, to be looked for from a page on. Return the ticket; the view holds Headings."""
        return self._ask(wire.Head(first), _Asked(first), priority=priority)

    def picture(self, page: int, scale: float, part: tuple[int, int, int, int], *, priority: int = 0, kept: bool = False) -> int:
        """Ask for a part of a page (left, top, width, height in pixels of the whole page at `scale` pixels to the point).

        No side may be longer than 1024. A higher `priority` goes first. Return the ticket; the view holds a PagePicture. The pixels of one
        that is `kept` are not copied: they are good until another such picture is asked for, or the viewer is closed.
        """
        request = wire.Draw(page=page, scale=scale, part=part, kept=kept)
        return self._ask(request, _Asked(page, scale, part, kept), priority=priority)

    def lit(self, page: int, lights: Sequence[Light] = (), *, quote: str = "", value: str = "", priority: int = 0) -> int:
        """Ask where on a page the words are that are to be lit; without any only for the box of what is printed.

        Return the ticket; the view holds a LitPage.
        """
        document = self._document
        request = wire.Find(
            page=page, lights=tuple(lights), language=document.language, languages=document.languages, quote=quote, value=value
        )
        return self._ask(request, _Asked(page), priority=priority)

    def links(self, page: int, *, priority: int = 0) -> int:
        """Ask for the links of a page. Return the ticket; the view holds PageLinks."""
        return self._ask(wire.Follow(page=page), _Asked(page), priority=priority)

    def letters(self, page: int, *, priority: int = 0) -> int:
        """Ask for the letters of a page with their boxes. Return the ticket; the view holds PageLetters."""
        return self._ask(wire.Read(page=page), _Asked(page), priority=priority)

    def turn(self, degrees: int) -> int:
        """Show all pages turned by so many degrees, clockwise. What was asked is forgotten.

        Return the ticket; the view holds the OpenedDocument with the new sizes.
        """
        with self._guard:
            open_tickets = tuple(self._asked)
        for ticket in open_tickets:
            self.cancel(ticket)
        self._document = replace(self._document, turned=degrees)
        with self._guard:
            if not self._closed:
                self._desk.give(self._document, self._take)
        return self.describe()

    def wait_longer(self) -> None:
        """Give what is asked from now on much more time: a person has chosen to wait."""
        self._seconds = PATIENT_SECONDS

    def cancel(self, ticket: int) -> None:
        """Forget a request; nothing comes for it. The worker is spared if it has begun."""
        with self._guard:
            known = self._asked.pop(ticket, None)
        if known:
            self._desk.client.cancel(ticket, grace=_PATIENCE)

    def close(self) -> None:
        """Close the document; no view comes after it. Safe to call twice."""
        with self._guard:
            if self._closed:
                return
            self._closed = True
            open_tickets = tuple(self._asked)
            self._asked.clear()
        for ticket in open_tickets:
            self._desk.client.cancel(ticket, grace=_PATIENCE)
        self._on_close(self._desk)

    def _ask(self, request: wire.Request, asked: _Asked, *, priority: int) -> int:
        with self._guard:
            if self._closed:
                return 0
            ticket = self._desk.client.ask(wire.encode(request), seconds=self._seconds, priority=priority)
            self._asked[ticket] = asked
        return ticket

    def _take(self, answer: Answer) -> None:
        with self._guard:
            asked = self._asked.pop(answer.ticket, None)
        if asked is None or answer.failure is Failure.CANCELLED:
            return
        self._on_view(self._view(answer, asked))

    def _view(self, answer: Answer, asked: _Asked) -> View:
        view = View(answer.ticket, asked.page, None, restarted=self._has_restarted())
        if answer.value is None:
            return replace(view, fault=_FAULTS[answer.failure or Failure.CRASHED])
        try:
            return self._read(wire.decode_answer(answer.value), view, asked=asked)
        except (msgspec.MsgspecError, ValueError):  # a worker that lies is treated like one that ended
            return replace(view, fault=ViewFault.CRASHED)

    def _read(self, answer: wire.Answer, view: View, *, asked: _Asked) -> View:
        if isinstance(answer, wire.Refused):
            return replace(view, fault=answer.fault)
        return replace(view, value=self._value(answer, asked))

    def _value(self, answer: wire.Answer, asked: _Asked) -> Viewed:
        """Return what was answered. Raises ValueError when it is not what was asked for."""
        value: Viewed | None = None
        match answer:
            case wire.Opened(document=document) if len(document.labels) == len(document.sizes):
                value = document
            case wire.Listed(contents=contents):
                value = contents
            case wire.Headed(headings=headings) if headings.following == 0 or headings.following > asked.page > 0:
                value = headings
            case wire.Drawn() if answer.at == asked.part[:2] and answer.size[:2] == asked.part[2:]:
                value = self._picture(answer, asked)
            case wire.Found(page=page) if page.page == asked.page:
                value = page
            case wire.Linked(page=linked) if linked.page == asked.page:
                value = linked
            case wire.Lettered(page=lettered) if lettered.page == asked.page and len(lettered.boxes) == _BOX * len(lettered.text):
                value = lettered
        if value is None:
            raise ValueError("an answer to something else")
        return value

    def _picture(self, answer: wire.Drawn, asked: _Asked) -> PagePicture:
        width, height, stride = answer.size
        if stride < width * wire.PIXEL:
            raise ValueError("rows that overlap")
        pixels = self._desk.pixels(answer.slot, stride * height, kept=asked.kept)
        left, top = answer.at
        return PagePicture(asked.page, asked.scale, left=left, top=top, width=width, height=height, stride=stride, pixels=pixels)

    def _has_restarted(self) -> bool:
        before, self._pid = self._pid, self.pid
        return before is not None and self._pid != before


class Viewers:
    """Keeps a worker ready for the next document, and at most two documents open: the oldest gives way. One more may be beside them."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits(seconds=SECONDS, jobs=0)
        self._spares: list[Desk] = []
        self._open: list[Viewer] = []
        self._beside: list[Viewer] = []
        self._guard = threading.Lock()
        self._closed = False

    def warm(self) -> None:
        """Have one more spare worker, so that the next document opens at once. Returns without waiting for it.

        There are as many as documents may be open: one for what is shown, one for what follows. Then the next takes that of the oldest.
        """
        with self._guard:
            if len(self._spares) + len(self._turns()) < _SHOWN and not self._closed:
                self._spares.append(Desk(self._limits))

    def pids(self) -> tuple[int, ...]:
        """Return the process ids of the workers that hold documents, the newest last."""
        with self._guard:
            return tuple(pid for viewer in self._open if (pid := viewer.pid))

    def open(self, document: Handed, on_view: OnView, *, beside: bool = False, by_hand: bool = False) -> Viewer:
        """Return a viewer with the document open, `by_hand` if this thread will `hurry`.

        One that is shown `beside` others gives way only to another beside them.
        """
        with self._guard:
            oldest = tuple(self._beside) if beside else self._turns()[: max(0, len(self._turns()) + 1 - _SHOWN)]
        for viewer in oldest:
            viewer.close()
        with self._guard:
            desk = self._spares.pop() if self._spares else None
        viewer = Viewer(desk or Desk(self._limits), document, on_view, by_hand=by_hand, on_close=self._take_back)
        with self._guard:
            self._open.append(viewer)
            self._beside = [viewer] if beside else self._beside
        self.warm()
        return viewer

    def _turns(self) -> list[Viewer]:
        """Return the viewers that take turns: all but that beside them."""
        return [viewer for viewer in self._open if viewer not in self._beside]

    def close(self) -> None:
        """Close all documents and end all workers."""
        with self._guard:
            self._closed = True
            viewers, desks = tuple(self._open), tuple(self._spares)
            self._spares.clear()
        for viewer in viewers:
            viewer.close()
        for desk in desks:
            desk.close()

    def _take_back(self, desk: Desk) -> None:
        """Keep the worker of a document that was closed, unless there are enough or it has served long enough."""
        with self._guard:
            self._open = [viewer for viewer in self._open if not viewer.sits_at(desk)]
            self._beside = [viewer for viewer in self._beside if not viewer.sits_at(desk)]
            kept = not self._closed and len(self._spares) + len(self._turns()) < _SHOWN and desk.documents < _DOCUMENTS
            if kept:
                desk.clear()
                self._spares.append(desk)
        if not kept:
            desk.close()
            self.warm()
