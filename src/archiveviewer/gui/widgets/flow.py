"""A row of widgets that goes on in the next line where its width ends; the last one stands at the trailing end of its line.

It places its widgets itself: a layout written in Python would own items that Qt deletes too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from archiveviewer.gui.widgets.ground import Ground

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme


class FlowRow(Ground):
    """Holds widgets in lines, with `side` pixels left and right, `edge` above and below, and `gap` between."""

    def __init__(self, theme: Theme, *, side: int = 12, edge: int = 8, gap: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(theme, "pane", parent=parent)
        self._side, self._edge, self._gap = side, edge, gap
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        widget.setParent(self)
        self._widgets.append(widget)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt calls it
        """Return that fewer pixels of width need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt calls it
        """Return the height of all lines."""
        places = self._places(width)
        return max((place.bottom() + 1 for place in places), default=0) + self._edge

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the size at the present width."""
        sizes = [widget.sizeHint().width() + self._gap for widget in self._widgets]
        return QSize(sum(sizes) - self._gap + 2 * self._side, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the width of the widest widget, and the height at the present width."""
        widest = max((widget.sizeHint().width() for widget in self._widgets), default=0)
        return QSize(widest + 2 * self._side, self.heightForWidth(max(self.width(), widest)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Put the widgets in their places."""
        super().resizeEvent(event)
        self._arrange()
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Arrange anew when a widget wants another size, or the window turns round."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange}:
            self._arrange()
            self.updateGeometry()
        return super().event(event)

    def _arrange(self) -> None:
        inside = QRect(0, 0, self.width(), self.height())
        for widget, place in zip(self._widgets, self._places(self.width()), strict=True):
            widget.setGeometry(QStyle.visualRect(self.layoutDirection(), inside, place))

    def _places(self, width: int) -> list[QRect]:
        """Return where each widget goes, thought from left to right."""
        end, x, y, line = width - self._side, self._side, self._edge, 0
        places: list[QRect] = []
        for widget in self._widgets:
            size = widget.sizeHint().expandedTo(widget.minimumSize())
            if x > self._side and x + size.width() > end:
                x, y, line = self._side, y + line + self._gap, 0
            left = max(x, end - size.width()) if widget is self._widgets[-1] else x
            places.append(QRect(left, y, min(size.width(), max(end - self._side, 0)), size.height()))
            x, line = x + size.width() + self._gap, max(line, size.height())
        return [place.adjusted(0, (lines - place.height()) // 2, 0, (lines - place.height()) // 2) for place, lines in _heights(places)]


def _heights(places: list[QRect]) -> list[tuple[QRect, int]]:
    """Return each place with the height of its line, so that it stands in the middle of it."""
    tallest: dict[int, int] = {}
    for place in places:
        tallest[place.top()] = max(tallest.get(place.top(), 0), place.height())
    return [(place, tallest[place.top()]) for place in places]
