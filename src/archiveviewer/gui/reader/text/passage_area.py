"""A text widget that holds as much of a document as is needed around the place being read.

Only plain text is put in. Passages are fetched away from the thread of the window, one at a time, added at the end that is being scrolled
to, and taken away far from it; a long one is put in piece by piece. So no document can stall the window.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QTextCursor, QTextOption, QWheelEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from archiveviewer.gui.reader.document.passages import Passage
from archiveviewer.gui.reader.text.pieces import cut
from archiveviewer.gui.reader.text.text_style import TextStyle
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.gliding import Hand
from archiveviewer.gui.widgets.marks_bar import MarksBar
from archiveviewer.records import Health
from archiveviewer.text.flowing import mended

_NEAR = 1.5
_MOST = 120_000
Fetch = Callable[[int, Callable[[Passage | None], None]], None]
"""Fetches the passage of a page and hands it over in the window's thread; None when it cannot be read."""


@dataclass(slots=True)
class Loaded:
    """A passage in the widget: `head` is how long the line above it is, `length` all of it, in UTF-16 units."""

    passage: Passage
    head: int
    length: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a passage that is still to be put in, before all others or at the end; the first of a passage has its head."""

    of: Loaded
    text: str
    before: bool
    head: str = ""


class PassageArea(QTextEdit):
    """Holds passages 1 to `count`. `page_changed` comes with the one at the top."""

    page_changed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = TextStyle(theme)
        self._fetch: Fetch | None = None
        self._count = 0
        self._loaded: list[Loaded] = []
        self._awaited = 0
        self._fetching = 0
        self._round = 0
        self._page = 0
        self._pieces: deque[_Piece] = deque()
        self._pouring = QTimer(self, singleShot=True, interval=0)
        self._pouring.timeout.connect(self._pour)
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._load_more)
        self._set_up()

    def _set_up(self) -> None:
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setAccessibleName(self.tr("Text of the page"))
        self._bar = MarksBar(self._theme, self)
        self.setVerticalScrollBar(self._bar)
        self._hand = Hand(self, self._theme)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self._theme.changed.connect(self._on_theme_changed)
        self.document().setDefaultFont(self._style.font())
        self._style.set_margins(self.document(), self.viewport().width())

    # -- what a view of text adds -------------------------------------------------------------------------------

    def _arrive(self) -> None:
        """Go to the passage that was awaited, now that it is there."""
        raise NotImplementedError

    def _on_loaded(self) -> None:
        """Take note that other passages are in the widget."""
        raise NotImplementedError

    def _on_theme_changed(self) -> None:
        """Set the text anew, as sizes and colours are in it."""
        raise NotImplementedError

    # -- what is shown ------------------------------------------------------------------------------------------

    def show_document(self, count: int, fetch: Fetch, *, headed: bool, headings: Collection[str] = (), markdown: bool = False) -> None:
        """Show another document of `count` passages; `show_page` says where.

        With `headed` each passage has its page above it; lines that are among `headings`, or marked as such in `markdown`, are set so. What
        was shown stays until the first passage comes; of a document without any nothing is shown.
        """
        self._round += 1
        self._fetch, self._count = fetch, count
        self._style = TextStyle(self._theme, headed=headed, headings=headings, markdown=markdown, percent=self._style.percent)
        self._awaited = self._fetching = 0
        self._page = 0
        self._loaded.clear()
        self._pieces.clear()
        if not count:
            self.clear()
            self.setExtraSelections([])
            self._bar.clear_marks()

    def clear_document(self) -> None:
        """Show nothing."""
        self.show_document(0, lambda _page, _take: None, headed=False)

    def set_percent(self, percent: float) -> None:
        """Change the size of the text."""
        self._style.percent = percent
        self._on_theme_changed()

    @property
    def percent(self) -> float:
        """How large the text is, in per cent of the theme's reading size."""
        return self._style.percent

    @property
    def page(self) -> int:
        """The passage at the top."""
        return self._page

    def selected_text(self) -> str:
        """Return what is selected, with line ends as other programs know them and broken words put together."""
        return mended(self.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n"))

    def passage(self, page: int) -> Passage | None:
        """Return a passage that is in the widget."""
        return next((loaded.passage for loaded in self._loaded if loaded.passage.page == page), None)

    def loaded(self) -> tuple[int, ...]:
        """Return the pages that are in the widget, in order."""
        return tuple(loaded.passage.page for loaded in self._loaded)

    # -- passages -----------------------------------------------------------------------------------------------

    def _ask(self, page: int) -> None:
        if self._fetch is None or self._fetching:
            return
        self._fetching = page
        asked = self._round

        def take(passage: Passage | None) -> None:
            if asked == self._round:
                self._fetching = 0
                self._take(passage, page)

        self._fetch(page, take)

    def _take(self, passage: Passage | None, page: int) -> None:
        passage = passage or Passage(page=page, label=str(page), text="\n", health=Health.NONE)
        if page == self._awaited:
            self._loaded.clear()
            self._pieces.clear()
            self.clear()
            self._style.set_margins(self.document(), self.viewport().width())
            self._append(passage)
        elif self._loaded and page == self._loaded[-1].passage.page + 1:
            self._append(passage)
        elif self._loaded and page == self._loaded[0].passage.page - 1:
            self._prepend(passage)
        self._pour()

    def _pour(self) -> None:
        """Put in the next piece of a passage; when it is whole, it can be gone to."""
        if self._pieces:
            self._put(self._pieces.popleft())
        if self._pieces:
            self._pouring.start()
            return
        if self._awaited and self.passage(self._awaited):
            self._arrive()
        self._on_loaded()
        self._more.start()

    def _append(self, passage: Passage) -> None:
        loaded = Loaded(passage, head=0, length=0)
        self._loaded.append(loaded)
        first, *more = self._cut(passage)
        self._pieces.append(_Piece(loaded, first, before=False, head=self._head(passage)))
        self._pieces.extend(_Piece(loaded, text, before=False) for text in more)

    def _prepend(self, passage: Passage) -> None:
        loaded = Loaded(passage, head=0, length=0)
        self._loaded.insert(0, loaded)
        first, *more = self._cut(passage)
        self._pieces.extend(_Piece(loaded, text, before=True) for text in reversed(more))
        self._pieces.append(_Piece(loaded, first, before=True, head=self._head(passage)))

    def _cut(self, passage: Passage) -> Iterator[str]:
        """Return the text of a passage in pieces; below a head it ends with the end of a line."""
        ended = passage.text.endswith("\n") or not self._style.headed
        return cut(passage.text if ended else passage.text + "\n")

    def _put(self, piece: _Piece) -> None:
        """Put in a piece, without moving what is being read."""
        cursor = QTextCursor(self.document())
        if not piece.before:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self._insert(cursor, piece)
            return
        anchor = self.cursorForPosition(self.viewport().rect().topLeft())
        before = self.cursorRect(anchor).top()
        self._insert(cursor, piece)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(anchor).top() - before)

    def _insert(self, cursor: QTextCursor, piece: _Piece) -> None:
        start = cursor.position()
        body, end = self._style.put(cursor, piece.head, piece.text)
        piece.of.head += body - start
        piece.of.length += end - start

    def _head(self, passage: Passage) -> str:
        """Return what stands above the text of a page, where there are pages; also that there is none."""
        if not self._style.headed:
            return ""
        said = self.tr("Page {label}").format(label=passage.label) + "\n"
        return said if passage.text.strip() else said + self.tr("This page has no text.") + "\n"

    def _load_more(self) -> None:
        """Fetch the next passage where one will soon be needed, and take away what is far."""
        if not self._loaded or self._fetching or self._pieces:
            return
        bar, room = self.verticalScrollBar(), self.viewport().height() * _NEAR
        first, last = self._loaded[0].passage.page, self._loaded[-1].passage.page
        if bar.maximum() - bar.value() < room and last < self._count:
            self._trim(front=True)
            self._ask(last + 1)
        elif bar.value() < room and first > 1:
            self._trim(front=False)
            self._ask(first - 1)

    def _trim(self, *, front: bool) -> None:
        while len(self._loaded) > 1 and sum(loaded.length for loaded in self._loaded) > _MOST:
            if self._loaded[0 if front else -1].passage.page == self._page:
                return
            self._remove_first() if front else self._remove_last()

    def _remove_first(self) -> None:
        anchor = self.cursorForPosition(self.viewport().rect().topLeft())
        before = self.cursorRect(anchor).top()
        self._remove(0, self._loaded.pop(0).length)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(anchor).top() - before)

    def _remove_last(self) -> None:
        length = self._loaded.pop().length
        start = sum(loaded.length for loaded in self._loaded)
        self._remove(start, start + length)

    def _remove(self, start: int, end: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    def _start(self, page: int) -> int:
        """Return where the text of a loaded page begins in the widget."""
        start = 0
        for loaded in self._loaded:
            if loaded.passage.page == page:
                return start + loaded.head
            start += loaded.length
        raise ValueError(page)

    # -- places -------------------------------------------------------------------------------------------------

    def _on_scrolled(self) -> None:
        self._note_page()
        self._more.start()

    def _note_page(self) -> None:
        if not self._loaded:
            return
        at = self.cursorForPosition(self.viewport().rect().adjusted(0, self.viewport().height() // 4, 0, 0).topLeft()).position()
        page, end = self._loaded[-1].passage.page, 0
        for loaded in self._loaded:
            end += loaded.length
            if at < end:
                page = loaded.passage.page
                break
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt calls it
        """Glide; Qt itself makes the letters larger with Ctrl held."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        else:
            self._hand.wheel(event)
            event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Hold what glides."""
        self._hand.rest()
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Hold what glides."""
        self._hand.rest()
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Keep the place while lines break anew."""
        anchor = self.cursorForPosition(self.viewport().rect().topLeft())
        before = self.cursorRect(anchor).top()
        self._style.set_margins(self.document(), self.viewport().width())
        super().resizeEvent(event)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(anchor).top() - before)
        self._more.start()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt calls it
        """Copy plain text, with line ends as other programs know them."""
        copied = QMimeData()
        copied.setText(self.selected_text())
        return copied
