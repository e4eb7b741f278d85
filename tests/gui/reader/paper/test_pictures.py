"""Pictures of parts of pages that are kept."""

from __future__ import annotations

from archiveviewer.gui.reader.paper.pictures import Tiles
from archiveviewer.layout.tiles import Tile
from archiveviewer.records import PagePicture


def picture(tile: Tile) -> PagePicture:
    stride = tile.width * 4
    pixels = bytes(stride * tile.height)
    return PagePicture(tile.page, tile.scale, tile.left, tile.top, width=tile.width, height=tile.height, stride=stride, pixels=pixels)


def test_pictures_used_last_are_kept() -> None:
    tiles = Tiles(budget=3 * 100 * 100 * 4)
    all_four = [Tile(page, 1.0, 0, 0, 100, 100) for page in range(1, 5)]
    for tile in all_four[:3]:
        tiles.put(tile, picture(tile))
    assert tiles.image(all_four[0]) is not None
    tiles.put(all_four[3], picture(all_four[3]))
    assert [tile in tiles for tile in all_four] == [True, False, True, True]
    assert tiles.used == 3 * 100 * 100 * 4


def test_the_nearest_scale_stands_in_last_so_that_it_is_on_top() -> None:
    tiles = Tiles()
    for scale in (0.2, 1.0, 1.5, 2.0):
        tile = Tile(1, scale, 0, 0, 10, 10)
        tiles.put(tile, picture(tile))
    assert [tile.scale for tile, _ in tiles.stand_ins(1, 1.5)] == [0.2, 1.0, 2.0]


def test_a_picture_in_memory_of_others_is_copied_when_it_is_to_stay() -> None:
    tile, memory = Tile(1, 1.0, 0, 0, 2, 1), bytearray(8)
    tiles = Tiles()
    tiles.put(tile, PagePicture(1, 1.0, 0, 0, width=2, height=1, stride=8, pixels=memoryview(memory)))
    tiles.own()
    memory[:] = b"\xff" * 8
    image = tiles.image(tile)
    assert image is not None
    assert image.pixelColor(0, 0).red() == 0
