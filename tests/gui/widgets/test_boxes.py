"""Tests of rows and columns made in one go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from archiveviewer.gui.widgets.boxes import beside, stacked


@pytest.mark.parametrize(("direction", "left"), [(Qt.LayoutDirection.LeftToRight, 5), (Qt.LayoutDirection.RightToLeft, 175)])
def test_parts_stand_where_they_are_written(qapp: QApplication, direction: Qt.LayoutDirection, left: int) -> None:
    assert qapp is not None
    whole = QWidget()
    whole.setLayoutDirection(direction)
    labels = [QLabel(whole) for _ in range(4)]
    for label in labels:
        label.setFixedSize(20, 10)
    first, second, third, last = labels
    box = stacked(
        beside(first, 15, second, ..., third), (last, 1, Qt.AlignmentFlag.AlignBottom), within=whole, margins=(5, 2, 5, 2), spacing=3
    )
    whole.resize(200, 100)
    box.activate()
    assert first.x() == left
    assert abs(second.x() - first.x()) == 20 + 15
    assert abs(third.x() - first.x()) == 190 - 20
    assert (first.y(), last.y() + last.height()) == (2, 98)
