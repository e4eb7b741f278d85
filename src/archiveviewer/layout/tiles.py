"""Parts of pages, each drawn as one picture: which there are, and which of them are needed."""

from __future__ import annotations

import math
from dataclasses import dataclass

LONGEST = 1024
"""The longest side of a tile in pixels; pages are cut into equal tiles below that."""

_THUMB = 240


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of a page in pixels of the screen: `scale` is pixels to the point."""

    page: int
    scale: float
    left: int
    top: int
    width: int
    height: int

    @property
    def part(self) -> tuple[int, int, int, int]:
        """Left, top, width and height."""
        return (self.left, self.top, self.width, self.height)

    def holds(self, box: tuple[float, float, float, float]) -> bool:
        """Tell whether all of a box (left, top, right, bottom) is in it."""
        left, top, right, bottom = box
        return self.left <= left and self.top <= top and right <= self.left + self.width and bottom <= self.top + self.height


def grid(page: int, size: tuple[float, float], scale: float) -> list[Tile]:
    """Return the tiles of a page of `size` points."""
    wide, high = (max(1, math.ceil(side * scale - 0.01)) for side in size)
    across, down = _cut(wide), _cut(high)
    return [Tile(page, scale, left, top, width, height) for top, height in down for left, width in across]


def inside(tiles: list[Tile], box: tuple[float, float, float, float]) -> list[Tile]:
    """Return the tiles that touch a box (left, top, right, bottom, in their pixels)."""
    left, top, right, bottom = box
    return [
        tile for tile in tiles if tile.left < right and tile.left + tile.width > left and tile.top < bottom and tile.top + tile.height > top
    ]


def thumb(page: int, size: tuple[float, float]) -> Tile:
    """Return the whole page in one small tile, quick to draw."""
    scale = round(_THUMB / max(size), 4)
    return Tile(page, scale, 0, 0, max(1, math.ceil(size[0] * scale)), max(1, math.ceil(size[1] * scale)))


def _cut(length: int) -> list[tuple[int, int]]:
    count = math.ceil(length / LONGEST)
    step = math.ceil(length / count)
    return [(start, min(step, length - start)) for start in range(0, length, step)]
