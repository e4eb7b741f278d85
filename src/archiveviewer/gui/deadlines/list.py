"""The list of deadlines: a real table with groups, for keys and screen readers as for eyes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from archiveviewer.gui.chain.paint import state_token
from archiveviewer.gui.dates import dated_age
from archiveviewer.gui.deadlines.model import DeadlinesModel
from archiveviewer.gui.deadlines.rows import Column, Group, Lane
from archiveviewer.gui.deadlines.words import is_computed
from archiveviewer.gui.widgets.nodes import Index
from archiveviewer.gui.widgets.rows import SIDE
from archiveviewer.gui.widgets.table import RowPainter, RowsView

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

_SHARES = {
    Column.COUNTRY: 178,
    Column.ARTICLE: 76,
    Column.STATE: 94,
    Column.DEADLINE: 100,
    Column.DAYS: 108,
    Column.DECIDED: 206,
    Column.SOURCE: 90,
}
"""Widths at 776 pixels without the articles; the country and who decided take what is left or missing."""
_LEAST = {**_SHARES, Column.COUNTRY: 110, Column.STATE: 88, Column.DEADLINE: 92, Column.DAYS: 98, Column.DECIDED: 120}
_GIVEN_UP = (Column.SOURCE, Column.DECIDED, Column.DAYS)
"""Columns that a narrow pane leaves out, in this order; the sentence of the row still says them."""
_AGE = 170
"""A column of sources as wide as this also says how old they are; it grows in a list wider than `_WIDE`."""
_WIDE = 1000


class DeadlinePainter(RowPainter):
    """Paints the cells of the list."""

    def is_head(self, index: Index) -> bool:
        """Return whether the row is a group."""
        return not index.parent().isValid()

    def height(self, index: Index) -> int:  # noqa: ARG002 - all rows are of one height, so that a thousand of them are laid out at once
        """Return the height of a row."""
        return self.line_height() + 6

    def paint_head(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint the arrow, the name of the group and its count."""
        rest = self.chevron(painter, rect, index)
        view = self.parent_view()
        width = self.text(painter, rest, str(index.data()), role="caption_strong")
        count = str(view.rows().rowCount(index))
        self.text(painter, self.after(rest, width + 8), count, token="quiet", role="caption")

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index, *, selected: bool) -> None:
        """Paint a cell: dates and what is due bold, the state with its icon."""
        lane = self.parent_view().rows().item(index)
        if not isinstance(lane, Lane):
            return
        rect = self.after(rect, SIDE if index.column() == Column.COUNTRY else 0)
        rect = self.before(rect, 8)
        text = str(index.data())
        match Column(index.column()):
            case Column.COUNTRY:
                self.text(painter, rect, text, role="title" if selected else "body")
            case Column.STATE if text:
                token = state_token(lane.chain.state)
                rest = self.picture(painter, rect, self.theme.state_icon(lane.chain.state))
                self.text(painter, rest, text, token="text" if selected else token)
            case Column.DEADLINE:
                self.text(painter, rect, text, role="title" if lane.chain.deadline else "body")
            case Column.DAYS:
                due = lane.group == Group.DUE
                self.text(painter, rect, text, token="text" if due else "quiet", role="title" if due else "body")
            case Column.DECIDED if is_computed(lane):
                rest = self.icon(painter, rect, "calculator")
                self.text(painter, rest, text, token="quiet")
            case Column.SOURCE if lane.chain.newest_source and rect.width() >= _AGE * self.theme.percent / 100:
                today = date.fromisoformat(lane.chain.as_of)
                self.text(painter, rect, dated_age(lane.chain.newest_source, today), token="quiet")
            case _:
                self.text(painter, rect, text, token="quiet")


class DeadlinesHeader(QHeaderView):
    """The heads of the columns: quiet words on `window`, an arrow at the one that sorts."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(True)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(40)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.sorted_by: tuple[int, Qt.SortOrder] | None = None

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the height of a head."""
        return QSize(100, QFontMetrics(self._theme.font("caption")).height() + 11)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:  # noqa: N802 - Qt calls it
        """Paint the word of a column."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(rect, self._theme.color("window"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.color("line"))
        inset = SIDE if logical == 0 else 0
        inner = rect.adjusted(0, 0, -inset, 0) if mirrored else rect.adjusted(inset, 0, 0, 0)
        font = self._theme.font("caption")
        word = str(self.model().headerData(logical, Qt.Orientation.Horizontal) or "")
        if self.sorted_by is not None and self.sorted_by[0] == logical:
            font = self._theme.font("caption_strong")
            icon = self._theme.icon(
                "chevron-up" if self.sorted_by[1] == Qt.SortOrder.AscendingOrder else "chevron-down", size=16, token="text"
            )
            width = QFontMetrics(font).horizontalAdvance(word) + 3
            left = inner.right() - width - 16 if mirrored else inner.left() + width
            painter.drawPixmap(left, inner.center().y() - 7, 16, 16, icon)
        painter.setFont(font)
        painter.setPen(self._theme.color("quiet"))
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, word)


class DeadlinesList(RowsView):
    """The list; a click on a head sorts by it, a second one the other way round, a third by urgency again."""

    def __init__(self, theme: Theme, model: DeadlinesModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._head = DeadlinesHeader(theme, self)
        self.setHeader(self._head)
        self.setModel(model)
        self.setItemDelegate(DeadlinePainter(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Deadlines"))
        self.setUniformRowHeights(True)
        self._head.sectionClicked.connect(self._on_head_clicked)
        model.modelReset.connect(self._share)

    def _on_head_clicked(self, column: int) -> None:
        ascending, descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        after = {None: (column, ascending), (column, ascending): (column, descending), (column, descending): None}
        self._head.sorted_by = after.get(self._head.sorted_by, (column, ascending))
        self.sort_rows()

    def sort_rows(self) -> None:
        """Sort as the head says."""
        column, order = self._head.sorted_by or (-1, Qt.SortOrder.AscendingOrder)
        self.model().sort(column, order)
        self._head.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Give each column its share of the width."""
        super().resizeEvent(event)
        self._share()

    def _articles(self) -> int:
        """Return of how many articles the rows are."""
        model = self.model()
        return len({lane.article for lane in model.lanes()}) if isinstance(model, DeadlinesModel) else 0

    def _share(self) -> None:
        scale, width = self._theme.percent / 100, self.viewport().width()
        several = self._articles() > 1
        shown = [column for column in _SHARES if column != Column.ARTICLE or several]
        for column in _GIVEN_UP:
            if sum(_LEAST[item] for item in shown) * scale > width:
                shown.remove(column)
        ages = [Column.SOURCE] if Column.SOURCE in shown and width > _WIDE * scale else []
        takes = ages + [column for column in (Column.COUNTRY, Column.DECIDED) if column in shown]
        tight = sum(_LEAST[item] if item in takes else _SHARES[item] for item in shown) * scale > width
        usual = _LEAST if tight else _SHARES
        spare = (width - sum(usual[item] for item in shown) * scale) / len(takes)
        for column in _SHARES:
            self.setColumnHidden(column, column not in shown)
            more = spare if column in takes else 0
            self.setColumnWidth(column, max(round(_LEAST[column] * scale), int(usual[column] * scale + more)))
