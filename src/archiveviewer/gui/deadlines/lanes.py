"""The lanes: every chain that the list shows, drawn on one time axis.

The lanes show the rows of the list's model, in its order, and share its selection; they hold no order of their own. Years run
from left to right in every language; right to left only moves the names to the other side.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from archiveviewer.gui.chain.axis import YEAR, Axis, Tick, day_of
from archiveviewer.gui.chain.ground import directed
from archiveviewer.gui.chain.mini import steps_tip
from archiveviewer.gui.chain.paint import ChainPainter
from archiveviewer.gui.chain.shapes import NEAR, BarKind, Cluster, Mark, MarkKind, clusters
from archiveviewer.gui.chain.words import locale, step_sentence
from archiveviewer.gui.deadlines.model import DeadlinesModel
from archiveviewer.gui.deadlines.rows import Group, Lane
from archiveviewer.gui.deadlines.words import lane_sentence, lane_words
from archiveviewer.gui.rows import focus
from archiveviewer.records import ChainStep

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

_BAR = 11
"""Height of a bar at 100 per cent; as the reach of a click it grows with the text."""
_REACH = 9.0
_CLOSE = 0.08
"""From so many pixels to the day on (29 to the year), requests are drawn too."""
_STEP = 1.25
_DRAG = 4
_DEADLINES = (MarkKind.EARLIER, MarkKind.STANDS, MarkKind.PASSED, MarkKind.MET, MarkKind.ENDED)
_LAST = (MarkKind.STANDS, MarkKind.PASSED, MarkKind.MET, MarkKind.ENDED, MarkKind.ASKED)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the pointer or the keys are: a lane and the marks there."""

    lane: Lane
    cluster: Cluster


