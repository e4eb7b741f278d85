"""What will be seen of a page, worked out before its document is shown."""

from __future__ import annotations

import pytest

from archiveviewer.gui.reader.aim import Aim
from archiveviewer.gui.reader.looking import Room
from archiveviewer.gui.reader.sheets import Spread
from archiveviewer.gui.reader.tiles import Tile
from archiveviewer.gui.reader.zoom import Fit, Zoom
from archiveviewer.records import LitPage, OpenedDocument

THREE = OpenedDocument(sizes=((600.0, 800.0),) * 3, labels=("1", "2", "3"))
FRAME = LitPage(2, (), (100.0, 80.0, 500.0, 700.0))


def aim(zoom: Zoom | None = None, *, ratio: float = 1.0, spread: Spread = Spread.ALL) -> Aim:
    return Aim(Room(616.0, 400.0, ratio), zoom or Zoom(Fit.WIDTH), spread)


@pytest.mark.parametrize(
    ("guess", "top"),
    [(0.0, 0), (0.5, 258), (1.0, 408)],
    ids=["the top of the page", "a third above the guess", "the guess near the end"],
)
def test_the_part_around_the_guess_is_seen(guess: float, top: int) -> None:
    tile = aim().tile(THREE, FRAME, guess)
    assert tile
    assert (tile.page, tile.scale, tile.left, tile.width) == (2, 1.0, 0, 600)
    assert tile.top == pytest.approx(top, abs=160)


def test_a_screen_of_fine_pixels_has_more_of_them() -> None:
    tile = aim(ratio=1.5).tile(THREE, FRAME, 0.0)
    assert tile
    assert (tile.scale, tile.width) == (1.5, 900)


def test_what_is_too_large_for_one_picture_is_not_asked_for_ahead() -> None:
    assert aim(ratio=2.0).tile(THREE, FRAME, 0.0) is None


def test_a_page_that_is_not_there_has_no_part() -> None:
    assert aim().tile(THREE, LitPage(9, (), None), 0.0) is None


def test_a_page_alone_begins_at_its_top() -> None:
    assert aim(Zoom(Fit.PAGE), spread=Spread.ONE).tile(THREE, FRAME, 0.0) == Tile(2, 0.48, 0, 0, 288, 384)
