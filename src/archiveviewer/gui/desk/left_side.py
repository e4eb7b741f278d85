"""The places at the left, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class LeftSide(QStackedWidget):
    """Holds the places. It asks for the room of the one that is shown; Qt would ask for that of the widest that was ever made."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the least room of the place that is shown."""
        shown = self.currentWidget()
        return shown.minimumSizeHint().expandedTo(shown.minimumSize()) if shown is not None else super().minimumSizeHint()
