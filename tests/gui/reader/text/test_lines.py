"""Where words of a text stand in its lines."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextLayout, QTextOption
from pytestqt.qtbot import QtBot

from archiveviewer.gui.reader.text.text_view import _without_spaces, parts_of

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


@pytest.mark.parametrize(
    ("text", "words", "parts"),
    [
        ("the deadline moved", "deadline", 1),
        ("طلب تمديد الموعد", "تمديد", 1),
        ("الألغام deadline", "deadline", 1),
        ("الألغام deadline", "الألغام", 1),
        ("طلب 203,671 deadline الموعد", "203,671", 1),
        ("طلب تمديد 31 December 2025 الموعد", "31 December", 3),  # the number, a space, the month beyond the year
    ],
)
def test_words_are_lit_whole_where_both_directions_of_writing_meet(
    qtbot: QtBot,  # noqa: ARG001 - it makes the application
    text: str,
    words: str,
    parts: int,
) -> None:
    layout = QTextLayout(text)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if text[0] > "z" else Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(800)
    line.setPosition(QPointF(0, 0))
    layout.endLayout()
    start = text.index(words)
    found = parts_of(line, start, start + len(words))
    whole = parts_of(line, 0, len(text))
    assert len(found) == parts
    assert all(part.width() > 2 * len(words) for part in found) or parts > 1
    assert sum(part.width() for part in found) < sum(part.width() for part in whole)
    rest = [*range(start), *range(start + len(words), len(text))]
    middles = [parts_of(line, at, at + 1)[0].center().x() for at in rest]
    assert not [x for x in middles if any(part.left() + 1 < x < part.right() - 1 for part in found)]
