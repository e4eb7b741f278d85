"""The key that copies a quote. The reader has it as a shortcut of the window; list and search field take it for the row they stand at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def wants_quote(event: QKeyEvent) -> bool:
    """Whether a key is Ctrl+Shift+C."""
    wanted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_C and event.modifiers() == wanted
