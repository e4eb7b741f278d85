"""The search field of the top bar: its arrow keys walk the results while the cursor stays in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from archiveviewer.gui.quote_key import wants_quote
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.icon_button import IconButton
from archiveviewer.gui.widgets.keyed import ENTER, is_deed
from archiveviewer.gui.widgets.rows import Pen, tip, visual, width_of
from archiveviewer.gui.widgets.wide_button import key_cap

if TYPE_CHECKING:
    from archiveviewer.gui.commands import Offer

WIDTH = 518
HEIGHT = 32
_PAGE = 8
_GLASS = 16


class SearchField(QLineEdit):
    """Takes a question.

    Signals: `walked(steps)` at Down, Up and the page keys, `entered()` at Enter, `emptied_further()` at Backspace in the empty field,
    `focused(bool)`, `left()` at Esc, `history_wanted()` at Down in the empty field, `quote_wanted()` at Ctrl+Shift+C.
    """

    walked = Signal(int)
    entered = Signal()
    emptied_further = Signal()
    focused = Signal(bool)
    left = Signal()
    history_wanted = Signal()
    quote_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setPlaceholderText(self.tr("Search all documents"))
        self.setAccessibleName(self.tr("Search all documents"))
        self.setProperty("search", True)
        self._clear = IconButton(theme, "x", name=self.tr("Empty the field"), side=26, size=16, parent=self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.clicked.connect(self.clear)
        self.textChanged.connect(self.refresh_clear)
        theme.changed.connect(self._dress)
        self._dress()
        self.refresh_clear()

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.space(HEIGHT))
        lead, end = self._theme.space(_GLASS) + 6, self._theme.space(26)
        backwards = self.isRightToLeft()
        self.setTextMargins(end if backwards else lead, 0, lead if backwards else end, 0)
        self._place_clear()

    def _place_clear(self) -> None:
        side = self._clear.width()
        place = QRect(self.width() - side - 3, (self.height() - side) // 2, side, side)
        self._clear.setGeometry(visual(place, self.rect(), rtl=self.isRightToLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Keep the button that empties the field at its end."""
        super().resizeEvent(event)
        self._place_clear()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt calls it
        """Turn round with the direction of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._dress()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the width of the list below."""
        return QSize(WIDTH, self._theme.space(HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return how narrow it may get."""
        return QSize(180, self._theme.space(HEIGHT))

    def show_history(self, offers: Sequence[Offer]) -> None:
        """Offer what was saved, asked and looked at before below the field, if it is still empty."""
        from archiveviewer.gui.commands import Heading  # a part of the start that nobody waits for

        if self.text() or not offers:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Asked and looked at before"))
        menu.setFixedWidth(self.width())
        hints = max(width_of(offer.hint, self._theme) for offer in offers if not isinstance(offer, Heading))
        for offer in offers:
            self._add(menu, offer, room=self.width() - self._theme.space(56) - (hints + 48 if hints else 0))
        corner = self.rect().bottomRight() - QPoint(menu.width() - 1, 0) if self.isRightToLeft() else self.rect().bottomLeft()
        menu.popup(self.mapToGlobal(corner))
        menu.setActiveAction(next(action for action in menu.actions() if action.isEnabled()))

    def _add(self, menu: QMenu, offer: Offer, *, room: int) -> None:
        """Add a line to the list below the field, its words cut to the room there is."""
        from archiveviewer.gui.commands import Heading  # a part of the start that nobody waits for

        if isinstance(offer, Heading):
            heading = menu.addAction(offer.words)
            heading.setEnabled(False)
            heading.setFont(self._theme.font("caption_strong"))
            return
        words, _ = self._theme.cut(offer.words, "body", room)
        icon = QIcon(self._theme.icon(offer.icon, token="quiet"))
        icon.addPixmap(self._theme.icon(offer.icon, token="accent_on"), QIcon.Mode.Active)
        action = menu.addAction(icon, words.replace("&", "&&"))
        if offer.hint:
            action.setText(f"{action.text()}\t{offer.hint}")
        action.setToolTip(tip(offer.words))
        action.triggered.connect(lambda _: offer.do())

    def show_text(self, text: str) -> None:
        """Show words without telling anybody."""
        self.blockSignals(True)
        self.setText(text)
        self.blockSignals(False)
        self.refresh_clear()

    def take_keys(self) -> None:
        """Take the keys, with all words selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def refresh_clear(self) -> None:
        """Show the button that empties the field when there is something in it."""
        self._clear.setVisible(bool(self.text()))

    def event(self, event: QEvent) -> bool:
        """Take the key of the quote before the reader does: here it quotes the selected result."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and wants_quote(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Walk the results, open, or edit."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _PAGE, Qt.Key.Key_PageUp: -_PAGE}.get(Qt.Key(event.key()))
        if steps is not None and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier:
            if not self.text() and steps == 1:
                self.history_wanted.emit()
            else:
                self.walked.emit(steps)
        elif event.key() in ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied_further.emit()
        elif wants_quote(event):
            self.quote_wanted.emit()
        elif is_deed(event):
            event.ignore()
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
        """Paint the glass, and the key that leads here while the field is empty and the keys are elsewhere."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = Pen(painter, self._theme, self.isRightToLeft())
        side = self._theme.space(_GLASS)
        glass = visual(QRect(9, 0, side, self.height()), self.rect(), rtl=pen.rtl)
        pen.icon(glass, self._theme.icon("search", size=_GLASS, token="quiet" if self.isEnabled() else "faint"))
        if not self.text() and not self.hasFocus() and self.isEnabled():
            self._paint_key(pen)
        painter.end()

    def _paint_key(self, pen: Pen) -> None:
        key = "Ctrl+L"
        width = width_of(key, self._theme, role="chip_strong") + 10
        height = self._theme.space(18)
        box = QRect(self.width() - width - 8, (self.height() - height) // 2, width, height)
        key_cap(pen, visual(box, self.rect(), rtl=pen.rtl), key)
