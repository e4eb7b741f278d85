"""The folders of the library as a list: where they are, how many files they hold, and when they were read."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archiveviewer.gui.dates import long_date
from archiveviewer.gui.kinds import counted
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.keyed import ENTER
from archiveviewer.gui.widgets.nodes import ROOT, Index
from archiveviewer.gui.widgets.rows import Pen, focus_without_row, ground, line_height, mirrored, tip, visual
from archiveviewer.records import Folder
from archiveviewer.text.paths import shown

translate = QCoreApplication.translate
_MOST_ROWS, _LEAST_ROWS = 4, 2
_REMOVABLE = ("/media/", "/run/media/", "/mnt/", "/Volumes/")


class FolderState(StrEnum):
    """How a folder stands."""

    READING = "reading"
    WAITING = "waiting"
    READ = "read"
    NEVER = "never"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class FolderRow:
    """A folder with what is said about it."""

    folder: Folder
    state: FolderState

    @property
    def name(self) -> str:
        """The folder's own name."""
        return shown(PurePath(self.folder.path).name or self.folder.path)

    @property
    def where(self) -> str:
        """The way to it."""
        parent = PurePath(self.folder.path).parent
        return shown(str(parent))

    @property
    def icon(self) -> str:
        """The icon of a stick, a disk that is not there, or a folder."""
        if self.state is FolderState.GONE:
            return "hard-drive"
        return "usb" if self.folder.path.startswith(_REMOVABLE) else "folder"

    @property
    def said(self) -> tuple[str, str, str]:
        """Icon, colour token and words of the state."""
        match self.state:
            case FolderState.READING:
                return "loader", "accent", translate("library", "being read")
            case FolderState.WAITING:
                return "pause", "quiet", translate("library", "waiting to be read")
            case FolderState.GONE:
                return "unplug", "quiet", translate("library", "not connected, still searchable")
            case FolderState.NEVER:
                return "circle-question-mark", "unknown", translate("library", "not read in full yet")
            case FolderState.READ:
                day = long_date((self.folder.read_at or "")[:10])
                return "circle-check", "met", translate("library", "read {day}").format(day=day)

    @property
    def sentence(self) -> str:
        """The row as it is heard."""
        return f"{self.name}, {self.where}, {counted(self.folder.files, 'file')}, {self.said[2]}"


def folder_rows(
    folders: Sequence[Folder], *, reading: Collection[str] | None, paused: bool, hidden: Collection[str]
) -> tuple[FolderRow, ...]:
    """Return the rows; `reading` are the folders of the run, empty for all of them, None without a run."""

    def state(folder: Folder) -> FolderState:
        if not folder.connected:
            return FolderState.GONE
        if reading is not None and (not reading or folder.path in reading):
            return FolderState.WAITING if paused else FolderState.READING
        return FolderState.READ if folder.read_at else FolderState.NEVER

    return tuple(FolderRow(folder, state(folder)) for folder in folders if folder.path not in hidden)


