"""Where one writes a note: the words that it is on, a field, and the colour."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QKeySequence, QPainter, QPixmap, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archiveviewer.gui.reader.notes.note_words import colour_token, colour_word
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.ground import Words
from archiveviewer.records import Note, NoteColour
from archiveviewer.text.flowing import in_one_line

_WIDE, _HIGH = 440, 300
_LONGEST = 300
_SOON_MS = 1000
"""So much writing may be lost to the power."""


class NoteDialog(QDialog):
    """Edits the text and the colour of a note; `text` and `colour` hold what was chosen.

    Signal: `written(text)` a moment after one began or went on to write, also while one writes without a pause.
    """

    written = Signal(str)

    def __init__(self, note: Note, theme: Theme, parent: QWidget | None = None, *, trouble: str = "") -> None:
        """Edit `note`; `trouble` says why it could not be kept."""
        super().__init__(parent)
        form = self.tr("Note on page {label}") if note.paged else self.tr("Note on section {label}")
        self.setWindowTitle(form.format(label=note.label))
        self._field = QPlainTextEdit(note.text, self)
        self._field.setPlaceholderText(self.tr("What you want to remember here"))
        self._field.setAccessibleName(self.tr("Note"))
        self._field.setTabChangesFocus(True)
        self._field.setFont(theme.font("body"))
        self._colours = QButtonGroup(self)
        column = QVBoxLayout(self)
        if note.quote.strip():
            quote = QLabel(f"“{in_one_line(note.quote)[:_LONGEST]}”", self)
            quote.setTextFormat(Qt.TextFormat.PlainText)
            quote.setWordWrap(True)
            quote.setFont(theme.font("caption"))
            column.addWidget(quote)
        column.addWidget(self._field, 1)
        if trouble:
            why = Words(theme, token="error", wrap=True, parent=self)
            why.setText(trouble)
            column.addWidget(why)
        if note.quote.strip():
            column.addLayout(self._colour_row(note.colour, theme))
        buttons = QDialogButtonBox(self)
        save = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setProperty("main", True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.accept)
        self.resize(theme.space(_WIDE), theme.space(_HIGH))
        self._field.moveCursor(QTextCursor.MoveOperation.End)
        self._field.setFocus()
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(lambda: self.written.emit(self.text))
        self._field.textChanged.connect(self._on_changed)

    def _on_changed(self) -> None:
        if not self._soon.isActive():  # who writes on without a pause must not put it off
            self._soon.start()

    @property
    def text(self) -> str:
        """What was written."""
        return self._field.toPlainText()

    @property
    def colour(self) -> NoteColour:
        """The colour that was chosen."""
        return list(NoteColour)[max(self._colours.checkedId(), 0)]

    def _colour_row(self, chosen: NoteColour, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        for number, colour in enumerate(NoteColour):
            button = QToolButton(self)
            button.setCheckable(True)
            button.setChecked(colour is chosen)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setText(colour_word(colour))
            button.setIcon(swatch(theme.color(colour_token(colour)), theme))
            button.setIconSize(QSize(theme.space(14), theme.space(14)))
            self._colours.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        return row


def swatch(colour: QColor, theme: Theme) -> QIcon:
    """Return a small square of a colour."""
    side = theme.space(14)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setPen(theme.color("edge"))
    painter.setBrush(colour)
    painter.drawRoundedRect(0, 0, side - 1, side - 1, 3, 3)
    painter.end()
    return QIcon(picture)