class LanesView(QAbstractScrollArea):
    """Draws the lanes.

    Signals: `step_chosen(lane, step)` when a mark becomes the current one, `step_opened(lane, step)` when it is to be opened.
    """

    step_chosen = Signal(object, object)
    step_opened = Signal(object, object)

    def __init__(self, theme: Theme, model: DeadlinesModel, selection: QItemSelectionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._model, self._selection = theme, model, selection
        self._painter = ChainPainter(theme)
        self._lanes: tuple[Lane, ...] = ()
        self._axis = Axis.over(0, YEAR, left=0, width=1)
        self._fitted = True
        self._today: float | None = None
        self._current: tuple[tuple[str, str, str], Mark] | None = None
        self._drag: tuple[QPointF, Axis, int] | None = None
        self._hover = -1
        self._widest = 0
        self._words: dict[tuple[str, str, str], str] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Deadlines on a time axis"))
        model.modelReset.connect(self._on_model_reset)
        selection.currentChanged.connect(self._on_current_changed)
        theme.changed.connect(self._on_theme_changed)

    # -- what is shown ------------------------------------------------------------------------------------------

    def _on_model_reset(self) -> None:
        self._lanes = self._model.lanes()
        self._today = day_of(self._lanes[0].chain.as_of) if self._lanes else None
        keys = {lane.key for lane in self._lanes}
        if self._current is not None and self._current[0] not in keys:
            self._current = None
        self._hover = -1
        self._measure()
        self._settle()
        if self._fitted:
            self.fit()
        self.viewport().update()

    def _on_theme_changed(self) -> None:
        self._painter.forget()
        self._measure()
        self._settle()
        self.viewport().update()

    def _on_current_changed(self) -> None:
        lane = self.current_lane()
        if lane is not None:
            if self._current is not None and self._current[0] != lane.key:
                self._current = None
            self._reveal(self._lanes.index(lane))
            self._describe(lane)
        self.viewport().update()

    def current_lane(self) -> Lane | None:
        """Return the lane that is selected here and in the list."""
        item = self._model.item(self._selection.currentIndex())
        return item if isinstance(item, Lane) and item in self._lanes else None

    @property
    def axis(self) -> Axis:
        """The stretch of time in sight."""
        return self._axis

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

    def zoom(self, steps: float, at: float | None = None) -> None:
        """Go closer (+) or back (-); the day under the pixel `at` stays, else the current mark, else the middle."""
        if at is None:
            plot = self._plot()
            day = self._current[1].day if self._current is not None else None
            at = self._axis.x(day) if day is not None and self._axis.shows(day) else plot.center().x()
        self._axis = self._axis.zoomed(_STEP**steps, at=at)
        self._fitted = False
        self.viewport().update()

    # -- places -------------------------------------------------------------------------------------------------

    def _metrics(self, role: str = "body") -> QFontMetrics:
        return QFontMetrics(self._theme.font(role))

    def _lane_height(self) -> int:
        return max(24, self._metrics().height() + 5)

    def _head_height(self) -> int:
        return self._metrics("caption").height() + 8

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _measure(self) -> None:
        """Work out what does not change while zooming and scrolling."""
        metrics = self._metrics("title")
        self._widest = max((metrics.horizontalAdvance(lane.name) for lane in self._lanes), default=0) + 50
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
        return row if y >= self._head_height() and 0 <= row < len(self._lanes) else -1

    def _settle(self) -> None:
        """Give the scroll bar the height of the lanes and the axis the width of the pane."""
        bar, page = self.verticalScrollBar(), self.viewport().height() - self._head_height()
        bar.setRange(0, max(0, len(self._lanes) * self._lane_height() - page))
        bar.setPageStep(max(page, 1))
        bar.setSingleStep(self._lane_height())
        plot = self._plot()
        self._axis = self._axis.resized(left=plot.left(), width=plot.width())

    def _reveal(self, row: int) -> None:
        bar, top = self.verticalScrollBar(), row * self._lane_height()
        bar.setValue(max(min(bar.value(), top), top + self._lane_height() - bar.pageStep()))

    def _clusters(self, lane: Lane) -> tuple[Cluster, ...]:
        marks = lane.drawing.marks
        if self._axis.scale < _CLOSE:
            marks = tuple(mark for mark in marks if mark.kind != MarkKind.REQUEST)
        return clusters((mark for mark in marks if mark.kind != MarkKind.REFERENCE), self._axis, near=NEAR * self._painter.factor)

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return the lane and the marks under a point."""
        row = self._row_at(point.y())
        if row < 0:
            return None
        lane = self._lanes[row]
        near = [found for found in self._clusters(lane) if abs(self._axis.x(found.lead.day) - point.x()) <= _REACH * self._painter.factor]
        best = min(near, key=lambda found: abs(self._axis.x(found.lead.day) - point.x()), default=None)
        return Spot(lane, best) if best is not None else None

    # -- keys and pointer ---------------------------------------------------------------------------------------

    def walk(self, direction: int, *, deadlines: bool = False) -> None:
        """Go to the next (+1) or previous (-1) mark of the lane, with `deadlines` to deadlines only."""
        lane = self.current_lane() or next(iter(self._lanes), None)
        if lane is None:
            return
        kinds = _DEADLINES if deadlines else tuple(kind for kind in MarkKind if kind != MarkKind.REFERENCE)
        marks = [mark for mark in lane.drawing.marks if mark.kind in kinds]
        if not marks:
            return
        here = self._current[1] if self._current is not None and self._current[0] == lane.key else None
        if here is None:
            strong = [number for number, mark in enumerate(marks) if mark.kind in _LAST[:-1]]
            at = next(reversed(strong), len(marks) - 1) if direction < 0 or deadlines else -1
            at = at + direction if deadlines or direction > 0 else at
        else:
            later = [number for number, mark in enumerate(marks) if mark.day > here.day]
            sooner = [number for number, mark in enumerate(marks) if mark.day < here.day]
            at = next(iter(later), len(marks) - 1) if direction > 0 else next(reversed(sooner), 0)
        self.choose(lane, marks[min(max(at, 0), len(marks) - 1)])

    def choose(self, lane: Lane, mark: Mark) -> None:
        """Make a mark the current one, bring it in sight, and select its lane."""
        self._current = (lane.key, mark)
        self.select(lane)
        self._axis = self._axis.revealing(mark.day) if not self._axis.shows(mark.day) else self._axis
        self._describe(lane)
        self.viewport().update()
        self.step_chosen.emit(lane, mark.step)

    def select(self, lane: Lane) -> None:
        """Select a lane here and in the list."""
        index = self._model.index_of_lane(lane.key)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._selection.setCurrentIndex(index, flags)

    def current_step(self) -> ChainStep | None:
        """Return the step of the current mark."""
        return self._current[1].step if self._current is not None else None

    def _describe(self, lane: Lane) -> None:
        step = self.current_step()
        self.setAccessibleDescription(step_sentence(step, lane.name) if step is not None else lane_sentence(lane))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Walk marks with Left and Right, lanes with Up and Down; Enter opens."""
        match Qt.Key(event.key()):
            case Qt.Key.Key_Left:
                self.walk(-1)
            case Qt.Key.Key_Right:
                self.walk(+1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Down:
                self._step(+1)
            case Qt.Key.Key_PageUp:
                self._step(-max(1, self.verticalScrollBar().pageStep() // self._lane_height()))
            case Qt.Key.Key_PageDown:
                self._step(max(1, self.verticalScrollBar().pageStep() // self._lane_height()))
            case Qt.Key.Key_Home:
                self._step(-len(self._lanes))
            case Qt.Key.Key_End:
                self._step(len(self._lanes))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                lane = self.current_lane()
                if lane is not None:
                    self.step_opened.emit(lane, self.current_step())
            case _:
                super().keyPressEvent(event)

    def _step(self, rows: int) -> None:
        lane = self.current_lane()
        row = self._lanes.index(lane) + rows if lane is not None else 0
        if self._lanes:
            self.select(self._lanes[min(max(row, 0), len(self._lanes) - 1)])

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Select a lane, choose a mark, or begin to move the axis."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._drag = (event.position(), self._axis, self.verticalScrollBar().value())
        spot, row = self.spot_at(event.position()), self._row_at(event.position().y())
        if spot is not None:
            self.choose(spot.lane, spot.cluster.lead)
        elif row >= 0:
            self._current = None
            self.select(self._lanes[row])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Move the axis, or show what can be clicked."""
        if self._drag is not None:
            begin, axis, scrolled = self._drag
            way = event.position() - begin
            if abs(way.x()) + abs(way.y()) >= _DRAG:
                self._axis = axis.moved(way.x())
                self._fitted = self._fitted and way.x() == 0
                self.verticalScrollBar().setValue(scrolled - round(way.y()))
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                self.viewport().update()
            return
        spot, row = self.spot_at(event.position()), self._row_at(event.position().y())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)
        self.viewport().setToolTip(self._tip(spot, row))
        self._set_hover(row)

    def _tip(self, spot: Spot | None, row: int) -> str:
        if spot is not None:
            return steps_tip(spot.cluster, spot.lane.name)
        return f"<qt>{escape(lane_sentence(self._lanes[row]))}</qt>" if row >= 0 else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """End moving."""
        self._drag = None
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Open the mark or the lane."""
        spot, row = self.spot_at(event.position()), self._row_at(event.position().y())
        if row >= 0:
            self.step_opened.emit(self._lanes[row], spot.cluster.lead.step if spot is not None else None)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt calls it
        """Put the light out."""
        super().leaveEvent(event)
        self._set_hover(-1)

    def _set_hover(self, row: int) -> None:
        if row != self._hover:
            self._hover = row
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt calls it
        """Scroll; with Ctrl zoom at the pointer, with Shift or sideways move along the years."""
        turned, aside = event.angleDelta().y(), event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(turned / 120, at=event.position().x())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(aside) > abs(turned):
            self._axis = self._axis.moved((aside or turned) / 2)
            self._fitted = False
            self.viewport().update()
        else:
            super().wheelEvent(event)
            return
        event.accept()

    # -- painting -----------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Keep the stretch of time that is shown."""
        super().resizeEvent(event)
        self._settle()
        if self._fitted:
            self.fit()

    def wanted_height(self) -> int:
        """Return the height of all lanes, of four at least."""
        return self._head_height() + max(4, len(self._lanes)) * self._lane_height() + 2

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return room for twelve lanes."""
        return QSize(600, self._head_height() + 12 * self._lane_height() + 2)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint anew when scrolled."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint the lanes in sight, then the years over them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), self._theme.color("pane"))
        plot, height = self._plot(), self._lane_height()
        first = max(0, self.verticalScrollBar().value() // height)
        rows = range(first, min(len(self._lanes), first + self.viewport().height() // height + 2))
        current = self.current_lane()
        for row in rows:
            self._paint_ground(painter, row, current=self._lanes[row] is current)
        ticks = self._axis.ticks(self._metrics("caption").horizontalAdvance("Dec 2030") + 14)
        self._paint_grid(painter, plot, ticks)
        for row in rows:
            self._paint_name(painter, row, current=self._lanes[row] is current)
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
        lane, names = self._lanes[row], self._names()
        rect = QRect(names.left(), self._top(row), names.width(), self._lane_height())
        rect = rect.adjusted(8, 0, -12, 0) if self._mirrored() else rect.adjusted(12, 0, -8, 0)
        picture = self._theme.state_icon(lane.chain.state)
        side = round(picture.deviceIndependentSize().width())
        painter.drawPixmap(rect.right() - side + 1 if self._mirrored() else rect.left(), rect.center().y() - side // 2 + 1, picture)
        rect = rect.adjusted(0, 0, -side - 6, 0) if self._mirrored() else rect.adjusted(side + 6, 0, 0, 0)
        font = self._theme.font("title" if current else "body")
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        shown = QFontMetrics(font).elidedText(directed(self, lane.name), Qt.TextElideMode.ElideRight, rect.width())
        side = Qt.AlignmentFlag.AlignRight if self._mirrored() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_lane(self, painter: QPainter, row: int) -> None:
        lane, axis = self._lanes[row], self._axis
        middle = self._top(row) + self._lane_height() / 2 - 0.5
        low, high = axis.left - 20, axis.left + axis.width + 20
        thick = round(_BAR * self._painter.factor)
        for bar in lane.drawing.bars:
            left, right = max(axis.x(bar.start), low), min(axis.x(bar.end), high)
            if right > left:
                self._painter.bar(painter, bar, QRectF(left, round(middle - thick / 2), max(right - left, 1.0), thick))
        end = max([axis.x(bar.end) - 6 for bar in lane.drawing.bars if bar.kind == BarKind.PASSED], default=low)
        for cluster in self._clusters(lane):
            x = axis.x(cluster.lead.day)
            if low <= x <= high:
                self._painter.mark(painter, cluster, QPointF(x, middle + 0.5), state=lane.chain.state)
                if self._current is not None and self._current[0] == lane.key and self._current[1] in cluster.marks:
                    self._painter.ring(painter, QPointF(x, middle + 0.5))
            if cluster.lead.kind in _LAST:
                end = max(end, x)
        self._paint_words(painter, lane, QRectF(end + 13 * self._painter.factor, self._top(row), 400, self._lane_height()))

    def _paint_words(self, painter: QPainter, lane: Lane, rect: QRectF) -> None:
        """Write the deadline behind the last mark, beyond the line of today."""
        if rect.left() < self._axis.left:
            return
        today = self._axis.x(self._today) if self._today is not None else rect.left()
        if rect.left() - 18 < today < rect.left() + 80:
            rect.moveLeft(max(rect.left(), today + 8))
        due = lane.group == Group.DUE
        font = self._theme.font("caption_strong" if due else "caption")
        painter.setFont(font)
        painter.setPen(self._theme.color("text" if due else "quiet"))
        painter.drawText(
            rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, self._words[lane.key]
        )

    def _paint_grid(self, painter: QPainter, plot: QRectF, ticks: tuple[Tick, ...]) -> None:
        bottom = min(plot.bottom(), self._top(len(self._lanes)))
        for tick in ticks:
            painter.fillRect(QRectF(round(self._axis.x(tick.day)), plot.top(), 1, bottom - plot.top()), self._theme.color("line"))

    def _paint_today(self, painter: QPainter, plot: QRectF) -> None:
        if self._today is None:
            return
        x = self._axis.x(self._today)
        bottom = min(plot.bottom(), self._top(len(self._lanes)))
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

    _real_today: int = 0

    def set_real_today(self, ordinal: int) -> None:
        """Tell the computer's day, so that the line of another day is not called today."""
        self._real_today = ordinal

    def _paint_year(self, painter: QPainter, font: QFont, text: str, x: float, *, token: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        painter.drawText(QRectF(x - 60, 0, 120, self._head_height() - 2), Qt.AlignmentFlag.AlignCenter, text)


def _tick_words(tick: Tick) -> str:
    year = locale().toString(tick.year).replace(locale().groupSeparator(), "")
    return f"{locale().standaloneMonthName(tick.month, locale().FormatType.ShortFormat)} {year}" if tick.month else year
