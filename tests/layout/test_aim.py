"""What will be seen of a page, worked out before its document is shown."""

from __future__ import annotations

import pytest

from archiveviewer.layout.aim import Aim, Sight
from archiveviewer.layout.looking import Room
from archiveviewer.layout.sheets import Spread
from archiveviewer.layout.tiles import Tile
from archiveviewer.layout.zoom import Fit, Zoom
from archiveviewer.records import LitPage, OpenedDocument

THREE = OpenedDocument(sizes=((600.0, 800.0),) * 3, labels=("1", "2", "3"))
FRAME = LitPage(2, (), (100.0, 80.0, 500.0, 700.0))


def aim(zoom: Zoom | None = None, *, ratio: float = 1.0, spread: Spread = Spread.ALL) -> Aim:
    return Aim(Room(616.0, 400.0, ratio), zoom or Zoom(Fit.WIDTH), spread)


def tile_of(sight: Sight | None) -> Tile:
    assert sight
    return sight.tile


@pytest.mark.parametrize(
    ("guess", "top"),
    [(0.0, 0), (0.5, 258), (1.0, 408)],
    ids=["the top of the page", "a third above the guess", "the guess near the end"],
)
def test_the_part_around_the_guess_is_seen(guess: float, top: int) -> None:
    tile = tile_of(aim().sight(THREE, FRAME, guess))
    assert (tile.page, tile.scale, tile.left, tile.width) == (2, 1.0, 0, 600)
    assert tile.top == pytest.approx(top, abs=160)


def test_a_screen_of_fine_pixels_has_more_of_them() -> None:
    tile = tile_of(aim(ratio=1.5).sight(THREE, FRAME, 0.0))
    assert (tile.scale, tile.width) == (1.5, 900)


def test_what_is_too_large_for_one_picture_is_not_asked_for_ahead() -> None:
    assert aim(ratio=2.0).sight(THREE, FRAME, 0.0) is None


def test_a_page_that_is_not_there_has_no_part() -> None:
    assert aim().sight(THREE, LitPage(9, (), None), 0.0) is None


def test_a_page_alone_begins_at_its_top() -> None:
    assert tile_of(aim(Zoom(Fit.PAGE), spread=Spread.ONE).sight(THREE, FRAME, 0.0)) == Tile(2, 0.48, 0, 0, 288, 384)


def test_without_a_guess_it_is_the_top_of_the_page_however_far_down_its_print_begins() -> None:
    low = LitPage(2, (), (100.0, 700.0, 500.0, 760.0))
    assert tile_of(aim().sight(THREE, low, None)).top == 0
    assert tile_of(aim().sight(THREE, low, 0.0)).top > 0


@pytest.mark.parametrize(
    ("zoom", "height", "alike"),
    [(Zoom(Fit.WIDTH), 400.0, True), (Zoom(Fit.WIDTH), 340.0, True), (Zoom(Fit.PAGE), 340.0, False), (Zoom(Fit.PAGE), 400.0, True)],
)
def test_what_a_banner_takes_changes_nothing_unless_the_height_has_to_fit(zoom: Zoom, height: float, alike: bool) -> None:
    assert aim(zoom).is_like(Aim(Room(616.0, height, 1.0), zoom, Spread.ALL)) is alike


@pytest.mark.parametrize("other", [Aim(Room(600.0, 400.0, 1.0), Zoom(Fit.WIDTH), Spread.ALL), aim(ratio=2.0), aim(spread=Spread.ONE)])
def test_what_is_seen_through_another_aim_lies_elsewhere(other: Aim) -> None:
    assert not aim().is_like(other)
