"""The scrolled area in which the pages of a document lie: where they are, how large, and how keys, wheel and mouse move them.

What is on the pages, `page_view` knows. The place being read is kept whenever sizes change.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from archiveviewer.gui.reader import looking
from archiveviewer.gui.reader.gliding import Hand
from archiveviewer.gui.reader.looking import INCH, POINTS, TARGET_AT, Room
from archiveviewer.gui.reader.marks_bar import MarksBar
from archiveviewer.gui.reader.sheets import GAP, Point, Sheets, Spread
from archiveviewer.gui.reader.zoom import Fit, Zoom, larger, smaller
from archiveviewer.gui.rows import tip
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Box, PageLink

_STEP = 40
_OVERLAP = 0.1


class PagesArea(QAbstractScrollArea):
    """Pages under one another.

    `page_changed` comes with the page at the top, `zoom_changed` when the scale is another, `link_chosen` with the page that a link
    leads to, `scrolled` with how many pages down one reads.
    """

    page_changed = Signal(int)
    zoom_changed = Signal()
    link_chosen = Signal(int)
    scrolled = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheets = Sheets(())
        self._zoom = Zoom()
        self._page = self._asked_page = 0
        self._scrolls_unseen = False
        self._bar = MarksBar(theme, self)
        self.setVerticalScrollBar(self._bar)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Page"))
        self.setAccessibleDescription(self.tr("A picture of the page. Its words are in the view Text, Ctrl+T."))
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.horizontalScrollBar().setSingleStep(_STEP)
        self._hand = Hand(self, theme)
        theme.changed.connect(self.viewport().update)

    # -- what a view of pages adds ------------------------------------------------------------------------------

    def show_page(self, page: int, hit: int | None = None, *, guess: float | None = None) -> None:
        """Bring a page into view."""
        raise NotImplementedError

    def _on_moved(self, distance: int) -> None:
        """Take note that other parts of the pages are seen, `distance` pixels from before."""

    def _on_laid_out(self) -> None:
        """Take note that the pages have other sizes."""

    def _is_waiting(self) -> bool:
        """Tell whether a page is about to be shown, so that the place need not be kept."""
        return False

    def _links(self, page: int) -> Sequence[PageLink]:
        """Return the links of a page."""
        raise NotImplementedError

    # -- size and place -----------------------------------------------------------------------------------------

    @property
    def zoom(self) -> Zoom:
        """The zoom as chosen."""
        return self._zoom

    @property
    def percent(self) -> float:
        """How large the pages are now, in per cent of their size on paper."""
        return self._sheets.scale * POINTS / INCH * 100

    @property
    def page(self) -> int:
        """The page at the top, 0 when there is none."""
        return self._page

    def set_zoom(self, zoom: Zoom, at: QPointF | None = None) -> None:
        """Change the zoom, keeping what is at `at` (the middle of the top by default) where it is."""
        self._zoom = zoom
        if len(self._sheets):
            self._rescale(at or QPointF(self.viewport().width() / 2, self.viewport().height() * TARGET_AT))
        self.zoom_changed.emit()

    def rect_of(self, page: int, box: Box) -> QRectF:
        """Return where a box of a page is in the viewport."""
        x, y, width, height = self._sheets.box(page, box)
        return QRectF(x, y, width, height).translated(self._origin())

    def _fit(self, page: int, *, steady: bool = True) -> None:
        """Choose the scale for a page. A scale that nearly fits stays when the page is another, not when the room is."""
        before = self._sheets.scale
        if not steady:
            self._sheets.set_scale(before, Fit.NOTHING)
        scale = looking.scale_for(self._sheets, self._zoom, page)
        self._sheets.set_scale(scale, self._zoom.fit)
        self._set_ranges()
        if abs(scale - before) > 1e-6 * scale:
            self.zoom_changed.emit()

    def _go(self, page: int, box: Box | None) -> None:
        """Scroll so that a page's top is seen, or a box on it when that is too far down; not at all when it is well in view."""
        self._hand.rest()
        if self._sheets.turn_to(page):
            self._set_ranges()
            self.verticalScrollBar().setValue(0)
            self._on_moved(0)
        across, down = looking.scroll_to(self._sheets, page, box, room=self._room(), at=self._at())
        self.verticalScrollBar().setValue(down)
        self.horizontalScrollBar().setValue(across)

    def _anchor(self, at: QPointF | None = None) -> tuple[Point, QPointF] | None:
        """Return a point of a page and where it is in the viewport, to be kept there."""
        if not len(self._sheets):
            return None
        at = at or QPointF(self.viewport().width() / 2, GAP + 1)
        return self._sheets.point(at.x() + self.horizontalScrollBar().value(), at.y() + self.verticalScrollBar().value()), at

    def _keep(self, anchor: tuple[Point, QPointF] | None) -> None:
        self._set_ranges()
        if anchor:
            point, at = anchor
            x, y = self._sheets.place(self._sheets.shown(point))
            self.horizontalScrollBar().setValue(round(x - at.x()))
            self.verticalScrollBar().setValue(round(y - at.y()))

    def _rescale(self, at: QPointF) -> None:
        self._hand.rest()
        anchor = self._anchor(at)
        self._fit(anchor[0].page if anchor else 1, steady=False)
        self._keep(anchor)
        self._on_laid_out()

    def _set_ranges(self) -> None:
        room = self._room()
        across, down = looking.farthest(self._sheets, room) if len(self._sheets) else (0, 0)
        for bar, most, part in ((self.verticalScrollBar(), down, room.height), (self.horizontalScrollBar(), across, room.width)):
            bar.setPageStep(round(part))
            bar.setRange(0, most)

    def _scroll_unseen(self, at: tuple[int, int]) -> None:
        """Scroll without telling anybody; the bars are painted later."""
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        self._scrolls_unseen = True
        for bar in bars:
            bar.setUpdatesEnabled(False)
        self._set_ranges()
        for bar, value in zip(bars, at, strict=True):
            bar.setValue(value)
        self._scrolls_unseen = False

    def _room(self) -> Room:
        return Room(self.viewport().width(), self.viewport().height(), self.devicePixelRatioF())

    def _at(self) -> tuple[int, int]:
        """Return how far is scrolled, across and down."""
        return self.horizontalScrollBar().value(), self.verticalScrollBar().value()

    def _origin(self) -> QPointF:
        return QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _seen(self) -> range:
        if not len(self._sheets):
            return range(0)
        top = self.verticalScrollBar().value()
        return self._sheets.pages(top, top + self.viewport().height())

    def _page_origin(self, page: int) -> QPointF:
        """Return where the top left of the whole page is in the viewport, on a pixel of the screen."""
        return QPointF(*looking.origin(self._sheets, page, room=self._room(), at=self._at()))

    def _note_page(self) -> None:
        if not len(self._sheets):
            return
        page = self._sheets.page_at(self.verticalScrollBar().value() + self.viewport().height() * TARGET_AT)
        if self._sheets.spread is Spread.PAIRS and page <= self._asked_page <= page + 1:
            page = self._asked_page
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    # -- keys, wheel and mouse ----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Fit the pages into the new room."""
        super().resizeEvent(event)
        anchor = self._anchor()
        self._sheets.set_view(self.viewport().width(), self.viewport().height())
        if anchor and not self._is_waiting():
            self._fit(anchor[0].page, steady=False)
            self._keep(anchor)
            self._on_laid_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Follow the scroll bars."""
        if self._scrolls_unseen:
            return
        self._on_moved(dy)
        self.viewport().update()
        self._note_page()
        if len(self._sheets):
            self.scrolled.emit(self.pages_down)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sheets)

    @property
    def pages_down(self) -> float:
        """How many pages down one reads: 2.5 in the middle of the third page."""
        if not len(self._sheets):
            return 0.0
        y = self.verticalScrollBar().value() + self.viewport().height() * TARGET_AT
        page = self._sheets.page_at(y)
        _, top, _, high = self._sheets.rect(page)
        return page - 1 + min(max((y - top) / max(high, 1.0), 0.0), 1.0)

    def scroll_to(self, pages: float) -> None:
        """Scroll to where so many pages down are read."""
        if len(self._sheets):
            page = min(max(int(pages), 0), len(self._sheets) - 1) + 1
            if self._sheets.turn_to(page):
                self._set_ranges()
            _, top, _, high = self._sheets.rect(page)
            part = min(max(pages - (page - 1), 0.0), 1.0)
            self.verticalScrollBar().setValue(round(top + part * high - self.viewport().height() * TARGET_AT))

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
                down.setValue(down.value() + _STEP)
            case Qt.Key.Key_Up:
                down.setValue(down.value() - _STEP)
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
            bar.setValue(bar.value() + (_STEP if forward else -_STEP))
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
