"""The pages of a document with the words lit: what is found on them, which hit is the current one, and how they look.

A place is gone to as soon as it is known where on its page the words are, or about where; it is kept whenever sizes change. Which pictures
are needed, `drawn_area` knows.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from archiveviewer.gui.reader import looking
from archiveviewer.gui.reader.aim import Aim, Sight
from archiveviewer.gui.reader.drawn_area import timer
from archiveviewer.gui.reader.lighting import Lighting
from archiveviewer.gui.reader.looking import Room
from archiveviewer.gui.reader.noted_area import NotedArea, around
from archiveviewer.gui.reader.page_paint import PageLook, paint_page
from archiveviewer.gui.reader.session import Session
from archiveviewer.gui.reader.sheets import Sheets, Spread
from archiveviewer.gui.reader.tiles import Tile, Tiles
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Box, LitPage, OpenedDocument, PageLetters, PageLink, PageLinks, PagePicture, ViewFault

_PULSE_MS = 300
_LATE_MS = 1000
_HELD_MS = 80
"""For so long the page of the document before stays on the screen while that of the next is being drawn."""

_LIT_KEPT = 64
_SLOW_SECONDS = 0.08
_FIRST = 100
_LETTERS = 45
_FOCUS = 2
_NO_MORE = QSize(0, 0)


class PageView(NotedArea):
    """Shows the pages of a session.

    `arrived` comes when the hit that was asked for is in place, `sharp` when what is seen of its page has been painted sharp, `found` with
    each LitPage that arrives, `refused` with a page that cannot be drawn, `turned` when all have been turned.
    """

    found = Signal(object)
    refused = Signal(int)
    turned = Signal()
    arrived = Signal()
    sharp = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._document: OpenedDocument | None = None
        self._spread = Spread.ALL
        self._turned = 0
        self._night = False
        self._lighting = Lighting()
        self._lit: dict[int, LitPage] = {}
        self._linked: dict[int, tuple[PageLink, ...]] = {}
        self._now: tuple[int, int | None] | None = None
        self._target: tuple[int, int | None] | None = None
        self._painted_size = QSize()
        self._guess: float | None = None
        self._settled = False
        self._asked_at = 0.0
        self._late = timer(self, _LATE_MS, self._on_late)
        self._held = timer(self, _HELD_MS, self._let_go)
        self._pulse = timer(self, _PULSE_MS, self._on_pulse_over)
        self._telling = timer(self, 0, self._on_sharp)
        self._shown_ahead = 0

    # -- what the pane tells ------------------------------------------------------------------------------------

    def show_document(self, session: Session, document: OpenedDocument, lighting: Lighting) -> None:
        """Show another document, with these words lit; `show_page` says where. What has been drawn ahead is on the screen at once."""
        if session is self._session:
            return
        left = self._forget()
        self._session, self._lighting, self._document = session, lighting, document
        ahead = session.ahead() if self.isVisible() else None
        if ahead and ahead[0].aim.is_like(self.aim()):
            self._show_first(*ahead)
        else:
            self._held.start()
            self._lay_out(document)
        self._disconnect(left)
        session.pictured.connect(self._on_pictured)
        session.found.connect(self._on_found)
        session.framed.connect(self._on_framed)
        session.linked.connect(self._on_linked)
        session.lettered.connect(self._on_lettered)
        session.refused.connect(self._on_refused)

    def _show_first(self, sight: Sight, picture: PagePicture) -> None:
        self._held.stop()
        self._show_ahead(sight, picture)
        if self._is_sharp:
            self._shown_ahead = self._awaited
            self._telling.stop()
            self._on_sharp()
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setUpdatesEnabled(True)

    def _let_go(self) -> None:
        """Paint again, as there is something to be painted."""
        self._held.stop()
        self.viewport().update()

    def aim(self, more: QSize = _NO_MORE) -> Aim:
        """Return how this view stands, or will with so much `more` room, so that a page can be drawn before it is shown."""
        room = self._room()
        room = Room(room.width + more.width(), room.height + more.height(), room.ratio)
        return Aim(room, self.zoom, self._spread)

    @property
    def document(self) -> OpenedDocument | None:
        """What is known of the document as it is shown, turned or not."""
        return self._document

    def _lay_out(self, document: OpenedDocument) -> None:
        self._document = document
        self._sheets = Sheets(document.sizes, self._spread)
        self._sheets.set_view(self.viewport().width(), self.viewport().height())

    def set_spread(self, spread: Spread) -> None:
        """Let pages lie under one another, alone, or two and two."""
        if spread is self._spread:
            return
        self._spread = spread
        before, page = self._sheets, self._page
        self._sheets = Sheets(before.sizes, spread)
        self._sheets.take_printed(before)
        self._sheets.set_view(self.viewport().width(), self.viewport().height())
        if page:
            self._fit(page, steady=False)
            self._go(page, None)
            self._on_laid_out()
            self._note_page()

    @property
    def spread(self) -> Spread:
        """How pages lie."""
        return self._spread

    def turn_by(self, degrees: int) -> None:
        """Turn all pages, clockwise; the file is not changed."""
        if self._session:
            self._turned = (self._turned + degrees) % 360
            self._session.opened.connect(self._on_turned)
            self._session.turn(self._turned)

    def _on_turned(self, document: OpenedDocument) -> None:
        """Lay all out anew, as nothing is where it was."""
        if self._session is None:
            return
        self._session.opened.disconnect(self._on_turned)
        page = max(self._page, 1)
        self._tiles.clear()
        for known in (self._lit, self._faults, self._linked, self._asked):
            known.clear()
        self._now = self._view_tile = None
        self.selection.forget()
        self._notes.forget_boxes()
        self._bar.clear_marks()
        self._lay_out(document)
        self.turned.emit()
        self.show_page(page)

    def set_night(self, night: bool) -> None:
        """Show paper black and print white, for dark rooms."""
        self._night = night
        self.viewport().update()

    def clear(self) -> None:
        """Show nothing."""
        if self._session is None:
            return
        self._let_go()
        self._disconnect(self._forget())
        self._set_ranges()
        self.viewport().update()

    def _disconnect(self, session: Session | None) -> None:
        if session is None:
            return
        session.pictured.disconnect(self._on_pictured)
        session.found.disconnect(self._on_found)
        session.framed.disconnect(self._on_framed)
        session.linked.disconnect(self._on_linked)
        session.lettered.disconnect(self._on_lettered)
        session.refused.disconnect(self._on_refused)

    def _forget(self) -> Session | None:
        """Know nothing of the document any more, and return its session. Nothing is painted."""
        session, self._session, self._document = self._session, None, None
        self._sheets = Sheets(())
        self._left, self._tiles = self._tiles, Tiles()  # to give back so much memory takes a while, and the next page should not wait
        self._lighting = Lighting()
        self._target = self._now = self._view_tile = None
        self._page = self._asked_page = self._turned = self._shown_ahead = 0
        for known in (self._lit, self._faults, self._linked, self._asked):
            known.clear()
        self._bar.clear_marks()
        self.selection.forget()
        self._notes.set_notes(())
        return session

    def light(self, lighting: Lighting) -> None:
        """Light other words."""
        if lighting == self._lighting or self._session is None:
            return
        self._lighting = lighting
        self._now = None
        self._bar.clear_marks()
        self._lit.clear()
        self._session.forget_words()
        self._wanting.start()

    def show_page(self, page: int, hit: int | None = None, *, guess: float | None = None) -> None:
        """Bring a page into view, with its hit number `hit` (-1: the last), or the evidence if that is on it.

        `guess` is how far down the print that will about be, from 0 to 1: then the page is drawn there before its words are known.
        """
        if not 1 <= page <= len(self._sheets):
            return
        self._target, self._guess, self._settled = (page, hit), guess, False
        self._asked_page = page
        self._awaited = page
        self._is_sharp, self._shown_ahead = self._shown_ahead == page, 0
        self._asked_at = time.perf_counter()
        self._late.start()
        self._slow = False
        if self._session and self._session.has_come(("words", page)):
            self._ask_words(page, _FIRST)  # which lets it arrive
        elif page in self._lit or page in self._faults:
            self._arrive()
        elif guess is None:
            self._ask_words(page, _FIRST)
        elif self._session and (self._session.has_come(("frame", page)) or not self._sheets.knows(page)):
            self._session.ask_frame(page, priority=_FIRST)
        else:
            self._settle(page, guess)

    def add_estimates(self, places: Mapping[int, Sequence[float]]) -> None:
        """Say for more pages how far down their hits will about be, from 0 to 1; pages that are known keep what is known."""
        whole = max(self._sheets.whole, 1.0)
        for page, parts in places.items():
            if page not in self._lit:
                self._bar.put(page, [y / whole for y in self._sheets.down(page, parts)])

    def try_again(self) -> None:
        """Ask once more for the pages that could not be drawn."""
        for page in self._faults:
            if self._session:
                self._session.forget_page(page)
            self._asked = {tile for tile in self._asked if tile.page != page}
        self._faults.clear()
        self._wanting.start()
        self.viewport().update()

    # -- what the pane asks -------------------------------------------------------------------------------------

    @property
    def current(self) -> tuple[int, int | None] | None:
        """Page and number of the current hit; the number is None for an evidence."""
        return self._now

    def sees_current(self) -> bool:
        """Whether the page of the current hit can be seen, though it need not be the one that is read."""
        return self._now is not None and self._now[0] in self._seen()

    @property
    def faults(self) -> Mapping[int, ViewFault]:
        """The pages that cannot be drawn."""
        return self._faults

    @property
    def is_sharp(self) -> bool:
        """Whether what was asked for last is on the screen, and sharp."""
        return self._is_sharp

    def lit(self, page: int) -> LitPage | None:
        """Return what is known of a page."""
        return self._lit.get(page)

    # -- answers ------------------------------------------------------------------------------------------------

    def _on_found(self, lit: LitPage) -> None:
        place = self._anchor()
        self._keep_lit(lit)
        if not self._sheets.knows(lit.page):
            self._sheets.set_printed(lit.page, lit.text_box)
            if self._target is None:
                self._keep(place)
        self._mark(lit)
        if self._target and self._target[0] == lit.page:
            self._slow = time.perf_counter() - self._asked_at > _SLOW_SECONDS
            self.found.emit(lit)
            self._arrive()
        else:
            self.found.emit(lit)
            self.viewport().update()

    def _keep_lit(self, lit: LitPage) -> None:
        """Keep what is lit on a page, and forget the page that came longest ago and is not seen."""
        self._lit[lit.page] = lit
        if len(self._lit) > _LIT_KEPT:
            seen = self._seen()
            self._lit.pop(next(page for page in self._lit if page not in seen and page != lit.page))

    def _on_framed(self, frame: LitPage) -> None:
        """Take note of where the print of a page lies, its words being not known yet; where none are to be lit, that is all there is."""
        if not self._lighting.lights and not self._lighting.quoted(frame.page)[0]:
            if frame.page not in self._lit:
                self._on_found(frame)
            return
        place = self._anchor()
        if not self._sheets.knows(frame.page):
            self._sheets.set_printed(frame.page, frame.text_box)
            self._keep(place)
        if self._target and self._target[0] == frame.page and not self._settled and self._guess is not None:
            self._slow = time.perf_counter() - self._asked_at > _SLOW_SECONDS
            self._settle(frame.page, self._guess)

    def _on_drawn(self, page: int) -> None:
        if page == self._awaited:
            self._held.stop()

    def _on_linked(self, linked: PageLinks) -> None:
        self._linked[linked.page] = linked.links

    def _on_lettered(self, letters: PageLetters) -> None:
        self.selection.put(letters)
        self._on_letters()
        if self._notes.are_on(letters.page):
            self.viewport().update()

    def _ask_letters(self, page: int) -> None:
        if self._session:
            self._session.ask_letters(page, priority=_LETTERS)

    def _on_refused(self, page: int, name: object, fault: ViewFault) -> None:
        if page == 0 or name in (("links", page), ("letters", page)):
            return
        if isinstance(name, Tile):
            self._asked.discard(name)
        self._faults[page] = fault
        if self._target and self._target[0] == page:
            self._arrive()
        if page == self._awaited:
            self._let_go()
        self.refused.emit(page)
        self.viewport().update()

    # -- places -------------------------------------------------------------------------------------------------

    def _settle(self, page: int, guess: float) -> None:
        """Go to about where the hit will be, so that this part of the page can be drawn while the words are looked for."""
        self._settled = True
        self._fit(page)
        self._go(page, looking.landing(self._sheets, page, guess))
        self._note_page()
        self._want()
        self.viewport().update()

    def _arrive(self) -> None:
        """Go where `show_page` was told to, now that it is known what is there."""
        if self._target is None:
            return
        (page, hit), self._target = self._target, None
        lit = self._lit.get(page)
        if lit and hit is not None and lit.hits:
            hit = min(hit, len(lit.hits) - 1) if hit >= 0 else len(lit.hits) - 1
            self._now = (page, hit)
        else:
            self._now = (page, None) if lit and lit.quote else None
        self._fit(page)
        if self._guess is not None and not self._settled:  # what was asked for ahead is what is seen from there
            self._go(page, looking.landing(self._sheets, page, self._guess))
        self._go(page, around(_boxes(lit, hit)))
        self._pulse.start()
        self._mark_now()
        self._note_page()
        self.arrived.emit()
        self._want()
        self.viewport().update()

    def _mark_now(self) -> None:
        """Show on the scroll bar where the current hit is."""
        lit = self._lit.get(self._now[0]) if self._now else None
        boxes = _boxes(lit, self._now[1]) if self._now else ()
        self._bar.set_now(self._sheets.height_of(lit.page, boxes[0]) / max(self._sheets.whole, 1.0) if lit and boxes else None)

    def _mark(self, lit: LitPage) -> None:
        """Put a mark on the scroll bar for each hit of a page."""
        whole = max(self._sheets.whole, 1.0)
        hits = lit.hits or ((lit.value or lit.quote,) if lit.quote else ())
        self._bar.put(lit.page, [self._sheets.height_of(lit.page, hit[0]) / whole for hit in hits])

    def _ask_words(self, page: int, priority: int) -> None:
        if self._session and page not in self._lit and page not in self._faults:
            self._session.ask_words(page, self._lighting, priority=priority)

    def _ask_links(self, seen: range) -> None:
        for page in seen:
            if self._session and page not in self._linked and page in self._lit:
                self._session.ask_links(page)

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt calls it
        """Paint the pages that are seen; while the next document's page is being drawn, what was painted last stays."""
        if self._held.isActive() and self.viewport().size() == self._painted_size:
            return
        self._painted_size = self.viewport().size()
        looks = {page: self._look(page) for page in self._seen()}
        painter = QPainter(self.viewport())
        painter.setClipRegion(_around(event.rect(), looks.values()))
        painter.fillRect(event.rect(), self._theme.color("night_desk" if self._night else "desk"))
        painter.setClipping(False)
        for look in looks.values():
            paint_page(painter, self._theme, look)
        awaited = looks.get(self._awaited)
        complete = awaited is None or awaited.fault is not None or not awaited.unfinished
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), _FOCUS))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()
        if complete and not self._is_sharp and not self._is_waiting() and len(self._sheets):
            self._is_sharp = True
            self._telling.start()

    def _on_late(self) -> None:
        """Say that a page is being drawn, if it still is."""
        if not self._is_sharp:
            self.viewport().update()

    def _on_sharp(self) -> None:
        """Tell that the page is on the screen, then do what has waited for it."""
        self.sharp.emit()
        self._left = self._tiles
        self._wanting.start()

    def _look(self, page: int) -> PageLook:
        origin, scale = self._page_origin(page), self._sheets.scale
        crop = self._sheets.crop(page)
        frame = QRectF(origin.x() + crop[0] * scale, origin.y() + crop[1] * scale, (crop[2] - crop[0]) * scale, (crop[3] - crop[1]) * scale)
        sharp, complete = self._sharp_images(page)
        lit = self._lit.get(page)
        current = self._now is not None and self._now[0] == page
        return PageLook(
            frame=frame.toRect().toRectF(),
            origin=origin,
            scale=scale,
            ratio=self.devicePixelRatioF(),
            sharp=sharp,
            unfinished=not complete,
            late=not complete and not self._late.isActive(),
            blurred=() if complete else tuple(self._tiles.stand_ins(page, self._sharp_scale())),
            hits=lit.hits if lit else (),
            now=self._now[1] if current and self._now else None,
            quote=lit.quote if lit else (),
            value=lit.value if lit else (),
            pulse=current and self._pulse.isActive() and not self._theme.reduced_motion,
            night=self._night,
            only=len(self._sheets) == 1,
            notes=self._notes.looks(page, self.selection.letters),
            bookmarked=self._notes.has_bookmark(page),
            selected=self.selection.boxes_on(page),
            fault=self._faults.get(page),
        )

    def _on_pulse_over(self) -> None:
        self.viewport().update()

    # -- what the area tells ------------------------------------------------------------------------------------

    def _on_laid_out(self) -> None:
        self._mark_now()
        self._wanting.start()
        self.viewport().update()

    def _is_waiting(self) -> bool:
        return self._target is not None and not self._settled

    def _links(self, page: int) -> Sequence[PageLink]:
        return self._linked.get(page, ())


def _around(area: QRect, looks: Iterable[PageLook]) -> QRegion:
    """Return what of an area lies around the pages: to paint twice what is large takes as long as to paint the page."""
    ground = QRegion(area)
    for look in looks:
        ground -= QRegion(look.frame.toRect())
    return ground


def _boxes(lit: LitPage | None, hit: int | None) -> Sequence[Box]:
    """Return the boxes that should be in view: those of the hit, else of the value, else of the quote."""
    if lit is None:
        return ()
    if hit is not None and lit.hits:
        return lit.hits[hit]
    return lit.value or lit.quote
