"""Asks for the password of a locked file, three times at most. What is typed goes to the worker that opens the file and is kept nowhere."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from archiveviewer.gui.theme import Theme

TRIES = 3
_WIDEST = 420
_LEAST = 240


class PasswordPrompt(QWidget):
    """Stands where the pages would be. `typed` comes with what was typed."""

    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document, self._left, self._tried = 0, TRIES, False
        self._icon, self._head, self._said = QLabel(self), QLabel(self), QLabel(self)
        self._field = QLineEdit(self)
        self._open = QPushButton(self.tr("Open"), self)
        self._build()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def ask(self, document: int) -> None:
        """Ask for the password of a document; the same one again when what was typed does not fit."""
        if document != self._document:
            self._document, self._left, self._tried = document, TRIES, False
        elif self._tried:
            self._left, self._tried = self._left - 1, False
        self._field.clear()
        self._show()

    def forget(self) -> None:
        """Forget which document was asked for, and how often."""
        self._document = 0
        self._field.clear()

    @property
    def left(self) -> int:
        """How many tries are left."""
        return self._left

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._open.setProperty("main", True)
        self._open.setEnabled(False)
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setAccessibleName(self.tr("Password"))
        self._field.setPlaceholderText(self.tr("Password"))
        self._field.returnPressed.connect(self._on_entered)
        self._field.textChanged.connect(lambda text: self._open.setEnabled(bool(text)))
        self._open.clicked.connect(self._on_entered)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for label in (self._icon, self._head, self._said):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        row = QHBoxLayout()
        row.addWidget(self._field, 1)
        row.addWidget(self._open)
        column.addLayout(row)
        column.addStretch(3)

    def _show(self) -> None:
        self._head.setText(self.tr("This file asks for a password"))
        if self._left <= 0:
            said = self.tr("Three passwords did not fit. Ask whoever sent the file, then choose it again.")
        elif self._left < TRIES:
            said = self.tr("This password does not fit. You can try %n more times.", "", self._left)
            said = self.tr("This password does not fit. You can try once more.") if self._left == 1 else said
        else:
            said = self.tr("It is used to open the file now, and kept nowhere.")
        self._said.setText(said)
        self.setAccessibleName(f"{self._head.text()}. {said}")
        for part in (self._field, self._open):
            part.setVisible(self._left > 0)

    def _on_entered(self) -> None:
        text = self._field.text()
        if text and self._left > 0:
            self._tried = True
            self._field.clear()
            self.typed.emit(text)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt calls it
        """Hand the keys to the field."""
        super().focusInEvent(event)
        if not self._field.isHidden():
            self._field.setFocus(event.reason())

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
        self._icon.setPixmap(self._theme.icon("lock", size=26, token="quiet", ratio=self.devicePixelRatioF()))
        self._head.setFont(self._theme.font("message"))
        self._said.setFont(self._theme.font("body"))
        self.update()
