"""Asks for the password of a locked file, three times at most. What is typed goes to the worker that opens the file and is kept nowhere."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from archiveviewer.gui.reader.message import Message
from archiveviewer.gui.theme import Theme

TRIES = 3


class PasswordPrompt(Message):
    """Stands where the pages would be. `typed` comes with what was typed."""

    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "lock", parent)
        self._document, self._left, self._tried = 0, TRIES, False
        self._field = QLineEdit(self)
        self._open = QPushButton(self.tr("Show pages"), self)
        self._build()
        self._on_theme_changed()

    def ask(self, document: int) -> None:
        """Ask for the password of a document; the same one again when what was typed does not fit."""
        if document != self._document:
            self._document, self._left, self._tried = document, TRIES, False
        elif self._tried:
            self._left, self._tried = self._left - 1, False
        self._field.clear()
        self._show()

    def ask_again(self) -> None:
        """Take as many tries again, for who has chosen the document once more after the last one failed."""
        if self._left <= 0:
            self._left = TRIES
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
        self._open.setProperty("main", True)
        self._open.setEnabled(False)
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setAccessibleName(self.tr("Password"))
        self._field.setPlaceholderText(self.tr("Password"))
        self._field.returnPressed.connect(self._on_entered)
        self._field.textChanged.connect(lambda text: self._open.setEnabled(bool(text)))
        self._open.clicked.connect(self._on_entered)
        self._column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self._field, 1)
        row.addWidget(self._open)
        self._column.addLayout(row)
        self._column.addStretch(3)

    def _show(self) -> None:
        if self._left <= 0:
            said = self.tr("Three passwords did not fit. Ask whoever sent the file, then choose it again.")
        elif self._left < TRIES:
            said = self.tr("This password does not fit. You can try %n more times.", "", self._left)
            said = self.tr("This password does not fit. You can try once more.") if self._left == 1 else said
        else:
            said = self.tr("It is used to show the pages now, and kept nowhere.")
        self.say(self.tr("This file asks for a password"), said)
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
