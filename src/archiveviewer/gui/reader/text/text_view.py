"""The text of a document in a real text widget: for documents without pages, for screen readers, and for pages whose picture is poor.

What is found is lit in it, and the place that was asked for brought into view; which passages are there, `passage_area` knows.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QPainter, QPaintEvent, QPen, QTextCharFormat, QTextCursor, QTextLine
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from archiveviewer.gui.reader.document.passages import Passage
from archiveviewer.gui.reader.notes.note_words import colour_token
from archiveviewer.gui.reader.text.passage_area import Fetch, PassageArea
from archiveviewer.gui.reader.text.text_notes import TextNotes
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.marked import code_points, utf16_length, utf16_spans
from archiveviewer.gui.widgets.rows import tip
from archiveviewer.records import Note, Span

_TOP = 20
_AT = 0.3
_BAR, _BAR_AWAY = 4, 16
_LINE = 2
_TOUCHING = 0.5
"""Signs that stand no further apart, in pixels, are lit as one."""
_PULSE, _PULSE_MS = 4, 300


class TextView(PassageArea):
    """Shows passages.

    `arrived` comes when the one asked for is in place, `menu_wanted` with a place of the screen and the Note there or None.
    """

    arrived = Signal()
    menu_wanted = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._target: tuple[int, int | None] | None = None
        self._now: tuple[int, int | None] | None = None
        self._notes = TextNotes()
        super().__init__(theme, parent)
        self._pulse = QTimer(self, singleShot=True, interval=_PULSE_MS)
        self._pulse.timeout.connect(lambda: self.viewport().update())

    # -- what the pane tells ------------------------------------------------------------------------------------

    def show_document(self, count: int, fetch: Fetch, *, headed: bool, headings: Collection[str] = (), markdown: bool = False) -> None:
        """Show another document; `show_page` says where."""
        self._target = self._now = None
        super().show_document(count, fetch, headed=headed, headings=headings, markdown=markdown)

    def relight(self) -> None:
        """Fetch anew what is shown, because other words are to be lit."""
        style, fetch = self._style, self._fetch or (lambda _page, _take: None)
        self.show_document(self._count, fetch, headed=style.headed, headings=style.headings, markdown=style.markdown)

    def show_page(self, page: int, hit: int | None = None) -> None:
        """Bring a passage into view, with its hit number `hit` (-1: the last), or the evidence if that is in it."""
        if not 1 <= page <= self._count:
            return
        self._target, self._awaited = (page, hit), page
        if self.passage(page):
            if not self._pieces:
                self._arrive()
        else:
            self._round += 1
            self._fetching = 0
            self._pieces.clear()
            self._ask(page)

    def set_notes(self, notes: Sequence[Note]) -> None:
        """Show the notes of the document in its text."""
        if self._notes.set_notes(notes):
            self._light()

    # -- what the pane asks -------------------------------------------------------------------------------------

    def note_at(self, at: QPoint) -> Note | None:
        """Return the note whose words stand at a point of the viewport."""
        position = self.cursorForPosition(at).position()
        for loaded in self._loaded:
            for note, span in self._notes.on(loaded.passage):
                if self._placed(loaded.passage, span)[0] <= position < self._placed(loaded.passage, span)[1]:
                    return note
        return None

    def selection(self) -> tuple[int, Span] | None:
        """Return the page on which what is selected begins, and the span of its text that is selected."""
        cursor = self.textCursor()
        for loaded in self._loaded if cursor.hasSelection() else ():
            passage, start = loaded.passage, self._start(loaded.passage.page)
            if cursor.selectionStart() < start + loaded.length - loaded.head:
                ends = (cursor.selectionStart() - start, cursor.selectionEnd() - start)
                return passage.page, (code_points(passage.text, ends[0]), code_points(passage.text, ends[1]))
        return None

    @property
    def current(self) -> tuple[int, int | None] | None:
        """Page and number of the current hit; the number is None for an evidence."""
        return self._now

    def sees_current(self) -> bool:
        """Whether the current hit can be seen, though its passage need not be the one at the top."""
        current = self._current()
        seen = QRectF(self.viewport().rect())
        return current is not None and any(rect.intersects(seen) for rect in self._rects(current))

    # -- lights -------------------------------------------------------------------------------------------------

    def _ranges(self, passage: Passage) -> tuple[list[Span], Span | None, Span | None]:
        """Return hits, quote and value as positions in the widget."""
        start, placed = self._start(passage.page), partial(self._placed, passage)
        if utf16_length(passage.text) == len(passage.text):
            hits = [(start + left, start + right) for left, right in passage.hits]
        else:
            hits = [placed(span) for span in passage.hits]
        return hits, placed(passage.quote) if passage.quote else None, placed(passage.value) if passage.value else None

    def _placed(self, passage: Passage, span: Span) -> Span:
        """Return a span of a passage as positions in the widget."""
        start, ((left, right),) = self._start(passage.page), utf16_spans(passage.text, (span,))
        return (start + left, start + right)

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
        """Colour the hits of all that is loaded, when that is whole."""
        if self._pieces:
            return
        found, now = QTextCharFormat(), QTextCharFormat()
        for form, ground, text in ((found, "hit", "hit_text"), (now, "hit_now", "hit_now_text")):
            form.setBackground(self._theme.color(ground))
            form.setForeground(self._theme.color(text))
        current = self._current()
        selections = []
        for loaded in self._loaded:
            noted = [(self._placed(loaded.passage, span), self._noted(note)) for note, span in self._notes.on(loaded.passage)]
            hits, quote, value = self._ranges(loaded.passage)
            lit = [(span, found) for span in ([quote] if quote else []) + hits if span != current]
            lit += [(span, now) for span in (value, current) if span and span in (*hits, value)]
            selections += [self._selection(span, form) for span, form in noted + lit]
        self.setExtraSelections(selections)
        self._place_marks(current)

    def _noted(self, note: Note) -> QTextCharFormat:
        """Return how the words of a note look: in its colour, underlined when something was written to them."""
        form = QTextCharFormat()
        form.setBackground(self._theme.color(colour_token(note.colour)))
        form.setForeground(self._theme.color("hit_now_text"))  # dark in each theme, as the colours of notes are light in each
        form.setFontUnderline(bool(note.text.strip()))
        return form

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

    def _on_loaded(self) -> None:
        self._light()

    # -- places -------------------------------------------------------------------------------------------------

    def _arrive(self) -> None:
        if self._target is None:
            return
        (page, hit), self._target, self._awaited = self._target, None, 0
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
        self._hand.rest()
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
            while self._pieces:
                self._put(self._pieces.popleft())
            self._target = (page, now[1] if now and now[0] == page else None)
            self._arrive()
            self._now = now
            self._light()
        else:
            self._style.set_margins(self.document(), self.viewport().width())
        self.viewport().update()

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

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        """Say what was written to the words under the pointer."""
        if isinstance(event, QHelpEvent):
            note = self.note_at(event.pos())
            if note and note.text.strip():
                QToolTip.showText(event.globalPos(), tip(note.text), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt calls it
        """Let the menu be opened, over a note or not."""
        self.menu_wanted.emit(event.globalPos(), self.note_at(self.viewport().mapFromGlobal(event.globalPos())))

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
                    rects += [_without_spaces(rect, line.naturalTextRect()).translated(corner) for rect in parts_of(line, first, last)]
            block = block.next()
        return rects


def parts_of(line: QTextLine, first: int, last: int) -> list[QRectF]:
    """Return where a range stands in a line, from the left: several rectangles where words of both directions of writing meet.

    The ends of a range do not tell that: a number inside Arabic begins where it ends.
    """
    leading, trailing = QTextLine.Edge.Leading, QTextLine.Edge.Trailing
    signs = sorted(sorted((_x(line.cursorToX(at, leading)), _x(line.cursorToX(at, trailing)))) for at in range(first, last))
    parts: list[QRectF] = []
    for left, right in signs:
        if parts and left <= parts[-1].right() + _TOUCHING:
            parts[-1].setRight(max(right, parts[-1].right()))
        else:
            parts.append(QRectF(left, line.y(), right - left, line.height()))
    return parts


def _without_spaces(rect: QRectF, line: QRectF) -> QRectF:
    """Return a part of a line without the spaces at its end, as long as there are words in it."""
    cut = QRectF(rect)
    cut.setLeft(max(rect.left(), line.left()))
    cut.setRight(min(rect.right(), line.right()))
    return cut if cut.width() > 0 else rect


def _x(given: object) -> float:
    """Return the position from what the binding answers: a number, or a pair of it and the cursor."""
    return float(given[0]) if isinstance(given, tuple) else float(given)  # type: ignore[arg-type]  # it is one of the two
