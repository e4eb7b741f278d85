"""What can stand beside the pages: a list of hits, small pictures of the pages, notes. One at a time, or none."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.side_by_side import SideBySide

_WIDE = 220
_LEAST = 140


class SideSplit(SideBySide):
    """Holds the views of a document, and beside them one of several parts."""

    def __init__(self, views: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: dict[str, QWidget] = {}
        self._before = ""
        self._stack = QStackedWidget(self)
        self._stack.setMinimumWidth(_LEAST)
        self._stack.hide()
        self.addWidget(self._stack)
        self.addWidget(views)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)

    def add(self, name: str, part: QWidget) -> None:
        """Take a part that can be shown."""
        self._parts[name] = part
        self._stack.addWidget(part)

    @property
    def part(self) -> str:
        """The name of the part that is shown, empty when there is none."""
        shown = self._stack.currentWidget() if not self._stack.isHidden() else None
        return next((name for name, part in self._parts.items() if part is shown), "")

    def show_part(self, name: str) -> None:
        """Show a part beside the pages."""
        first = self._stack.isHidden()
        self._before = self.part
        self._stack.setCurrentWidget(self._parts[name])
        self._stack.show()
        if first:
            wide = self._theme.space(_WIDE)
            self.setSizes([wide, max(self.width() - wide, 1)])

    def show_beside(self, widget: QWidget) -> None:
        """Show a second document beside the first, half and half."""
        self.addWidget(widget)
        widget.show()
        self.setStretchFactor(2, 1)
        room = max(self.width() - (0 if self._stack.isHidden() else self._stack.width()), 2)
        self.setSizes([self._stack.width(), room // 2, room // 2])

    def hide_part(self, name: str) -> None:
        """Show nothing beside the pages, if it is this part that is shown; or what was there before it."""
        before, self._before = self._before, ""
        if self.part != name:
            return
        if before and before != name:
            self._stack.setCurrentWidget(self._parts[before])
        else:
            self._stack.hide()
