"""What is typed for a place before that is there: it waits, and is typed there when it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_DEED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class EarlyKeys(QObject):
    """Keeps the keys that `widget`, which has them, would take; those of commands go their way."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._kept: list[QKeyEvent] = []

    def hold(self) -> None:
        """Keep keys from now on."""
        self._widget.installEventFilter(self)

    def let_go(self) -> None:
        """Keep no more, and forget those that were kept."""
        self._widget.removeEventFilter(self)
        self._kept.clear()

    def give(self) -> None:
        """Let who has the keys now have those that were kept, one after the other: the first may lead elsewhere."""
        kept = tuple(self._kept)
        self.let_go()
        for key in kept:
            target = QApplication.focusWidget()
            if target is not None:
                QApplication.sendEvent(target, key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        """Keep a key that says something or edits what was said."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers() & _DEED:
            self._kept.append(QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))
            return True
        return super().eventFilter(watched, event)
