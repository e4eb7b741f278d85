"""A tree of records as an item model, one kind for all lists of Countries and Deadlines.

The model holds the records and shows them; what a column says and the sentence of a row are functions given by the list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ITEM = int(Qt.ItemDataRole.UserRole)
"""The role that gives the record of a row."""


@dataclass(slots=True)
class Node:
    """A record and the rows folded behind it."""

    item: object
    children: list[Node] = field(default_factory=list)
    parent: Node | None = None
    row: int = 0
    number: int = -1


class NodeModel(QAbstractItemModel):
    """Shows nodes with `columns`; `say(item, column)` is the text of a cell, `sentence(item, column)` what is spoken."""

    def __init__(
        self,
        columns: Sequence[str],
        *,
        say: Callable[[Any, int], str],
        sentence: Callable[[Any, int], str],
        tip: Callable[[Any, int], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._say, self._sentence, self._tip = say, sentence, tip or sentence
        self._roots: list[Node] = []
        self._nodes: list[Node] = []

    def show(self, roots: Sequence[Node], columns: Sequence[str] | None = None) -> None:
        """Show other rows, and other columns where they are given."""
        self.beginResetModel()
        self.columns = tuple(columns) if columns is not None else self.columns
        self._roots, self._nodes = list(roots), []
        self._number(self._roots, None)
        self.endResetModel()

    def _number(self, nodes: list[Node], parent: Node | None) -> None:
        for row, node in enumerate(nodes):
            node.row, node.parent, node.number = row, parent, len(self._nodes)
            self._nodes.append(node)
            self._number(node.children, node)

    def node(self, index: Index) -> Node | None:
        """Return the node of an index."""
        return self._nodes[index.internalId()] if index.isValid() else None

    def item(self, index: Index) -> Any:  # noqa: ANN401 - the record of whatever list this is
        """Return the record of a row, or None."""
        node = self.node(index)
        return node.item if node is not None else None

    def items(self) -> Iterator[object]:
        """Yield all records, from the top."""
        return (node.item for node in self._nodes)

    def index_of(self, node: Node, column: int = 0) -> QModelIndex:
        """Return the index of a node."""
        return self.createIndex(node.row, column, node.number)

    def indexes(self, wanted: Callable[[Any], bool]) -> Iterator[QModelIndex]:
        """Yield the first cells of all rows whose record is wanted, from the top."""
        return (self.index_of(node) for node in list(self._nodes) if wanted(node.item))

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """Return the index of a cell."""
        owner = self.node(parent)
        nodes = owner.children if owner is not None else self._roots
        if parent.isValid() and parent.column() != 0:
            return QModelIndex()
        inside = 0 <= row < len(nodes) and 0 <= column < len(self.columns)
        return self.createIndex(row, column, nodes[row].number) if inside else QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt also has a parent() without arguments
        """Return the index of the row that this one is folded behind."""
        node = self.node(index)
        return self.index_of(node.parent) if node is not None and node.parent is not None else QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt calls it
        """Return how many rows are folded behind a row."""
        if parent.isValid() and parent.column() != 0:
            return 0
        owner = self.node(parent)
        return len(owner.children if owner is not None else self._roots)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: ARG002, N802 - Qt calls it
        """Return the number of columns."""
        return len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text, sentence, tooltip or record of a cell."""
        node = self.node(index)
        if node is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._say(node.item, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(node.item, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(node.item, index.column())
        return node.item if role == ITEM else None

    def headerData(  # noqa: N802 - Qt calls it
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(self.columns):
            return self.columns[section]
        return None
