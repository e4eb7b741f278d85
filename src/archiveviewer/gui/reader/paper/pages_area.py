"""The scrolled area in which the pages of a document lie: where they are, and how large.

How keys, wheel and mouse move them, `steered_area` knows; what is on them, the areas made of that.
The place being read is kept whenever sizes change.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.gliding import Hand
from archiveviewer.gui.widgets.marks_bar import MarksBar
from archiveviewer.layout import looking
from archiveviewer.layout.looking import INCH, POINTS, TARGET_AT, Room
from archiveviewer.layout.sheets import GAP, Point, Sheets, Spread
from archiveviewer.layout.zoom import Fit, Zoom
from archiveviewer.records import Box

STEP = 40


class PagesArea(QAbstractScrollArea):
    """Pages under one another.

    `page_changed` comes with the page at the top, `zoom_changed` when the scale is another, `scrolled` with how many pages down one reads.
    """

    page_changed = Signal(int)
    zoom_changed = Signal()
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
        self.setAccessibleName(self.tr("Page"))
        self.setAccessibleDescription(self.tr("A picture of the page. Its words are in the view Text, Ctrl+T."))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(STEP)
        self.horizontalScrollBar().setSingleStep(STEP)
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
        """Scroll without telling anybody."""
        self._scrolls_unseen = True
        self._set_ranges()
        for bar, value in zip(self._bars(), at, strict=True):
            bar.setValue(value)
        self._scrolls_unseen = False

    def _bars(self) -> tuple[QScrollBar, QScrollBar]:
        return self.horizontalScrollBar(), self.verticalScrollBar()

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

    # -- scrolling ----------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Fit the pages into the new room."""
        super().resizeEvent(event)
        anchor = self._anchor(QPointF(event.oldSize().width() / 2, GAP + 1))  # what was in the middle stays there
        self._sheets.set_view(self.viewport().width(), self.viewport().height())
        if anchor and not self._is_waiting():
            self._fit(anchor[0].page, steady=False)
            self._keep((anchor[0], QPointF(self.viewport().width() / 2, GAP + 1)))
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
