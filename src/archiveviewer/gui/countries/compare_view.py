"""Shows two countries side by side: a head with their names, and a table whose cells lead to their proofs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QWidget

from archiveviewer.gui.countries.compare import CompareRow, Said, Side, compared
from archiveviewer.gui.countries.load import Shown
from archiveviewer.gui.widgets.boxes import beside, stacked
from archiveviewer.gui.widgets.ground import Ground, Words
from archiveviewer.gui.widgets.nodes import Index, Node, NodeModel
from archiveviewer.gui.widgets.rows import SIDE, line_height
from archiveviewer.gui.widgets.table import RowPainter, RowsView

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

LABEL, LEFT, RIGHT = range(3)
_LABEL_SHARE = 0.28
_GAP = 10


class CompareModel(NodeModel):
    """Groups with their rows; a cell says what is stated of its country."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(("",) * 3, say=self._text, sentence=self._text, parent=parent)

    def set_countries(self, left: Shown, right: Shown) -> None:
        """Show two other countries."""
        nodes = [Node(group, [Node(row) for row in group.children]) for group in compared(left, right)]
        self.show(nodes, (self.tr("What"), left.name, right.name))

    def _text(self, row: CompareRow, column: int) -> str:
        if column == LABEL:
            return ", ".join(part for part in (row.article, row.label, row.answer) if part)
        if not row.sides:
            return ""
        return f"{self.columns[column]}: {row.sides[column - LEFT].sentence}"


