"""The pages of a document, one under another, drawn as their pictures arrive, with the words lit.

What is seen is asked for first, the pages beside it after that. While a sharp picture is on its way, one of another size stands in; a page
that took long to read, or that flies by, gets a small one first. The place on the page is kept whenever sizes change.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from archiveviewer.gui.reader.lighting import Lighting
from archiveviewer.gui.reader.marks_bar import MarksBar
from archiveviewer.gui.reader.page_paint import PageLook, paint_page
from archiveviewer.gui.reader.session import Session
from archiveviewer.gui.reader.sheets import GAP, Point, Sheets
from archiveviewer.gui.reader.tiles import Tile, Tiles, grid, inside, thumb
from archiveviewer.gui.reader.zoom import Fit, Zoom, bounded, larger, smaller
from archiveviewer.gui.rows import tip
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Box, LitPage, OpenedDocument, PageLink, PagePicture, ViewFault

_INCH, _POINTS = 96.0, 72.0
_STEP = 40
_OVERLAP = 0.1
_PULSE_MS = 300
_STILL_MS = 90
_SLOW_SECONDS = 0.08
_TARGET_AT = 0.33
_LOW = 0.72
_FIRST, _QUICK, _AWAITED, _SEEN, _SEEN_WORDS, _BESIDE = 100, 60, 55, 50, 40, 5
_FOCUS = 2


class PageView(QAbstractScrollArea):
    """Shows the pages of a session.

    `page_changed` comes with the page at the top, `zoom_changed` when the scale is another, `found` with each LitPage that arrives,
    `arrived` when the page that was asked for is in place, `sharp` when what is seen of it has been painted sharp,
    `link_chosen` with the page that a link leads to.
    """

    page_changed = Signal(int)
    zoom_changed = Signal()
    found = Signal(object)
    arrived = Signal()
    sharp = Signal()
    link_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session: Session | None = None
        self._sheets = Sheets(())
        self._tiles = Tiles()
        self._lighting = Lighting()
        self._lit: dict[int, LitPage] = {}
        self._faults: dict[int, ViewFault] = {}
        self._estimates: Mapping[int, Sequence[float]] = {}
        self._now: tuple[int, int | None] | None = None
        self._target: tuple[int, int | None] | None = None
        self._asked: set[Tile] = set()
        self._zoom = Zoom()
        self._page = 0
        self._is_sharp = True
        self._awaited = 0
        self._asked_at = 0.0
        self._slow = False
        self._flying = False
        self._over: PageLink | None = None
        self._wanting = _timer(self, 0, self._want)
        self._still = _timer(self, _STILL_MS, self._on_still)
        self._pulse = _timer(self, _PULSE_MS, self._on_pulse_over)
        self._set_up()

    def _set_up(self) -> None:
        self._bar = MarksBar(self._theme, self)
        self.setVerticalScrollBar(self._bar)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Page"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.horizontalScrollBar().setSingleStep(_STEP)
        self._theme.changed.connect(self.viewport().update)

    # -- what the pane tells ------------------------------------------------------------------------------------

    def show_document(self, session: Session, document: OpenedDocument, lighting: Lighting) -> None:
        """Show another document, with these words lit; `show_page` says where."""
        self.clear()
        self._session, self._lighting = session, lighting
        self._sheets = Sheets(document.sizes)
        self._sheets.set_view(self.viewport().width(), self.viewport().height())
        session.pictured.connect(self._on_pictured)
        session.found.connect(self._on_found)
        session.refused.connect(self._on_refused)

    def clear(self) -> None:
        """Show nothing."""
        if self._session:
            self._session.pictured.disconnect(self._on_pictured)
            self._session.found.disconnect(self._on_found)
            self._session.refused.disconnect(self._on_refused)
        self._session = None
        self._sheets = Sheets(())
        self._tiles.clear()
        self._lighting = Lighting()
        self._target = self._now = None
        self._page = 0
        for known in (self._lit, self._faults, self._asked):
            known.clear()
        self._place_marks()
        self.viewport().update()

    def light(self, lighting: Lighting) -> None:
        """Light other words."""
        if lighting == self._lighting or self._session is None:
            return
        self._lighting = lighting
        self._now = None
        self._estimates = {}
        self._lit.clear()
        self._session.forget_words()
        self._wanting.start()

    def show_page(self, page: int, hit: int | None = None) -> None:
        """Bring a page into view, with its hit number `hit` (-1: the last), or the evidence if that is on it."""
        if not 1 <= page <= len(self._sheets):
            return
        self._target = (page, hit)
        self._awaited = page
        self._is_sharp = False
        self._asked_at = time.perf_counter()
        self._slow = False
        if page in self._lit or page in self._faults:
            self._arrive()
        else:
            self._ask_words(page, _FIRST)

    def set_current(self, page: int, hit: int | None) -> None:
        """Draw a hit as the current one."""
        self._now = (page, hit)
        self._place_marks()
        self.viewport().update()

    def set_estimates(self, places: Mapping[int, Sequence[float]]) -> None:
        """Say for pages not seen yet how far down their hits will about be, from 0 to 1."""
        self._estimates = places
        self._place_marks()

    def set_zoom(self, zoom: Zoom, at: QPointF | None = None) -> None:
        """Change the zoom, keeping what is at `at` (the middle of the top by default) where it is."""
        self._zoom = zoom
        if len(self._sheets):
            self._rescale(at or QPointF(self.viewport().width() / 2, self.viewport().height() * _TARGET_AT))
        self.zoom_changed.emit()

    def try_again(self) -> None:
        """Ask once more for the pages that could not be drawn."""
        self._faults.clear()
        self._wanting.start()
        self.viewport().update()

    # -- what the pane asks -------------------------------------------------------------------------------------

    @property
    def zoom(self) -> Zoom:
        """The zoom as chosen."""
        return self._zoom

    @property
    def percent(self) -> float:
        """How large the pages are now, in per cent of their size on paper."""
        return self._sheets.scale * _POINTS / _INCH * 100

    @property
    def page(self) -> int:
        """The page at the top, 0 when there is none."""
        return self._page

    @property
    def current(self) -> tuple[int, int | None] | None:
        """Page and number of the current hit; the number is None for an evidence."""
        return self._now

    @property
    def faults(self) -> Mapping[int, ViewFault]:
        """The pages that cannot be drawn."""
        return self._faults

    @property
    def is_sharp(self) -> bool:
        """Whether what was asked for last is on the screen, and sharp."""
        return self._is_sharp

    def lit(self, page: int) -> LitPage | None:
        """Return what is known of a page."""
        return self._lit.get(page)

    def rect_of(self, page: int, box: Box) -> QRectF:
        """Return where a box of a page is in the viewport."""
        x, y, width, height = self._sheets.box(page, box)
        return QRectF(x, y, width, height).translated(self._origin())

    # -- answers ------------------------------------------------------------------------------------------------

    def _on_found(self, lit: LitPage) -> None:
        place = self._anchor()
        self._lit[lit.page] = lit
        if not self._sheets.knows(lit.page):
            self._sheets.set_printed(lit.page, lit.text_box)
            if self._target is None:
                self._keep(place)
        self._place_marks()
        if self._target and self._target[0] == lit.page:
            self._slow = time.perf_counter() - self._asked_at > _SLOW_SECONDS
            self.found.emit(lit)
            self._arrive()
        else:
            self.found.emit(lit)
            self.viewport().update()

    def _on_pictured(self, tile: Tile, picture: PagePicture) -> None:
        self._asked.discard(tile)
        self._tiles.put(tile, picture)
        self.viewport().update()
        if not self._asked:
            self._wanting.start()

    def _on_refused(self, page: int, name: object, fault: ViewFault) -> None:
        if page == 0:
            return
        if isinstance(name, Tile):
            self._asked.discard(name)
        self._faults[page] = fault
        if self._target and self._target[0] == page:
            self._arrive()
        self.viewport().update()

    # -- places -------------------------------------------------------------------------------------------------

    def _arrive(self) -> None:
        """Go where `show_page` was told to, now that it is known what is there."""
        if self._target is None:
            return
        (page, hit), self._target = self._target, None
        lit = self._lit.get(page)
        if lit and hit is not None and lit.hits:
            hit = min(hit, len(lit.hits) - 1) if hit >= 0 else len(lit.hits) - 1
            self._now = (page, hit)
        else:
            self._now = (page, None) if lit and lit.quote else None
        self._fit(page)
        self._go(page, _around(_boxes(lit, hit)))
        self._pulse.start()
        self._place_marks()
        self._note_page()
        self.arrived.emit()
        self._want()
        self.viewport().update()

    def _fit(self, page: int, *, steady: bool = True) -> None:
        """Choose the scale for a page. A scale that nearly fits stays when the page is another, not when the room is."""
        before = self._sheets.scale
        if not steady:
            self._sheets.set_scale(before, Fit.NOTHING)
        fit = self._zoom.fit
        scale = bounded(self._zoom.percent) / 100 * _INCH / _POINTS if fit is Fit.NOTHING else self._sheets.fitting(fit, page)
        self._sheets.set_scale(scale, fit)
        self._set_ranges()
        if abs(scale - before) > 1e-6 * scale:
            self.zoom_changed.emit()

    def _go(self, page: int, box: Box | None) -> None:
        """Scroll so that a page's top is seen, or a box on it when that is too far down; not at all when it is well in view."""
        width, height = self.viewport().width(), self.viewport().height()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        left, top, wide, _ = self._sheets.rect(page)
        if box is None:
            down.setValue(round(top - GAP))
            across.setValue(round(left + (wide - width) / 2))
            return
        x, y, w, h = self._sheets.box(page, box)
        if not (down.value() + 0.06 * height <= y and y + h <= down.value() + (1 - 0.06) * height):
            fits = y + h <= top - GAP + height * _LOW
            down.setValue(round(top - GAP if fits else y - height * _TARGET_AT))
        if wide <= width - 2 * GAP + 1:
            across.setValue(round(left + (wide - width) / 2))
        elif not (across.value() <= x and x + w <= across.value() + width):
            across.setValue(round(x + w / 2 - width / 2))

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
            x, y = self._sheets.place(point)
            self.horizontalScrollBar().setValue(round(x - at.x()))
            self.verticalScrollBar().setValue(round(y - at.y()))

    def _rescale(self, at: QPointF) -> None:
        anchor = self._anchor(at)
        self._fit(anchor[0].page if anchor else 1, steady=False)
        self._keep(anchor)
        self._place_marks()
        self._wanting.start()
        self.viewport().update()

    def _set_ranges(self) -> None:
        width, height = self.viewport().width(), self.viewport().height()
        known = len(self._sheets) > 0
        for bar, whole, part in (
            (self.verticalScrollBar(), self._sheets.height if known else 0.0, height),
            (self.horizontalScrollBar(), self._sheets.width if known else 0.0, width),
        ):
            bar.setPageStep(part)
            bar.setRange(0, max(0, round(whole - part)))

    def _origin(self) -> QPointF:
        return QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _seen(self) -> range:
        if not len(self._sheets):
            return range(0)
        top = self.verticalScrollBar().value()
        return self._sheets.pages(top, top + self.viewport().height())

    def _place_marks(self) -> None:
        """Put a mark on the scroll bar for each hit, where it is or about where it will be."""
        if not len(self._sheets):
            self._bar.set_marks(())
            return
        whole = max(self._sheets.height, 1.0)
        marks = [y / whole for page, places in self._estimates.items() if page not in self._lit for y in self._guess(page, places)]
        now: float | None = None
        for page, lit in self._lit.items():
            for index, hit in enumerate(lit.hits or ([lit.value or lit.quote] if lit.quote else [])):
                y = self._sheets.box(page, hit[0])[1] / whole
                marks.append(y)
                if self._now and self._now[0] == page and (self._now[1] == index or (self._now[1] is None and lit.quote)):
                    now = y
        self._bar.set_marks(sorted(marks), now)

    def _guess(self, page: int, places: Sequence[float]) -> list[float]:
        if page > len(self._sheets):
            return []
        _, top, _, height = self._sheets.rect(page)
        return [top + place * height for place in places]

    # -- what is needed -----------------------------------------------------------------------------------------

    def _ask_words(self, page: int, priority: int) -> None:
        if self._session and page not in self._lit and page not in self._faults:
            self._session.ask_words(page, self._lighting, priority=priority)

    def _want(self) -> None:
        """Ask for what is seen, then for what is beside it, and for nothing else any more."""
        session = self._session
        if session is None or not len(self._sheets) or self._target is not None:
            return
        seen = self._seen()
        beside = [page for page in (seen[-1] + 1, seen[0] - 1) if 1 <= page <= len(self._sheets)]
        wanted = self._wanted(seen, beside)
        for tile in [tile for tile in self._asked if tile not in wanted]:
            session.forget(tile)
            self._asked.discard(tile)
        missing = [tile for tile in wanted if tile not in self._tiles and tile not in self._asked]
        for tile in sorted(missing, key=lambda tile: -wanted[tile]):  # a worker that is idle takes the first at once
            self._asked.add(tile)
            session.ask_picture(tile, tile.page, scale=tile.scale, part=tile.part, priority=wanted[tile])
        for page in (*seen, *beside):
            self._ask_words(page, _SEEN_WORDS if page in seen else _BESIDE)

    def _wanted(self, seen: range, beside: Sequence[int]) -> dict[Tile, int]:
        """Return the tiles that are needed, with their priority."""
        height = self.viewport().height()
        wanted: dict[Tile, int] = {}
        for page in seen:
            if page not in self._faults:
                small = thumb(page, self._sheets.sizes[page - 1])
                if (self._flying or self._slow) and not self._has_any(page):
                    wanted[small] = _QUICK
                if not self._flying:
                    wanted |= dict.fromkeys(self._part(page, 0), _SEEN if page != self._awaited else _AWAITED)
        self._tiles.reserve(sum(tile.width * tile.height for tile in wanted) * 4)
        if not self._flying:
            for page in (*seen, *beside):
                if page not in self._faults:
                    wanted |= {tile: _BESIDE for tile in self._part(page, height) if tile not in wanted and self._tiles.has_room(wanted)}
        return wanted

    def _has_any(self, page: int) -> bool:
        return next(iter(self._tiles.stand_ins(page, self._sharp_scale())), None) is not None

    def _sharp_scale(self) -> float:
        return round(self._sheets.scale * self.devicePixelRatioF(), 4)

    def _part(self, page: int, more: float) -> list[Tile]:
        """Return the sharp tiles of a page that are seen, or would be with the view `more` higher above and below."""
        scale, ratio = self._sharp_scale(), self.devicePixelRatioF()
        origin = self._page_origin(page)
        wide, high = self.viewport().width(), self.viewport().height()
        crop = self._sheets.crop(page)
        left, right = max(-origin.x() * ratio, crop[0] * scale), min((wide - origin.x()) * ratio, crop[2] * scale)
        top, bottom = max((-more - origin.y()) * ratio, crop[1] * scale), min((high + more - origin.y()) * ratio, crop[3] * scale)
        return inside(grid(page, self._sheets.sizes[page - 1], scale), (left, top, right, bottom)) if left < right and top < bottom else []

    def _page_origin(self, page: int) -> QPointF:
        """Return where the top left of the whole page is in the viewport, on a pixel of the screen."""
        ratio = self.devicePixelRatioF()
        x, y = self._sheets.place(Point(page, 0, 0))
        at = QPointF(x, y) + self._origin()
        return QPointF(round(at.x() * ratio) / ratio, round(at.y() * ratio) / ratio)

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt calls it
        """Paint the pages that are seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("desk"))
        complete = True
        for page in self._seen():
            look = self._look(page)
            if page == self._awaited:
                complete = look.fault is not None or len(look.sharp) == len(self._part(page, 0))
            paint_page(painter, self._theme, look)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), _FOCUS))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()
        if complete and not self._is_sharp and self._target is None and len(self._sheets):
            self._is_sharp = True
            QTimer.singleShot(0, self.sharp.emit)

    def _look(self, page: int) -> PageLook:
        origin, scale = self._page_origin(page), self._sheets.scale
        crop = self._sheets.crop(page)
        frame = QRectF(origin.x() + crop[0] * scale, origin.y() + crop[1] * scale, (crop[2] - crop[0]) * scale, (crop[3] - crop[1]) * scale)
        needed = self._part(page, 0)
        sharp = [(tile, image) for tile in needed if (image := self._tiles.image(tile)) is not None]
        lit = self._lit.get(page)
        current = self._now is not None and self._now[0] == page
        return PageLook(
            frame=frame.toRect().toRectF(),
            origin=origin,
            scale=scale,
            ratio=self.devicePixelRatioF(),
            sharp=sharp,
            blurred=() if len(sharp) == len(needed) else tuple(self._tiles.stand_ins(page, self._sharp_scale())),
            hits=lit.hits if lit else (),
            now=self._now[1] if current and self._now else None,
            quote=lit.quote if lit else (),
            value=lit.value if lit else (),
            pulse=current and self._pulse.isActive() and not self._theme.reduced_motion,
            fault=self._faults.get(page),
        )

    def _on_pulse_over(self) -> None:
        self.viewport().update()

    # -- events -------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Fit the pages into the new room."""
        super().resizeEvent(event)
        anchor = self._anchor()
        self._sheets.set_view(self.viewport().width(), self.viewport().height())
        if not anchor or self._target:
            return
        self._fit(anchor[0].page, steady=False)
        self._keep(anchor)
        self._place_marks()
        self._wanting.start()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Follow the scroll bars."""
        if abs(dy) > self.viewport().height() and self._bar.isSliderDown():
            self._flying = True
            self._still.start()
        self.viewport().update()
        self._wanting.start()
        self._note_page()

    def _note_page(self) -> None:
        if not len(self._sheets):
            return
        page = self._sheets.page_at(self.verticalScrollBar().value() + self.viewport().height() * _TARGET_AT)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def _on_still(self) -> None:
        self._flying = False
        self._want()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Scroll by keys."""
        steps = self.viewport().height() * (1 - _OVERLAP)
        down = self.verticalScrollBar()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_PageDown:
                down.setValue(round(down.value() + steps))
            case Qt.Key.Key_PageUp:
                down.setValue(round(down.value() - steps))
            case Qt.Key.Key_Space:
                down.setValue(round(down.value() + (-steps if back else steps)))
            case Qt.Key.Key_Down:
                down.setValue(down.value() + _STEP)
            case Qt.Key.Key_Up:
                down.setValue(down.value() - _STEP)
            case Qt.Key.Key_Home:
                down.setValue(0)
            case Qt.Key.Key_End:
                down.setValue(down.maximum())
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._sideways(forward=event.key() == Qt.Key.Key_Right)
            case _:
                super().keyPressEvent(event)

    def _sideways(self, *, forward: bool) -> None:
        """Scroll across where there is something to see, else turn the page."""
        bar = self.horizontalScrollBar()
        if bar.maximum() > 0:
            bar.setValue(bar.value() + (_STEP if forward else -_STEP))
        else:
            self.show_page(min(max(self._page + (1 if forward else -1), 1), len(self._sheets)))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt calls it
        """Zoom at the pointer with Ctrl held, else scroll."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        turned = event.angleDelta().y()
        if turned:
            self.set_zoom(larger(self.percent) if turned > 0 else smaller(self.percent), event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Show a hand over links inside the document."""
        self._over = self._link_at(event.position())
        inside_link = self._over is not None and self._over.page is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if inside_link else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Follow a link inside the document."""
        link = self._link_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and link and link.page:
            self.link_chosen.emit(link.page)

    def viewportEvent(self, event: object) -> bool:  # noqa: N802 - Qt calls it
        """Say where a link leads, and that those outside lead nowhere."""
        if isinstance(event, QHelpEvent):
            link = self._link_at(QPointF(event.pos()))
            self._tell_link(event.globalPos(), link)
            return True
        return super().viewportEvent(event)  # type: ignore[arg-type]  # the base takes any event, which the check above narrows

    def _tell_link(self, at: QPoint, link: PageLink | None) -> None:
        if link and link.page is None and link.target:
            said = self.tr("{target}\nLinks out of the document are off.").format(target=link.target)
            QToolTip.showText(at, tip(said), self.viewport())
        else:
            QToolTip.hideText()

    def _link_at(self, at: QPointF) -> PageLink | None:
        if not len(self._sheets):
            return None
        point = self._sheets.point(at.x() - self._origin().x(), at.y() - self._origin().y())
        lit = self._lit.get(point.page)
        links = lit.links if lit else ()
        return next((link for link in links if link.box[0] <= point.x <= link.box[2] and link.box[1] <= point.y <= link.box[3]), None)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt calls it
        """Show the focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt calls it
        """Show that the focus is elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()


def _timer(parent: PageView, milliseconds: int, deed: object) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(deed)
    return timer


def _boxes(lit: LitPage | None, hit: int | None) -> Sequence[Box]:
    """Return the boxes that should be in view: those of the hit, else of the value, else of the quote."""
    if lit is None:
        return ()
    if hit is not None and lit.hits:
        return lit.hits[hit]
    return lit.value or lit.quote


def _around(boxes: Sequence[Box]) -> Box | None:
    if not boxes:
        return None
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))
