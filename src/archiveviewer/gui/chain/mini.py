"""The chain of one country, small: its periods, marks, dates and meetings on a line of years."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from archiveviewer.gui.chain.axis import YEAR, Axis
from archiveviewer.gui.chain.drawing import drawing
from archiveviewer.gui.chain.paint import ChainPainter, state_token
from archiveviewer.gui.chain.room import Label, fitted
from archiveviewer.gui.chain.shapes import NEAR, BarKind, Cluster, Drawing, Mark, MarkKind, clusters
from archiveviewer.gui.chain.words import meeting_place, step_sentence
from archiveviewer.gui.dates import short_date, year_words
from archiveviewer.gui.days import day_of
from archiveviewer.gui.widgets.ground import directed
from archiveviewer.gui.widgets.keyed import ENTER
from archiveviewer.records import Chain, ChainStep

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

_BAR = 14
_REACH = 9.0
"""How near to a mark a click must be."""
_STRONG = (MarkKind.STANDS, MarkKind.PASSED, MarkKind.MET, MarkKind.ENDED)
_SIDE = 16


class MiniChain(QWidget):
    """Draws one chain.

    Signals: `step_chosen(step)` when a step becomes the current one, `step_opened(step)` when it is to be opened (Enter, click).
    """

    step_chosen = Signal(object)
    step_opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._painter = theme, ChainPainter(theme)
        self._chain: Chain | None = None
        self._name, self._now = "", True
        self._drawing: Drawing | None = None
        self._current: Mark | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        theme.changed.connect(self._on_theme_changed)

    def show_chain(self, chain: Chain | None, name: str, *, now: bool = True) -> None:
        """Show the chain of the country called `name`, as it is `now` or as it was seen on another day."""
        self._chain, self._name, self._now, self._current = chain, name, now, None
        self._drawing = drawing(chain) if chain is not None else None
        self.setAccessibleName(self.tr("Deadline chain of {country}").format(country=name))
        self._describe()
        self.updateGeometry()
        self.update()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks that can be walked, in order of time."""
        return self._drawing.marks if self._drawing is not None else ()

    @property
    def current(self) -> ChainStep | None:
        """The current step, if one was chosen."""
        return self._current.step if self._current is not None else None

    def walk(self, direction: int) -> ChainStep | None:
        """Make the next (+1) or previous (-1) step the current one and return it; at the ends nothing changes.

        The walk begins at the deadline that stands.
        """
        marks = self.marks
        if not marks:
            return None
        strong = [number for number, mark in enumerate(marks) if mark.kind in _STRONG]
        at = marks.index(self._current) if self._current in marks else next(reversed(strong), len(marks) - 1)
        self.choose(marks[min(max(at + direction, 0), len(marks) - 1)].step)
        return self.current

    def choose(self, step: ChainStep) -> None:
        """Make a step the current one."""
        self._current = next((mark for mark in self.marks if mark.step == step), None)
        self._describe()
        self.update()
        self.step_chosen.emit(step)

    def forget_current(self) -> None:
        """Make no step the current one."""
        self._current = None
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return room for dates, bar, meetings and years."""
        line = QFontMetricsF(self._theme.font("caption")).height()
        return QSize(400, round(3 * line + self._bar() + 13) if self._chain is not None else 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the height that is always needed."""
        return QSize(200, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Walk with Left and Right, open with Enter."""
        directions = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in directions:
            self.walk(directions[key])
        elif key in ENTER and self.current is not None:
            self.step_opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Choose the mark under the pointer."""
        cluster = self._at(event.position())
        if cluster is not None:
            self.choose(cluster.lead.step)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Show a hand over what can be clicked, and say what it is."""
        cluster = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if cluster else Qt.CursorShape.ArrowCursor)
        self.setToolTip(steps_tip(cluster, self._name) if cluster else "")

    def _on_theme_changed(self) -> None:
        self._painter.forget()
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        step = self.current
        self.setAccessibleDescription(step_sentence(step, self._name) if step is not None else "")

    def _font(self, *, strong: bool) -> QFont:
        return self._theme.font("caption_strong" if strong else "caption")

    def _axis(self) -> Axis:
        today = day_of(self._chain.as_of if self._chain else None) or 0.0
        first, last = (self._drawing.ends if self._drawing else None) or (today, today)
        left, width = float(_SIDE) + 18, float(self.width() - 2 * _SIDE - 40)
        length = max(last, today) - first
        return Axis.over(first, max(last + length * 0.03, today + length * 0.07, first + YEAR), left=left, width=width)

    def _bar(self) -> float:
        return _BAR * self._painter.factor

    def _middle(self) -> float:
        return QFontMetricsF(self._theme.font("caption")).height() + 6 + self._bar() / 2

    def _clusters(self) -> tuple[Cluster, ...]:
        return clusters(self.marks, self._axis(), near=NEAR * self._painter.factor)

    def _at(self, point: QPointF) -> Cluster | None:
        axis = self._axis()
        near = [item for item in self._clusters() if abs(axis.x(item.lead.day) - point.x()) <= _REACH * self._painter.factor]
        inside = abs(point.y() - self._middle()) <= _REACH + self._bar() / 2
        return min(near, key=lambda item: abs(axis.x(item.lead.day) - point.x()), default=None) if inside else None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint grid, bars, today, marks and labels."""
        if self._chain is None or self._drawing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.start(painter)
        axis, middle = self._axis(), self._middle()
        self._paint_years(painter, axis, middle)
        for bar in self._drawing.bars:
            left, right = axis.x(bar.start), axis.x(bar.end)
            self._painter.bar(painter, bar, QRectF(left, middle - self._bar() / 2, max(right - left, 1.0), self._bar()))
        self._paint_today(painter, axis, middle)
        for cluster in self._clusters():
            at = QPointF(axis.x(cluster.lead.day), middle)
            self._painter.mark(painter, cluster, at, state=self._chain.state)
            if self._current in cluster.marks:
                self._painter.ring(painter, at)
        self._paint_dates(painter, axis)
        self._paint_meetings(painter, axis, middle)
        if self.hasFocus() and self._current is None:
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _paint_years(self, painter: QPainter, axis: Axis, middle: float) -> None:
        font = self._theme.font("caption")
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        top = middle + self._bar() / 2 + metrics.height() + 6
        for tick in axis.ticks(metrics.horizontalAdvance("2000") * 2.2):
            x = round(axis.x(tick.day)) + 0.5
            painter.setPen(QPen(self._theme.color("line"), 1))
            painter.drawLine(QPointF(x, middle - self._bar() / 2 - 2), QPointF(x, top))
            painter.setPen(self._theme.color("quiet"))
            painter.drawText(QRectF(x - 40, top, 80, metrics.height()), Qt.AlignmentFlag.AlignCenter, year_words(tick.year))

    def _paint_today(self, painter: QPainter, axis: Axis, middle: float) -> None:
        today = day_of(self._chain.as_of if self._chain else None)
        if today is None:
            return
        x = axis.x(today)
        painter.setPen(QPen(self._theme.color("text"), 1.5))
        line = QFontMetricsF(self._theme.font("caption")).height()
        painter.drawLine(QPointF(x, middle - self._bar() / 2 - 5), QPointF(x, middle + self._bar() / 2 + line + 6))

    def _paint_dates(self, painter: QPainter, axis: Axis) -> None:
        """Paint the dates over the bar: the deadline that stands before all others."""
        labels, styles = [], {}
        for mark in self.marks:
            if mark.kind == MarkKind.REQUEST:
                continue
            text = self.tr("in force") if mark.kind == MarkKind.START else short_date(mark.step.date)
            strong = mark.kind in (*_STRONG, MarkKind.EARLIER)
            width = QFontMetricsF(self._font(strong=strong)).horizontalAdvance(text) + 2
            weight = 3 if mark.kind in _STRONG else 1 if mark.kind in {MarkKind.REFERENCE, MarkKind.ASKED} else 2
            label = Label(text, axis.x(mark.day), width, weight)
            labels.append(label)
            styles[id(label)] = (strong, self._date_token(mark))
        line = QFontMetricsF(self._theme.font("caption")).height()
        self._paint_labels(painter, labels, styles, QRectF(0, 0, 0, line))

    def _date_token(self, mark: Mark) -> str:
        if mark.kind in _STRONG and self._chain is not None:
            return state_token(self._chain.state)
        return "text" if mark.kind == MarkKind.EARLIER else "quiet"

    def _paint_meetings(self, painter: QPainter, axis: Axis, middle: float) -> None:
        """Paint under each bar what it was: the first period, or who granted it; and the words of today and of the reference."""
        labels, styles = [], {}
        metrics, strong = QFontMetricsF(self._theme.font("caption")), QFontMetricsF(self._font(strong=True))
        for bar in self._drawing.bars if self._drawing else ():
            text = self._bar_words(bar.kind, bar.decision)
            bold = bar.kind == BarKind.EXTENDED
            width = (strong if bold else metrics).horizontalAdvance(text) + 2
            if text and width <= (bar.end - bar.start) * axis.scale + 40:
                label = Label(text, axis.x((bar.start + bar.end) / 2), width, 2)
                labels.append(label)
                styles[id(label)] = (bold, "extended" if bold else "quiet")
        today = day_of(self._chain.as_of if self._chain else None)
        words = [(self.tr("today") if self._now else self.tr("as seen"), today, "text", 3)] if today is not None else []
        words += [(self.tr("reference"), mark.day, "quiet", 1) for mark in self.marks if mark.kind == MarkKind.REFERENCE]
        words += [(self.tr("requested"), mark.day, "quiet", 1) for mark in self.marks if mark.kind == MarkKind.ASKED]
        for text, day, token, weight in words:
            width = metrics.horizontalAdvance(text) + 2
            beside = width / 2 + 5 if weight == 3 else 0  # noqa: PLR2004 - the word of today stands beside its line
            label = Label(text, axis.x(day) + beside, width, weight)
            labels.append(label)
            styles[id(label)] = (False, token)
        self._paint_labels(painter, labels, styles, QRectF(0, middle + self._bar() / 2 + 3, 0, metrics.height()))

    def _bar_words(self, kind: BarKind, decision: ChainStep | None) -> str:
        if kind == BarKind.FIRST:
            return self.tr("first period")
        if kind == BarKind.EXTENDED:
            if decision is None or decision.meeting is None:
                return self.tr("extended")
            named = ", ".join(part for part in (meeting_place(decision), decision.meeting) if part)
            return self.tr("granted: {meeting}").format(meeting=named)
        return ""

    def _paint_labels(self, painter: QPainter, labels: list[Label], styles: dict[int, tuple[bool, str]], line: QRectF) -> None:
        for label, left in fitted(labels, left=_SIDE, right=self.width() - _SIDE):
            strong, token = styles[id(label)]
            painter.setFont(self._font(strong=strong))
            painter.setPen(self._theme.color(token))
            painter.drawText(
                QRectF(left, line.top(), label.width + 2, line.height()),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute,
                directed(self, label.text),
            )


def steps_tip(cluster: Cluster, name: str) -> str:
    """Return the tooltip of a mark: one sentence for each of its steps, as plain text."""
    return "<qt>" + "<br>".join(escape(step_sentence(mark.step, name)) for mark in cluster.marks) + "</qt>"
