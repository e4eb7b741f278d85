"""What will be seen of a page, worked out before the window has its document: so that the picture is on its way meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, replace

from archiveviewer.layout import looking
from archiveviewer.layout.looking import Room
from archiveviewer.layout.sheets import Sheets, Spread
from archiveviewer.layout.tiles import Tile
from archiveviewer.layout.zoom import Fit, Zoom
from archiveviewer.records import LitPage, OpenedDocument


@dataclass(frozen=True, slots=True)
class Sight:
    """A page as it will be seen through an aim: how all pages lie, how far is scrolled across and down, and the picture of what is seen."""

    aim: Aim
    sheets: Sheets
    at: tuple[int, int]
    tile: Tile


@dataclass(frozen=True, slots=True)
class Aim:
    """How a view of pages stands: its room and zoom, and how pages lie."""

    room: Room
    zoom: Zoom
    spread: Spread

    def is_like(self, other: Aim) -> bool:
        """Tell whether what is seen through another lies at the same place: the same but for the height, where nothing has to fit that."""
        same_height = self.room.height == other.room.height or self.zoom.fit is not Fit.PAGE
        return same_height and replace(self, room=replace(self.room, height=other.room.height)) == other

    def sight(self, document: OpenedDocument, frame: LitPage, guess: float | None) -> Sight | None:
        """Return what will be seen of a page, None when it is not one picture.

        `guess` is how far down its print one looks; without one it is the top of the page.
        """
        page = frame.page
        if not 1 <= page <= len(document.sizes):
            return None
        sheets = Sheets(document.sizes, self.spread)
        sheets.set_view(self.room.width, self.room.height)
        sheets.set_printed(page, frame.text_box)
        sheets.set_scale(looking.scale_for(sheets, self.zoom, page), self.zoom.fit)
        sheets.turn_to(page)
        landing = None if guess is None else looking.landing(sheets, page, guess)
        at = self._scrolled(sheets, *looking.scroll_to(sheets, page, landing, room=self.room, at=(0, 0)))
        box = looking.seen_box(sheets, page, room=self.room, at=at)
        tile = looking.one_tile(page, looking.sharp_scale(sheets, self.room), box) if box else None
        return Sight(self, sheets, at, tile) if tile else None

    def _scrolled(self, sheets: Sheets, across: int, down: int) -> tuple[int, int]:
        """Return how far can be scrolled of what should be."""
        most = looking.farthest(sheets, self.room)
        return min(max(across, 0), most[0]), min(max(down, 0), most[1])
