"""One open document as the window asks for it: pictures and boxes of its pages, its outline, its letters.

Answers come on the thread of the client of its worker, in the order in which they are ready.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import msgspec

from archiveviewer.layout.aim import Aim
from archiveviewer.pages import wire
from archiveviewer.pages.desk import PATIENT_SECONDS, Desk, Handed
from archiveviewer.records import Light, PagePicture, View, Viewed, ViewFault
from archiveviewer.workers.answers import Answer, Failure

_PATIENCE = 10.0
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
class _Asked:
    page: int
    scale: float = 0.0
    part: tuple[int, int, int, int] = (0, 0, 0, 0)
    aimed: bool = False


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

    def begin(self, ticket: int = 0) -> None:
        """Let the document be opened, if it was `by_hand`, and a request be worked on as soon as it is; `hurry` gets the answer."""
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

    def picture(self, page: int, scale: float, part: tuple[int, int, int, int], *, priority: int = 0) -> int:
        """Ask for a part of a page (left, top, width, height in pixels of the whole page at `scale` pixels to the point).

        No side may be longer than 1024. A higher `priority` goes first. Return the ticket; the view holds a PagePicture.
        """
        return self._ask(wire.Draw(page=page, scale=scale, part=part), _Asked(page, scale, part), priority=priority)

    def see(self, page: int, aim: Aim, guess: float | None, *, priority: int = 0) -> int:
        """Ask for what will be seen of a page through an aim; `guess` is how far down its print one looks, None for the top of the page.

        Return the ticket; the view holds a PagePicture, or a fault when it would be too large for one. Its pixels are not copied: they are
        good until another such picture is asked for, or the viewer is closed.
        """
        return self._ask(wire.See(page=page, aim=aim, guess=guess), _Asked(page, aimed=True), priority=priority)

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
                value = self._picture(answer, asked.page, asked.scale, kept=False)
            case wire.Seen(scale=scale, drawn=drawn) if asked.aimed:
                value = self._picture(drawn, asked.page, scale, kept=True)
            case wire.Found(page=page) if page.page == asked.page:
                value = page
            case wire.Linked(page=linked) if linked.page == asked.page:
                value = linked
            case wire.Lettered(page=lettered) if lettered.page == asked.page and len(lettered.boxes) == _BOX * len(lettered.text):
                value = lettered
        if value is None:
            raise ValueError("an answer to something else")
        return value

    def _picture(self, answer: wire.Drawn, page: int, scale: float, *, kept: bool) -> PagePicture:
        width, height, stride = answer.size
        if stride < width * wire.PIXEL:
            raise ValueError("rows that overlap")
        pixels = self._desk.pixels(answer.slot, stride * height, kept=kept)
        left, top = answer.at
        return PagePicture(page, scale, left=left, top=top, width=width, height=height, stride=stride, pixels=pixels)

    def _has_restarted(self) -> bool:
        before, self._pid = self._pid, self.pid
        return before is not None and self._pid != before
