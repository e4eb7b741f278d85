"""The top of a profile: name, answer with its state, and the dashed box of the reference list."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from archiveviewer.gui.countries.answer import Answer
from archiveviewer.gui.widgets.boxes import beside
from archiveviewer.gui.widgets.chips import frame, note_width, paint_note, state_note
from archiveviewer.gui.widgets.ground import Words, directed
from archiveviewer.gui.widgets.keyed import EnterButton
from archiveviewer.gui.widgets.rows import Pen, focus, visual, width_of
from archiveviewer.records import State

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

_GAP = 12


class AnswerLine(EnterButton):
    """The answer in one line with the chip of its state; pressing it opens the proof."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chip, self._state = "", State.UNKNOWN
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_answer(self, answer: Answer) -> None:
        """Show another answer."""
        self._chip, self._state = answer.chip, answer.state
        self.setText(answer.head)
        self.setAccessibleName(f"{answer.head}. {answer.chip}. {answer.text}")
        self.setToolTip(self.tr("Open the sentence that says so (Enter)"))
        self.updateGeometry()
        self.update()

    def _line(self) -> int:
        return max(QFontMetrics(self._theme.font("answer")).height(), self._theme.space(20)) + 6

    def _chip_width(self) -> int:
        return note_width(state_note(self._state, self._chip, self._theme), self._theme)

    def _text_width(self) -> int:
        return QFontMetrics(self._theme.font("answer")).horizontalAdvance(self.text()) + 8

    def _one_line(self, width: int) -> bool:
        return self._text_width() + _GAP + self._chip_width() <= width

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt calls it
        """Return that the chip goes under the answer where the pane is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt calls it
        """Return one line or two."""
        return self._line() * (1 if self._one_line(width) else 2)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the size of one line."""
        return QSize(self._text_width() + _GAP + self._chip_width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the least that is readable."""
        return QSize(160, self._line())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Leave Up and Down to the profile."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint answer and chip."""
        painter = QPainter(self)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        line, alone = self._line(), not self._one_line(self.width())
        if self.underMouse():
            painter.fillRect(self.rect(), self._theme.color("hover"))
        metrics = QFontMetrics(self._theme.font("answer"))
        painter.setFont(self._theme.font("answer"))
        painter.setPen(self._theme.color("text"))
        room = self.width() - 8 if alone else self.width() - self._chip_width() - _GAP - 4
        text = QRect(self.width() - 4 - room if rtl else 4, 0, room, line)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        shown = metrics.elidedText(directed(self, self.text()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(text, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, shown)
        width, height = min(self._chip_width(), self.width() - 8), self._theme.space(20)
        leading = alone != rtl
        left = 4 if leading else self.width() - width
        chip = QRect(left, (line if alone else 0) + (line - height) // 2, width, height)
        paint_note(painter, chip, state_note(self._state, self._chip, self._theme), self._theme, rtl=rtl)
        if self.hasFocus():
            focus(painter, self.rect(), self._theme)


class ReferenceBox(QWidget):
    """A dashed box with what only the reference list knows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon, self._label = QLabel(self), Words(theme, role="caption", token="quiet", wrap=True, parent=self)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        beside((self._icon, 0, Qt.AlignmentFlag.AlignTop), (self._label, 1), within=self, margins=(9, 4, 9, 4), spacing=7)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def say(self, head: str, strong: str, rest: str) -> None:
        """Say how it begins, the date, and how it came about; all of it is escaped."""
        tail = f", {escape(rest)}" if rest else ""
        self._label.setText(f"{escape(head)} <b>{escape(strong)}</b>{tail}")
        self.setAccessibleName(f"{head} {strong}{', ' + rest if rest else ''}")

    def _on_theme_changed(self) -> None:
        self._icon.setPixmap(self._theme.icon("book-marked", token="quiet"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt calls it
        """Paint anew when the direction changes."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint the dashed frame."""
        frame(QPainter(self), self.rect(), self._theme, fill=None, edge="edge", dashed=True)


class FoldHead(EnterButton):
    """The head of a part that folds: arrow, name, count."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count, self._open = "", True
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.updateGeometry)

    def say(self, count: str, *, unfolded: bool) -> None:
        """Show the count behind the name, and whether the part is unfolded."""
        self._count, self._open = count, unfolded
        state = self.tr("unfolded") if unfolded else self.tr("folded")
        self.setAccessibleName(f"{self.text()}, {count}, {state}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the size of arrow, name and count."""
        side = self._theme.space(16)
        name = width_of(self.text(), self._theme, role="title")
        return QSize(side + 5 + name + 8 + width_of(self._count, self._theme, role="caption") + 4, self._theme.space(27))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint arrow, name and count."""
        painter = QPainter(self)
        rtl, whole, side = self.layoutDirection() == Qt.LayoutDirection.RightToLeft, self.rect(), self._theme.space(16)
        pen = Pen(painter, self._theme, rtl)
        arrow = self._theme.icon("chevron-down" if self._open else "chevron-right")
        pen.icon(visual(QRect(0, 0, side, self.height()), whole, rtl=rtl), arrow)
        used = pen.write(
            visual(QRect(side + 5, 0, self.width() - side - 5, self.height()), whole, rtl=rtl), directed(self, self.text()), role="title"
        )
        rest = QRect(side + 5 + used + 8, 0, self.width() - side - used - 13, self.height())
        pen.write(visual(rest, whole, rtl=rtl), directed(self, self._count), role="caption", token="quiet")
        if self.hasFocus():
            focus(painter, whole, self._theme)
