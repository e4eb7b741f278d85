"""Lays out a text with the found words marked: no rich text, at most so many lines, the last one cut with an ellipsis.

Spans come in code points and Qt counts in UTF-16 units; the difference matters for emoji and rare Chinese characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QTextCharFormat, QTextLayout, QTextOption

from archiveviewer.gui.theme import Theme
from archiveviewer.records import Span

_ELLIPSIS = "…"
_LAST_OF_ONE_UNIT = "\uffff"
_NOT_LATIN = re.compile("[^\t-\u024f\u2010-\u2026]")
_LEAD = 6
"""Such a part of what has room stands before the first mark of a text that begins later; more where the text ends soon after it."""
_SHORT_WORD = 12
_SURELY_LONGER = 1.5
"""A text so many times as long as a line, by the width of the average letter, does not find room in it."""


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units `text` takes."""
    if not text or max(text) <= _LAST_OF_ONE_UNIT:
        return len(text)
    return len(text) + sum(char > _LAST_OF_ONE_UNIT for char in text)


def utf16_spans(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return spans of code points as spans of UTF-16 units."""
    if len(text) == utf16_length(text):
        return tuple(spans)
    return tuple((utf16_length(text[:start]), utf16_length(text[:end])) for start, end in spans)


def code_points(text: str, units: int) -> int:
    """Return how many code points of `text` so many UTF-16 units are, the text having at least these."""
    if units <= 0 or len(text) == utf16_length(text):
        return min(max(units, 0), len(text))
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))


@lru_cache(maxsize=4)
def _found(ground: int, letters: int) -> QTextCharFormat:
    """Return how a found word looks, by its two colours; each snippet of a list needs it, and again for each line that is cut."""
    found = QTextCharFormat()
    found.setBackground(QColor.fromRgba(ground))
    found.setForeground(QColor.fromRgba(letters))
    found.setFontWeight(QFont.Weight.DemiBold)
    return found


def _format_ranges(text: str, marks: Sequence[Span], theme: Theme) -> list[QTextLayout.FormatRange]:
    found = _found(theme.color("hit").rgba(), theme.color("hit_text").rgba())
    ranges = []
    for start, end in utf16_spans(text, marks):
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = start, end - start, found
        ranges.append(part)
    return ranges


def _option() -> QTextOption:
    """Return the direction of the text itself with the alignment of the window."""
    return _option_of(mirrored=QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft)


@lru_cache(maxsize=2)
def _option_of(*, mirrored: bool) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
    option.setAlignment(option.alignment() | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _break_lines(layout: QTextLayout, width: float, lines: int) -> tuple[float, bool]:
    """Break into lines; return the height and whether all of the text found room."""
    height = 0.0
    reached = 0
    layout.beginLayout()
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
        reached = line.textStart() + line.textLength()
    layout.endLayout()
    return height, reached >= utf16_length(layout.text())


def lay_out(
    text: str, marks: Sequence[Span], *, width: float, theme: Theme, lines: int = 2, role: str = "body"
) -> tuple[QTextLayout, float]:
    """Return `text` laid out in at most `lines` lines of `width`, with its height; it begins later when its first mark would be cut."""
    layout, height, room = _cut_at_the_end(text, marks, width=width, theme=theme, lines=lines, role=role)
    if marks and marks[0][1] > room:
        text, marks = _beginning_later(text, marks, max(1, min(marks[0][0] - room // _LEAD, len(text) - room * 9 // 10)))
        layout, height, _ = _cut_at_the_end(text, marks, width=width, theme=theme, lines=lines, role=role)
    return layout, height


def _beginning_later(text: str, marks: Sequence[Span], at: int) -> tuple[str, tuple[Span, ...]]:
    """Return a text and its marks without what stands before `at`."""
    before = at - len(_ELLIPSIS)
    return _ELLIPSIS + text[at:], tuple((start - before, end - before) for start, end in marks)


def _cut_at_the_end(
    text: str, marks: Sequence[Span], *, width: float, theme: Theme, lines: int, role: str
) -> tuple[QTextLayout, float, int]:
    """Return a text laid out, its height, and how many of its code points have room."""
    shown = text
    for cut in (0, 1, 4, 8, 16, 32):
        layout = QTextLayout(shown, theme.font(role, text))
        layout.setTextOption(_option())
        layout.setFormats(_format_ranges(shown, _within(marks, len(shown)), theme))
        height, whole = _break_lines(layout, width, lines)
        if whole:
            break
        last = layout.lineAt(layout.lineCount() - 1)
        end = code_points(shown, last.textStart() + last.textLength())
        shown = _whole_words(shown, max(1, end - 1 - cut)) + _ELLIPSIS
    return layout, height, len(text) if shown is text else len(shown) - len(_ELLIPSIS)


def _whole_words(text: str, end: int) -> str:
    """Return the beginning of a text, without the word that would be cut, when that is a short one."""
    begun = text[:end]
    if text[end : end + 1].isalnum() and (space := begun.rfind(" ", max(1, end - _SHORT_WORD))) > 0:
        begun = begun[:space]
    return begun.rstrip()


def surely_two_lines(text: str, *, width: float, theme: Theme, role: str = "body") -> bool:
    """Whether `lay_out` needs two lines of ordinary height, as far as can be told in microseconds; where not, it has to be tried."""
    return len(text) * theme.average_width(role) > _SURELY_LONGER * width and not _NOT_LATIN.search(text)


def _within(marks: Sequence[Span], length: int) -> tuple[Span, ...]:
    return tuple((start, min(end, length)) for start, end in marks if start < length)


def paint(painter: QPainter, layout: QTextLayout, at: QPointF, *, theme: Theme, token: str = "text") -> None:
    """Paint what `lay_out` made."""
    painter.setPen(theme.color(token))
    layout.draw(painter, at)


def lines_height(theme: Theme, *, lines: int, role: str = "body") -> int:
    """Return the height of so many lines of Latin text."""
    return lines * theme.height(role)
