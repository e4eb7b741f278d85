"""Connections that end together, when one part of the window gives way to another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject


class Links:
    """Makes connections, and cuts all of them at once."""

    def __init__(self) -> None:
        self._made: list[Any] = []  # QMetaObject.Connection, which has no type that can be named

    def join(self, signal: Any, told: Callable[..., object]) -> None:  # noqa: ANN401 - a bound signal of Qt has no type that can be named
        """Connect a signal."""
        self._made.append(signal.connect(told))

    def cut(self) -> None:
        """End all connections."""
        for connection in self._made:
            QObject.disconnect(connection)
        self._made.clear()
