"""What will be seen of a page, worked out before the window has its document: so that the picture is on its way meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

from archiveviewer.gui.reader import looking
from archiveviewer.gui.reader.looking import Room
from archiveviewer.gui.reader.sheets import Sheets, Spread
from archiveviewer.gui.reader.tiles import Tile
from archiveviewer.gui.reader.zoom import Zoom
from archiveviewer.records import LitPage, OpenedDocument


@dataclass(frozen=True, slots=True)
class Aim:
    """How a view of pages stands: its room and zoom, and how pages lie."""

    room: Room
    zoom: Zoom
    spread: Spread

    def tile(self, document: OpenedDocument, frame: LitPage, guess: float) -> Tile | None:
        """Return the part of a page that will be seen, None when it is not one picture; `guess` is how far down its print one looks."""
        page = frame.page
        if not 1 <= page <= len(document.sizes):
            return None
        sheets = Sheets(document.sizes, self.spread)
        sheets.set_view(self.room.width, self.room.height)
        sheets.set_printed(page, frame.text_box)
        sheets.set_scale(looking.scale_for(sheets, self.zoom, page), self.zoom.fit)
        sheets.turn_to(page)
        across, down = looking.scroll_to(sheets, page, looking.landing(sheets, page, guess), room=self.room, at=(0, 0))
        most = looking.farthest(sheets, self.room)
        at = (min(max(across, 0), most[0]), min(max(down, 0), most[1]))
        box = looking.seen_box(sheets, page, room=self.room, at=at)
        return looking.one_tile(page, looking.sharp_scale(sheets, self.room), box) if box else None
