"""Tests of the time axis."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from archiveviewer.gui.chain.axis import Axis

_ORDINAL = {day: float(date.fromisoformat(day).toordinal()) for day in ("2000-01-01", "2010-01-01", "2020-01-01", "2030-01-01")}


def test_days_and_pixels_agree() -> None:
    axis = Axis.over(_ORDINAL["2000-01-01"], _ORDINAL["2030-01-01"], left=100, width=600)
    assert axis.x(_ORDINAL["2000-01-01"]) == 100
    assert axis.x(_ORDINAL["2030-01-01"]) == pytest.approx(700)
    assert axis.day(axis.x(_ORDINAL["2010-01-01"])) == pytest.approx(_ORDINAL["2010-01-01"])


def test_zoom_keeps_the_day_under_the_pointer() -> None:
    axis = Axis.over(_ORDINAL["2000-01-01"], _ORDINAL["2030-01-01"], left=100, width=600)
    closer = axis.zoomed(1.5, at=300)
    assert closer.day(300) == pytest.approx(axis.day(300))
    assert closer.scale == pytest.approx(axis.scale * 1.5)


def test_zoom_ends_at_both_sides() -> None:
    axis = Axis.over(_ORDINAL["2000-01-01"], _ORDINAL["2030-01-01"], left=0, width=600)
    for factor in (10.0, 0.1):
        for _ in range(30):
            axis = axis.zoomed(factor, at=10)
        assert 0.02 < axis.scale < 10


def test_revealing_moves_only_when_needed() -> None:
    axis = Axis.over(_ORDINAL["2000-01-01"], _ORDINAL["2010-01-01"], left=0, width=600)
    assert axis.revealing(axis.day(300)) == axis
    assert axis.revealing(_ORDINAL["2020-01-01"]).x(_ORDINAL["2020-01-01"]) == pytest.approx(560)
    assert axis.moved(-900).revealing(_ORDINAL["2000-01-01"]).x(_ORDINAL["2000-01-01"]) == pytest.approx(40)


@pytest.mark.parametrize(("width", "years"), [(600, [2000, 2005, 2010, 2015, 2020, 2025]), (1300, [2000, 2002, 2004]), (80, [2000, 2020])])
def test_the_grid_thins_out(width: float, years: list[int]) -> None:
    axis = Axis.over(_ORDINAL["2000-01-01"], _ORDINAL["2030-01-01"] - 1, left=0, width=width)
    ticks = axis.ticks(50)
    assert [tick.year for tick in ticks][: len(years)] == years
    assert all(tick.month == 0 for tick in ticks)
    gaps = [second.day - first.day for first, second in pairwise(ticks)]
    assert all(gap * axis.scale >= 50 for gap in gaps)


def test_near_by_the_grid_names_months() -> None:
    axis = Axis.over(_ORDINAL["2020-01-01"], _ORDINAL["2020-01-01"] + 200, left=0, width=600)
    assert [(tick.year, tick.month) for tick in axis.ticks(50)][:3] == [(2020, 1), (2020, 2), (2020, 3)]
