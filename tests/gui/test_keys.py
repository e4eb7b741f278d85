"""The list of keys as it is read by keys."""

from __future__ import annotations

from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from archiveviewer.gui.keys import KeysDialog
from archiveviewer.gui.theme import Theme


def test_the_row_one_has_walked_to_can_be_read(qtbot: QtBot, theme: Theme) -> None:
    action = QAction("Find in this document")
    action.setShortcut("Ctrl+F")
    dialog = KeysDialog([("Reader", [action])], theme)
    qtbot.addWidget(dialog)
    dialog.show()
    table = dialog.findChild(QTableView)
    assert isinstance(table, QTableView)
    table.selectRow(1)
    row = table.visualRect(table.model().index(1, 0))
    picture = table.viewport().grab(row).toImage()
    seen = {QColor(picture.pixelColor(x, y)).lightness() for x in range(row.width()) for y in range(row.height())}
    assert picture.pixelColor(2, 2) == theme.color("selected")
    assert min(seen) < 80, "dark letters on the ground of what is selected"
