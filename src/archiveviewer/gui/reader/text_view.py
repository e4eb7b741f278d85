"""The text of a document in a real text widget: for documents without pages, for screen readers, and for pages whose picture is poor.

Only plain text is put in, and only so much of it as is needed around the place being read: passages are fetched away from the window's
thread, one at a time, added at the end that is being scrolled to, and taken away far from it. So no document can stall the window.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from archiveviewer.gui.marked import utf16_length, utf16_spans
from archiveviewer.gui.reader.marks_bar import MarksBar
from archiveviewer.gui.reader.passages import Passage
from archiveviewer.gui.reader.text_style import TextStyle
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Health, Span
from archiveviewer.text.flowing import mended

_TOP = 20
_NEAR = 1.5
_MOST = 120_000
_AT = 0.3
_BAR, _BAR_AWAY = 4, 16
_LINE = 2
_PULSE, _PULSE_MS = 4, 300
Fetch = Callable[[int, Callable[[Passage | None], None]], None]
"""Fetches the passage of a page and hands it over in the window's thread; None when it cannot be read."""


@dataclass(slots=True)
class _Loaded:
    """A passage in the widget: `head` is how long the line above it is, `length` all of it, in UTF-16 units."""

    passage: Passage
    head: int
    length: int


class TextView(QTextEdit):
    """Shows passages 1 to `count`. `page_changed` comes with the one at the top, `arrived` when the one asked for is in place."""

    page_changed = Signal(int)
    arrived = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._style = TextStyle(theme)
        self._fetch: Fetch | None = None
        self._count = 0
        self._loaded: list[_Loaded] = []
        self._target: tuple[int, int | None] | None = None
        self._now: tuple[int, int | None] | None = None
        self._fetching = 0
        self._round = 0
        self._page = 0
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._load_more)
        self._pulse = QTimer(self, singleShot=True, interval=_PULSE_MS)
        self._pulse.timeout.connect(lambda: self.viewport().update())
        self._set_up()

    def _set_up(self) -> None:
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setAccessibleName(self.tr("Text of the page"))
        self._bar = MarksBar(self._theme, self)
        self.setVerticalScrollBar(self._bar)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self._theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    # -- what the pane tells ------------------------------------------------------------------------------------

    def show_document(self, count: int, fetch: Fetch, *, headed: bool, headings: Collection[str] = ()) -> None:
        """Show another document of `count` passages; `show_page` says where.

        With `headed` each passage has its page above it; lines that are among `headings` are set as such. What was shown stays until the
        first passage comes.
        """
        self._round += 1
        self._fetch, self._count = fetch, count
        self._style = TextStyle(self._theme, headed=headed, headings=headings, percent=self._style.percent)
        self._target = self._now = None
        self._fetching = 0
        self._page = 0
        self._loaded.clear()

    def clear_document(self) -> None:
        """Show nothing."""
        self.show_document(0, lambda _page, _take: None, headed=False)
        self.clear()
        self.setExtraSelections([])

    def relight(self) -> None:
        """Fetch anew what is shown, because other words are to be lit."""
        self.show_document(
            self._count, self._fetch or (lambda _page, _take: None), headed=self._style.headed, headings=self._style.headings
        )

    def show_page(self, page: int, hit: int | None = None) -> None:
        """Bring a passage into view, with its hit number `hit` (-1: the last), or the evidence if that is in it."""
        if not 1 <= page <= self._count:
            return
        self._target = (page, hit)
        if any(loaded.passage.page == page for loaded in self._loaded):
            self._arrive()
        else:
            self._round += 1
            self._fetching = 0
            self._ask(page)

    def set_percent(self, percent: float) -> None:
        """Change the size of the text."""
        self._style.percent = percent
        self._on_theme_changed()

    # -- what the pane asks -------------------------------------------------------------------------------------

    @property
    def percent(self) -> float:
        """How large the text is, in per cent of the theme's reading size."""
        return self._style.percent

    @property
    def page(self) -> int:
        """The passage at the top."""
        return self._page

    @property
    def current(self) -> tuple[int, int | None] | None:
        """Page and number of the current hit; the number is None for an evidence."""
        return self._now

    def sees_current(self) -> bool:
        """Whether the current hit can be seen, though its passage need not be the one at the top."""
        current = self._current()
        seen = QRectF(self.viewport().rect())
        return current is not None and any(rect.intersects(seen) for rect in self._rects(current))

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
        if self._target and self._target[0] == page:
            self._loaded.clear()
            self.clear()
            self._style.set_margins(self.document(), self.viewport().width())
            self._append(passage)
            self._arrive()
        elif self._loaded and page == self._loaded[-1].passage.page + 1:
            self._append(passage)
        elif self._loaded and page == self._loaded[0].passage.page - 1:
            self._prepend(passage)
        self._light()
        self._more.start()

    def _append(self, passage: Passage) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._loaded.append(self._insert(cursor, passage))

    def _prepend(self, passage: Passage) -> None:
        """Put a passage before the others without moving what is being read."""
        anchor = self.cursorForPosition(self.viewport().rect().topLeft())
        before = self.cursorRect(anchor).top()
        self._loaded.insert(0, self._insert(QTextCursor(self.document()), passage))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(anchor).top() - before)

    def _insert(self, cursor: QTextCursor, passage: Passage) -> _Loaded:
        start = cursor.position()
        body, end = self._style.put(cursor, self._head(passage) if self._style.headed else "", passage.text)
        return _Loaded(passage=passage, head=body - start, length=end - start)

    def _head(self, passage: Passage) -> str:
        """Return what stands above the text of a page; also that there is none."""
        said = self.tr("Page {label}").format(label=passage.label) + "\n"
        return said if passage.text.strip() else said + self.tr("This page has no text.") + "\n"

    def _load_more(self) -> None:
        """Fetch the next passage where one will soon be needed, and take away what is far."""
        if not self._loaded or self._fetching:
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

    # -- lights -------------------------------------------------------------------------------------------------

    def _start(self, page: int) -> int:
        """Return where the text of a loaded page begins in the widget."""
        start = 0
        for loaded in self._loaded:
            if loaded.passage.page == page:
                return start + loaded.head
            start += loaded.length
        raise ValueError(page)

    def _ranges(self, passage: Passage) -> tuple[list[Span], Span | None, Span | None]:
        """Return hits, quote and value as positions in the widget."""
        start = self._start(passage.page)

        def placed(span: Span) -> Span:
            ((left, right),) = utf16_spans(passage.text, (span,))
            return (start + left, start + right)

        if utf16_length(passage.text) == len(passage.text):
            hits = [(start + left, start + right) for left, right in passage.hits]
        else:
            hits = [placed(span) for span in passage.hits]
        return hits, placed(passage.quote) if passage.quote else None, placed(passage.value) if passage.value else None

    def _current(self) -> Span | None:
        """Return the range of the current hit, or of the value of an evidence."""
        passage = self.passage(self._now[0]) if self._now else None
        if passage is None or self._now is None:
            return None
        hits, _, value = self._ranges(passage)
        index = self._now[1]
        if index is not None and hits:
            return hits[min(index, len(hits) - 1)]
        return value

    def _light(self) -> None:
        """Colour the hits of all that is loaded."""
        found, now = QTextCharFormat(), QTextCharFormat()
        for form, ground, text in ((found, "hit", "hit_text"), (now, "hit_now", "hit_now_text")):
            form.setBackground(self._theme.color(ground))
            form.setForeground(self._theme.color(text))
        current = self._current()
        selections = []
        for loaded in self._loaded:
            hits, quote, value = self._ranges(loaded.passage)
            lit = [(span, found) for span in ([quote] if quote else []) + hits if span != current]
            lit += [(span, now) for span in (value, current) if span and span in (*hits, value)]
            selections += [self._selection(span, form) for span, form in lit]
        self.setExtraSelections(selections)
        self._place_marks(current)

    def _selection(self, span: Span, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        selection.cursor, selection.format = cursor, form
        return selection

    def _place_marks(self, current: Span | None) -> None:
        """Put a mark on the scroll bar for each hit that is loaded."""
        whole = max(self.document().characterCount(), 1)
        self._bar.clear_marks()
        for loaded in self._loaded:
            self._bar.put(loaded.passage.page, [start / whole for start, _ in self._ranges(loaded.passage)[0]])
        self._bar.set_now(current[0] / whole if current else None)

    # -- places -------------------------------------------------------------------------------------------------

    def _arrive(self) -> None:
        if self._target is None:
            return
        (page, hit), self._target = self._target, None
        passage = self.passage(page)
        if passage is None:
            return
        hits, quote, value = self._ranges(passage)
        if hit is not None and hits:
            self._now = (page, hit if 0 <= hit < len(hits) else len(hits) - 1)
        else:
            self._now = (page, None)
        current = self._current() or value or quote
        self._go(current[0] if current else self._start(page), steady=current is not None)
        self._pulse.start()
        self._light()
        self._note_page()
        self.arrived.emit()
        self._more.start()

    def _go(self, position: int, *, steady: bool) -> None:
        """Scroll to a position, unless it is well in view already, and put the caret there for those who hear the page."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        value = bar.value()
        self.setTextCursor(cursor)
        bar.setValue(value)
        rect = self.cursorRect(cursor)
        if steady and rect.top() >= 0 and rect.bottom() <= height * (1 - _AT / 2):
            return
        bar.setValue(bar.value() + round(rect.top() - (height * _AT if steady else _TOP)))

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

    # -- looks --------------------------------------------------------------------------------------------------

    def _on_theme_changed(self) -> None:
        """Take over sizes and colours, which are in the text itself, by setting it anew."""
        self.document().setDefaultFont(self._style.font())
        if self._loaded:
            passages, page, now = [loaded.passage for loaded in self._loaded], self._page, self._now
            self._loaded.clear()
            self.clear()
            self._style.set_margins(self.document(), self.viewport().width())
            for passage in passages:
                self._append(passage)
            self._target = (page, now[1] if now and now[0] == page else None)
            self._arrive()
            self._now = now
            self._light()
        else:
            self._style.set_margins(self.document(), self.viewport().width())
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Keep the place while lines break anew."""
        anchor = self.cursorForPosition(self.viewport().rect().topLeft())
        before = self.cursorRect(anchor).top()
        self._style.set_margins(self.document(), self.viewport().width())
        super().resizeEvent(event)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(anchor).top() - before)
        self._more.start()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt calls it
        """Paint the text, the line around the current hit, and the bar beside an evidence."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current := self._current():
            width = _PULSE if self._pulse.isActive() and not self._theme.reduced_motion else _LINE
            painter.setPen(QPen(self._theme.color("hit_line"), width))
            for rect in self._rects(current):
                painter.drawRoundedRect(rect.adjusted(-2, -1, 2, 1), 3, 3)
        for loaded in self._loaded:
            if loaded.passage.quote:
                _, quote, _ = self._ranges(loaded.passage)
                if quote:
                    self._paint_bar(painter, quote)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), _LINE))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_bar(self, painter: QPainter, quote: Span) -> None:
        """Paint a bar in the margin where the lines of an evidence begin: on the right where they run from there."""
        rects = self._rects(quote)
        if not rects:
            return
        block = self.document().findBlock(quote[0])
        column = self.document().documentLayout().blockBoundingRect(block)
        mirrored = block.textDirection() is Qt.LayoutDirection.RightToLeft
        x = column.right() + _BAR_AWAY - _BAR if mirrored else column.left() - _BAR_AWAY
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("hit_line"))
        painter.drawRoundedRect(QRectF(x, rects[0].top(), _BAR, rects[-1].bottom() - rects[0].top()), 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _rects(self, span: Span) -> list[QRectF]:
        """Return where a range stands in the viewport, a rectangle a line."""
        rects: list[QRectF] = []
        layout = self.document().documentLayout()
        block = self.document().findBlock(span[0])
        while block.isValid() and block.position() < span[1]:
            corner = layout.blockBoundingRect(block).topLeft()
            corner.setY(corner.y() - self.verticalScrollBar().value())
            lines = block.layout()
            for number in range(lines.lineCount()):
                line = lines.lineAt(number)
                first = max(span[0] - block.position(), line.textStart())
                last = min(span[1] - block.position(), line.textStart() + line.textLength())
                if first < last:
                    left, right = sorted((_x(line.cursorToX(first)), _x(line.cursorToX(last))))
                    rects.append(QRectF(left, line.y(), right - left, line.height()).translated(corner))
            block = block.next()
        return rects

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt calls it
        """Copy plain text, with line ends as other programs know them."""
        copied = QMimeData()
        copied.setText(self.selected_text())
        return copied


def _x(given: object) -> float:
    """Return the position from what the binding answers: a number, or a pair of it and the cursor."""
    return float(given[0]) if isinstance(given, tuple) else float(given)  # type: ignore[arg-type]  # it is one of the two
