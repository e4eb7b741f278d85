"""The list of problems: groups that fold, files with their reason, and one button a row that does what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from archiveviewer.gui.library.problems import FileRow, GroupRow, MoreRow
from archiveviewer.gui.library.problems_model import ProblemsModel, Row
from archiveviewer.gui.library.problems_painter import ProblemsDelegate
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.keyed import ENTER


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
        if event.key() in ENTER:
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
