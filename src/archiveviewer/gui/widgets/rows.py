"""What the rows of every list have in common: ground, bar of the selection, focus, line below, and single lines of text.

All lengths follow the direction of the layout: "leading" is left in English and right in Arabic. QStyle is asked for only when rows are
painted: making it known to Python takes as long as a tenth of the start of the window.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QWidget

from archiveviewer.gui.theme import Theme
from archiveviewer.text.escaping import html, isolate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

BAR = 3
FOCUS = 2
SIDE = 16
"""Margin at both sides of a list."""
_OPENING, _CLOSING = "\u2066\u2067\u2068", "\u2069"
_STRONG = ("L", "R", "AL")
_ANY = 1 << 20


def selected(option: QStyleOptionViewItem) -> bool:
    """Whether the row is selected."""
    from PySide6.QtWidgets import QStyle

    return bool(option.state & QStyle.StateFlag.State_Selected)


def current(option: QStyleOptionViewItem) -> bool:
    """Whether the keys go to this row when its view has them."""
    from PySide6.QtWidgets import QStyle

    return bool(option.state & QStyle.StateFlag.State_HasFocus)


def hovered(option: QStyleOptionViewItem) -> bool:
    """Whether the pointer is over the row."""
    from PySide6.QtWidgets import QStyle

    return bool(option.state & QStyle.StateFlag.State_MouseOver)


def mirrored(option: QStyleOptionViewItem) -> bool:
    """Whether the layout runs from right to left."""
    return option.direction == Qt.LayoutDirection.RightToLeft


def visual(rect: QRect, inside: QRect, *, rtl: bool) -> QRect:
    """Return `rect`, thought from left to right, where it lies inside `inside` in the direction of the layout."""
    if not rtl:
        return QRect(rect)
    return rect.translated(inside.left() + inside.right() - rect.left() - rect.right(), 0)


def ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme, *, lit: bool = False, line: bool = True) -> None:
    """Paint what lies behind a row. `lit` shows the selection as active although the keys are elsewhere, as in the search field."""
    rect = option.rect
    view = option.widget
    keys_here = isinstance(view, QWidget) and view.hasFocus()
    if selected(option):
        active = keys_here or lit
        painter.fillRect(rect, theme.color("selected" if active else "selected_idle"))
        _bar(painter, option, theme, token="accent" if active else "edge")
    elif hovered(option):
        painter.fillRect(rect, theme.color("hover"))
    if line:
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
    if keys_here and current(option):
        focus(painter, rect, theme)


def _bar(painter: QPainter, option: QStyleOptionViewItem, theme: Theme, *, token: str) -> None:
    bar = QRect(option.rect.left(), option.rect.top(), BAR, option.rect.height())
    painter.fillRect(visual(bar, option.rect, rtl=mirrored(option)), theme.color(token))


def focus(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """Paint the focus inside `rect`."""
    painter.save()
    pen = QPen(theme.color("accent"), FOCUS)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
    painter.restore()


def focus_without_row(view: QAbstractItemView, theme: Theme) -> None:
    """Paint the focus around a list that has the keys and no row to show them on, as it got them before its rows; after painting those."""
    if view.hasFocus() and not view.currentIndex().isValid():
        painter = QPainter(view.viewport())
        focus(painter, view.viewport().rect(), theme)
        painter.end()


_FLAGS = {
    (right, backwards): int(
        (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        | Qt.AlignmentFlag.AlignVCenter
        | Qt.AlignmentFlag.AlignAbsolute
        | Qt.TextFlag.TextSingleLine
        | (Qt.TextFlag.TextForceRightToLeft if backwards else Qt.TextFlag.TextForceLeftToRight)
    )
    for right in (False, True)
    for backwards in (False, True)
}
"""How a line is drawn, by whether it stands at the right and whether it runs from right to left."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes single lines with the fonts and colours of a theme; `rtl` says that the layout runs from right to left."""

    painter: QPainter
    theme: Theme
    rtl: bool = False

    def write(
        self, rect: QRect, text: str, *, role: str = "body", token: str = "text", trailing: bool = False, middle: bool = False
    ) -> int:
        """Write into `rect`, cut at the end (`middle`: in the middle, for file names), and return the width it took.

        `rect` is visual already. The line keeps the direction of its own text and stands at the leading edge, or at the trailing one.
        """
        shown, taken = self.theme.cut(text, role, rect.width(), middle=middle)
        self.painter.setFont(self.theme.font(role, text))
        self.painter.setPen(self.theme.color(token))
        self.painter.drawText(rect, _FLAGS[trailing != self.rtl, runs_backwards(text, otherwise=self.rtl)], shown)
        return taken

    def icon(self, rect: QRect, icon: QPixmap) -> None:
        """Paint an icon in the middle of `rect`."""
        size = icon.deviceIndependentSize()
        left = rect.left() + (rect.width() - size.width()) / 2
        top = rect.top() + (rect.height() - size.height()) / 2
        self.painter.drawPixmap(round(left), round(top), icon)


def runs_backwards(text: str, *, otherwise: bool) -> bool:
    """Whether a text runs from right to left: its first letter outside isolates decides, `otherwise` does when there is none."""
    depth = 0
    for char in text:
        if char in _OPENING:
            depth += 1
        elif char == _CLOSING:
            depth -= 1
        elif depth <= 0 and (kind := bidirectional(char)) in _STRONG:
            return kind != "L"
    return otherwise


def width_of(text: str, theme: Theme, *, role: str = "body") -> int:
    """Return the width of one line."""
    return theme.cut(text, role, _ANY)[1]


def line_height(theme: Theme, *, role: str = "body") -> int:
    """Return the height of one line of Latin text."""
    return theme.height(role)


def joined(*parts: str | None) -> str:
    """Return the parts that there are, each isolated from the direction of the others, with a middle dot between them."""
    return " · ".join(isolate(part) for part in parts if part)


def tip(text: str) -> str:
    """Return a tooltip that shows `text` as it is: Qt would take some of what documents hold for rich text."""
    return f"<p style='white-space:pre-wrap'>{html(text)}</p>"
