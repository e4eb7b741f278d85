"""Makes the quote of what is being read, with its citation, away from the window's thread, and puts it on the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from archiveviewer.gui.reader.document.citation import Cited, cite, sentence
from archiveviewer.gui.reader.document.lighting import Lighting
from archiveviewer.gui.reader.document.passages import Archive, Passage, read_passage
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.records import ArchiveError, Document


@dataclass(frozen=True, slots=True)
class Quoted:
    """What to quote: text that is selected on the page with this label, or else the evidence or the sentence around hit `index`."""

    document: Document
    country: str
    page: int
    index: int | None
    lighting: Lighting
    selected: str = ""
    label: str = ""


class Quoting(QObject):
    """`said` comes with a sentence when a quote has been copied, or why it has not."""

    said = Signal(str)

    def __init__(self, archive: Archive, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._latest = Latest(tasks)

    def copy(self, quoted: Quoted) -> None:
        """Put a quote with its citation on the clipboard."""

        def compose(_stop: Callable[[], bool]) -> str:
            newest = self._archive.coverage().newest or ""
            if quoted.selected:
                where = Cited(quoted.document, label=quoted.label, country=quoted.country, archive=newest)
                return cite(quoted.selected, where)
            passage = read_passage(self._archive, quoted.document.id, quoted.page, lighting=quoted.lighting)
            where = Cited(quoted.document, label=passage.label, country=quoted.country, archive=newest)
            return cite(_words(passage, quoted.index), where)

        self._latest.run(compose, self._on_composed, self._on_error)

    def _on_composed(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.emit(self.tr("Quote with citation copied"))

    def _on_error(self, error: Exception) -> None:
        if not isinstance(error, ArchiveError):
            raise error
        self.said.emit(str(error))


def _words(passage: Passage, index: int | None) -> str:
    """Return the evidence, the sentence around a hit, or the first sentence of the page."""
    if passage.quote:
        start, end = passage.quote
    else:
        hit = passage.hits[min(index or 0, len(passage.hits) - 1)] if passage.hits else (0, 0)
        start, end = sentence(passage.text, hit)
    return passage.text[start:end]
