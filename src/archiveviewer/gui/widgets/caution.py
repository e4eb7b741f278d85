"""A line over what is shown that says why it may be wrong; not there when nothing is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from archiveviewer.gui.dates import long_date
from archiveviewer.gui.widgets.boxes import beside
from archiveviewer.gui.widgets.ground import Ground, Words

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme


translate = QCoreApplication.translate


def clock_words(today: date, ahead: str | None) -> str:
    """Return what is wrong with the computer's day when the newest document, of `ahead`, is from after it; empty when nothing is."""
    if ahead is None:
        return ""
    said = translate(
        "words",
        "This computer's day, {today}, is before the newest document, {newest}. "
        "Days left and states may be wrong: set the clock, or choose another day.",
    )
    return said.format(today=long_date(today.isoformat()), newest=long_date(ahead))


class Caution(Ground):
    """Shows one sentence with its sign."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "error_soft", parent=parent)
        self._theme = theme
        self._icon = QLabel(self)
        self._words = Words(theme, role="caption", wrap=True, parent=self)
        beside((self._icon, 0, Qt.AlignmentFlag.AlignTop), (self._words, 1), within=self, margins=(12, 6, 12, 6), spacing=8)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def _dress(self) -> None:
        self._icon.setPixmap(self._theme.icon("triangle-alert", size=16, token="error"))

    def say(self, text: str) -> None:
        """Show a sentence; an empty one is none."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
