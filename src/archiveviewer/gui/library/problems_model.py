"""Problems as a model: groups, and the first of their files until more are asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from archiveviewer.gui.library.problems import FileRow, Group, GroupRow, MoreRow, first_files, sentence
from archiveviewer.gui.widgets.nodes import ROOT, Index
from archiveviewer.gui.widgets.rows import tip

Row = GroupRow | FileRow | MoreRow


class ProblemsModel(QAbstractItemModel):
    """Groups and their files. The internal id of a file's index is the number of its group's row, counted from 1."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[GroupRow, ...] = ()
        self._asked: dict[Group, int] = {}
        self._below: list[tuple[FileRow | MoreRow, ...]] = []

    def set_groups(self, groups: Sequence[GroupRow]) -> None:
        """Show other problems."""
        self.beginResetModel()
        self._groups = tuple(groups)
        self._below = [first_files(row, self._asked.get(row.group, 0)) for row in self._groups]
        self.endResetModel()

    def ask_for_more(self, group: Group) -> None:
        """Show more files of a group."""
        self._asked[group] = self._asked.get(group, 0) + 1
        for at, row in enumerate(self._groups):
            if row.group is group:
                parent = self.index(at)
                more = first_files(row, self._asked[group])
                last = len(self._below[at]) - 1
                self.beginRemoveRows(parent, last, last)
                self._below[at] = self._below[at][:-1]
                self.endRemoveRows()
                self.beginInsertRows(parent, last, len(more) - 1)
                self._below[at] = more
                self.endInsertRows()

    def row_at(self, index: Index) -> Row | None:
        """Return what an index stands for."""
        if not index.isValid():
            return None
        above = index.internalId()
        return self._below[above - 1][index.row()] if above else self._groups[index.row()]

    def index(self, row: int, column: int = 0, parent: Index = ROOT) -> QModelIndex:
        """Return the index of a row."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = ROOT) -> QModelIndex:  # type: ignore[override]  # QObject.parent() has no argument
        """Return the group of a file."""
        above = index.internalId() if index.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt calls it
        """Return how many rows there are below `parent`."""
        if not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() else len(self._below[parent.row()])

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: ARG002, N802 - Qt calls it
        """Return 1."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row; the delegate asks `row_at` instead."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name if isinstance(row, FileRow) else row.title if isinstance(row, GroupRow) else row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return sentence(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, FileRow):
            return tip(f"{row.name}\n{row.where}\n{row.why}. {row.next}")
        return None
