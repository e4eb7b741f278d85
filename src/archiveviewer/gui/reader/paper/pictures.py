"""Pictures of parts of pages: which are there, and which to show while the sharp one is on its way."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterable, Iterator

from PySide6.QtGui import QImage

from archiveviewer.layout.tiles import Tile
from archiveviewer.records import PagePicture

_BUDGET = 40 << 20
_PIXEL = 4
_FULL = 0.8


def image_of(picture: PagePicture) -> QImage:
    """Return a picture as Qt shows it; its pixels are not copied, so it is good as long as they are."""
    return QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)


class Tiles:
    """The pictures that are there, those used last being kept, up to 40 MB."""

    def __init__(self, budget: int = _BUDGET) -> None:
        self._budget = self._room = budget
        self._used = 0
        self._images: OrderedDict[Tile, QImage] = OrderedDict()
        self._borrowed: set[Tile] = set()

    def __contains__(self, tile: Tile) -> bool:
        return tile in self._images

    def reserve(self, needed: int) -> None:
        """Make room for what is seen at one time, however large the screen is."""
        self._room = max(self._budget, needed * 3 // 2)

    def has_room(self, wanted: Iterable[Tile]) -> bool:
        """Tell whether all these can be kept at one time, with some to spare."""
        return sum(tile.width * tile.height for tile in wanted) * _PIXEL < self._room * _FULL

    def put(self, tile: Tile, picture: PagePicture) -> None:
        """Keep a picture that has come; one whose pixels are a view of memory only until `own`."""
        self.drop(tile)
        self._images[tile] = image_of(picture)
        if isinstance(picture.pixels, memoryview):
            self._borrowed.add(tile)
        self._used += self._images[tile].sizeInBytes()
        while self._used > self._room and len(self._images) > 1:
            _, oldest = self._images.popitem(last=False)
            self._used -= oldest.sizeInBytes()

    def own(self) -> None:
        """Copy the pictures whose pixels are in memory that others will write to."""
        for tile in self._borrowed & self._images.keys():
            self._images[tile] = self._images[tile].copy()
        self._borrowed.clear()

    def image(self, tile: Tile) -> QImage | None:
        """Return the picture, if it is there."""
        image = self._images.get(tile)
        if image is not None:
            self._images.move_to_end(tile)
        return image

    def stand_ins(self, page: int, scale: float) -> Iterator[tuple[Tile, QImage]]:
        """Yield pictures of the page at other scales, the nearest scale last, to be shown until the sharp ones come."""
        others = [(tile, image) for tile, image in self._images.items() if tile.page == page and tile.scale != scale]
        others.sort(key=lambda item: abs(math.log(item[0].scale / scale)), reverse=True)
        yield from others

    def drop(self, tile: Tile) -> None:
        """Let go of a picture."""
        image = self._images.pop(tile, None)
        if image is not None:
            self._used -= image.sizeInBytes()

    def clear(self) -> None:
        """Let go of all."""
        self._images.clear()
        self._used = 0

    @property
    def used(self) -> int:
        """How many bytes the pictures take."""
        return self._used
