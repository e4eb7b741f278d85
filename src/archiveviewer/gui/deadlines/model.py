"""The rows of Deadlines: groups with lanes behind them, filtered and sorted. The list and the drawing show this one model."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, Qt

from archiveviewer.gui.deadlines.rows import Column, Group, Key, Lane, Wanted, arranged
from archiveviewer.gui.deadlines.words import cell_words, column_words, group_words, lane_sentence, lane_tip
from archiveviewer.gui.widgets.nodes import Node, NodeModel


def _say(item: object, column: int) -> str:
    if isinstance(item, Lane):
        return cell_words(item, column)
    return group_words(item) if isinstance(item, Group) and column == 0 else ""


def _sentence(item: object, column: int) -> str:
    if isinstance(item, Lane):
        return lane_sentence(item) if column == 0 else cell_words(item, column)
    return _say(item, column)


def _tip(item: object, column: int) -> str:
    return lane_tip(item, column) if isinstance(item, Lane) else _say(item, column)


class DeadlinesModel(NodeModel):
    """Holds all lanes and shows those that the filters let through."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(column_words(), say=_say, sentence=_sentence, tip=_tip, parent=parent)
        self._lanes: tuple[Lane, ...] = ()
        self._beyond: tuple[Lane, ...] = ()
        self._wanted = Wanted()
        self._today = date.min
        self._sort: tuple[Column | None, bool] = (None, False)

    def set_lanes(self, lanes: Sequence[Lane], today: date, *, beyond: Sequence[Lane] = ()) -> None:
        """Take other lanes, as of a day; `beyond` are those of other events alone."""
        self._lanes, self._beyond, self._today = tuple(lanes), tuple(beyond), today
        self._show()

    def set_beyond(self, beyond: Sequence[Lane]) -> None:
        """Take other lanes of other events alone."""
        if self._beyond != tuple(beyond):
            self._beyond = tuple(beyond)
            self._show()

    def set_wanted(self, wanted: Wanted) -> None:
        """Let other chains through."""
        self._wanted = wanted
        self._show()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort each group by a column; -1 is the order of urgency."""
        self._sort = (Column(column) if column >= 0 else None, order == Qt.SortOrder.DescendingOrder)
        self._show()

    def _show(self) -> None:
        passing = [lane for lane in (*self._lanes, *self._beyond) if self._wanted.passes(lane.chain, self._today)]
        groups = arranged(passing, column=self._sort[0], descending=self._sort[1])
        self.show([Node(group, [Node(lane) for lane in lanes]) for group, lanes in groups], column_words())

    def lanes(self) -> tuple[Lane, ...]:
        """Return the lanes that are shown, from the top."""
        return tuple(item for item in self.items() if isinstance(item, Lane))

    def deadlines(self) -> tuple[Lane, ...]:
        """Return the lanes that are shown and have a chain, from the top."""
        return tuple(lane for lane in self.lanes() if lane.group != Group.OTHER)

    def index_of_lane(self, key: Key) -> QModelIndex:
        """Return the row of a lane, or an invalid index when it is not shown."""
        return next(self.indexes(lambda item: isinstance(item, Lane) and item.key == key), QModelIndex())
