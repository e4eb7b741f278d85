"""Goes to places: a page is brought into view as soon as it is known where on it the words are, or about where.

The place is kept whenever sizes change.
"""

from __future__ import annotations

import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from archiveviewer.gui.reader.document.lighting import Lighting
from archiveviewer.gui.reader.paper.drawn_area import timer
from archiveviewer.gui.reader.paper.found_area import FoundArea, boxes_of
from archiveviewer.gui.reader.paper.noted_area import around
from archiveviewer.gui.theme import Theme
from archiveviewer.layout import looking
from archiveviewer.layout.tiles import Tile
from archiveviewer.records import LitPage, ViewFault

_PULSE_MS = 300
_LATE_MS = 1000
_HELD_MS = 80
"""For so long the page of the document before stays on the screen while that of the next is being drawn."""

_SLOW_SECONDS = 0.08
_FIRST = 100


class PlacedArea(FoundArea):
    """Adds going to places. `arrived` comes when the hit that was asked for is in place, `refused` with a page that cannot be drawn.

    `_target` is where it goes; it has `_settled` when it is about there. `_shown_ahead` is a page that is on the screen already.
    """

    refused = Signal(int)
    arrived = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._target: tuple[int, int | None] | None = None
        self._guess: float | None = None
        self._settled = False
        self._shown_ahead = 0
        self._asked_at = 0.0
        self._late = timer(self, _LATE_MS, self._on_late)
        self._held = timer(self, _HELD_MS, self._let_go)
        self._pulse = timer(self, _PULSE_MS, self.viewport().update)

    # -- what the pane tells ------------------------------------------------------------------------------------

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

    def try_again(self) -> None:
        """Ask once more for the pages that could not be drawn."""
        for page in self._faults:
            if self._session:
                self._session.forget_page(page)
            self._asked = {tile for tile in self._asked if tile.page != page}
        self._faults.clear()
        self._wanting.start()
        self.viewport().update()

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

    def _on_drawn(self, page: int) -> None:
        if page == self._awaited:
            self._held.stop()

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
        self._go(page, around(boxes_of(lit, hit)))
        self._pulse.start()
        self._mark_now()
        self._note_page()
        self.arrived.emit()
        self._want()
        self.viewport().update()

    # -- what the area asks and tells ---------------------------------------------------------------------------

    def _is_waiting(self) -> bool:
        return self._target is not None and not self._settled

    def _on_laid_out(self) -> None:
        self._mark_now()
        self._wanting.start()
        self.viewport().update()

    def _on_late(self) -> None:
        """Say that a page is being drawn, if it still is."""
        if not self._is_sharp:
            self.viewport().update()

    def _let_go(self) -> None:
        """Paint again, as there is something to be painted."""
        self._held.stop()
        self.viewport().update()
