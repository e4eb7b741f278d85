"""How text stands in the text view: fonts, heights of lines, headings, margins. Put into the document paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from archiveviewer.gui.theme import Theme

_LINE_HEIGHT, _TALL_HEIGHT, _BLANK_HEIGHT = 1.55, 1.95, 0.6
"""In parts of the size of the letters: for Latin, for scripts with marks above and below, and for a line with nothing in it."""

_PARAGRAPH = 0.55
_HEAD = 0.9
_HEADING_HEIGHT = 1.35
_HEADING = 1.12
_MARKDOWN_SIZES = (1.45, 1.28, 1.14)
"""How large the letters of the first levels of Markdown are; those below have the last."""

_WIDEST = 72
_SIDE = 31
_TOP = 20
_TALL = re.compile("[\u0590-\u1fff\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufeff]")
_UNSEEN = 1.0
_MARKER = re.compile(r"^#{1,6}\s+")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_PLAIN = str.maketrans(dict.fromkeys((*range(9), *range(11, 32), 0x7F, 0xFDD0, 0xFDD1, 0xFFFC), " ") | {0x2028: "\n", 0x2029: "\n"})
"""One for one, so that spans stay right: what the widget would swallow or break at becomes a space or a line end."""


class TextStyle:
    """The style of one document. With `headed` its lines are those of pages; else each line is a paragraph.

    In `markdown` a line with number signs before it is a heading. The signs stay in the text, so that all positions stay right, but take
    no room.
    """

    def __init__(
        self, theme: Theme, *, headed: bool = False, headings: Collection[str] = (), markdown: bool = False, percent: float = 100.0
    ) -> None:
        self._theme = theme
        self.headed = headed
        self.headings = frozenset(headings)
        self.markdown = markdown
        self.percent = percent

    def font(self) -> QFont:
        """Return the font for reading, in the size chosen."""
        return self._format("reading", "text").font()

    def put(self, cursor: QTextCursor, head: str, text: str) -> tuple[int, int]:
        """Put a passage in at the cursor; return where its text begins, below its head, and where it ends.

        All paragraphs are set alike, so that they can be taken away again without a trace.
        """
        start = cursor.position()
        cursor.beginEditBlock()
        cursor.setBlockFormat(self._paragraph(_LINE_HEIGHT))
        if head:
            cursor.insertText(head, self._format("caption", "quiet"))
        body = cursor.position()
        plain = text.translate(_PLAIN)
        cursor.insertText(plain if not head or plain.endswith("\n") else plain + "\n", self._format("reading", "text"))
        end = cursor.position()
        self._set_paragraphs(cursor.document(), body, end)
        if head:
            first = QTextCursor(cursor.document().findBlock(start))
            form = first.blockFormat()
            form.setTopMargin(round(self._size() * _HEAD))
            first.setBlockFormat(form)
        cursor.endEditBlock()
        return body, end

    def set_margins(self, document: QTextDocument, room: int) -> None:
        """Keep lines to 72 characters, in the middle of the room there is."""
        metrics = QFontMetricsF(document.defaultFont())
        side = max(_SIDE, (room - metrics.averageCharWidth() * _WIDEST) / 2)
        frame = document.rootFrame()
        form = frame.frameFormat()
        if (form.leftMargin(), form.topMargin()) == (side, _TOP):
            return
        form.setLeftMargin(side)
        form.setRightMargin(side)
        form.setTopMargin(_TOP)
        form.setBottomMargin(_TOP * 3)
        frame.setFrameFormat(form)

    def _set_paragraphs(self, document: QTextDocument, start: int, end: int) -> None:
        """Give each paragraph the height that its script needs, and headings their weight."""
        block, fenced = document.findBlock(start), False
        while block.isValid() and block.position() < end:
            text = block.text()
            fenced ^= self.markdown and _FENCE.match(text) is not None
            if self.markdown and not fenced and (marker := _MARKER.match(text)):
                self._set_heading(block, marker.end())
                block = block.next()
                continue
            if not text.strip() or _TALL.search(text):
                QTextCursor(block).setBlockFormat(self._paragraph(_TALL_HEIGHT if text.strip() else _BLANK_HEIGHT))
            if self.headings and " ".join(_MARKER.sub("", text).split()) in self.headings:
                cursor = QTextCursor(block)
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(self._strong())
            block = block.next()

    def _set_heading(self, block: QTextBlock, marker: int) -> None:
        """Set a heading of Markdown in the size of its level, with more room above it, its signs so small that they are not seen."""
        level = len(block.text()[:marker].rstrip())
        size = _MARKDOWN_SIZES[min(level, len(_MARKDOWN_SIZES)) - 1]
        form = self._paragraph(_TALL_HEIGHT if _TALL.search(block.text()) else _HEADING_HEIGHT * size)
        form.setTopMargin(round(self._size() * _HEAD))
        QTextCursor(block).setBlockFormat(form)
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(self._strong(size))
        signs = QTextCursor(block)
        signs.setPosition(block.position() + marker, QTextCursor.MoveMode.KeepAnchor)
        signs.mergeCharFormat(_unseen())

    def _paragraph(self, height: float) -> QTextBlockFormat:
        """Return the format of a paragraph whose lines are `height` times as high as its letters."""
        size = self._size()
        form = QTextBlockFormat()
        form.setLineHeight(round(size * height), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        form.setBottomMargin(0 if self.headed or height == _BLANK_HEIGHT else round(size * _PARAGRAPH))
        return form

    def _size(self) -> int:
        return QFontInfo(self.font()).pixelSize()

    def _strong(self, size: float = _HEADING) -> QTextCharFormat:
        strong = self._format("reading", "text")
        strong.setFontWeight(QFont.Weight.DemiBold)
        strong.setFontPointSize(strong.fontPointSize() * size)
        return strong

    def _format(self, role: str, token: str) -> QTextCharFormat:
        form = QTextCharFormat()
        font = QFont(self._theme.font(role))
        font.setPointSizeF(font.pointSizeF() * self.percent / 100)
        form.setFont(font)
        form.setForeground(self._theme.color(token))
        return form


def _unseen() -> QTextCharFormat:
    """Return the format of signs that stay in the text and are not seen."""
    form = QTextCharFormat()
    form.setFontPointSize(_UNSEEN)
    form.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    form.setFontLetterSpacing(-_UNSEEN)
    form.setForeground(Qt.GlobalColor.transparent)
    return form
