"""What the window remembers from one day to the next: size, place, splitters, last question, library, theme, places walked.

One INI file in the user's configuration folder; nothing in it is needed, and what cannot be understood counts as not there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from archiveviewer.settings import Paths

_FILE = "window.ini"


class WindowState:
    """Typed access to the settings file. Values are written at once and reach the disk at `save`."""

    def __init__(self, file: Path | None = None) -> None:
        self._settings = QSettings(str(file or Paths.of_user().state / _FILE), QSettings.Format.IniFormat)

    def save(self) -> None:
        """Write to the disk."""
        self._settings.sync()

    # -- plain values -------------------------------------------------------------------------------------------

    def text(self, key: str, default: str = "") -> str:
        """Return a text."""
        value = self._settings.value(key, default)
        return value if isinstance(value, str) else default

    def set_text(self, key: str, value: str) -> None:
        """Remember a text."""
        self._settings.setValue(key, value)

    def number(self, key: str, default: float) -> float:
        """Return a number."""
        try:
            return float(self.text(key, str(default)))
        except ValueError:
            return default

    def set_number(self, key: str, value: float) -> None:
        """Remember a number."""
        self._settings.setValue(key, f"{value:.4f}".rstrip("0").rstrip("."))

    def bytes(self, key: str) -> QByteArray:
        """Return bytes, such as the geometry of a window."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_bytes(self, key: str, value: QByteArray) -> None:
        """Remember bytes."""
        self._settings.setValue(key, value)

    def shape(self, key: str) -> Mapping[str, object]:
        """Return a JSON object; an empty one when there is none."""
        try:
            value = json.loads(self.text(key, "{}"))
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}

    def set_shape(self, key: str, value: Mapping[str, object]) -> None:
        """Remember a JSON object."""
        self._settings.setValue(key, json.dumps(value, ensure_ascii=True))

    # -- lists --------------------------------------------------------------------------------------------------

    def texts(self, key: str) -> tuple[str, ...]:
        """Return texts in their order."""
        value = self.shape(key).get("list", [])
        return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()

    def set_texts(self, key: str, values: tuple[str, ...]) -> None:
        """Remember texts in their order."""
        self.set_shape(key, {"list": list(values)})
