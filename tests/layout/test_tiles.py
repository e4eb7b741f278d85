"""Parts of pages."""

from __future__ import annotations

from archiveviewer.layout.tiles import LONGEST, Tile, grid, inside, thumb


def test_a_small_page_is_one_tile() -> None:
    assert grid(3, (500, 700), 1.0) == [Tile(3, 1.0, 0, 0, 500, 700)]


def test_tiles_cover_a_large_page_without_overlap() -> None:
    tiles = grid(1, (841.9, 595.3), 4.0)
    assert sum(tile.width * tile.height for tile in tiles) == 3368 * 2382
    assert all(tile.width <= LONGEST and tile.height <= LONGEST for tile in tiles)
    assert max(tile.left + tile.width for tile in tiles) == 3368
    assert max(tile.top + tile.height for tile in tiles) == 2382


def test_only_tiles_that_touch_the_box_are_chosen() -> None:
    tiles = grid(1, (1000, 2000), 1.0)
    assert [tile.top for tile in inside(tiles, (0, 0, 500, 900))] == [0]
    assert len(inside(tiles, (0, 900, 500, 1100))) == 2
    assert inside(tiles, (1000, 0, 1200, 100)) == []


def test_a_thumb_is_small_and_whole() -> None:
    small = thumb(1, (3000, 2000))
    assert (small.width, small.height) == (240, 160)
