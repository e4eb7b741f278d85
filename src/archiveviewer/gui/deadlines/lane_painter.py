"""Paints the lanes: grounds, names, bars, marks, years and the line of today, on the screen as into a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPen

from archiveviewer.gui.chain.axis import Axis, Tick
from archiveviewer.gui.chain.paint import ChainPainter
from archiveviewer.gui.chain.shapes import BarKind, Cluster, Mark, MarkKind
from archiveviewer.gui.dates import year_words
from archiveviewer.gui.deadlines.layout import Layout
from archiveviewer.gui.deadlines.rows import Group, Key, Lane
from archiveviewer.gui.deadlines.texts import Texts
from archiveviewer.gui.widgets.rows import focus
from archiveviewer.text.escaping import isolate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from archiveviewer.gui.theme import Theme

translate = QCoreApplication.translate
_BAR = 11
"""Height of a bar at 100 per cent; as the reach of a click it grows with the text."""
LAST = frozenset({MarkKind.STANDS, MarkKind.PASSED, MarkKind.MET, MarkKind.ENDED, MarkKind.ASKED})
"""The marks that a lane comes down to; its words stand behind them."""
_BEYOND = 20
"""So many pixels beyond the ends of the axis things are still painted, so that none is cut in the middle."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the drawing: a lane, or the head over the lanes of an article."""

    head: str
    lane: Lane | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be painted: `today` is the day as of which all is seen, `now` whether that is the computer's day."""

    layout: Layout
    axis: Axis
    rows: Sequence[Row]
    clusters: Callable[[Lane], Sequence[Cluster]]
    today: float | None
    now: bool
    lane: Lane | None
    mark: tuple[Key, Mark] | None
    hover: int
    focused: bool
    as_shapes: bool = False


