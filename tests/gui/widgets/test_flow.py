"""Tests of the row that goes on in the next line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.flow import FlowRow


def _row(qtbot: QtBot, theme: Theme, *, width: int) -> tuple[FlowRow, list[QWidget]]:
    row = FlowRow(theme, side=10, edge=5, gap=4)
    qtbot.addWidget(row)
    items = [QWidget() for _ in range(3)]
    for item in items:
        item.setMinimumSize(100, 20)
        row.add(item)
    row.resize(width, row.heightForWidth(width))
    row.show()
    return row, items


def test_one_line_where_there_is_room_with_the_last_at_the_end(qtbot: QtBot, theme: Theme) -> None:
    row, items = _row(qtbot, theme, width=400)
    assert [(item.x(), item.y()) for item in items] == [(10, 5), (114, 5), (290, 5)]
    assert row.heightForWidth(400) == 30


def test_more_lines_where_there_is_not(qtbot: QtBot, theme: Theme) -> None:
    row, items = _row(qtbot, theme, width=230)
    assert [(item.x(), item.y()) for item in items] == [(10, 5), (114, 5), (120, 29)]
    assert row.heightForWidth(230) == 54


def test_it_is_mirrored(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _, items = _row(qtbot, theme, width=400)
    assert [item.x() for item in items] == [290, 186, 10]


def test_a_widget_that_grows_moves_the_others(qtbot: QtBot, theme: Theme) -> None:
    _, items = _row(qtbot, theme, width=400)
    items[0].setMinimumSize(150, 20)
    qtbot.waitUntil(lambda: items[1].x() == 164)
