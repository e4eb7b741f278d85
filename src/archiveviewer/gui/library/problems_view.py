"""The list of problems: groups that fold, files with their reason, and one button a row that does what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from archiveviewer.gui.kinds import file_icon
from archiveviewer.gui.library.problems import FileRow, Group, GroupRow, MoreRow, Remedy, first_files, remedy_word, sentence
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.chips import frame
from archiveviewer.gui.widgets.rows import Pen, ground, line_height, mirrored, tip, visual, width_of
from archiveviewer.records import ProblemCode

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Row = GroupRow | FileRow | MoreRow
_REMEDY_ICONS = {Remedy.AGAIN: "rotate-cw", Remedy.OUTSIDE: "external-link"}
_FILE_ICONS = {
    ProblemCode.DAMAGED: "file-x",
    ProblemCode.EMPTY: "file-x",
    ProblemCode.CRASHED: "file-x",
    ProblemCode.PASSWORD: "lock",
    ProblemCode.NO_PERMISSION: "lock",
    ProblemCode.UNSUPPORTED: "file-question-mark",
    ProblemCode.MISSING_FOLDER: "unplug",
}
_LEAD = 40
_WIDE = 560
"""From this width on the reason stands in a column of its own."""


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


class ProblemsDelegate(QStyledItemDelegate):
    """Paints groups, files and their buttons."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt calls it
        """Return 28 for a group, 40 for a file."""
        body, caption = line_height(self._theme), line_height(self._theme, role="caption")
        row = _row(self._view, index)
        height = body + caption + 6 if isinstance(row, FileRow) else body + 9
        return QSize(self._view.viewport().width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row = _row(self._view, index)
        painter.save()
        pen = Pen(painter, self._theme, mirrored(option))
        if isinstance(row, GroupRow):
            painter.fillRect(option.rect, self._theme.color("window"))
        ground(painter, option, self._theme)
        if isinstance(row, GroupRow):
            self._group(pen, option, row, unfolded=self._view.isExpanded(index))
        elif isinstance(row, FileRow):
            self._file(pen, option, row)
        elif row is not None:
            pen.write(self._from(option, self._theme.space(_LEAD)), row.text, role="caption", token="accent")
        painter.restore()

    def _from(self, option: QStyleOptionViewItem, left: int, width: int | None = None) -> QRect:
        rect = QRect(option.rect)
        rect.setLeft(rect.left() + left)
        rect.setWidth(rect.width() - 16 if width is None else width)
        return visual(rect, option.rect, rtl=mirrored(option))

    def _group(self, pen: Pen, option: QStyleOptionViewItem, row: GroupRow, *, unfolded: bool) -> None:
        space = self._theme.space
        pen.icon(self._from(option, space(10), space(16)), self._theme.icon("chevron-down" if unfolded else "chevron-right"))
        lead = space(32)
        taken = pen.write(self._from(option, lead), row.title, role="title")
        pen.write(self._from(option, lead + taken + 10), row.text, role="caption", token="quiet")

    def _file(self, pen: Pen, option: QStyleOptionViewItem, row: FileRow) -> None:
        width = option.rect.width()
        lead = self._theme.space(_LEAD)
        pen.icon(
            self._from(option, self._theme.space(16), self._theme.space(16)),
            self._theme.icon(_FILE_ICONS.get(row.code, file_icon(row.path)), token="quiet"),
        )
        button = self.button_rect(option.rect, row, rtl=pen.rtl)
        wide = width >= self._theme.space(_WIDE)
        reason_at = width // 2 if wide else width
        end = width - button.width() - 28
        name_width = (reason_at if wide else end) - lead - 8
        body, caption = line_height(self._theme), line_height(self._theme, role="caption")
        top = option.rect.top() + (option.rect.height() - body - caption) // 2
        first = self._from(option, lead, name_width)
        first.setTop(top)
        first.setHeight(body)
        pen.write(first, row.name, middle=True)
        second = QRect(first.left(), top + body, first.width(), caption)
        pen.write(second, row.where if wide else f"{row.why} · {row.where}", role="caption", token="quiet", middle=wide)
        if wide:
            self._reason(pen, self._from(option, reason_at, end - reason_at), row)
        if row.remedy is not Remedy.NONE:
            self._button(pen, button, row)

    def _reason(self, pen: Pen, rect: QRect, row: FileRow) -> None:
        """Write why, and below it what to do."""
        height = line_height(self._theme, role="caption")
        top = rect.top() + (rect.height() - 2 * height) // 2
        pen.write(QRect(rect.left(), top, rect.width(), height), f"{row.why}.", role="caption")
        pen.write(QRect(rect.left(), top + height, rect.width(), height), row.next, role="caption", token="quiet")

    def button_rect(self, rect: QRect, row: FileRow, *, rtl: bool) -> QRect:
        """Return where the button of a row stands; empty when there is none."""
        word = remedy_word(row.remedy)
        if not word:
            return QRect()
        icon = self._theme.space(16) + 6 if row.remedy in _REMEDY_ICONS else 0
        width = width_of(word, self._theme, role="caption") + 24 + icon
        height = self._theme.space(26)
        place = QRect(rect.right() - width - 15, rect.top() + (rect.height() - height) // 2, width, height)
        return visual(place, rect, rtl=rtl)

    def _button(self, pen: Pen, rect: QRect, row: FileRow) -> None:
        frame(pen.painter, rect, self._theme, fill="pane", edge="edge")
        inside = rect.adjusted(10, 0, -10, 0)
        name = _REMEDY_ICONS.get(row.remedy)
        if name is not None:
            icon = self._theme.icon(name, size=14)
            side = round(icon.deviceIndependentSize().width())
            pen.icon(visual(QRect(inside.left(), inside.top(), side, inside.height()), inside, rtl=pen.rtl), icon)
            inside.adjust(0 if pen.rtl else side + 6, 0, -side - 6 if pen.rtl else 0, 0)
        pen.write(inside, remedy_word(row.remedy), role="caption")


def _row(view: QTreeView, index: Index) -> Row | None:
    model = view.model()
    assert isinstance(model, ProblemsModel)
    return model.row_at(index)


class ProblemsView(QTreeView):
    """Signals: `chosen(FileRow)` when the selection was moved by a person, `remedied(FileRow)` at Enter or a press on the button."""

    chosen = Signal(object)
    remedied = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._problems = ProblemsModel(self)
        self._rows = ProblemsDelegate(theme, self)
        self.setModel(self._problems)
        self.setItemDelegate(self._rows)
        self.setAccessibleName(self.tr("What could not be read in full"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        theme.changed.connect(self._on_theme_changed)

    def show_groups(self, groups: Sequence[GroupRow]) -> None:
        """Show problems; what was folded or selected stays so."""
        model = self._problems
        folded = {
            row.group
            for at in range(model.rowCount())
            if isinstance(row := model.row_at(index := model.index(at)), GroupRow) and not self.isExpanded(index)
        }
        current = model.row_at(self.currentIndex())
        model.set_groups(groups)
        for at, row in enumerate(groups):
            self.setExpanded(model.index(at), row.group not in folded)
        if isinstance(current, FileRow):
            self._select(current.path)

    def _select(self, path: str) -> None:
        for at in range(self._problems.rowCount()):
            parent = self._problems.index(at)
            for below in range(self._problems.rowCount(parent)):
                index = self._problems.index(below, 0, parent)
                row = self._problems.row_at(index)
                if isinstance(row, FileRow) and row.path == path:
                    self.setCurrentIndex(index)
                    return

    def select_first(self) -> None:
        """Select the first file and give the list the keys."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        first = self._problems.index(0, 0, self._problems.index(0))
        if first.isValid():
            self.setCurrentIndex(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Do what can be done at Enter, and tell when the selection has moved."""
        row = self._problems.row_at(self.currentIndex())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(row)
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self._tell()

    def _enter(self, row: Row | None) -> None:
        if isinstance(row, MoreRow):
            self._problems.ask_for_more(row.group)
        elif isinstance(row, GroupRow):
            self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))
        elif row is not None:
            self.remedied.emit(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Fold groups, show more, press buttons, select files."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self._problems.row_at(index)
        super().mousePressEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if isinstance(row, (GroupRow, MoreRow)):
            self._enter(row)
        elif isinstance(row, FileRow):
            self._tell()
            if self._on_button(index, row, point):
                self.remedied.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Do what can be done with the file."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self._problems.row_at(index)
        if isinstance(row, FileRow) and not self._on_button(index, row, point):
            self.remedied.emit(row)

    def _on_button(self, index: QModelIndex, row: FileRow, point: QPoint) -> bool:
        rect = QRect(self.visualRect(index))
        rect.setLeft(0)
        rect.setWidth(self.viewport().width())
        return self._rows.button_rect(rect, row, rtl=self.isRightToLeft()).contains(point)

    def _tell(self) -> None:
        row = self._problems.row_at(self.currentIndex())
        if isinstance(row, FileRow):
            self.chosen.emit(row)

    def drawBranches(self, painter: object, rect: QRect, index: object) -> None:  # noqa: N802 - Qt calls it
        """Draw none; the delegate paints the arrows."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Give rows the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
