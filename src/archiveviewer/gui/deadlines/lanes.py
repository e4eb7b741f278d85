"""The lanes: every chain that the list shows, drawn on one time axis, with keys and pointer.

The lanes show the rows of the list's model and share its selection. They stand under their articles; within one they keep the order
of the list.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from archiveviewer.gui.chain.axis import Axis
from archiveviewer.gui.chain.mini import steps_tip
from archiveviewer.gui.chain.shapes import Cluster, Mark, MarkKind
from archiveviewer.gui.chain.words import step_sentence
from archiveviewer.gui.days import day_of
from archiveviewer.gui.deadlines.drawing import LanesDrawing, Spot
from archiveviewer.gui.deadlines.lane_painter import LAST
from archiveviewer.gui.deadlines.model import DeadlinesModel
from archiveviewer.gui.deadlines.rows import Lane
from archiveviewer.gui.deadlines.words import lane_sentence
from archiveviewer.gui.widgets.keyed import ENTER
from archiveviewer.records import ChainStep

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

_STEP = 1.25
_DRAG = 4
_DEADLINES = (MarkKind.EARLIER, MarkKind.STANDS, MarkKind.PASSED, MarkKind.MET, MarkKind.ENDED)


class LanesView(LanesDrawing):
    """The lanes as one uses them.

    Signals: `step_chosen(lane, step)` when a mark becomes the current one, `step_opened(lane, step)` when it is to be opened.
    """

    step_chosen = Signal(object, object)
    step_opened = Signal(object, object)

    def __init__(self, theme: Theme, model: DeadlinesModel, selection: QItemSelectionModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._model, self._selection = model, selection
        self._drag: tuple[QPointF, Axis, int] | None = None
        self.setAccessibleName(self.tr("Deadlines on a time axis"))
        model.modelReset.connect(self._on_model_reset)
        selection.currentChanged.connect(self._on_current_changed)
        theme.changed.connect(self._on_theme_changed)

    # -- what is shown ------------------------------------------------------------------------------------------

    def _on_model_reset(self) -> None:
        lanes = self._model.lanes()
        self._today = day_of(lanes[0].chain.as_of) if lanes else None
        self._take(lanes)
        if self._current is not None and self._current[0] not in self._row_of:
            self._current = None
        self._hover = -1
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
            self._reveal(lane)
            self._describe(lane)
        self.viewport().update()

    def current_lane(self) -> Lane | None:
        """Return the lane that is selected here and in the list."""
        item = self._model.item(self._selection.currentIndex())
        return item if isinstance(item, Lane) and item.key in self._row_of else None

    def zoom(self, steps: float, at: float | None = None) -> None:
        """Go closer (+) or back (-); the day under the pixel `at` stays, else the current mark, else the middle."""
        if at is None:
            plot = self.layout_now().plot
            day = self._current[1].day if self._current is not None else None
            at = self._axis.x(day) if day is not None and self._axis.shows(day) else plot.center().x()
        self._axis = self._axis.zoomed(_STEP**steps, at=at)
        self._fitted = False
        self._tell_kinds()
        self.viewport().update()

    # -- keys ---------------------------------------------------------------------------------------------------

    def walk(self, direction: int, *, deadlines: bool = False) -> None:
        """Go to the next (+1) or previous (-1) mark of the lane, with `deadlines` to deadlines only."""
        lane = self.current_lane() or next(iter(self._lanes), None)
        if lane is None:
            return
        kinds = _DEADLINES if deadlines else tuple(kind for kind in MarkKind if kind != MarkKind.REFERENCE)
        marks = [mark for mark in self.marks_of(lane) if mark.kind in kinds]
        if not marks:
            return
        here = self._current[1] if self._current is not None and self._current[0] == lane.key else None
        if here is None:
            strong = [number for number, mark in enumerate(marks) if mark.kind in LAST - {MarkKind.ASKED}]
            at = next(reversed(strong), len(marks) - 1) if direction < 0 or deadlines else -1
            at = at + direction if deadlines or direction > 0 else at
            self.choose(lane, marks[min(max(at, 0), len(marks) - 1)])
        elif (mark := _beside(marks, here, direction)) is not None:
            self.choose(lane, mark)

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
        page = max(1, self.verticalScrollBar().pageStep() // self._tall)
        lanes = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: +1,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -len(self._lanes),
            Qt.Key.Key_End: len(self._lanes),
        }
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.walk(-1 if key == Qt.Key.Key_Left else +1)
        elif key in lanes:
            self._step(lanes[key])
        elif key in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            lane = self.current_lane()
            if lane is not None:
                self.step_opened.emit(lane, self.current_step())
        else:
            super().keyPressEvent(event)

    def _step(self, rows: int) -> None:
        lane = self.current_lane()
        row = self._lanes.index(lane) + rows if lane is not None else 0
        if self._lanes:
            self.select(self._lanes[min(max(row, 0), len(self._lanes) - 1)])

    # -- pointer ------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Select a lane, choose a mark, or begin to move the axis."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._drag = (event.position(), self._axis, self.verticalScrollBar().value())
        spot, lane = self.spot_at(event.position()), self.lane_at(event.position().y())
        if spot is not None:
            self.choose(spot.lane, self._next_of(spot.cluster))
        elif lane is not None:
            self._current = None
            self.select(lane)

    def _next_of(self, cluster: Cluster) -> Mark:
        """Return the mark that a click means: the one that gives the shape, with each further click the next one."""
        here = self._current[1] if self._current is not None else None
        if here not in cluster.marks:
            return cluster.lead
        return cluster.marks[(cluster.marks.index(here) + 1) % len(cluster.marks)]

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
        spot, row = self.spot_at(event.position()), self.layout_now().row_at(event.position().y())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)
        self.viewport().setToolTip(self._tip(spot, self.lane_at(event.position().y())))
        self._set_hover(row)

    def _tip(self, spot: Spot | None, lane: Lane | None) -> str:
        if spot is not None:
            return steps_tip(spot.cluster, spot.lane.name)
        return f"<qt>{escape(lane_sentence(lane))}</qt>" if lane is not None else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """End moving."""
        self._drag = None
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Open the mark or the lane."""
        spot, lane = self.spot_at(event.position()), self.lane_at(event.position().y())
        if lane is not None:
            self.step_opened.emit(lane, spot.cluster.lead.step if spot is not None else None)

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

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Keep the stretch of time that is shown."""
        super().resizeEvent(event)
        self._settle()
        if self._fitted and event.size().width() != event.oldSize().width():
            self.fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return room for twelve lanes."""
        return QSize(600, self._head + 12 * self._tall + 2)


def _beside(marks: list[Mark], here: Mark, direction: int) -> Mark | None:
    """Return the mark after (+1) or before (-1) another one, also among marks of the same day; None at the ends."""
    if here in marks:
        at = marks.index(here) + direction
        return marks[at] if 0 <= at < len(marks) else None
    later = [mark for mark in marks if mark.day > here.day]
    sooner = [mark for mark in marks if mark.day < here.day]
    return next(iter(later), None) if direction > 0 else next(reversed(sooner), None)
