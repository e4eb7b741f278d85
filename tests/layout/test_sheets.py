"""Where pages lie."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from archiveviewer.layout.sheets import GAP, MARGIN, Point, Sheets
from archiveviewer.layout.zoom import Fit

A4 = (600.0, 800.0)
PRINT = (72.0, 72.0, 528.0, 728.0)


def laid_out(*sizes: tuple[float, float], fit: Fit = Fit.TEXT, scale: float = 1.0) -> Sheets:
    sheets = Sheets(sizes or (A4,) * 3)
    sheets.set_view(716, 600)
    sheets.set_scale(scale, fit)
    return sheets


def test_fit_width_fills_the_room_between_the_gaps() -> None:
    assert laid_out().fitting(Fit.WIDTH, 1) == pytest.approx(700 / 600)


def test_fit_page_shows_all_of_it() -> None:
    assert laid_out().fitting(Fit.PAGE, 1) == pytest.approx(584 / 800)


def test_fit_text_cuts_the_margins_to_26_pixels() -> None:
    sheets = laid_out()
    sheets.set_printed(1, PRINT)
    scale = sheets.fitting(Fit.TEXT, 1)
    assert scale == pytest.approx((700 - 2 * MARGIN) / 456)
    sheets.set_scale(scale, Fit.TEXT)
    x, y, width, _ = sheets.rect(1)
    assert (x, y, width) == pytest.approx((GAP, GAP, 700))
    left, top = sheets.place(Point(1, PRINT[0], PRINT[1]))
    assert (left, top) == pytest.approx((GAP + MARGIN, GAP + MARGIN))


def test_at_most_a_sixth_is_cut_so_that_a_title_page_stays_a_page() -> None:
    sheets = laid_out()
    sheets.set_printed(1, (250.0, 350.0, 350.0, 380.0))
    assert sheets.fitting(Fit.TEXT, 1) == pytest.approx((700 - 2 * MARGIN) / 400)
    crop = sheets.crop(1)
    assert (crop[1], crop[3]) == pytest.approx((800 / 6, 800 * 5 / 6))


def test_a_scale_that_nearly_fits_stays_when_the_page_is_turned() -> None:
    sheets = laid_out()
    sheets.set_printed(1, PRINT)
    sheets.set_printed(2, (80.0, 72.0, 520.0, 728.0))
    sheets.set_scale(sheets.fitting(Fit.TEXT, 1), Fit.TEXT)
    assert sheets.fitting(Fit.TEXT, 2) == sheets.scale


def test_all_that_is_printed_is_shown_on_a_wide_page_among_narrow_ones() -> None:
    sheets = laid_out(A4, (1200.0, 800.0))
    sheets.set_printed(1, PRINT)
    sheets.set_printed(2, (20.0, 72.0, 1180.0, 728.0))
    sheets.set_scale(sheets.fitting(Fit.TEXT, 1), Fit.TEXT)
    left, _, right, _ = sheets.crop(2)
    assert left <= 20
    assert right >= 1180
    assert sheets.width >= (right - left) * sheets.scale


def test_a_page_that_is_a_picture_is_not_cut() -> None:
    sheets = laid_out()
    sheets.set_printed(1, None)
    assert sheets.crop(1) == (0, 0, 600, 800)


def test_an_empty_page_makes_no_other_page_run_over_the_side() -> None:
    sheets = laid_out()
    sheets.set_printed(1, (20.0, 72.0, 580.0, 728.0))
    sheets.set_printed(2, (300.0, 400.0, 300.0, 400.0))
    sheets.set_scale(sheets.fitting(Fit.TEXT, 1), Fit.TEXT)
    assert sheets.width <= 700 + 2 * GAP + 1e-6
    assert sheets.fitting(Fit.TEXT, 2) == sheets.scale, "nor does it jump in size"


def test_an_unknown_page_is_cut_like_the_first_that_is_known() -> None:
    sheets = laid_out()
    sheets.set_printed(2, PRINT)
    assert sheets.crop(3)[1] == sheets.crop(2)[1] > 0


@pytest.mark.parametrize("fit", [Fit.TEXT, Fit.NOTHING])
def test_points_and_places_are_inverse(fit: Fit) -> None:
    sheets = laid_out(fit=fit, scale=1.4)
    sheets.set_printed(2, PRINT)
    for point in (Point(1, 100, 150), Point(2, 300, 400), Point(3, 599, 700)):
        back = sheets.point(*sheets.place(point))
        assert (back.page, back.x, back.y) == pytest.approx((point.page, point.x, point.y))


def test_pages_seen_are_those_that_touch_the_view() -> None:
    sheets = laid_out(fit=Fit.NOTHING)
    assert list(sheets.pages(0, 600)) == [1]
    assert list(sheets.pages(700, 1300)) == [1, 2]
    assert list(sheets.pages(GAP + 800, GAP + 800 + GAP)) == [1], "the gap belongs to the page above it"
    assert sheets.height == GAP + 3 * (800 + GAP)


def test_pages_that_become_known_one_by_one_lie_as_if_known_at_once() -> None:
    boxes = {2: PRINT, 1: (60.0, 20.0, 540.0, 790.0), 3: None}
    one_by_one, at_once = laid_out(), laid_out()
    for page, box in boxes.items():
        at_once.set_printed(page, box)
    for page, box in boxes.items():
        one_by_one.rect(1)
        one_by_one.set_printed(page, box)
    assert [one_by_one.rect(page) for page in (1, 2, 3)] == [pytest.approx(at_once.rect(page)) for page in (1, 2, 3)]
    assert one_by_one.height == pytest.approx(at_once.height)


def test_a_place_in_a_margin_that_has_been_cut_since_is_that_of_the_print() -> None:
    sheets = laid_out()
    top = Point(2, 300, 1)
    sheets.set_printed(1, PRINT)
    cut = sheets.crop(2)
    assert cut[1] > 1 + GAP, "the second page is cut like the first, now that its print is known"
    assert sheets.shown(top) == Point(2, 300, cut[1])
    assert sheets.shown(Point(2, 300, 400)) == Point(2, 300, 400)


@pytest.mark.parametrize(
    "change",
    [
        lambda sheets: sheets.set_scale(2.0, Fit.TEXT),
        lambda sheets: sheets.set_scale(1.0, Fit.WIDTH),
        lambda sheets: sheets.set_view(300, 600),
        lambda sheets: sheets.set_printed(1, (100.0, 100.0, 500.0, 700.0)),
        lambda sheets: sheets.set_printed(2, (90.0, 90.0, 510.0, 710.0)),
        lambda sheets: sheets.take_printed(printed_like((90.0, 90.0, 510.0, 710.0))),
    ],
)
def test_what_is_shown_of_pages_follows_each_change(change: Callable[[Sheets], None]) -> None:
    asked_before, anew = printed_like(PRINT), printed_like(PRINT)
    before = [asked_before.crop(page) for page in (1, 2, 3)]
    change(asked_before)
    change(anew)
    after = [asked_before.crop(page) for page in (1, 2, 3)]
    assert after == [anew.crop(page) for page in (1, 2, 3)]
    assert after != before


def printed_like(box: tuple[float, float, float, float]) -> Sheets:
    sheets = laid_out()
    sheets.set_printed(1, box)
    return sheets
