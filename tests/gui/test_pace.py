"""How long the rest of a run will take."""

from __future__ import annotations

import pytest

from archiveviewer.gui.pace import Pace


@pytest.mark.parametrize(
    ("counts", "now", "left"),
    [
        ([(1, 0)], 30, None),  # the processes start
        ([(1, 0), (9, 50), (9.5, 60)], 9.9, None),  # too early to say
        ([(4, 0), (14, 50), (24, 100)], 24, 180),  # 5 files a second, the start left out
        ([(4, 0), (14, 50), (24, 100)], 34, 170),  # nothing has been stored since
        ([(4, 0), (14, 50), (24, 100)], 999, 0),
        ([(5, 0), (5, 0), (15, 50), (15, 50), (25, 100)], 25, 180),  # the same count says nothing new
        ([(2, 0), (12, 500), (212, 550), (412, 600), (612, 650)], 612, 1400),  # quick text lies behind, scans are slow
        ([(2, 900), (40, 1000)], 40, None),  # all is read
    ],
)
def test_how_long_the_rest_takes(counts: list[tuple[float, int]], now: float, left: float | None) -> None:
    pace = Pace(0.0)
    for at, done in counts:
        pace.note(done, at)
    assert pace.seconds_left(1000, now) == left
