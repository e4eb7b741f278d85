"""The drawing of the lanes: names, bars, marks, years and the line of today, on one time axis.

It holds the lanes, the stretch of time in sight and what is current; `lanes` adds keys and pointer. Years run from left to right in
every language; right to left only moves the names to the other side. All is painted by `paint`, on the screen as into a file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from archiveviewer.gui.chain.axis import YEAR, Axis, Tick
from archiveviewer.gui.chain.ground import directed
from archiveviewer.gui.chain.paint import ChainPainter
from archiveviewer.gui.chain.shapes import NEAR, BarKind, Cluster, Mark, MarkKind, clusters
from archiveviewer.gui.chain.words import article_words, locale
from archiveviewer.gui.deadlines.rows import Group, Lane, by_article
from archiveviewer.gui.deadlines.words import lane_words
from archiveviewer.gui.rows import focus

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

_BAR = 11
"""Height of a bar at 100 per cent; as the reach of a click it grows with the text."""
_REACH = 9.0
_CLOSE = 0.08
"""From so many pixels to the day on (29 to the year), requests are drawn too."""
LAST = (MarkKind.STANDS, MarkKind.PASSED, MarkKind.MET, MarkKind.ENDED, MarkKind.ASKED)
"""The marks that a lane comes down to; its words stand behind them."""

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the pointer or the keys are: a lane and the marks there."""

    lane: Lane
    cluster: Cluster


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the drawing: a lane, or the head over the lanes of an article."""

    head: str
    lane: Lane | None = None


class LanesDrawing(QAbstractScrollArea):
    """Paints lanes under heads of their articles; with one article there are no heads."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painter = ChainPainter(theme)
        self._lanes: tuple[Lane, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._row_of: dict[Key, int] = {}
        self._events: Mapping[Key, tuple[Mark, ...]] = {}
        self._axis = Axis.over(0, YEAR, left=0, width=1)
        self._fitted = True
        self._today: float | None = None
        self._real_today = 0
        self._current: tuple[Key, Mark] | None = None
        self._hover = -1
        self._widest, self._tall = 0, 24
        self._words: dict[Key, str] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)

    # -- what is shown ------------------------------------------------------------------------------------------

    def current_lane(self) -> Lane | None:
        """Return the lane that is selected."""
        raise NotImplementedError

    @property
    def axis(self) -> Axis:
        """The stretch of time in sight."""
        return self._axis

    def set_real_today(self, ordinal: int) -> None:
        """Tell the computer's day, so that the line of another day is not called today."""
        self._real_today = ordinal

    def set_events(self, events: Mapping[Key, tuple[Mark, ...]]) -> None:
        """Draw other events as quiet marks, by lane."""
        self._events = events
        self.viewport().update()

    def marks_of(self, lane: Lane) -> tuple[Mark, ...]:
        """Return all marks of a lane, quiet ones too, in order of time."""
        quiet = self._events.get(lane.key, ())
        return tuple(sorted((*lane.drawing.marks, *quiet), key=lambda mark: mark.day)) if quiet else lane.drawing.marks

    def _take(self, lanes: Sequence[Lane]) -> None:
        """Take the lanes to be drawn, in the order of their articles."""
        articles = by_article(lanes)
        rows: list[Row] = []
        for article, own in articles:
            head = article_words(*article)
            rows += [Row(head)] if len(articles) > 1 else []
            rows += [Row(head, lane) for lane in own]
        self._rows = tuple(rows)
        self._lanes = tuple(row.lane for row in rows if row.lane is not None)
        self._row_of = {row.lane.key: number for number, row in enumerate(rows) if row.lane is not None}
        self._measure()
        self._settle()

    def fit(self) -> None:
        """Show all years of all lanes."""
        ends = [end for lane in self._lanes if (end := lane.drawing.ends)]
        today = self._today or 0.0
        first = min([first for first, _ in ends], default=today - 5 * YEAR)
        last = max([last for _, last in ends] + [today], default=today)
        plot = self._plot()
        first -= (last - first) * 0.02
        metrics, gap = self._metrics("caption_strong"), 16 * self._painter.factor
        scales = [plot.width() / max(last - first + YEAR, YEAR)]
        for lane in self._lanes:
            stop = max(today, (lane.drawing.ends or (today, today))[1])
            words = min(metrics.horizontalAdvance(self._words[lane.key]) + gap, plot.width() * 0.6)
            scales.append((plot.width() - words) / max(stop - first, YEAR))
        self._axis = Axis(first=first, scale=min(scales), left=plot.left(), width=plot.width())
        self._fitted = True
        self.viewport().update()

    # -- places -------------------------------------------------------------------------------------------------

    def _metrics(self, role: str = "body") -> QFontMetrics:
        return QFontMetrics(self._theme.font(role))

    def _lane_height(self) -> int:
        return self._tall

    def _head_height(self) -> int:
        return self._metrics("caption").height() + 8

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _measure(self) -> None:
        """Work out what does not change while zooming and scrolling."""
        metrics, self._tall = self._metrics("title"), max(24, self._metrics().height() + 5)
        names = {lane.name for lane in self._lanes}
        self._widest = max((metrics.horizontalAdvance(name) for name in names), default=0) + 50
        self._words = {lane.key: directed(self, lane_words(lane)) for lane in self._lanes}

    def _names_width(self) -> int:
        widest = self._widest
        return round(min(max(widest, 120), max(120, self.viewport().width() * 0.27)))

    def _plot(self) -> QRectF:
        names = self._names_width()
        left = 8 if self._mirrored() else names
        return QRectF(
            left, self._head_height(), max(self.viewport().width() - names - 8, 40), self.viewport().height() - self._head_height()
        )

    def _names(self) -> QRect:
        width = self._names_width()
        return QRect(self.viewport().width() - width if self._mirrored() else 0, 0, width, self.viewport().height())

    def _top(self, row: int) -> int:
        return self._head_height() + row * self._lane_height() - self.verticalScrollBar().value()

    def _row_at(self, y: float) -> int:
        row = int((y - self._head_height() + self.verticalScrollBar().value()) // self._lane_height())
        return row if y >= self._head_height() and 0 <= row < len(self._rows) else -1

    def lane_at(self, y: float) -> Lane | None:
        """Return the lane at a height, None beside all lanes."""
        row = self._row_at(y)
        return self._rows[row].lane if row >= 0 else None

    def _settle(self) -> None:
        """Give the scroll bar the height of the lanes and the axis the width of the pane."""
        bar, page = self.verticalScrollBar(), self.viewport().height() - self._head_height()
        bar.setRange(0, max(0, len(self._rows) * self._lane_height() - page))
        bar.setPageStep(max(page, 1))
        bar.setSingleStep(self._lane_height())
        plot = self._plot()
        self._axis = self._axis.resized(left=plot.left(), width=plot.width())

    def _reveal(self, lane: Lane) -> None:
        """Scroll as little as needed to have a lane in sight, the first of an article with its head."""
        row = self._row_of[lane.key]
        first = row - 1 if row and self._rows[row - 1].lane is None else row
        bar, height = self.verticalScrollBar(), self._lane_height()
        bar.setValue(max(min(bar.value(), first * height), (row + 1) * height - bar.pageStep()))

    def _clusters(self, lane: Lane) -> tuple[Cluster, ...]:
        """Return the marks in sight, near ones as one; quiet ones join only each other and lie beneath."""
        low, high = self._axis.day(self._axis.left - 20), self._axis.day(self._axis.left + self._axis.width + 20)
        near = NEAR * self._painter.factor
        hidden = (MarkKind.REFERENCE,) if self._axis.scale >= _CLOSE else (MarkKind.REFERENCE, MarkKind.REQUEST)
        own = (mark for mark in lane.drawing.marks if low <= mark.day <= high and mark.kind not in hidden)
        quiet = (mark for mark in self._events.get(lane.key, ()) if low <= mark.day <= high)
        return (*clusters(quiet, self._axis, near=near), *clusters(own, self._axis, near=near))

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return the lane and the marks under a point."""
        lane = self.lane_at(point.y())
        if lane is None:
            return None
        near = [found for found in self._clusters(lane) if abs(self._axis.x(found.lead.day) - point.x()) <= _REACH * self._painter.factor]
        best = min(
            reversed(near),
            key=lambda found: (abs(self._axis.x(found.lead.day) - point.x()), found.lead.kind == MarkKind.EVENT),
            default=None,
        )
        return Spot(lane, best) if best is not None else None

    def wanted_height(self) -> int:
        """Return the height of all lanes, of four at least."""
        return self._head_height() + max(4, len(self._rows)) * self._lane_height() + 2

    # -- painting -----------------------------------------------------------------------------------------------

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint anew when scrolled."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint what is in sight."""
        self.paint(QPainter(self.viewport()))

    def paint(self, painter: QPainter, *, as_shapes: bool = False) -> None:
        """Paint the lanes in sight, then the years over them; `as_shapes` for a file in which pictures would be coarse."""
        self._painter.as_shapes = as_shapes
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), self._theme.color("pane"))
        plot, height = self._plot(), self._lane_height()
        first = max(0, self.verticalScrollBar().value() // height)
        rows = range(first, min(len(self._rows), first + self.viewport().height() // height + 2))
        current = self.current_lane()
        for row in rows:
            self._paint_ground(painter, row, current=self._rows[row].lane is current)
        ticks = self._axis.ticks(self._metrics("caption").horizontalAdvance("Dec 2030") + 14)
        self._paint_grid(painter, plot, ticks)
        for row in rows:
            self._paint_name(painter, row, current=self._rows[row].lane is current)
        painter.save()
        painter.setClipRect(plot.adjusted(-10 if not self._mirrored() else 0, 0, 8, 0))
        for row in rows:
            self._paint_lane(painter, row)
        self._paint_today(painter, plot)
        painter.restore()
        self._paint_years(painter, plot, ticks)
        if self.hasFocus() and current is None:
            focus(painter, self.viewport().rect(), self._theme)

    def _paint_ground(self, painter: QPainter, row: int, *, current: bool) -> None:
        rect = QRect(0, self._top(row), self.viewport().width(), self._lane_height())
        if self._rows[row].lane is None:
            painter.fillRect(rect, self._theme.color("window"))
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.color("line"))
            return
        ground = ("selected" if self.hasFocus() else "selected_idle") if current else "hover" if row == self._hover else None
        if ground is not None:
            painter.fillRect(rect, self._theme.color(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.color("line"))
        if current:
            left = rect.right() - 2 if self._mirrored() else rect.left()
            painter.fillRect(left, rect.top(), 3, rect.height(), self._theme.color("accent" if self.hasFocus() else "edge"))
            if self.hasFocus():
                focus(painter, rect, self._theme)

    def _paint_name(self, painter: QPainter, row: int, *, current: bool) -> None:
        lane, names = self._rows[row].lane, self._names()
        if lane is None:
            whole = QRect(12, self._top(row), self.viewport().width() - 24, self._lane_height())
            self._write(painter, whole, self._rows[row].head, role="caption_strong")
            return
        rect = QRect(names.left(), self._top(row), names.width(), self._lane_height())
        rect = rect.adjusted(8, 0, -12, 0) if self._mirrored() else rect.adjusted(12, 0, -8, 0)
        picture = self._theme.state_icon(lane.chain.state)
        side = round(picture.deviceIndependentSize().width())
        painter.drawPixmap(rect.right() - side + 1 if self._mirrored() else rect.left(), rect.center().y() - side // 2 + 1, picture)
        rect = rect.adjusted(0, 0, -side - 6, 0) if self._mirrored() else rect.adjusted(side + 6, 0, 0, 0)
        self._write(painter, rect, lane.name, role="title" if current else "body")

    def _write(self, painter: QPainter, rect: QRect, text: str, *, role: str) -> None:
        font = self._theme.font(role)
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        shown = QFontMetrics(font).elidedText(directed(self, text), Qt.TextElideMode.ElideRight, rect.width())
        side = Qt.AlignmentFlag.AlignRight if self._mirrored() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_lane(self, painter: QPainter, row: int) -> None:
        lane, axis = self._rows[row].lane, self._axis
        if lane is None:
            return
        middle = self._top(row) + self._lane_height() / 2 - 0.5
        low, high = axis.left - 20, axis.left + axis.width + 20
        thick = round(_BAR * self._painter.factor)
        for bar in lane.drawing.bars:
            left, right = max(axis.x(bar.start), low), min(axis.x(bar.end), high)
            if right > left:
                self._painter.bar(painter, bar, QRectF(left, round(middle - thick / 2), max(right - left, 1.0), thick))
        for cluster in self._clusters(lane):
            at = QPointF(axis.x(cluster.lead.day), middle + 0.5)
            self._painter.mark(painter, cluster, at, state=lane.chain.state)
            if self._current is not None and self._current[0] == lane.key and self._current[1] in cluster.marks:
                self._painter.ring(painter, at)
        self._paint_words(painter, lane, row)

    def _paint_words(self, painter: QPainter, lane: Lane, row: int) -> None:
        """Write the deadline behind the last mark, beyond the line of today."""
        axis = self._axis
        ends = [axis.x(bar.end) - 6 for bar in lane.drawing.bars if bar.kind == BarKind.PASSED]
        ends += [axis.x(mark.day) for mark in lane.drawing.marks if mark.kind in LAST]
        left = max(ends, default=axis.left - 20) + 13 * self._painter.factor
        if not axis.left <= left <= axis.left + axis.width:
            return
        today = axis.x(self._today) if self._today is not None else left
        if left - 18 < today < left + 80:
            left = max(left, today + 8)
        due = lane.group == Group.DUE
        painter.setFont(self._theme.font("caption_strong" if due else "caption"))
        painter.setPen(self._theme.color("text" if due else "quiet"))
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, self._top(row), 400, self._lane_height()), side, self._words[lane.key])

    def _paint_grid(self, painter: QPainter, plot: QRectF, ticks: tuple[Tick, ...]) -> None:
        bottom = min(plot.bottom(), self._top(len(self._rows)))
        for tick in ticks:
            painter.fillRect(QRectF(round(self._axis.x(tick.day)), plot.top(), 1, bottom - plot.top()), self._theme.color("line"))

    def _paint_today(self, painter: QPainter, plot: QRectF) -> None:
        if self._today is None:
            return
        x = self._axis.x(self._today)
        bottom = min(plot.bottom(), self._top(len(self._rows)))
        painter.setPen(QPen(self._theme.color("text"), 1.5))
        painter.drawLine(QPointF(x, plot.top() - 2), QPointF(x, bottom))

    def _paint_years(self, painter: QPainter, plot: QRectF, ticks: tuple[Tick, ...]) -> None:
        head = QRectF(0, 0, self.viewport().width(), self._head_height())
        painter.fillRect(head, self._theme.color("pane"))
        painter.fillRect(QRectF(0, head.bottom() - 1, head.width(), 1), self._theme.color("line"))
        font = self._theme.font("caption")
        word, strong = self._today_word(), self._theme.font("caption_strong")
        today = self._axis.x(self._today) if self._today is not None and self._axis.shows(self._today) else None
        half = QFontMetrics(strong).horizontalAdvance(word) / 2
        for tick in ticks:
            text, x = _tick_words(tick), self._axis.x(tick.day)
            width = QFontMetrics(font).horizontalAdvance(text)
            if today is None or abs(x - today) > half + width / 2 + 6:
                self._paint_year(painter, font, text, x, token="quiet")
        if today is not None:
            right = plot.right() + 8 - half
            self._paint_year(painter, strong, word, min(today, right), token="text")

    def _today_word(self) -> str:
        chosen = self._today is not None and int(self._today) != self._real_today
        return self.tr("as seen") if chosen else self.tr("today")

    def _paint_year(self, painter: QPainter, font: QFont, text: str, x: float, *, token: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        painter.drawText(QRectF(x - 60, 0, 120, self._head_height() - 2), Qt.AlignmentFlag.AlignCenter, text)


def _tick_words(tick: Tick) -> str:
    year = locale().toString(tick.year).replace(locale().groupSeparator(), "")
    return f"{locale().standaloneMonthName(tick.month, locale().FormatType.ShortFormat)} {year}" if tick.month else year
