"""Connections that end together, when one part of the window gives way to another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMetaObject, QObject, SignalInstance


class Links:
    """Makes connections, and cuts all of them at once."""

    def __init__(self) -> None:
        self._made: list[QMetaObject.Connection] = []

    def join(self, signal: SignalInstance, told: Callable[..., object]) -> None:
        """Connect a signal."""
        self._made.append(signal.connect(told))

    def cut(self) -> None:
        """End all connections."""
        for connection in self._made:
            QObject.disconnect(connection)
        self._made.clear()
