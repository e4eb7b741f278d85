"""The rail at the leading edge: the four places, the one you are in, and a count of what is due soon."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.ground import Ground
from archiveviewer.gui.widgets.keyed import EnterButton
from archiveviewer.gui.widgets.rows import Pen, focus, visual, width_of

WIDTH = 76
_PLACE = 60
_BADGE = 17
PLACES = ("search", "countries", "deadlines", "library")
_ICONS = {"search": "search", "countries": "globe", "deadlines": "calendar-clock", "library": "library"}


class RailButton(EnterButton):
    """A place: icon, word, bar when it is the one you are in, badge when something is due."""

    def __init__(self, place: str, word: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._theme = place, theme
        self._count = 0
        self.setText(word)
        self.setCheckable(True)
        self.setToolTip(self.tr("{place} (Ctrl+{number})").format(place=word, number=PLACES.index(place) + 1))
        theme.changed.connect(self.updateGeometry)

    def set_count(self, count: int) -> None:
        """Show a badge; none at zero."""
        self._count = count
        said = self.tr("%n due within six months", "", count) if count else ""
        self.setAccessibleDescription(said)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the room of a place."""
        return QSize(self._theme.space(WIDTH), self._theme.space(_PLACE))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint the place."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = Pen(painter, self._theme, self.isRightToLeft())
        token = "accent" if self.isChecked() else "text" if self.underMouse() else "quiet"
        if not self.isEnabled():
            token = "faint"
        if self.isChecked():
            painter.fillRect(self.rect(), self._theme.color("pane"))
            painter.fillRect(visual(QRect(0, 0, 3, self.height()), self.rect(), rtl=pen.rtl), self._theme.color("accent"))
        elif self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), self._theme.color("hover"))
        icon = self._theme.icon(_ICONS[self._place], size=20, token=token)
        side = round(icon.deviceIndependentSize().width())
        top = self._theme.space(11)
        pen.icon(QRect(0, top, self.width(), side), icon)
        self._word(painter, top + side, token)
        if self._count:
            self._badge(painter, top - self._theme.space(6), rtl=pen.rtl)
        if self.hasFocus():
            focus(painter, self.rect(), self._theme)
        painter.end()

    def _word(self, painter: QPainter, top: int, token: str) -> None:
        painter.setFont(self._theme.font("caption_strong" if self.isChecked() else "caption"))
        painter.setPen(self._theme.color(token))
        rect = QRect(0, top + 2, self.width(), self.height() - top - 8)
        painter.drawText(rect, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, self.text())

    def _badge(self, painter: QPainter, top: int, *, rtl: bool) -> None:
        """Paint the count, as large as its digits need it."""
        from archiveviewer.gui.kinds import number

        text = number(self._count)
        side = self._theme.space(_BADGE)
        width = max(side, width_of(text, self._theme, role="chip_strong") + 8)
        rect = visual(QRect(self.width() // 2 + self._theme.space(6), top, width, side), self.rect(), rtl=rtl)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("badge"))
        painter.drawRoundedRect(QRectF(rect), side / 2, side / 2)
        painter.setPen(self._theme.color("badge_on"))
        painter.setFont(self._theme.font("chip_strong"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


class Rail(Ground):
    """The four places. Signal: `chosen(place)` when a person goes to one."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "rail", parent=parent)
        words = (self.tr("Search"), self.tr("Countries"), self.tr("Deadlines"), self.tr("Library"))
        self._buttons = {place: RailButton(place, word, theme, self) for place, word in zip(PLACES, words, strict=True)}
        group = self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        for place, button in self._buttons.items():
            group.addButton(button)
            column.addWidget(button)
            button.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
        column.addStretch(1)
        self.setAccessibleName(self.tr("Places"))
        theme.changed.connect(self._dress)
        self._dress()

    def buttons(self) -> tuple[RailButton, ...]:
        """Return the buttons of the places, in their order."""
        return tuple(self._buttons.values())

    def word(self, place: str) -> str:
        """Return the name of a place."""
        return self._buttons[place].text()

    def set_place(self, place: str) -> None:
        """Show where you are."""
        self._buttons[place].setChecked(True)

    def set_count(self, place: str, count: int) -> None:
        """Show a badge at a place."""
        self._buttons[place].set_count(count)

    def set_open(self, *, has_library: bool) -> None:
        """Without a library only its own place leads somewhere, and one is in none."""
        if not has_library:
            self._group.setExclusive(False)
            for button in self._buttons.values():
                button.setChecked(False)
            self._group.setExclusive(True)
        for place, button in self._buttons.items():
            button.setEnabled(has_library or place == "library")

    def _dress(self) -> None:
        self.setFixedWidth(self._theme.space(WIDTH))
