"""The signs of listed documents: a tick on green is here, ? in a frame in doubt, an empty dashed frame missing, a dot not listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from archiveviewer.gui.widgets.chips import frame

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

_BETWEEN = 16
_LOOKS = {"here": ("met_soft", "met"), "missing": ("pane", "passed")}
"""Ground and ink of a sign; all others are `text` on `pane`."""


def paint_sign(painter: QPainter, rect: QRect, mark: str, text: str, theme: Theme) -> None:
    """Paint the sign `mark` in the middle of `rect`; a sign with a `text` shows it instead of the tick."""
    painter.save()
    ground, ink = _LOOKS.get(mark, ("pane", "text"))
    painter.setPen(theme.color("quiet" if mark == "none" else ink))
    if mark == "none":
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "·")
    else:
        width = max(theme.space(24), QFontMetrics(theme.font("chip_strong")).horizontalAdvance(text) + 10)
        height = theme.space(18)
        box = QRect(rect.center().x() - width // 2 + 1, rect.center().y() - height // 2 + 1, width, height)
        frame(painter, box, theme, fill=ground, edge=ink, dashed=mark == "missing")
        if mark == "here" and not text:
            tick = theme.icon("check", size=14, token="met", line=2.6)
            side = tick.deviceIndependentSize().width()
            painter.drawPixmap(round(box.center().x() - side / 2 + 0.5), round(box.center().y() - side / 2 + 0.5), tick)
        painter.setFont(theme.font("chip_strong"))
        painter.setPen(theme.color(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class FilesLegend(QWidget):
    """What the signs of the listed documents mean."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(0)
        self.setAccessibleName(", ".join(word for _, _, word in self._entries()))
        self._shown = True
        theme.changed.connect(self.update)

    def show_entries(self, *, shown: bool) -> None:
        """Explain the signs only where there are any; the legend keeps its room."""
        self._shown = shown
        self.update()

    def _entries(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("none", "", self.tr("not listed")),
            ("missing", "", self.tr("missing")),
            ("doubt", "?", self.tr("in doubt")),
            ("here", "", self.tr("here")),
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint the entries from the trailing end, where there is room for all."""
        painter = QPainter(self)
        metrics = QFontMetrics(self._theme.font("caption"))
        rtl, used = self.layoutDirection() == Qt.LayoutDirection.RightToLeft, 0
        signs = [self._theme.space(28) if mark != "none" else 10 for mark, _, _ in self._entries()]
        widths = [sign + 4 + metrics.horizontalAdvance(word) for sign, (_, _, word) in zip(signs, self._entries(), strict=True)]
        if not self._shown or sum(widths) + _BETWEEN * len(widths) > self.width():
            return
        for sign, width, (mark, text, word) in zip(signs, widths, self._entries(), strict=True):
            left = used if rtl else self.width() - used - width
            box = QRect(left + width - sign if rtl else left, 0, sign, self.height())
            paint_sign(painter, box, mark, text, self._theme)
            painter.setFont(self._theme.font("caption"))
            painter.setPen(self._theme.color("quiet"))
            words = QRect(left if rtl else left + sign + 4, 0, width - sign - 4, self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, word)
            used += width + _BETWEEN
