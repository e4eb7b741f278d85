"""A button that is an icon; its word stands in the tooltip. Painted whole, because the icons of Qt cost the start of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from archiveviewer.gui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_RADIUS = 4


class IconButton(QToolButton):
    """Flat, `side` wide and high; its ground shows the pointer and the focus, and when it can be checked, that it is."""

    def __init__(self, theme: Theme, icon: str, *, name: str, side: int = 30, size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._side, self._size = theme, icon, side, size
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        side = self._theme.space(self._side)
        self.setFixedSize(side, side)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return a square."""
        return QSize(self._theme.space(self._side), self._theme.space(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint ground, focus and icon."""
        from PySide6.QtGui import QPainter, QPen

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "selected" if self.isDown() or self.isChecked() else "hover" if self.underMouse() and self.isEnabled() else None
        painter.setBrush(self._theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        token = "faint" if not self.isEnabled() else "accent" if self.isChecked() else "text"
        icon = self._theme.icon(self._icon, size=self._size, token=token)
        side = round(icon.deviceIndependentSize().width())
        place = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        painter.drawPixmap(place.topLeft(), icon)
        painter.end()
