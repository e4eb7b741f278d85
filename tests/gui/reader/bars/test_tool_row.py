"""The row above the document shows what there is room for, and nothing over something else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from archiveviewer.gui.reader.bars.tool_row import Actions, Tab, ToolRow
from archiveviewer.gui.theme import Theme

_TABS = ((Tab.PAGE, "Page"), (Tab.TEXT, "Text"), (Tab.OUTLINE, "Outline"), (Tab.NOTES, "Notes"))


@pytest.fixture
def row(qtbot: QtBot, theme: Theme) -> Iterator[ToolRow]:
    """Return a row with all that it may show."""
    actions = Actions(*(QAction(word) for word in ("previous page", "next page", "previous hit", "next hit", "quote")))
    room = QWidget()  # a window of its own would not get narrower than it likes
    qtbot.addWidget(room)
    made = ToolRow(theme, actions, QMenu(room), room)
    made.set_tabs(_TABS, Tab.PAGE)
    made.say_section("Section 4 of 5")
    made.say_hit("Hit 5 of 6")
    room.resize(900, 60)
    room.show()
    yield made
    room.close()


@pytest.mark.parametrize("width", range(330, 800, 10))
def test_nothing_lies_over_something_else(row: ToolRow, width: int) -> None:
    row.resize(width, row.height())
    QApplication.processEvents()
    tabs = row.findChild(QTabBar)
    assert tabs is not None
    shown = [part for part in row.children() if isinstance(part, QWidget) and part.isVisible()]
    assert tabs.width() >= tabs.sizeHint().width(), "the tabs are cut"
    ends = sorted((part.geometry().left(), part.geometry().right()) for part in shown)
    assert all(end < start for (_, end), (start, _) in pairwise(ends)), ends
