"""What is found on pages: where the words are that are to be lit, links and letters; and the marks of that on the scroll bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from archiveviewer.gui.reader.document.lighting import Lighting
from archiveviewer.gui.reader.paper.noted_area import NotedArea
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Box, LitPage, PageLetters, PageLink, PageLinks, ViewFault

_LIT_KEPT = 64
_LETTERS = 45


class FoundArea(NotedArea):
    """Adds to drawn pages what is lit on them. `found` comes with each LitPage that arrives.

    `_now` are page and number of the current hit.
    """

    found = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._lighting = Lighting()
        self._lit: dict[int, LitPage] = {}
        self._linked: dict[int, tuple[PageLink, ...]] = {}
        self._now: tuple[int, int | None] | None = None

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

    def lit(self, page: int) -> LitPage | None:
        """Return what is known of a page."""
        return self._lit.get(page)

    def add_estimates(self, places: Mapping[int, Sequence[float]]) -> None:
        """Say for more pages how far down their hits will about be, from 0 to 1; pages that are known keep what is known."""
        whole = max(self._sheets.whole, 1.0)
        for page, parts in places.items():
            if page not in self._lit:
                self._bar.put(page, [y / whole for y in self._sheets.down(page, parts)])

    # -- answers ------------------------------------------------------------------------------------------------

    def _keep_lit(self, lit: LitPage) -> None:
        """Keep what is lit on a page, and forget the page that came longest ago and is not seen."""
        self._lit[lit.page] = lit
        if len(self._lit) > _LIT_KEPT:
            seen = self._seen()
            self._lit.pop(next(page for page in self._lit if page not in seen and page != lit.page))

    def _on_linked(self, linked: PageLinks) -> None:
        self._linked[linked.page] = linked.links

    def _on_lettered(self, letters: PageLetters) -> None:
        self.selection.put(letters)
        self._on_letters()
        if self._notes.are_on(letters.page):
            self.viewport().update()

    # -- marks --------------------------------------------------------------------------------------------------

    def _mark_now(self) -> None:
        """Show on the scroll bar where the current hit is."""
        lit = self._lit.get(self._now[0]) if self._now else None
        boxes = boxes_of(lit, self._now[1]) if self._now else ()
        self._bar.set_now(self._sheets.height_of(lit.page, boxes[0]) / max(self._sheets.whole, 1.0) if lit and boxes else None)

    def _mark(self, lit: LitPage) -> None:
        """Put a mark on the scroll bar for each hit of a page."""
        whole = max(self._sheets.whole, 1.0)
        hits = lit.hits or ((lit.value or lit.quote,) if lit.quote else ())
        self._bar.put(lit.page, [self._sheets.height_of(lit.page, hit[0]) / whole for hit in hits])

    # -- what the area asks -------------------------------------------------------------------------------------

    def _ask_words(self, page: int, priority: int) -> None:
        if self._session and page not in self._lit and page not in self._faults:
            self._session.ask_words(page, self._lighting, priority=priority)

    def _ask_links(self, seen: range) -> None:
        for page in seen:
            if self._session and page not in self._linked and page in self._lit:
                self._session.ask_links(page)

    def _ask_letters(self, page: int) -> None:
        if self._session:
            self._session.ask_letters(page, priority=_LETTERS)

    def _links(self, page: int) -> Sequence[PageLink]:
        return self._linked.get(page, ())


def boxes_of(lit: LitPage | None, hit: int | None) -> Sequence[Box]:
    """Return the boxes that should be in view: those of the hit, else of the value, else of the quote."""
    if lit is None:
        return ()
    if hit is not None and lit.hits:
        return lit.hits[hit]
    return lit.value or lit.quote
