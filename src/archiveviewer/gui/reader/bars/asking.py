"""A question about what is being read, above the page, with Yes and No: as whether a file is the one that a page lists."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.ground import Words


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked while `document` is shown; `about` is handed back with the answer."""

    document: int
    text: str
    why: str
    about: object


class QuestionBar(QWidget):
    """Shows a question as long as its document is shown. Signal: `answered(about, yes)`."""

    answered = Signal(object, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._question: Question | None = None
        self._icon = QLabel(self)
        self._text = Words(theme, role="title", wrap=True, parent=self)
        self._why = Words(theme, role="caption", token="quiet", wrap=True, parent=self)
        self.yes, self.no = QPushButton(self.tr("Yes, it is this"), self), QPushButton(self.tr("No"), self)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self._text)
        lines.addWidget(self._why)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        for button, answer, key in ((self.yes, True, "Alt+Y"), (self.no, False, "Alt+O")):
            button.setProperty("small", True)
            button.setShortcut(QKeySequence(key))
            button.setToolTip(f"{button.text()} ({button.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
            button.clicked.connect(lambda _=False, answer=answer: self._answer(yes=answer))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def question(self) -> Question | None:
        """What is asked now."""
        return self._question

    def ask(self, question: Question | None) -> None:
        """Ask something, or nothing."""
        self._question = question
        self.setVisible(question is not None)
        if question is not None:
            self._text.setText(question.text)
            self._why.setText(question.why)
            self._why.setVisible(bool(question.why))
            self.setAccessibleName(f"{question.text} {question.why}".strip())

    def keep(self, document: int | None) -> None:
        """Ask no more when another document is shown."""
        if self._question is not None and self._question.document != document:
            self.ask(None)

    def _answer(self, *, yes: bool) -> None:
        question = self._question
        self.ask(None)
        if question is not None:
            self.answered.emit(question.about, yes)

    def _dress(self) -> None:
        self._icon.setPixmap(self._theme.icon("circle-question-mark", size=18))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint the ground, and a line below it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
        painter.end()
