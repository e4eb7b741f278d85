"""Looking for words inside the document that is open: the bar, the list of hits, and what is lit meanwhile."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from archiveviewer.gui.reader.hits.find_bar import FindBar
from archiveviewer.gui.reader.hits.found_list import FoundList
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Document, Light, Place

_SIGNS = re.compile(r"[-\"“”():*,;/|]+")
"""What a question of the whole library gives a meaning to, and words in a document do not have."""


class Finding(QObject):
    """Knows what is looked for.

    `changed` comes when that is something else, or nothing any more; `stepped` with 1 or -1, `hit_chosen` with page and number, `closed`
    when the bar goes, with whether it had the keys.
    """

    changed = Signal()
    stepped = Signal(int)
    hit_chosen = Signal(int, int)
    closed = Signal(bool)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bar = FindBar(theme)
        self.list = FoundList(theme)
        self._document: Document | None = None
        self._place: Place | None = None
        self.bar.wanted.connect(self._on_wanted)
        self.bar.stepped.connect(self.stepped)
        self.bar.closed.connect(self.close)
        self.bar.list_wanted.connect(self._on_list_wanted)
        self.list.hit_chosen.connect(self.hit_chosen)

    @property
    def place(self) -> Place | None:
        """What is looked for, as a place whose words are lit; None when nothing is."""
        return self._place

    def begin(self, document: Document, text: str) -> None:
        """Let the user type; `text` is what is selected."""
        self._document = document
        self.bar.begin(" ".join(text.split())[:100])

    def close(self) -> None:
        """Look for nothing any more."""
        if self.bar.isHidden():
            return
        focus = QApplication.focusWidget()
        had_keys = focus is not None and (self.bar.isAncestorOf(focus) or focus is self.list)
        self.bar.hide()
        self.list.hits.clear_rows()
        self._document = None
        was, self._place = self._place, None
        if was:
            self.changed.emit()
        self.closed.emit(had_keys)

    def _on_wanted(self, text: str) -> None:
        place = self._asked(text)
        if place != self._place:
            self._place = place
            self.list.hits.clear_rows()
            self.bar.say("")
            self.changed.emit()

    def _asked(self, text: str) -> Place | None:
        """Return the words as a place: a phrase of stems, the last word being the beginning of one."""
        words = text.strip()
        if self._document is None or not words:
            return None
        plain = " ".join(_SIGNS.sub(" ", words).lower().split())
        return Place(self._document.id, lights=(Light(words, prefix=True),), query=f"{plain}*" if plain else "")

    def _on_list_wanted(self) -> None:
        if self.list.hits.rowCount():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.list.hits.index(0))
