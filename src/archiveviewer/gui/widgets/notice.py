"""A message in the place where something would be: what was looked at, what to do, and buttons that lead on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from archiveviewer.gui.widgets.boxes import beside, stacked
from archiveviewer.gui.widgets.ground import Ground, Words

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme


class Notice(Ground):
    """Says that there is nothing, or what went wrong.

    Signal: `asked(number)` when one of its buttons is pressed; the first is the best way on.
    """

    asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "pane", parent=parent)
        self.is_error = False
        self._icon = QLabel(self)
        self._head = Words(theme, role="message", wrap=True, parent=self)
        self._text = Words(theme, wrap=True, parent=self)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        top = beside((self._icon, 0, Qt.AlignmentFlag.AlignTop), (self._head, 1), spacing=10)
        stacked(top, self._text, self._buttons, ..., within=self, margins=(32, 40, 32, 16), spacing=12)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def say(self, head: str, text: str, ways: Sequence[str] = (), *, error: bool = False) -> None:
        """Show a message and its buttons."""
        self.is_error = error
        self._head.setText(head)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        while (item := self._buttons.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        for number, way in enumerate(ways):
            button = QPushButton(way, self)
            button.setProperty("main", number == 0)
            button.setAutoDefault(True)
            button.clicked.connect(lambda _=False, number=number: self.asked.emit(number))
            self._buttons.addWidget(button)
            if number == 0:
                self.setFocusProxy(button)
        self._buttons.addStretch(1)
        self.setAccessibleName(f"{head}. {text}")
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self._icon.setVisible(self.is_error)
        self._icon.setPixmap(self._theme.icon("triangle-alert", size=20, token="error"))
