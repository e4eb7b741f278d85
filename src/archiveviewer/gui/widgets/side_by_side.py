"""A splitter of parts beside one another that fill it, whichever side one reads from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSplitter, QWidget


class SideBySide(QSplitter):
    """Holds parts beside one another.

    Qt sets them one pixel too far to the right where it is read from the right, so that the last one lost an edge; margins make good
    for that.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._set_right()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt calls it
        """Turn round with the direction of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._set_right()

    def _set_right(self) -> None:
        by = 1 if self.isRightToLeft() else 0
        self.setContentsMargins(by, 0, -by, 0)
