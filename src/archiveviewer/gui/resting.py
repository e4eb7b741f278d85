"""Lets the reader follow a selection once the keys rest on it, so that walking through a list opens nothing on the way."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_RESTED = 150
"""Milliseconds after the last key."""


class Resting(QObject):
    """Waits for the keys to rest. Signal: `rested(what)` with what was followed last, while its pane is seen."""

    rested = Signal(object)

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self._what: object = None
        self._timer = QTimer(self, singleShot=True, interval=_RESTED)
        self._timer.timeout.connect(self._on_timeout)

    def follow(self, what: object) -> None:
        """Follow something; None is nothing to be shown."""
        self._what = what
        if what is None:
            self._timer.stop()
        else:
            self._timer.start()

    def stop(self) -> None:
        """Follow nothing more, as when something is opened."""
        self._timer.stop()

    def _on_timeout(self) -> None:
        if self._pane.isVisible():
            self.rested.emit(self._what)