class LanePainter:
    """Paints scenes with the colours and fonts of a theme; call `forget` when it has changed."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.chains, self.texts = ChainPainter(theme), Texts(theme)

    def forget(self) -> None:
        """Drop what was made with other colours and fonts."""
        self.chains.forget()
        self.texts.forget()

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Paint the rows in sight, then the years over them."""
        layout = scene.layout
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.chains.start(painter, as_shapes=scene.as_shapes)
        painter.fillRect(QRect(0, 0, layout.width, layout.height), self._theme.color("pane"))
        plot, rows = layout.plot, layout.in_sight()
        for row in rows:
            self._paint_ground(painter, scene, row)
        ticks = scene.axis.ticks(self.texts.width("Dec 2030", "caption") + 14)
        self._paint_grid(painter, scene, plot, ticks)
        for row in rows:
            self._paint_name(painter, scene, row)
        painter.save()
        painter.setClipRect(plot.adjusted(-4, 0, 4 if layout.mirrored else 8, 0))
        for row in rows:
            lane = scene.rows[row].lane
            if lane is not None:
                self._paint_lane(painter, scene, lane, layout.top(row))
        self._paint_today(painter, scene, plot)
        painter.restore()
        self._paint_years(painter, scene, plot, ticks)
        if scene.focused and scene.lane is None:
            focus(painter, QRect(0, 0, layout.width, layout.height), self._theme)

    # -- rows ---------------------------------------------------------------------------------------------------

    def _paint_ground(self, painter: QPainter, scene: Scene, row: int) -> None:
        layout, lane = scene.layout, scene.rows[row].lane
        rect = QRect(0, layout.top(row), layout.width, layout.tall)
        current = lane is not None and lane is scene.lane
        held = ("selected" if scene.focused else "selected_idle") if current else "hover" if row == scene.hover else None
        ground = "window" if lane is None else held
        if ground is not None:
            painter.fillRect(rect, self._theme.color(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.color("line"))
        if current:
            left = rect.right() - 2 if layout.mirrored else rect.left()
            painter.fillRect(left, rect.top(), 3, rect.height(), self._theme.color("accent" if scene.focused else "edge"))
            if scene.focused:
                focus(painter, rect, self._theme)

    def _paint_name(self, painter: QPainter, scene: Scene, row: int) -> None:
        layout, lane = scene.layout, scene.rows[row].lane
        top = layout.top(row)
        if lane is None:
            self._write(painter, scene, QRect(12, top, layout.width - 24, layout.tall), scene.rows[row].head, role="caption_strong")
            return
        names = layout.names_rect
        rect = QRect(names.left() + (8 if layout.mirrored else 12), top, names.width() - 20, layout.tall)
        picture = self._theme.state_icon(lane.chain.state)
        side = round(picture.deviceIndependentSize().width())
        if lane.group != Group.OTHER:
            painter.drawPixmap(rect.right() - side + 1 if layout.mirrored else rect.left(), rect.center().y() - side // 2 + 1, picture)
        rect = rect.adjusted(0, 0, -side - 6, 0) if layout.mirrored else rect.adjusted(side + 6, 0, 0, 0)
        self._write(painter, scene, rect, lane.name, role="title" if lane is scene.lane else "body")

    def _write(self, painter: QPainter, scene: Scene, rect: QRect, text: str, *, role: str) -> None:
        mirrored = scene.layout.mirrored
        shown, width = self._theme.cut(isolate(text) if mirrored else text, role, rect.width())
        left = rect.right() - width + 1 if mirrored else rect.left()
        painter.setPen(self._theme.color("text"))
        self.texts.paint(painter, left, rect.top(), rect.height(), shown, role=role, as_shapes=scene.as_shapes)

    def _paint_lane(self, painter: QPainter, scene: Scene, lane: Lane, top: int) -> None:
        axis, chains = scene.axis, self.chains
        middle = top + scene.layout.tall / 2 - 0.5
        low, high = axis.left - _BEYOND, axis.left + axis.width + _BEYOND
        thick = round(_BAR * chains.factor)
        for bar in lane.drawing.bars:
            left, right = max(axis.x(bar.start), low), min(axis.x(bar.end), high)
            if right > left:
                chains.bar(painter, bar, QRectF(left, round(middle - thick / 2), max(right - left, 1.0), thick))
        held = scene.mark[1] if scene.mark is not None and scene.mark[0] == lane.key else None
        for cluster in scene.clusters(lane):
            at = QPointF(axis.x(cluster.lead.day), middle + 0.5)
            chains.mark(painter, cluster, at, state=lane.chain.state)
            if held is not None and held in cluster.marks:
                chains.ring(painter, at)
        self._paint_words(painter, scene, lane, top)

    def _paint_words(self, painter: QPainter, scene: Scene, lane: Lane, top: int) -> None:
        """Write the deadline behind the last mark, beyond the line of today."""
        axis = scene.axis
        ends = [axis.x(bar.end) - 6 for bar in lane.drawing.bars if bar.kind == BarKind.PASSED]
        ends += [axis.x(mark.day) for mark in lane.drawing.marks if mark.kind in LAST]
        left = max(ends, default=axis.left - _BEYOND) + 13 * self.chains.factor
        if not lane.words or not axis.left <= left <= axis.left + axis.width:
            return
        today = axis.x(scene.today) if scene.today is not None else left
        if left - 18 < today < left + 80:
            left = max(left, today + 8)
        due = lane.group == Group.DUE
        words = isolate(lane.words) if scene.layout.mirrored else lane.words
        painter.setPen(self._theme.color("text" if due else "quiet"))
        role = "caption_strong" if due else "caption"
        self.texts.paint(painter, left, top, scene.layout.tall, words, role=role, as_shapes=scene.as_shapes)

    # -- the years ----------------------------------------------------------------------------------------------

    def _paint_grid(self, painter: QPainter, scene: Scene, plot: QRectF, ticks: tuple[Tick, ...]) -> None:
        for tick in ticks:
            line = QRectF(round(scene.axis.x(tick.day)), plot.top(), 1, scene.layout.bottom - plot.top())
            painter.fillRect(line, self._theme.color("line"))

    def _paint_today(self, painter: QPainter, scene: Scene, plot: QRectF) -> None:
        if scene.today is not None:
            x = scene.axis.x(scene.today)
            painter.setPen(QPen(self._theme.color("text"), 1.5))
            painter.drawLine(QPointF(x, plot.top() - 2), QPointF(x, scene.layout.bottom))

    def _paint_years(self, painter: QPainter, scene: Scene, plot: QRectF, ticks: tuple[Tick, ...]) -> None:
        head = QRectF(0, 0, scene.layout.width, scene.layout.head)
        painter.fillRect(head, self._theme.color("pane"))
        painter.fillRect(QRectF(0, head.bottom() - 1, head.width(), 1), self._theme.color("line"))
        word = translate("deadlines", "today") if scene.now else translate("deadlines", "as seen")
        today = scene.axis.x(scene.today) if scene.today is not None and scene.axis.shows(scene.today) else None
        half = self.texts.width(word, "caption_strong") / 2
        for tick in ticks:
            text, x = year_words(tick.year, tick.month), scene.axis.x(tick.day)
            if today is None or abs(x - today) > half + self.texts.width(text, "caption") / 2 + 6:
                self._paint_year(painter, scene, text, x, role="caption")
        if today is not None:
            self._paint_year(painter, scene, word, min(today, plot.right() + 8 - half), role="caption_strong")

    def _paint_year(self, painter: QPainter, scene: Scene, text: str, x: float, *, role: str) -> None:
        painter.setPen(self._theme.color("text" if role == "caption_strong" else "quiet"))
        left = x - self.texts.width(text, role) / 2
        self.texts.paint(painter, left, 0, scene.layout.head - 2, text, role=role, as_shapes=scene.as_shapes)
