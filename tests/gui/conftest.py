"""What holds for every test of the window: Fusion, the light theme, and left to right unless a test says otherwise."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from archiveviewer.gui.language import speak_english
from archiveviewer.gui.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Give the light theme, applied to the application, and take style sheet and direction back afterwards."""
    made = Theme("light")
    made.apply()
    yield made
    qapp.setStyleSheet("")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def english() -> Iterator[None]:
    """Let dates and numbers be said in English, and as before afterwards."""
    before = QLocale()
    speak_english()
    yield
    QLocale.setDefault(before)
