"""The drawing of the lanes as a widget: it holds the lanes, the stretch of time in sight and what is current.

`lane_painter` paints it, `layout` says where things are, `lanes` adds keys and pointer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from archiveviewer.gui.chain.axis import YEAR, Axis
from archiveviewer.gui.chain.shapes import NEAR, BarKind, Cluster, Mark, MarkKind, clusters
from archiveviewer.gui.deadlines.events import QuietMarks
from archiveviewer.gui.deadlines.lane_painter import LanePainter, Row, Scene
from archiveviewer.gui.deadlines.layout import Layout, names_width
from archiveviewer.gui.deadlines.rows import Key, Lane, by_article
from archiveviewer.gui.deadlines.words import head_words

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

_REACH = 9.0
_CLOSE = 0.08
"""From so many pixels to the day on (29 to the year), requests are drawn too."""
_LEAST_LANE = 24
_BEYOND = 20


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the pointer or the keys are: a lane and the marks there."""

    lane: Lane
    cluster: Cluster


class LanesDrawing(QAbstractScrollArea):
    """Shows lanes under heads of their articles; with one article there are no heads.

    Signal: `kinds_changed(frozenset)` when other kinds of bars and marks are drawn.
    """

    kinds_changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painter = LanePainter(theme)
        self._lanes: tuple[Lane, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._row_of: dict[Key, int] = {}
        self._occurring: frozenset[BarKind | MarkKind] = frozenset()
        self._kinds: frozenset[BarKind | MarkKind] = frozenset()
        self._ends: list[tuple[Lane, tuple[float, float] | None]] = []
        self._quiet = QuietMarks()
        self._grouped: tuple[float, dict[Key, tuple[Cluster, ...]]] = (0.0, {})
        self._axis = Axis.over(0, YEAR, left=0, width=1)
        self._fitted = True
        self._today: float | None = None
        self._real_today = 0
        self._current: tuple[Key, Mark] | None = None
        self._hover = -1
        self._widest, self._tall, self._head = 0, _LEAST_LANE, _LEAST_LANE
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

    def set_events(self, quiet: QuietMarks) -> None:
        """Draw other events as quiet marks."""
        self._quiet = quiet
        self._grouped = (0.0, {})
        if self._fitted:
            self.fit()
        self._tell_kinds()
        self.viewport().update()

    def marks_of(self, lane: Lane) -> tuple[Mark, ...]:
        """Return all marks of a lane, quiet ones too, in order of time."""
        quiet = self._quiet.of(lane)
        return tuple(sorted((*lane.drawing.marks, *quiet), key=lambda mark: mark.day)) if quiet else lane.drawing.marks

    def _take(self, lanes: Sequence[Lane]) -> None:
        """Take the lanes to be drawn, in the order of their articles."""
        articles = by_article(lanes)
        rows: list[Row] = []
        for article, own in articles:
            head = head_words(*article)
            rows += [Row(head)] if len(articles) > 1 else []
            rows += [Row(head, lane) for lane in own]
        self._rows = tuple(rows)
        self._lanes = tuple(row.lane for row in rows if row.lane is not None)
        self._row_of = {row.lane.key: number for number, row in enumerate(rows) if row.lane is not None}
        self._ends = [(lane, lane.drawing.ends) for lane in self._lanes]
        bars = {bar.kind for lane in self._lanes for bar in lane.drawing.bars}
        self._occurring = frozenset({*bars, *(mark.kind for lane in self._lanes for mark in lane.drawing.marks)})
        self._grouped = (0.0, {})
        self._measure()
        self._settle()

    def _hidden(self) -> tuple[MarkKind, ...]:
        """Return the kinds of marks that are not drawn at the present scale."""
        return (MarkKind.REFERENCE,) if self._axis.scale >= _CLOSE else (MarkKind.REFERENCE, MarkKind.REQUEST)

    def _tell_kinds(self) -> None:
        """Tell which kinds are drawn, when they are others than before."""
        kinds = self._occurring - set(self._hidden())
        if self._quiet:
            kinds |= {MarkKind.EVENT}
        if kinds != self._kinds:
            self._kinds = kinds
            self.kinds_changed.emit(kinds)

    def fit(self) -> None:
        """Show all years of all lanes, and the words behind each."""
        today = self._today or 0.0
        known = [ends for _, ends in self._ends if ends is not None]
        firsts = [first for first, _ in known] + ([day] if (day := self._quiet.first) is not None else [])
        first = min(firsts, default=today - 5 * YEAR)
        last = max((today, *(last for _, last in known)))
        first -= (last - first) * 0.02
        plot, gap = self.layout_now().plot, 16 * self._painter.chains.factor
        scales = [plot.width() / max(last - first + YEAR, YEAR)]
        for lane, ends in self._ends:
            words = min(self._painter.texts.width(lane.words, "caption_strong") + gap, plot.width() * 0.6)
            scales.append((plot.width() - words) / max(max(today, ends[1] if ends else today) - first, YEAR))
        self._axis = Axis(first=first, scale=min(scales), left=plot.left(), width=plot.width())
        self._fitted = True
        self._tell_kinds()
        self.viewport().update()

    # -- places -------------------------------------------------------------------------------------------------

    def layout_now(self) -> Layout:
        """Return where things are now."""
        view, width = self.viewport(), self.viewport().width()
        return Layout(
            width=width,
            height=view.height(),
            head=self._head,
            tall=self._tall,
            names=names_width(self._widest, width),
            rows=len(self._rows),
            scrolled=self.verticalScrollBar().value(),
            mirrored=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        )

    def _measure(self) -> None:
        """Work out what does not change while zooming and scrolling."""
        texts = self._painter.texts
        self._tall = max(_LEAST_LANE, texts.metrics("body").height() + 5)
        self._head = texts.metrics("caption").height() + 8
        self._widest = max((texts.width(name, "title") for name in {lane.name for lane in self._lanes}), default=0) + 50

    def lane_at(self, y: float) -> Lane | None:
        """Return the lane at a height, None beside all lanes."""
        row = self.layout_now().row_at(y)
        return self._rows[row].lane if row >= 0 else None

    def _settle(self) -> None:
        """Give the scroll bar the height of the lanes and the axis the width of the pane."""
        bar, page = self.verticalScrollBar(), self.viewport().height() - self._head
        bar.setRange(0, max(0, len(self._rows) * self._tall - page))
        bar.setPageStep(max(page, 1))
        bar.setSingleStep(self._tall)
        plot = self.layout_now().plot
        self._axis = self._axis.resized(left=plot.left(), width=plot.width())

    def _reveal(self, lane: Lane) -> None:
        """Scroll as little as needed to have a lane in sight, the first of an article with its head."""
        row = self._row_of[lane.key]
        first = row - 1 if row and self._rows[row - 1].lane is None else row
        bar = self.verticalScrollBar()
        bar.setValue(max(min(bar.value(), first * self._tall), (row + 1) * self._tall - bar.pageStep()))

    def _clusters(self, lane: Lane) -> list[Cluster]:
        """Return the marks in sight, near ones as one."""
        axis = self._axis
        low, high = axis.day(axis.left - _BEYOND), axis.day(axis.left + axis.width + _BEYOND)
        return [cluster for cluster in self._all_clusters(lane) if low <= cluster.lead.day <= high]

    def _all_clusters(self, lane: Lane) -> tuple[Cluster, ...]:
        """Return the marks of a lane, near ones as one, quiet ones only with each other and beneath; kept while nobody zooms."""
        scale, kept = self._grouped
        if scale != self._axis.scale:
            kept = {}
            self._grouped = (self._axis.scale, kept)
        if lane.key not in kept:
            near = NEAR * self._painter.chains.factor
            hidden = self._hidden()
            own = (mark for mark in lane.drawing.marks if mark.kind not in hidden)
            quiet = self._quiet.of(lane)
            kept[lane.key] = (*clusters(quiet, self._axis, near=near), *clusters(own, self._axis, near=near))
        return kept[lane.key]

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return the lane and the marks under a point."""
        lane, reach = self.lane_at(point.y()), _REACH * self._painter.chains.factor
        if lane is None:
            return None

        def away(found: Cluster) -> float:
            return abs(self._axis.x(found.lead.day) - point.x())

        near = [found for found in self._clusters(lane) if away(found) <= reach]
        best = min(reversed(near), key=lambda found: (away(found), found.lead.kind == MarkKind.EVENT), default=None)
        return Spot(lane, best) if best is not None else None

    def wanted_height(self) -> int:
        """Return the height of all lanes, of four at least."""
        return self._head + max(4, len(self._rows)) * self._tall + 2

    # -- painting -----------------------------------------------------------------------------------------------

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint anew when scrolled."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint what is in sight."""
        self.paint(QPainter(self.viewport()))

    def paint(self, painter: QPainter, *, as_shapes: bool = False) -> None:
        """Paint what is in sight; `as_shapes` for a file in which pictures would be coarse."""
        scene = Scene(
            layout=self.layout_now(),
            axis=self._axis,
            rows=self._rows,
            clusters=self._clusters,
            today=self._today,
            now=self._today is None or int(self._today) == self._real_today,
            lane=self.current_lane(),
            mark=self._current,
            hover=self._hover,
            focused=self.hasFocus(),
            as_shapes=as_shapes,
        )
        self._painter.paint(painter, scene)
