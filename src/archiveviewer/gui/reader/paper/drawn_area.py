"""Pages that are drawn as their pictures arrive: which parts of them are needed, which are asked for first, and which are there.

What is seen is asked for first, the pages beside it after that. While a sharp picture is on its way, one of another size stands in; a page
that took long to read, or that flies by, gets a small one first.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from archiveviewer.gui.reader.document.session import Session
from archiveviewer.gui.reader.paper.pictures import Tiles
from archiveviewer.gui.reader.paper.selecting import SelectingArea
from archiveviewer.gui.theme import Theme
from archiveviewer.layout import looking
from archiveviewer.layout.aim import Sight
from archiveviewer.layout.tiles import Tile, grid, inside, thumb
from archiveviewer.records import Box, PagePicture, ViewFault

_STILL_MS = 90
_OWN_MS = 30
"""After so long a picture that lies in memory of the worker is copied: not in the moment in which somebody waits for it."""

_QUICK, _AWAITED, _AWAITED_WORDS, _SEEN, _SEEN_WORDS, _TURNED, _BESIDE = 60, 55, 52, 50, 40, 6, 5
_PIXEL = 4


class DrawnArea(SelectingArea):
    """Adds pictures to the area of pages. `_awaited` is the page that was asked for last, `_is_sharp` whether it is on the screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._session: Session | None = None
        self._tiles = self._left = Tiles()
        self._faults: dict[int, ViewFault] = {}
        self._asked: set[Tile] = set()
        self._awaited = 0
        self._is_sharp = True
        self._view_tile: Tile | None = None
        self._slow = self._flying = False
        self._wanting = timer(self, 0, self._want)
        self._still = timer(self, _STILL_MS, self._on_still)
        self._owning = timer(self, _OWN_MS, self._own)

    # -- what a view of pages adds ------------------------------------------------------------------------------

    def _ask_words(self, page: int, priority: int) -> None:
        """Ask where the words are that are to be lit."""
        raise NotImplementedError

    def _ask_links(self, seen: range) -> None:
        """Ask for the links of pages, as nothing else is needed."""
        raise NotImplementedError

    def _on_drawn(self, page: int) -> None:
        """Take note that a picture of a page has come."""
        raise NotImplementedError

    # -- what is needed -----------------------------------------------------------------------------------------

    def _want(self) -> None:
        """Ask for what is seen, then for what is beside it, and for nothing else any more."""
        session = self._session
        if session is None or not len(self._sheets) or self._is_waiting():
            return
        seen = self._seen()
        beside = [page for page in (seen[-1] + 1, seen[0] - 1) if self._is_sharp and 1 <= page <= len(self._sheets)]
        wanted = self._wanted(seen, beside)
        for tile in [tile for tile in self._asked if tile not in wanted]:
            session.forget(tile)
            self._asked.discard(tile)
        missing = [tile for tile in wanted if tile not in self._tiles and tile not in self._asked]
        for tile in sorted(missing, key=lambda tile: -wanted[tile]):  # a worker that is idle takes the first at once
            self._asked.add(tile)
            session.ask_picture(tile, tile.page, scale=tile.scale, part=tile.part, priority=wanted[tile])
        for page in (*seen, *beside):
            self._ask_words(page, _AWAITED_WORDS if page == self._awaited else _SEEN_WORDS if page in seen else _BESIDE)
        if not missing:
            self._ask_links(seen)

    def _wanted(self, seen: range, beside: Sequence[int]) -> dict[Tile, int]:
        """Return the tiles that are needed, with their priority."""
        height = self.viewport().height()
        wanted: dict[Tile, int] = {}
        self._view_tile = self._view_tile if self._is_sharp else self._seen_tile(self._awaited)
        if self._view_tile and not self._is_sharp:
            wanted[self._view_tile] = _AWAITED
        for page in seen:
            if page not in self._faults and not (self._view_tile in wanted and page == self._awaited):
                small = thumb(page, self._sheets.sizes[page - 1])
                if (self._flying or self._slow) and not self._has_any(page):
                    wanted[small] = _QUICK
                if not self._flying:
                    wanted |= dict.fromkeys(self._part(page, 0), _SEEN if page != self._awaited else _AWAITED)
        self._reserve(wanted)
        if self._is_sharp and not self._flying:
            sound = [page for page in (*seen, *beside) if page not in self._faults]
            for page in sound:
                self._add(wanted, self._turned_to(page) if page in beside else (), priority=_TURNED)
            for page in sound:
                self._add(wanted, self._part(page, height), priority=_BESIDE)
        return wanted

    def _add(self, wanted: dict[Tile, int], more: Iterable[Tile], *, priority: int) -> None:
        """Want more tiles, as long as all can be kept."""
        for tile in more:
            if tile not in wanted and self._tiles.has_room(wanted):
                wanted[tile] = priority

    def _has_any(self, page: int) -> bool:
        return next(iter(self._tiles.stand_ins(page, self._sharp_scale())), None) is not None

    def _sharp_scale(self) -> float:
        return looking.sharp_scale(self._sheets, self._room())

    def _part(self, page: int, more: float) -> list[Tile]:
        """Return the sharp tiles of a page that are seen, or would be with the view `more` higher above and below."""
        box = self._seen_box(page, more)
        return inside(grid(page, self._sheets.sizes[page - 1], self._sharp_scale()), box) if box else []

    def _turned_to(self, page: int) -> list[Tile]:
        """Return the sharp tiles of what will be seen of a page when it is turned to: its top, which may be far from what is seen now."""
        at = looking.scroll_to(self._sheets, page, None, room=self._room(), at=self._at())
        box = looking.seen_box(self._sheets, page, room=self._room(), at=at)
        return inside(grid(page, self._sheets.sizes[page - 1], self._sharp_scale()), box) if box else []

    def _seen_tile(self, page: int) -> Tile | None:
        """Return just what is seen of a page as one tile: drawn sooner than tiles that hold more. None when it is too large for one."""
        box = self._seen_box(page, 0) if 1 <= page <= len(self._sheets) and page not in self._faults else None
        if box is None or self._flying or self._slow or all(tile in self._tiles for tile in self._part(page, 0)):
            return None
        return looking.one_tile(page, self._sharp_scale(), box)

    def _seen_box(self, page: int, more: float) -> Box | None:
        """Return what is seen of a page, in pixels of the page at its sharp scale."""
        return looking.seen_box(self._sheets, page, room=self._room(), at=self._at(), more=more)

    def _reserve(self, wanted: Collection[Tile]) -> None:
        self._tiles.reserve(sum(tile.width * tile.height for tile in wanted) * _PIXEL)

    def _sharp_images(self, page: int) -> tuple[list[tuple[Tile, QImage]], bool]:
        """Return the sharp pictures there are of what is seen of a page, and whether they are all that is needed."""
        box, view = self._seen_box(page, 0), self._view_tile
        if box and view and (view.page, view.scale) == (page, self._sharp_scale()) and view.holds(box) and view in self._tiles:
            image = self._tiles.image(view)
            return ([(view, image)] if image else []), True
        needed = self._part(page, 0)
        there = [(tile, image) for tile in needed if (image := self._tiles.image(tile)) is not None]
        return there, len(there) == len(needed)

    # -- pictures -----------------------------------------------------------------------------------------------

    def _show_ahead(self, sight: Sight, picture: PagePicture) -> None:
        """Paint a page that has been laid out and drawn before anybody asked for it, now and nothing else: one waits for this."""
        self._sheets = sight.sheets
        self._sheets.set_view(self.viewport().width(), self.viewport().height())
        self._view_tile, self._awaited = sight.tile, sight.tile.page
        self._is_sharp = False
        self._take(sight.tile, picture)
        self._scroll_unseen(sight.at)
        self.viewport().repaint()

    def _take(self, tile: Tile, picture: PagePicture) -> None:
        self._tiles.put(tile, picture)
        if isinstance(picture.pixels, memoryview):
            self._owning.start()

    def _on_pictured(self, tile: object, picture: PagePicture) -> None:
        if not isinstance(tile, Tile):  # a small picture for the list of pages
            return
        self._asked.discard(tile)
        self._take(tile, picture)
        self._on_drawn(tile.page)
        self.viewport().update()
        if not self._asked and tile != self._view_tile:  # when that is on the screen, what else is needed is asked for anyway
            self._wanting.start()

    def _own(self) -> None:
        """Copy the picture that was seen first, now that nobody waits for it."""
        self._tiles.own()

    def _on_moved(self, distance: int) -> None:
        if abs(distance) > self.viewport().height() and self._bar.isSliderDown():
            self._flying = True
            self._still.start()
        self._wanting.start()

    def _on_still(self) -> None:
        self._flying = False
        self._want()


def timer(parent: QWidget, milliseconds: int, deed: Callable[[], object]) -> QTimer:
    """Return a timer that does something once, so long after it is started."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(deed)
    return timer
