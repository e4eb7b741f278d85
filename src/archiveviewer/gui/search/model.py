"""The results as a tree: documents, and their pages below them. It holds one answer and shows it; nothing is copied out of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from archiveviewer.gui.search.rows import (
    CountryRow,
    DocumentRow,
    EndRow,
    MoreRow,
    NoteRow,
    PageRow,
    Row,
    WayRow,
    page_text,
    reasons,
    sentence,
)
from archiveviewer.gui.widgets.rows import tip
from archiveviewer.text.paths import shown

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_NOTHING, _SEEN = Qt.ItemFlag.NoItemFlags, Qt.ItemFlag.ItemIsEnabled
_CHOSEN = _SEEN | Qt.ItemFlag.ItemIsSelectable
"""Joined once: the view asks for the flags of each row more than once for each answer."""


class ResultsModel(QAbstractItemModel):
    """Rows of one answer. The internal id of a page's index is the number of its document's row, counted from 1."""

    def __init__(self, country_name: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._country_name = country_name
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rows(self) -> tuple[Row, ...]:
        """Return the rows of the top level."""
        return self._rows

    def row_at(self, index: Index) -> Row | None:
        """Return what an index stands for."""
        if not index.isValid():
            return None
        above = index.internalId()
        if not above:
            return self._rows[index.row()]
        document = self._rows[above - 1]
        return PageRow(document.hit, document.hit.pages[index.row()]) if isinstance(document, DocumentRow) else None

    def country_of(self, row: Row) -> str:
        """Return the name of the country that a document is about."""
        code = row.hit.country if isinstance(row, (DocumentRow, PageRow)) else None
        return self._country_name(code) if code else ""

    def index_of(self, document: int, page: int | None = None) -> QModelIndex:
        """Return the index of a document or of one of its pages; invalid when it is not listed."""
        for number, row in enumerate(self._rows):
            if isinstance(row, DocumentRow) and row.hit.document == document:
                above = self.index(number, 0)
                if page is None:
                    return above
                found = next((at for at, hit in enumerate(row.hit.pages) if hit.page == page), None)
                return above if found is None else self.index(found, 0, above)
        return QModelIndex()

    def repaint(self) -> None:
        """Say that rows look different: chips have come."""
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    # -- what Qt asks -------------------------------------------------------------------------------------------

    def index(self, row: int, column: int = 0, parent: Index = ROOT) -> QModelIndex:
        """Return the index of a row; invalid where there is none."""
        if column or not 0 <= row < self.rowCount(parent):  # `hasIndex` would ask both counts again, through Qt
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = ROOT) -> QModelIndex:  # type: ignore[override]  # QObject.parent() has no argument
        """Return the document above a page."""
        above = index.internalId() if index.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt calls it
        """Return how many rows there are below `parent`."""
        if not parent.isValid():
            return len(self._rows)
        if parent.internalId():
            return 0
        row = self._rows[parent.row()]
        return len(row.hit.pages) if isinstance(row, DocumentRow) else 0

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: ARG002, N802 - Qt calls it
        """Return 1."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that notes cannot be selected."""
        if not index.isValid():
            return _NOTHING
        is_note = not index.internalId() and isinstance(self._rows[index.row()], NoteRow)
        return _SEEN if is_note else _CHOSEN

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row; delegates ask `row_at` instead."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return sentence(row, self.country_of(row))
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, DocumentRow):
            why = reasons(row.hit)
            lines = (row.hit.title, shown(row.hit.path), *(("", self.tr("Why it stands here:"), *why) if why else ()))
            return tip("\n".join(lines))
        return None


def _title(row: Row) -> str:
    match row:
        case DocumentRow(hit):
            return hit.title
        case PageRow(page=page):
            return page_text(page)
        case CountryRow(name=name):
            return name
        case WayRow(title=title):
            return title
        case NoteRow(text) | MoreRow(text) | EndRow(text, _):
            return text
