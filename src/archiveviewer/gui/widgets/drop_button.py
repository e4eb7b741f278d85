"""A button with a word, an icon before it and an arrow behind it, for menus, filters and names; painted whole, in either direction."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.rows import Pen, visual, width_of

_GAP = 6
_ARROW = 14
_RADIUS = 4


class DropButton(QToolButton):
    """`framed` gives it the edge of a control; `set_on` the ground of something that is set; `end` is the icon behind the word."""

    def __init__(
        self, theme: Theme, *, icon: str = "", role: str = "body", framed: bool = False, height: int = 30, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._lead, self._role, self._framed, self._height = theme, icon, role, framed, height
        self._end = "chevron-down"
        self._on = False
        self._most = 0
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_words(self, text: str, *, on: bool = False, end: str = "chevron-down") -> None:
        """Show other words, whether something is set, and the icon behind them."""
        if (text, on, end) == (self.text(), self._on, self._end):
            return
        self._on, self._end = on, end
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_most(self, width: int) -> None:
        """Cut words that are wider than this."""
        self._most = width

    @property
    def _font_role(self) -> str:
        return f"{self._role}_strong" if self._on and self._role == "caption" else self._role

    def _words_width(self) -> int:
        width = width_of(self.text(), self._theme, role=self._font_role) + 2
        return min(width, self._theme.space(self._most)) if self._most else width

    def _pad(self) -> int:
        return 10 if self._framed else 6

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return room for the icons and the words."""
        lead = self._theme.space(16) + _GAP if self._lead else 0
        width = self._pad() * 2 + lead + self._words_width() + _GAP + self._theme.space(_ARROW)
        return QSize(width, self._theme.space(self._height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the same: words are cut by `set_most` only."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint ground, edge, icons and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        pen = Pen(painter, self._theme, self.isRightToLeft())
        token = "text" if self.isEnabled() else "faint"
        rect = self.rect().adjusted(self._pad(), 0, -self._pad(), 0)
        at = rect.left()
        if self._lead:
            side = self._theme.space(16)
            pen.icon(visual(QRect(at, 0, side, self.height()), self.rect(), rtl=pen.rtl), self._theme.icon(self._lead, token=token))
            at += side + _GAP
        arrow = self._theme.space(_ARROW)
        words = QRect(at, 0, rect.right() - arrow - _GAP - at + 1, self.height())
        pen.write(visual(words, self.rect(), rtl=pen.rtl), self.text(), role=self._font_role, token=token)
        end = QRect(rect.right() - arrow + 1, 0, arrow, self.height())
        pen.icon(visual(end, self.rect(), rtl=pen.rtl), self._theme.icon(self._end, size=_ARROW, token=token))
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        focused = self.hasFocus()
        ground = "selected" if self._on or self.isDown() else "hover" if self.underMouse() else "pane" if self._framed else None
        width = 2 if focused else 1
        edge = "accent" if focused or self._on else "edge" if self._framed else None
        if edge == "edge" and not self.isEnabled():
            edge = "line"
        painter.setPen(QPen(self._theme.color(edge), width) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