class FoldersModel(QAbstractListModel):
    """A list of `FolderRow`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FolderRow, ...] = ()

    def set_rows(self, rows: Sequence[FolderRow]) -> None:
        """Show other folders; the same ones are only painted anew."""
        same = [row.folder.path for row in rows] == [row.folder.path for row in self._rows]
        if same and rows:
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> FolderRow | None:
        """Return what an index stands for."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt calls it
        """Return how many folders there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.sentence
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(shown(row.folder.path))
        return None


class FoldersDelegate(QStyledItemDelegate):
    """Paints a folder: icon, name and way, files, state, and the button of its menu."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def height(self) -> int:
        """Return the height of a row."""
        return line_height(self._theme) + line_height(self._theme, role="caption") + 10

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt calls it
        """Return 44 at the usual size of text."""
        return QSize(self._view.viewport().width(), self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        model = self._view.model()
        assert isinstance(model, FoldersModel)
        row = model.row_at(index)
        if row is None:
            return
        painter.save()
        pen = Pen(painter, self._theme, mirrored(option))
        ground(painter, option, self._theme)
        width = option.rect.width()
        space = self._theme.space
        columns = (space(40), width * 46 // 100, width * 60 // 100, width - space(44))

        def part(left: int, right: int) -> QRect:
            rect = QRect(option.rect.left() + left, option.rect.top(), right - left, option.rect.height())
            return visual(rect, option.rect, rtl=pen.rtl)

        pen.icon(part(space(14), space(34)), self._theme.icon(row.icon, size=18, token="quiet"))
        body, caption = line_height(self._theme), line_height(self._theme, role="caption")
        names = part(columns[0], columns[1] - 8)
        top = names.top() + (names.height() - body - caption) // 2
        pen.write(QRect(names.left(), top, names.width(), body), row.name, role="title")
        pen.write(QRect(names.left(), top + body, names.width(), caption), row.where, role="caption", token="quiet", middle=True)
        pen.write(part(columns[1], columns[2] - 8), counted(row.folder.files, "file"), token="quiet")
        icon, token, words = row.said
        pen.icon(part(columns[2], columns[2] + space(18)), self._theme.icon(icon, token=token))
        pen.write(part(columns[2] + space(24), columns[3]), words, role="caption")
        pen.icon(self.button_rect(option.rect, rtl=pen.rtl), self._theme.icon("ellipsis"))
        painter.restore()

    def button_rect(self, rect: QRect, *, rtl: bool) -> QRect:
        """Return where the button of the menu stands."""
        side = self._theme.space(28)
        return visual(QRect(rect.right() - side - 14, rect.top() + (rect.height() - side) // 2, side, side), rect, rtl=rtl)


class FoldersView(QListView):
    """Signals: `menu_wanted(FolderRow, QPoint)`, `remove_wanted(FolderRow)` at Del."""

    menu_wanted = Signal(object, object)
    remove_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._folders = FoldersModel(self)
        self._rows = FoldersDelegate(theme, self)
        self.setModel(self._folders)
        self.setItemDelegate(self._rows)
        self.setAccessibleName(self.tr("Folders of the library"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._fit)
        self._fit()

    def show_rows(self, rows: Sequence[FolderRow]) -> None:
        """Show folders."""
        self._folders.set_rows(rows)
        self._fit()

    def current_row(self) -> FolderRow | None:
        """Return the selected folder."""
        return self._folders.row_at(self.currentIndex())

    def _fit(self) -> None:
        """Take the height of the rows, up to a few, and fewer in a low window with large letters; more are scrolled."""
        self.setMinimumHeight(min(self._folders.rowCount(), _LEAST_ROWS) * self._rows.height())
        self.setMaximumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the height of the rows that are shown where there is room."""
        count, row = self._folders.rowCount(), self._rows.height()
        return QSize(super().sizeHint().width(), min(count, _MOST_ROWS) * row + (row // 2 if count > _MOST_ROWS else 0))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt calls it
        """Paint the rows, and where the keys are when none is the current one."""
        super().paintEvent(event)
        focus_without_row(self, self._theme)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Open the menu at its button."""
        super().mousePressEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self._folders.row_at(index)
        button = self._rows.button_rect(self.visualRect(index), rtl=self.isRightToLeft())
        if row is not None and event.button() == Qt.MouseButton.LeftButton and button.contains(point):
            self.menu_wanted.emit(row, self.viewport().mapToGlobal(button.bottomLeft()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt calls it
        """Open the menu of the folder."""
        row = self.current_row()
        if row is not None:
            at = event.globalPos() if event.reason() == QContextMenuEvent.Reason.Mouse else self._below_current()
            self.menu_wanted.emit(row, at)

    def _below_current(self) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Open the menu at Enter, remove at Del."""
        row = self.current_row()
        if row is not None and event.key() in ENTER:
            self.menu_wanted.emit(row, self._below_current())
        elif row is not None and event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit(row)
        else:
            super().keyPressEvent(event)
