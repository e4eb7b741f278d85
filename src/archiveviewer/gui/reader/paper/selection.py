"""What is selected in the pages of a document: from one letter to another, over as many pages as lie between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from archiveviewer.gui.reader.paper.lettering import Lettering
from archiveviewer.records import Box, PageLetters, Span
from archiveviewer.text.flowing import flowing, mended

_KEPT = 48


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place between two letters of a page."""

    page: int
    offset: int


class Selection(QObject):
    """Knows the letters of the pages that came, and which are selected.

    `changed` comes when others are selected, `wanted` with a page whose letters are needed.
    """

    changed = Signal()
    wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._letters: dict[int, Lettering] = {}
        self._from: Spot | None = None
        self._to: Spot | None = None

    def forget(self) -> None:
        """Know nothing any more: another document is shown."""
        self._letters.clear()
        self.clear()

    def put(self, letters: PageLetters) -> None:
        """Take the letters of a page."""
        self._letters[letters.page] = Lettering(letters)
        kept = self.pages
        for page in [page for page in self._letters if page not in kept and page != letters.page][: max(len(self._letters) - _KEPT, 0)]:
            del self._letters[page]
        if letters.page in kept:
            self.changed.emit()

    def letters(self, page: int) -> Lettering | None:
        """Return the letters of a page; None when they have not come, in which case they are asked for."""
        known = self._letters.get(page)
        if known is None:
            self.wanted.emit(page)
        return known

    # -- selecting ----------------------------------------------------------------------------------------------

    def begin(self, spot: Spot) -> None:
        """Begin a new selection."""
        self._from = self._to = spot
        self.changed.emit()

    def extend(self, spot: Spot) -> None:
        """Select up to a place, from where the selection began."""
        if self._from is None:
            self._from = spot
        if spot != self._to:
            self._to = spot
            for page in self.pages:
                self.letters(page)
            self.changed.emit()

    def select(self, page: int, span: Span) -> None:
        """Select a span of a page."""
        self._from = Spot(page, span[0])
        self._to = None
        self.extend(Spot(page, span[1]))

    def clear(self) -> None:
        """Select nothing."""
        self._from = self._to = None
        self.changed.emit()

    # -- what is selected ---------------------------------------------------------------------------------------

    @property
    def end(self) -> Spot | None:
        """Where the selection ends that a key would move."""
        return self._to

    @property
    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        return self._from is None or self._from == self._to

    @property
    def pages(self) -> range:
        """The pages on which something is selected."""
        if self._from is None or self._to is None:
            return range(0)
        first, last = sorted((self._from, self._to))
        return range(first.page, last.page + 1)

    def span_on(self, page: int) -> Span | None:
        """Return what is selected of a page."""
        if self._from is None or self._to is None or self._from == self._to or page not in self.pages:
            return None
        first, last = sorted((self._from, self._to))
        known = self._letters.get(page)
        end = len(known.text) if known else 0
        span = (first.offset if page == first.page else 0, last.offset if page == last.page else end)
        return span if span[0] < span[1] else None

    def boxes_on(self, page: int) -> tuple[Box, ...]:
        """Return the boxes of what is selected of a page, one a line."""
        span, known = self.span_on(page), self._letters.get(page)
        return known.boxes_of(span) if span and known else ()

    def text(self) -> str:
        """Return what is selected as running text."""
        return mended("\n".join(flowing(lettering.lines_of(span)) for lettering, span in self._parts()))

    def _parts(self) -> Iterator[tuple[Lettering, Span]]:
        for page in self.pages:
            span, known = self.span_on(page), self._letters.get(page)
            if span and known:
                yield known, span
