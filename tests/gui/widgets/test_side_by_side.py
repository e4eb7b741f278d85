"""Parts beside one another fill their splitter in both directions of reading."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archiveviewer.gui.widgets.side_by_side import SideBySide

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize("direction", [LEFT, RIGHT])
def test_parts_fill_the_splitter(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    splitter, first, second = SideBySide(), QWidget(), QWidget()
    qtbot.addWidget(splitter)
    for part in (first, second):
        splitter.addWidget(part)
    splitter.setLayoutDirection(direction)
    splitter.resize(500, 100)
    splitter.show()
    edges = sorted((part.geometry().left(), part.geometry().right()) for part in (first, second))
    assert (edges[0][0], edges[1][1]) == (0, 499)
    first.hide()
    qtbot.waitUntil(lambda: second.geometry().getRect() == (0, 0, 500, 100))
