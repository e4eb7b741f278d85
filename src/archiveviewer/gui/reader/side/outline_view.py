"""The outline of a document as a list, indented by level; each entry leads to its page. Above it stands where it comes from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets import rows
from archiveviewer.gui.widgets.ground import Words
from archiveviewer.records import OutlineItem

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ENTRY = Qt.ItemDataRole.UserRole
LABEL = Qt.ItemDataRole.UserRole + 1
_STEP = 18
_DEEPEST = 8


class Found(StrEnum):
    """Where an outline comes from, or why there is none."""

    IN_FILE = "in file"
    LOOKING = "looking"
    MADE = "made"
    NOTHING = "nothing"


class OutlineModel(QAbstractListModel):
    """The entries of one outline, in their order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[OutlineItem, ...] = ()
        self._labels: tuple[str, ...] = ()

    def set_outline(self, items: Sequence[OutlineItem], labels: Sequence[str]) -> None:
        """Hold other entries; `labels` are those of the pages."""
        self.beginResetModel()
        self._items, self._labels = tuple(items), tuple(labels)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt calls it
        """Return how many entries there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, the entry, the label of its page, or the sentence for those who hear it."""
        if not 0 <= index.row() < len(self._items):
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return rows.tip(item.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{title}, level {level}, page {label}").format(title=item.title, level=item.level, label=self._label(item))
        return {Qt.ItemDataRole.DisplayRole: item.title, ENTRY: item, LABEL: self._label(item)}.get(role)

    def row_of(self, page: int) -> int:
        """Return the row of the entry that a page belongs to, -1 before the first."""
        return bisect_right(self._items, page, key=lambda item: item.page) - 1

    def _label(self, item: OutlineItem) -> str:
        return self._labels[item.page - 1] if 0 < item.page <= len(self._labels) else str(item.page)


class OutlineDelegate(QStyledItemDelegate):
    """Paints an entry: its title at its level, and its page at the end."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt calls it
        """Return the height of a line with room around it."""
        return QSize(0, rows.line_height(self._theme) + 8)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one entry."""
        item, label = index.data(ENTRY), str(index.data(LABEL))
        if not isinstance(item, OutlineItem):
            return
        rtl = rows.mirrored(option)
        painter.save()
        rows.ground(painter, option, self._theme)
        pen = rows.Pen(painter, self._theme, rtl=rtl)
        inside = option.rect.adjusted(rows.SIDE, 0, -rows.SIDE, 0)
        wide = rows.width_of(label, self._theme) + 8
        start = inside.left() + min(item.level - 1, _DEEPEST) * self._theme.space(_STEP)
        title = QRect(start, inside.top(), max(inside.right() - wide - start, 0), inside.height())
        page = QRect(inside.right() - wide + 1, inside.top(), wide, inside.height())
        pen.write(rows.visual(title, option.rect, rtl=rtl), item.title, role="title" if item.level == 1 else "body")
        pen.write(rows.visual(page, option.rect, rtl=rtl), label, token="quiet", trailing=True)
        painter.restore()


class OutlineView(QWidget):
    """Shows an outline; `page_chosen` comes with a page when an entry is opened."""

    page_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[OutlineItem, ...] = ()
        self._entries = OutlineModel(self)
        self._said = Words(theme, role="caption", token="quiet", wrap=True, parent=self)
        self._said.setContentsMargins(rows.SIDE, 6, rows.SIDE, 6)
        self.list = QListView(self)
        self.list.setModel(self._entries)
        self.list.setItemDelegate(OutlineDelegate(theme, self))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setAccessibleName(self.tr("Outline"))
        self.setFocusProxy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._said)
        column.addWidget(self.list, 1)
        self.list.activated.connect(self._on_activated)
        self.list.clicked.connect(self._on_activated)
        theme.changed.connect(self.list.doItemsLayout)

    def show_outline(self, items: Sequence[OutlineItem], labels: Sequence[str], found: Found = Found.IN_FILE) -> None:
        """Show these entries, and where they come from; `labels` are those of the pages."""
        if tuple(items) != self.items or items:
            self.items = tuple(items)
            self._entries.set_outline(items, labels)
        said = {
            Found.IN_FILE: "",
            Found.LOOKING: self.tr("This file has no outline. Looking for headings…"),
            Found.MADE: self.tr("Made from the headings on the pages; the file has no outline of its own."),
            Found.NOTHING: self.tr("This file has no outline, and no headings were found on its pages."),
        }[found]
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self.list.setAccessibleDescription(said)

    def set_page(self, page: int) -> None:
        """Select the entry that a page belongs to."""
        row = self._entries.row_of(page)
        if row >= 0:
            self.list.setCurrentIndex(self._entries.index(row))

    def _on_activated(self, index: QModelIndex) -> None:
        item = index.data(ENTRY)
        if isinstance(item, OutlineItem):
            self.page_chosen.emit(item.page)
