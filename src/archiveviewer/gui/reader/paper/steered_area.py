"""Pages moved by keys, wheel and mouse: scrolled, turned, made larger and smaller, and their links followed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from archiveviewer.gui.reader.paper.pages_area import STEP, PagesArea
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.rows import tip
from archiveviewer.layout.sheets import Point, Spread
from archiveviewer.layout.zoom import larger, smaller
from archiveviewer.records import Box, PageLink

_OVERLAP = 0.1


class SteeredArea(PagesArea):
    """Adds keys, wheel and mouse. `link_chosen` comes with the page that a link leads to."""

    link_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    # -- what a view of pages adds ------------------------------------------------------------------------------

    def _links(self, page: int) -> Sequence[PageLink]:
        """Return the links of a page."""
        raise NotImplementedError

    # -- keys and wheel -----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Scroll by keys."""
        self._hand.rest()
        steps = self.viewport().height() * (1 - _OVERLAP)
        down = self.verticalScrollBar()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_PageDown:
                self._scroll_by(steps)
            case Qt.Key.Key_PageUp:
                self._scroll_by(-steps)
            case Qt.Key.Key_Space:
                self._scroll_by(-steps if back else steps)
            case Qt.Key.Key_Down:
                down.setValue(down.value() + STEP)
            case Qt.Key.Key_Up:
                down.setValue(down.value() - STEP)
            case Qt.Key.Key_Home:
                self._go_to_end(1)
            case Qt.Key.Key_End:
                self._go_to_end(len(self._sheets))
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._sideways(forward=event.key() == Qt.Key.Key_Right)
            case _:
                super().keyPressEvent(event)

    def _scroll_by(self, distance: float) -> None:
        """Scroll; past the end of a page that is seen alone the next one is turned to."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(round(before + distance))
        if bar.value() == before and self._sheets.spread is Spread.ONE:
            self._turn_over(forward=distance > 0)

    def _turn_over(self, *, forward: bool) -> None:
        page = self._page + (1 if forward else -1)
        if 1 <= page <= len(self._sheets):
            self.show_page(page)
            if not forward:
                self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _go_to_end(self, page: int) -> None:
        """Go to the beginning of the first page, or the end of the last."""
        bar = self.verticalScrollBar()
        if self._sheets.spread is Spread.ONE and page != self._page:
            self.show_page(page)
        bar.setValue(0 if page == 1 and len(self._sheets) > 1 else bar.maximum() if page > 1 else 0)

    def _sideways(self, *, forward: bool) -> None:
        """Scroll across where there is something to see, else turn the page."""
        bar = self.horizontalScrollBar()
        if bar.maximum() > 0:
            bar.setValue(bar.value() + (STEP if forward else -STEP))
        else:
            self.show_page(min(max(self._page + (1 if forward else -1), 1), len(self._sheets)))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt calls it
        """Zoom at the pointer with Ctrl held, else scroll; past the end of a page seen alone, turn it."""
        turned = event.angleDelta().y()
        bar = self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned:
                self.set_zoom(larger(self.percent) if turned > 0 else smaller(self.percent), event.position())
        elif turned and self._sheets.spread is Spread.ONE and bar.value() == (bar.minimum() if turned > 0 else bar.maximum()):
            self._turn_over(forward=turned < 0)
        else:
            self._hand.wheel(event)
        event.accept()

    # -- mouse --------------------------------------------------------------------------------------------------

    def cursor_at(self, at: QPoint | QPointF) -> Qt.CursorShape:
        """Return the cursor over a place: a hand over links inside the document."""
        link = self._link_at(QPointF(at))
        return Qt.CursorShape.PointingHandCursor if link and link.page else Qt.CursorShape.ArrowCursor

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Show a hand over links inside the document."""
        self.viewport().setCursor(self.cursor_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Follow a link inside the document."""
        link = self._link_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and link and link.page:
            self.link_chosen.emit(link.page)

    def viewportEvent(self, event: object) -> bool:  # noqa: N802 - Qt calls it
        """Say where a link leads, and that those outside lead nowhere."""
        if isinstance(event, QHelpEvent):
            said = self._tip_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(said), self.viewport()) if said else QToolTip.hideText()
            return True
        return super().viewportEvent(event)  # type: ignore[arg-type]  # the base takes any event, which the check above narrows

    def _tip_at(self, at: QPointF) -> str:
        """Return what there is to say about a point: where a link out of the document would lead."""
        link = self._link_at(at)
        if link and link.page is None and link.target:
            return self.tr("{target}\nLinks out of the document are off.").format(target=link.target)
        return ""

    def _link_at(self, at: QPointF) -> PageLink | None:
        if not len(self._sheets):
            return None
        point = self._sheets.point(at.x() - self._origin().x(), at.y() - self._origin().y())
        return next((link for link in self._links(point.page) if _holds(link.box, point)), None)

    # -- focus --------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt calls it
        """Show the focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt calls it
        """Show that the focus is elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()


def _holds(box: Box, point: Point) -> bool:
    return box[0] <= point.x <= box[2] and box[1] <= point.y <= box[3]
