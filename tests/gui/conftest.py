"""What holds for every test of the window: Fusion, the light theme, and left to right unless a test says otherwise."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from archiveviewer.gui.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Give the light theme, applied to the application, and take style sheet and direction back afterwards."""
    made = Theme("light")
    made.apply()
    yield made
    qapp.setStyleSheet("")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
