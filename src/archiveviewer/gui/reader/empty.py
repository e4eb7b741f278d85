"""What stands in the reader while nothing has been chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from archiveviewer.gui.reader.message import Message
from archiveviewer.gui.theme import Theme


class EmptyReader(Message):
    """Says that nothing is open, and what opens something; or why what was chosen cannot be shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "book-open", parent)
        self._column.addStretch(3)
        self.say(
            self.tr("Nothing is open yet"), self.tr("Choose a page, a fact or a file on the other side. It opens here, with the words lit.")
        )
