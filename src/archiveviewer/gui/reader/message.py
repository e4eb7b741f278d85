"""A message that stands in the reader where the pages would be: a sign, a heading, a sentence."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from archiveviewer.gui.theme import Theme

_WIDEST = 420
_LEAST = 240


class Message(QWidget):
    """Shows an icon and two texts in the middle of the ground on which pages lie; what else is wanted goes into its column."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon_name = theme, icon
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that keys given to a reader that still opens something are not lost
        self._icon, self._head, self._text = QLabel(self), QLabel(self), QLabel(self)
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        for label in (self._icon, self._head, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self._column.addWidget(label)
        theme.changed.connect(self._on_theme_changed)

    def say(self, head: str, text: str) -> None:
        """Show these sentences."""
        self._head.setText(head)
        self._text.setText(text)
        self.setAccessibleName(f"{head}. {text}")
        self._on_theme_changed()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return little: the margins at the sides give way."""
        return QSize(_LEAST, _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Keep the lines short."""
        side = max(24, (self.width() - self._theme.space(_WIDEST)) // 2)
        self.setContentsMargins(side, 0, side, 0)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt calls it
        """Paint the ground on which pages lie."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("window"))
        painter.end()

    def _on_theme_changed(self) -> None:
        self._icon.setPixmap(self._theme.icon(self._icon_name, size=26, token="quiet", ratio=self.devicePixelRatioF()))
        self._head.setFont(self._theme.font("message"))
        self._text.setFont(self._theme.font("body"))
        self.update()
