"""What widgets do by keys: actions with a key, and buttons that Enter presses, as Qt's own do only by the space bar."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

ENTER = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))


def is_deed(event: QKeyEvent) -> bool:
    """Whether a key with Alt stands for a deed, which may not be at hand here, and so writes no letter; on a Mac it writes one."""
    held = event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier)
    return held == Qt.KeyboardModifier.AltModifier and sys.platform != "darwin"


def add_action(widget: QWidget, words: str, key: str, do: Callable[[], object], *, anywhere: bool = False) -> QAction:
    """Give a widget an action; its key works while the keys are inside the widget, or `anywhere` in the window."""
    action = QAction(words, widget)
    action.setShortcut(QKeySequence(key))
    context = Qt.ShortcutContext.WindowShortcut if anywhere else Qt.ShortcutContext.WidgetWithChildrenShortcut
    action.setShortcutContext(context)
    action.triggered.connect(lambda _: do())
    widget.addAction(action)
    return action


class EnterButton(QAbstractButton):
    """A button that Enter presses too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Press with Enter too."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)
