"""The bar in which one types what to look for in the document (Ctrl+F)."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from archiveviewer.gui.reader.bars.buttons import IconButton
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.keyed import is_deed

_WAIT_MS = 150
_HEIGHT = 36


class FindField(QLineEdit):
    """`stepped` comes with 1 or -1 for Enter and Shift+Enter, `left` on Esc, `down` on Down."""

    stepped = Signal(int)
    left = Signal()
    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Walk, leave, or go on to the list."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Down:
                self.down.emit()
            case _ if is_deed(event):
                event.ignore()
            case _:
                super().keyPressEvent(event)


class FindBar(QWidget):
    """Takes words. `wanted` comes with them shortly after the last key, `stepped` with 1 or -1, `closed` when it is done with."""

    wanted = Signal(str)
    stepped = Signal(int)
    closed = Signal()
    list_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._field = FindField(self)
        self._said = QLabel(self)
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._wait.timeout.connect(lambda: self.wanted.emit(self._field.text()))
        self._build()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.hide()

    @property
    def text(self) -> str:
        """What is looked for."""
        return self._field.text()

    def begin(self, text: str = "") -> None:
        """Take the keys; `text` stands in the field to begin with."""
        if text:
            with QSignalBlocker(self._field):
                self._field.setText(text)
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        if self._field.text():
            self._wait.start()

    def say(self, text: str) -> None:
        """Say which hit is the current one, or that there are none."""
        self._said.setText(text)
        self._said.setAccessibleName(text)

    def _build(self) -> None:
        self._field.setPlaceholderText(self.tr("Find in this document"))
        self._field.setAccessibleName(self.tr("Find in this document"))
        self._field.textEdited.connect(lambda _: self._wait.start())
        self._field.stepped.connect(self._on_stepped)
        self._field.left.connect(self.closed)
        self._field.down.connect(self.list_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 8, 0)
        row.setSpacing(2)
        row.addWidget(self._field, 1)
        row.addSpacing(8)
        row.addWidget(self._said)
        for icon, words, deed in (
            ("chevron-up", self.tr("Hit before (Shift+Enter)"), lambda: self._on_stepped(-1)),
            ("chevron-down", self.tr("Next hit (Enter)"), lambda: self._on_stepped(1)),
            ("x", self.tr("Close (Esc)"), self.closed.emit),
        ):
            action = QAction(words, self)
            action.triggered.connect(deed)
            row.addWidget(IconButton(self._theme, icon, action, self))

    def _on_stepped(self, direction: int) -> None:
        """Walk; what was typed a moment ago is looked for first."""
        if self._wait.isActive():
            self._wait.stop()
            self.wanted.emit(self._field.text())
        else:
            self.stepped.emit(direction)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint the ground, and a line below it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
        painter.end()

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.space(_HEIGHT))
        self._field.setFont(self._theme.font("body"))
        self._said.setFont(self._theme.font("body"))
        self._said.setMinimumWidth(QFontMetrics(self._theme.font("body")).horizontalAdvance("1,000 / 1,000"))
