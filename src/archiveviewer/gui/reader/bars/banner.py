"""A box that says something about what is being read: in bold what is so, then what follows from it, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from archiveviewer.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class Notice:
    """What a banner says. `strong` comes first, `text` follows on the line, `more` stands below; `action` is the word on the button."""

    icon: str
    strong: str
    text: str = ""
    more: str = ""
    action: str = ""


class Banner(QWidget):
    """Shows a notice above the page; `chosen` comes when its button is pressed."""

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notice: Notice | None = None
        self._icon, self._text, self._more = QLabel(self), QLabel(self), QLabel(self)
        self._button = QPushButton(self)
        self._button.setProperty("link", True)
        self._button.clicked.connect(self.chosen)
        for label in (self._text, self._more):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        self._strong = QLabel(self)
        self._strong.setTextFormat(Qt.TextFormat.PlainText)
        self._strong.setWordWrap(True)
        for label in (self._strong, self._text, self._more):
            lines.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(10)
        row.addWidget(self._icon, 0)
        row.addLayout(lines, 1)
        row.addWidget(self._button, 0)
        theme.changed.connect(self._on_theme_changed)
        self.show_notice(None)

    @property
    def notice(self) -> Notice | None:
        """What is shown."""
        return self._notice

    def show_notice(self, notice: Notice | None) -> None:
        """Show a notice, or nothing."""
        self._notice = notice
        self.setVisible(notice is not None)
        if notice:
            for label, text in ((self._strong, notice.strong), (self._text, notice.text), (self._more, notice.more)):
                label.setText(text)
                label.setVisible(bool(text))
            self._button.setText(notice.action)
            self._button.setVisible(bool(notice.action))
            self.setAccessibleName(" ".join(part for part in (notice.strong, notice.text, notice.more) if part))
            self._on_theme_changed()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint the ground, and a line below it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
        painter.end()

    def _on_theme_changed(self) -> None:
        if self._notice:
            self._icon.setPixmap(self._theme.icon(self._notice.icon, size=18, ratio=self.devicePixelRatioF()))
        self._strong.setFont(self._theme.font("title"))
        self._text.setFont(self._theme.font("body"))
        self._more.setFont(self._theme.font("caption"))
        palette = self._more.palette()
        palette.setColor(self._more.foregroundRole(), self._theme.color("quiet"))
        self._more.setPalette(palette)
