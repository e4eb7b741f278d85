"""The hits of a document as a list: the page of each and the words around it. It stands beside the pages while one looks for words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archiveviewer.gui.kinds import page_word
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets import marked, rows
from archiveviewer.records import Span

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
HIT = Qt.ItemDataRole.UserRole
MOST = 2000
"""So many hits are listed; the count goes on."""

_SIDE = 10


@dataclass(frozen=True, slots=True, order=True)
class FoundRow:
    """A hit: its page, which hit of the page it is, the page's label, the words around it with the hit marked, and whether it has pages."""

    page: int
    index: int
    label: str
    words: str
    marks: tuple[Span, ...] = ()
    paged: bool = True


class FoundModel(QAbstractListModel):
    """The hits in the order of the document, although they are counted from the page being read onwards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FoundRow] = []

    def clear_rows(self) -> None:
        """Hold none."""
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def add(self, found: Iterable[FoundRow]) -> None:
        """Take more hits, where they belong."""
        more = sorted(found)[: max(MOST - len(self._rows), 0)]
        if not more:
            return
        at = next((at for at, row in enumerate(self._rows) if row > more[0]), len(self._rows))
        self.beginInsertRows(ROOT, at, at + len(more) - 1)
        self._rows[at:at] = more
        self.endInsertRows()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt calls it
        """Return how many hits there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words, the row, or the sentence for those who hear it."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            form = self.tr("Page {label}: {words}") if row.paged else self.tr("Section {label}: {words}")
            return form.format(label=row.label, words=row.words)
        if role == HIT:
            return row
        return row.words if role == Qt.ItemDataRole.DisplayRole else None

    def row_of(self, page: int, index: int) -> int:
        """Return the row of a hit, -1 when it is not listed."""
        return next((at for at, row in enumerate(self._rows) if (row.page, row.index) == (page, index)), -1)


class FoundDelegate(QStyledItemDelegate):
    """Paints the page above, and two lines of the words around the hit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt calls it
        """Return the height of three lines with room around them."""
        return QSize(0, rows.line_height(self._theme, role="caption") + marked.lines_height(self._theme, lines=2) + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one hit."""
        row = index.data(HIT)
        if not isinstance(row, FoundRow):
            return
        painter.save()
        rows.ground(painter, option, self._theme)
        inside = option.rect.adjusted(_SIDE, 4, -_SIDE, -4)
        head = rows.line_height(self._theme, role="caption")
        pen = rows.Pen(painter, self._theme, rtl=rows.mirrored(option))
        where = page_word(row.label, paged=row.paged)
        pen.write(QRect(inside.left(), inside.top(), inside.width(), head), where, role="caption", token="quiet")
        layout, _ = marked.lay_out(row.words, row.marks, width=inside.width(), theme=self._theme)
        marked.paint(painter, layout, QPointF(inside.left(), inside.top() + head), theme=self._theme)
        painter.restore()


class FoundList(QListView):
    """Lists hits; `hit_chosen` comes with page and number when one is opened or walked to."""

    hit_chosen = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = FoundModel(self)
        self.setModel(self.hits)
        self.setItemDelegate(FoundDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Hits in this document"))
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)
        theme.changed.connect(self.doItemsLayout)

    def show_hit(self, page: int, index: int) -> None:
        """Select a hit that was gone to."""
        row = self.hits.row_of(page, index)
        if row >= 0:
            self.setCurrentIndex(self.hits.index(row))

    def _on_chosen(self, index: QModelIndex) -> None:
        row = index.data(HIT)
        if isinstance(row, FoundRow):
            self.hit_chosen.emit(row.page, row.index)
