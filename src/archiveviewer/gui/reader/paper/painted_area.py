"""Paints pages with all that is on them, and tells when the page that was asked for is on the screen, and sharp."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from archiveviewer.gui.reader.paper.drawn_area import timer
from archiveviewer.gui.reader.paper.page_paint import PageLook, paint_page
from archiveviewer.gui.reader.paper.placed_area import PlacedArea
from archiveviewer.gui.theme import Theme

_FOCUS = 2


class PaintedArea(PlacedArea):
    """Adds painting. `sharp` comes when what is seen of the page that was asked for has been painted sharp."""

    sharp = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._night = False
        self._painted_size = QSize()
        self._telling = timer(self, 0, self._on_sharp)

    def set_night(self, night: bool) -> None:
        """Show paper black and print white, for dark rooms."""
        self._night = night
        self.viewport().update()

    @property
    def is_sharp(self) -> bool:
        """Whether what was asked for last is on the screen, and sharp."""
        return self._is_sharp

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt calls it
        """Paint the pages that are seen; while the next document's page is being drawn, what was painted last stays."""
        if self._held.isActive() and self.viewport().size() == self._painted_size:
            return
        self._painted_size = self.viewport().size()
        looks = {page: self._look(page) for page in self._seen()}
        painter = QPainter(self.viewport())
        painter.setClipRegion(_around(event.rect(), looks.values()))
        painter.fillRect(event.rect(), self._theme.color("night_desk" if self._night else "desk"))
        painter.setClipping(False)
        for look in looks.values():
            paint_page(painter, self._theme, look)
        awaited = looks.get(self._awaited)
        complete = awaited is None or awaited.fault is not None or not awaited.unfinished
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), _FOCUS))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()
        if complete and not self._is_sharp and not self._is_waiting() and len(self._sheets):
            self._is_sharp = True
            self._telling.start()

    def _on_sharp(self) -> None:
        """Tell that the page is on the screen, then do what has waited for it."""
        self.sharp.emit()
        self._left = self._tiles
        self._wanting.start()

    def _look(self, page: int) -> PageLook:
        origin, scale = self._page_origin(page), self._sheets.scale
        crop = self._sheets.crop(page)
        frame = QRectF(origin.x() + crop[0] * scale, origin.y() + crop[1] * scale, (crop[2] - crop[0]) * scale, (crop[3] - crop[1]) * scale)
        sharp, complete = self._sharp_images(page)
        lit = self._lit.get(page)
        current = self._now is not None and self._now[0] == page
        return PageLook(
            frame=frame.toRect().toRectF(),
            origin=origin,
            scale=scale,
            ratio=self.devicePixelRatioF(),
            sharp=sharp,
            unfinished=not complete,
            late=not complete and not self._late.isActive(),
            blurred=() if complete else tuple(self._tiles.stand_ins(page, self._sharp_scale())),
            hits=lit.hits if lit else (),
            now=self._now[1] if current and self._now else None,
            quote=lit.quote if lit else (),
            value=lit.value if lit else (),
            pulse=current and self._pulse.isActive() and not self._theme.reduced_motion,
            night=self._night,
            only=len(self._sheets) == 1,
            notes=self._notes.looks(page, self.selection.letters),
            bookmarked=self._notes.has_bookmark(page),
            selected=self.selection.boxes_on(page),
            fault=self._faults.get(page),
        )


def _around(area: QRect, looks: Iterable[PageLook]) -> QRegion:
    """Return what of an area lies around the pages: to paint twice what is large takes as long as to paint the page."""
    ground = QRegion(area)
    for look in looks:
        ground -= QRegion(look.frame.toRect())
    return ground
