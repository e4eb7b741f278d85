"""The search field of the top bar: its arrow keys walk the results while the cursor stays in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from archiveviewer.gui.rows import Pen, visual, width_of
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.wide_button import key_cap

WIDTH = 518
HEIGHT = 32
_PAGE = 8


class SearchField(QLineEdit):
    """Takes a question.

    Signals: `walked(steps)` at Down, Up and the page keys, `entered()` at Enter, `emptied_further()` at Backspace in the empty field,
    `focused(bool)`, `left()` at Esc, `history_wanted()` at Down in the empty field.
    """

    walked = Signal(int)
    entered = Signal()
    emptied_further = Signal()
    focused = Signal(bool)
    left = Signal()
    history_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setPlaceholderText(self.tr("Search all documents"))
        self.setAccessibleName(self.tr("Search all documents"))
        self.setProperty("search", True)
        self._glass = self._icon_action("search", QLineEdit.ActionPosition.LeadingPosition)
        self._clear = self._icon_action("x", QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setToolTip(self.tr("Empty the field"))
        self._clear.triggered.connect(self.clear)
        self.textChanged.connect(self._on_text_changed)
        theme.changed.connect(self._dress)
        self._dress()
        self.refresh_clear()

    def _icon_action(self, name: str, position: QLineEdit.ActionPosition) -> QAction:
        action = QAction(self)
        action.setData(name)
        self.addAction(action, position)
        return action

    def _dress(self) -> None:
        for action, token in ((self._glass, "quiet"), (self._clear, "text")):
            action.setIcon(self._theme.qicon(action.data(), token=token))
        self.setFixedHeight(self._theme.space(HEIGHT))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the width of the list below."""
        return QSize(WIDTH, self._theme.space(HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return how narrow it may get."""
        return QSize(180, self._theme.space(HEIGHT))

    def show_history(self, queries: Sequence[str]) -> None:
        """Offer what was asked before below the field."""
        if not queries:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setMinimumWidth(self.width())
        for query in queries:
            action = menu.addAction(query.replace("&", "&&"))
            action.setData(query)
        menu.triggered.connect(lambda action: self.setText(action.data()))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def refresh_clear(self) -> None:
        """Show the button that empties the field when there is something in it."""
        self._clear.setVisible(bool(self.text()))

    def _on_text_changed(self) -> None:
        self.refresh_clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Walk the results, open, or edit."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _PAGE, Qt.Key.Key_PageUp: -_PAGE}.get(Qt.Key(event.key()))
        if steps is not None and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier:
            if not self.text() and steps == 1:
                self.history_wanted.emit()
            else:
                self.walked.emit(steps)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied_further.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt calls it
        """Tell that the keys are here."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt calls it
        """Tell that the keys are elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.focused.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt calls it
        """Paint the key that leads here while the field is empty and the keys are elsewhere."""
        super().paintEvent(event)
        if self.text() or self.hasFocus() or not self.isEnabled():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        key = "Ctrl+L"
        width = width_of(key, self._theme, role="chip_strong") + 10
        height = self._theme.space(18)
        box = QRect(self.width() - width - 8, (self.height() - height) // 2, width, height)
        key_cap(Pen(painter, self._theme), visual(box, self.rect(), rtl=self.isRightToLeft()), key)
        painter.end()
