"""Where words of a text stand in its lines."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from archiveviewer.gui.reader.text.text_view import _without_spaces

LINE = QRectF(40, 0, 200, 20)


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        ((100, 60), (100, 60)),
        ((200, 46), (200, 40)),  # from left to right a space ends the line beyond its words
        ((30, 60), (40, 50)),  # from right to left it stands before them
        ((240, 6), (240, 6)),  # nothing but the space
    ],
)
def test_the_space_that_ends_a_line_is_not_lit(part: tuple[float, float], kept: tuple[float, float]) -> None:
    found = _without_spaces(QRectF(part[0], 0, part[1], 20), LINE)
    assert (found.left(), found.width()) == kept
