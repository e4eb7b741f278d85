"""What is seen of pages that lie in a scrolled area: at which scale, from where, and which part. Plain arithmetic, without Qt.

The view of pages asks this about itself; what is asked for ahead of it (`aim`) asks the same, and so comes to the same parts.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from archiveviewer.layout.sheets import GAP, Point, Sheets
from archiveviewer.layout.tiles import LONGEST, Tile
from archiveviewer.layout.zoom import Fit, Zoom, bounded
from archiveviewer.records import Box

INCH, POINTS = 96.0, 72.0
TARGET_AT = 0.33
"""How far down the window a hit should stand, in parts of its height."""

_LOW = 0.72
_EDGE = 0.06
_LINE = 8.0


@dataclass(frozen=True, slots=True)
class Room:
    """What pages are seen through: width and height in pixels, and how many pixels of the screen each of them has."""

    width: float
    height: float
    ratio: float


def scale_for(sheets: Sheets, zoom: Zoom, page: int) -> float:
    """Return the scale, in pixels to the point, at which a page should be seen."""
    return bounded(zoom.percent) / 100 * INCH / POINTS if zoom.fit is Fit.NOTHING else sheets.fitting(zoom.fit, page)


def sharp_scale(sheets: Sheets, room: Room) -> float:
    """Return how many pixels of the screen a point has."""
    return round(sheets.scale * room.ratio, 4)


def landing(sheets: Sheets, page: int, guess: float) -> Box:
    """Return the line of a page that is `guess` down its print, from 0 to 1."""
    left, top, right, bottom = sheets.printed(page)
    y = top + guess * (bottom - top)
    return (left, y - _LINE, right, y + _LINE)


def scroll_to(sheets: Sheets, page: int, box: Box | None, *, room: Room, at: tuple[float, float]) -> tuple[int, int]:
    """Return where to scroll so that a page's top is seen, or a box on it when that is too far down; `at` when it is well in view."""
    left, top, wide, _ = sheets.rect(page)
    middle = round(left + (wide - room.width) / 2)
    if box is None:
        return middle, round(top - GAP)
    across, down = at
    x, y, w, h = sheets.box(page, box)
    if not (down + _EDGE * room.height <= y and y + h <= down + (1 - _EDGE) * room.height):
        fits = y + h <= top - GAP + room.height * _LOW
        down = round(top - GAP if fits else y - room.height * TARGET_AT)
    if wide <= room.width - 2 * GAP + 1:
        across = middle
    elif not (across <= x and x + w <= across + room.width):
        across = round(x + w / 2 - room.width / 2)
    return round(across), round(down)


def farthest(sheets: Sheets, room: Room) -> tuple[int, int]:
    """Return how far can be scrolled across and down."""
    return max(0, round(sheets.width - room.width)), max(0, round(sheets.height - room.height))


def origin(sheets: Sheets, page: int, *, room: Room, at: tuple[float, float]) -> tuple[float, float]:
    """Return where the top left of the whole page is in the window, on a pixel of the screen."""
    x, y = sheets.place(Point(page, 0, 0))
    return (round((x - at[0]) * room.ratio) / room.ratio, round((y - at[1]) * room.ratio) / room.ratio)


def seen_box(sheets: Sheets, page: int, *, room: Room, at: tuple[float, float], more: float = 0.0) -> Box | None:
    """Return what is seen of a page, or would be were the window `more` higher above and below, in pixels of the page as drawn sharp."""
    scale, (left, top) = sharp_scale(sheets, room), origin(sheets, page, room=room, at=at)
    crop = sheets.crop(page)
    x0, x1 = max(-left * room.ratio, crop[0] * scale), min((room.width - left) * room.ratio, crop[2] * scale)
    y0, y1 = max((-more - top) * room.ratio, crop[1] * scale), min((room.height + more - top) * room.ratio, crop[3] * scale)
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None


def one_tile(page: int, scale: float, box: Box) -> Tile | None:
    """Return a part of a page as one tile, None when it is too large for one."""
    left, top = math.floor(box[0]), math.floor(box[1])
    width, height = math.ceil(box[2]) - left, math.ceil(box[3]) - top
    return Tile(page, scale, left, top, width, height) if max(width, height) <= LONGEST else None
