"""Small parts of the reader's bars: icon buttons, a button with a menu, a line between groups."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QMenu, QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from archiveviewer.gui.theme import Theme

_SIDE = 26


class IconButton(QToolButton):
    """A button that is only an icon; the tooltip says word and key."""

    def __init__(self, theme: Theme, icon: str, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name = theme, icon
        self.setDefaultAction(action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(action.text())
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        side = self._theme.space(_SIDE)
        self.setFixedSize(QSize(side, side))
        self.setIconSize(QSize(self._theme.space(16), self._theme.space(16)))
        self.defaultAction().setIcon(self._theme.qicon(self._name))


class MenuButton(QToolButton):
    """A button with a word, and a small arrow behind it, that opens a menu."""

    def __init__(self, theme: Theme, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return room for the word and the arrow."""
        width = QFontMetrics(self._theme.font("body")).horizontalAdvance(self.text())
        return QSize(width + self._theme.space(16 + 20), self._theme.space(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint the button without its word, then word and arrow side by side."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        word, option.text = self.text(), ""
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.color("text" if self.isEnabled() else "faint"))
        side = self._theme.space(16)
        inside = self.rect().adjusted(8, 0, -6, 0)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        text = inside.adjusted(side + 4 if mirrored else 0, 0, 0 if mirrored else -side - 4, 0)
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(text, align | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, word)
        arrow = self._theme.icon("chevron-down", token="text" if self.isEnabled() else "faint", ratio=self.devicePixelRatioF())
        painter.drawPixmap(inside.left() if mirrored else inside.right() - side + 1, (self.height() - side) // 2, arrow)
        painter.end()


class Divider(QFrame):
    """A thin upright line between two groups of tools."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(9, 22)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(self.width() // 2, 2, 1, self.height() - 4, self._theme.color("line"))
        painter.end()
