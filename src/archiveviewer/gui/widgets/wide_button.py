"""A wide button with an icon, a title, a line below it, and something at its end: a key, or what it would find."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.rows import Pen, line_height, visual, width_of

_RADIUS = 6


class WideButton(QPushButton):
    """Painted whole: `chosen` gives it the ground of a selection, `big` the size of the first choices."""

    def __init__(
        self, theme: Theme, *, icon: str, title: str, text: str, chosen: bool = False, big: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon, self._title, self._text = icon, title, text
        self._chosen, self._big = chosen, big
        self._key = self._end = ""
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_key(self, key: str) -> None:
        """Show a key at the end, drawn as a key."""
        self._key = key
        self.setShortcut(key)

    def set_end(self, text: str) -> None:
        """Show words at the end."""
        self._end = text

    def set_text(self, text: str) -> None:
        """Show another line below the title."""
        self._text = text
        self.setAccessibleDescription(text)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return room for both lines."""
        pad = 32 if self._big else 20
        return QSize(self._theme.space(320), line_height(self._theme, role=self._title_role) + line_height(self._theme) + pad)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the height of `sizeHint`, and any width."""
        return QSize(100, self.sizeHint().height())

    @property
    def _title_role(self) -> str:
        return "answer" if self._big else "title"

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint ground, edge, icon, both lines and the end."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus() or self._chosen
        ground = "selected" if self._chosen or self.isDown() else "hover" if self.underMouse() else "pane"
        painter.setBrush(self._theme.color(ground))
        width = 2 if focused else 1
        painter.setPen(QPen(self._theme.color("accent" if focused else "edge"), width))
        inset = width / 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
        self._content(Pen(painter, self._theme, self.isRightToLeft()))
        painter.end()

    def _content(self, pen: Pen) -> None:
        size = 26 if self._big else 16
        lead = self._theme.space(64 if self._big else 40)
        pen.icon(
            visual(QRect(self._theme.space(12), 0, lead - self._theme.space(24), self.height()), self.rect(), rtl=pen.rtl),
            self._theme.icon(self._icon, size=size, token="accent" if self.hasFocus() or self._chosen else "text"),
        )
        end = self._write_end(pen)
        title, text = line_height(self._theme, role=self._title_role), line_height(self._theme)
        top = (self.height() - title - text) // 2
        room = self.width() - lead - end - 16
        first = visual(QRect(lead, top, room, title), self.rect(), rtl=pen.rtl)
        pen.write(first, self._title, role=self._title_role)
        pen.write(first.translated(0, title).adjusted(0, 0, 0, text - title), self._text, token="quiet")

    def _write_end(self, pen: Pen) -> int:
        if self._key:
            side = self._theme.space(22)
            box = visual(QRect(self.width() - side - 16, (self.height() - 18) // 2, side, 18), self.rect(), rtl=pen.rtl)
            key_cap(pen, box, self._key)
            return side + 16
        if self._end:
            width = width_of(self._end, self._theme, role="title")
            pen.write(visual(QRect(self.width() - width - 14, 0, width, self.height()), self.rect(), rtl=pen.rtl), self._end, role="title")
            return width + 14
        return 0


def key_cap(pen: Pen, box: QRect, key: str) -> None:
    """Paint a key as it stands on the keyboard."""
    pen.painter.setPen(QPen(pen.theme.color("edge"), 1))
    pen.painter.setBrush(pen.theme.color("window"))
    pen.painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    pen.painter.setFont(pen.theme.font("chip_strong"))
    pen.painter.setPen(pen.theme.color("text"))
    pen.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