class ComparePainter(RowPainter):
    """Paints a label and, for each country, its values with their days and sources under them."""

    def height(self, index: Index) -> int:
        """Return the height of the side with more values."""
        row = self.parent_view().rows().item(index)
        if not isinstance(row, CompareRow) or not row.sides:
            return super().height(index)
        lines = max(sum(self._height_of(one) for one in side.said) for side in row.sides)
        return max(lines, self.line_height()) + 8

    def _height_of(self, said: Said) -> int:
        return self.line_height() + (line_height(self.theme, role="caption") if said.small else 0)

    def paint_head(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint the name of a group and how many of its rows differ."""
        row = self.parent_view().rows().item(index)
        rest = self.chevron(painter, rect, index)
        used = self.text(painter, rest, row.label, role="title")
        self.text(painter, self.after(rest, used + 8), row.answer, token="quiet", role="caption")

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index, *, selected: bool) -> None:  # noqa: ARG002 - the ground says it
        """Paint a label, or a side."""
        row = self.parent_view().rows().item(index)
        if not isinstance(row, CompareRow):
            return
        rect = self.before(rect.adjusted(0, 4, 0, -4), _GAP)
        if index.column() == LABEL:
            self._paint_label(painter, self.after(rect, SIDE), row)
        else:
            self._paint_side(painter, rect, row.sides[index.column() - LEFT], same=row.same)
            self._paint_current(painter, rect, index)

    def _paint_current(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint the focus around the cell that the keys go to."""
        view = self.parent_view()
        if index == view.currentIndex() and view.hasFocus():
            painter.setPen(QPen(self.theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(-4, -1, 4, 1))

    def _paint_label(self, painter: QPainter, rect: QRect, row: CompareRow) -> None:
        line = QRect(rect.left(), rect.top(), rect.width(), self.line_height())
        self.text(painter, line, row.label)
        small = QRect(rect.left(), line.bottom() + 1, rect.width(), line_height(self.theme, role="caption"))
        if row.article and small.bottom() <= rect.bottom() + 1:
            self.text(painter, small, row.article, token="quiet", role="caption")

    def _paint_side(self, painter: QPainter, rect: QRect, side: Side, *, same: bool) -> None:
        """Paint the values of a country; those that both have are set in the weight of body text."""
        line, small = self.line_height(), line_height(self.theme, role="caption")
        if not side.said:
            words = self.tr("not stated in this archive")
            self.text(painter, QRect(rect.left(), rect.top(), rect.width(), line), words, token="quiet")
            return
        if len(side.said) > 1:
            left = rect.right() + 4 if self.mirrored() else rect.left() - 7
            painter.fillRect(left, rect.top(), 3, rect.height(), self.theme.color("text"))
        top = rect.top()
        for one in side.said:
            self.text(painter, QRect(rect.left(), top, rect.width(), line), one.value, role="body" if same else "title")
            if one.small:
                self.text(painter, QRect(rect.left(), top + line, rect.width(), small), one.small, token="quiet", role="caption")
            top += self._height_of(one)


class CompareTable(RowsView):
    """The table; arrows walk its cells."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setHeaderHidden(True)
        self.setModel(CompareModel(self))
        self.setItemDelegate(ComparePainter(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setAccessibleName(self.tr("Comparison"))
        self.header().setStretchLastSection(False)

    def set_countries(self, left: Shown, right: Shown) -> None:
        """Show two other countries, all groups unfolded."""
        model = self.model()
        assert isinstance(model, CompareModel)
        model.set_countries(left, right)
        self.expandAll()
        self._share()

    def side(self, index: QModelIndex) -> Side | None:
        """Return the side of a cell; of a label that of the first country with a proof."""
        row = self.rows().item(index)
        if not isinstance(row, CompareRow) or not row.sides:
            return None
        if index.column() == LABEL:
            return next((side for side in row.sides if side.place is not None), row.sides[0])
        return row.sides[index.column() - LEFT]

    def wants_line(self, index: Index) -> bool:  # noqa: ARG002 - every row has one
        """Return that a line is drawn under each row."""
        return True

    def columns(self) -> tuple[int, int, int]:
        """Return the widths of the columns."""
        width = self.viewport().width()
        label = round(width * _LABEL_SHARE)
        side = (width - label) // 2
        return label, side, width - label - side

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Give each country half of what the labels leave."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        for column, width in enumerate(self.columns()):
            self.setColumnWidth(column, width)


class CompareView(Ground):
    """Two countries side by side.

    Signals: `place_chosen(Place)` and `place_opened(Place)` for the proof of a cell, `back_wanted()`, `other_wanted()` for another second
    country, `said(sentence)`.
    """

    place_chosen = Signal(object)
    place_opened = Signal(object)
    back_wanted = Signal()
    other_wanted = Signal()
    said = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "pane", parent=parent)
        self._shown: tuple[Shown, Shown] | None = None
        self._back, self._other = QPushButton(self), QPushButton(self.tr("Another country"), self)
        self._back.setProperty("link", True)
        self._other.setProperty("small", True)
        self._names = tuple(Words(theme, role="place", wrap=True, parent=self) for _ in range(2))
        self._lead = QWidget(self)
        self.table = CompareTable(theme, self)
        top = beside(self._back, ..., self._other, margins=(SIDE - 4, 6, SIDE - 4, 4), spacing=None)
        heads = beside(self._lead, *self._names, ..., margins=(0, 0, 0, 6))
        stacked(top, heads, (self.table, 1), within=self)
        self.setFocusProxy(self.table)
        self._back.clicked.connect(self.back_wanted)
        self._other.clicked.connect(self.other_wanted)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.table.header().sectionResized.connect(self._arrange)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._theme.dress(self._back, "chevron-left", token="accent")
        self._theme.dress(self._other, "columns-2")

    @property
    def shown(self) -> tuple[Shown, Shown] | None:
        """The two countries that are shown."""
        return self._shown

    def show_countries(self, left: Shown, right: Shown) -> None:
        """Show two countries."""
        self._shown = (left, right)
        self._back.setText(left.name)
        self._back.setAccessibleName(self.tr("Back to {country}").format(country=left.name))
        for words, shown in zip(self._names, (left, right), strict=True):
            words.setText(shown.name)
        self.table.set_countries(left, right)
        first = self.table.rows().index(0, LEFT, self.table.rows().index(0, 0))
        self.table.setCurrentIndex(first)
        self._arrange()

    def _arrange(self) -> None:
        """Keep the names over their columns."""
        for widget, width in zip((self._lead, *self._names), self.table.columns(), strict=True):
            widget.setFixedWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, index: QModelIndex) -> None:
        side = self.table.side(index)
        if side is not None and side.place is not None:
            self.place_chosen.emit(side.place)

    def _on_opened(self, index: QModelIndex) -> None:
        side = self.table.side(index)
        if side is not None and side.place is not None:
            self.place_opened.emit(side.place)
        elif side is not None:
            self.said.emit(self.tr("{what}. There is no sentence to show.").format(what=side.sentence))
