"""A tree view that paints its own rows: ground, selection with and without focus, lines between rows. The cells are the delegate's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QFrame, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from archiveviewer.gui.widgets.ground import directed
from archiveviewer.gui.widgets.keyed import ENTER
from archiveviewer.gui.widgets.nodes import Index, NodeModel
from archiveviewer.gui.widgets.rows import SIDE, Pen, focus, focus_without_row, line_height

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme


_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowPainter(QStyledItemDelegate):
    """Paints cells with the theme. Lists override `paint_cell`, `is_head` and `height`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def is_head(self, index: Index) -> bool:
        """Return whether the row is the head of a group and spans all columns."""
        return self.parent_view().model().hasChildren(index) and not index.parent().isValid()

    def parent_view(self) -> RowsView:
        """Return the view that is painted."""
        view = self.parent()
        assert isinstance(view, RowsView)
        return view

    def height(self, index: Index) -> int:
        """Return the height of a row."""
        return self.line_height() + (8 if self.is_head(index) else 6)

    def line_height(self) -> int:
        """Return the height of a line in the fonts of rows."""
        return max(line_height(self.theme), line_height(self.theme, role="title"))

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index, *, selected: bool) -> None:
        """Paint one cell."""
        raise NotImplementedError

    def paint_head(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint the head of a group: arrow, name, answer."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt calls it
        """Return the height of the row."""
        return QSize(80, self.height(index))

    def text(self, painter: QPainter, rect: QRect, text: str, *, token: str = "text", role: str = "body", trailing: bool = False) -> int:
        """Paint one line, cut with … where it is too long, and return the width that it takes."""
        return Pen(painter, self.theme, self.mirrored()).write(
            rect, directed(self.parent_view(), text), role=role, token=token, trailing=trailing
        )

    def icon(self, painter: QPainter, rect: QRect, name: str, *, token: str = "quiet") -> QRect:
        """Paint an icon at the leading end of `rect` and return what is left of it."""
        return self.picture(painter, rect, self.theme.icon(name, token=token))

    def picture(self, painter: QPainter, rect: QRect, picture: QPixmap) -> QRect:
        """Paint a small picture at the leading end of `rect` and return what is left of it."""
        side = round(picture.deviceIndependentSize().width())
        left = rect.right() - side + 1 if self.mirrored() else rect.left()
        painter.drawPixmap(left, rect.center().y() - side // 2 + 1, picture)
        return self.after(rect, side + 5)

    def after(self, rect: QRect, width: int) -> QRect:
        """Return what is left of `rect` behind `width` pixels of its leading end."""
        return rect.adjusted(0, 0, -width, 0) if self.mirrored() else rect.adjusted(width, 0, 0, 0)

    def before(self, rect: QRect, width: int) -> QRect:
        """Return what is left of `rect` before `width` pixels of its trailing end."""
        return rect.adjusted(width, 0, 0, 0) if self.mirrored() else rect.adjusted(0, 0, -width, 0)

    def mirrored(self) -> bool:
        """Return whether the window runs right to left."""
        return self.parent_view().layoutDirection() == Qt.LayoutDirection.RightToLeft

    def chevron(self, painter: QPainter, rect: QRect, index: Index) -> QRect:
        """Paint the folding arrow and return what is left."""
        opened = self.parent_view().isExpanded(plain(index))
        return self.icon(painter, rect, "chevron-down" if opened else "chevron-right", token="text")


def plain(index: Index) -> QModelIndex:
    """Return an index as the kind that views take."""
    return index.model().index(index.row(), index.column(), index.parent()) if index.isValid() else QModelIndex()


class RowsView(QTreeView):
    """Rows of a `NodeModel`, painted by a `RowPainter`.

    Signals: `chosen(index)` when a row becomes the current one by key or click, `opened(index)` on Enter or double click,
    `left(direction)` when Up (-1) or Down (+1) is pressed at the end of the rows.
    """

    chosen = Signal(QModelIndex)
    opened = Signal(QModelIndex)
    left = Signal(int)

    def __init__(self, theme: Theme, *, fits: bool = False, parent: QWidget | None = None) -> None:
        """Make a view; one that `fits` is as high as its rows and leaves scrolling to the pane around it."""
        super().__init__(parent)
        self._theme, self._fits = theme, fits
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(True)
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(False)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        self.setVerticalScrollBarPolicy(bar)
        self.setMouseTracking(True)
        self._hover = QModelIndex()
        theme.changed.connect(self._on_theme_changed)
        self.expanded.connect(self._on_rows_changed)
        self.collapsed.connect(self._on_rows_changed)

    def rows(self) -> NodeModel:
        """Return the model with its own type."""
        model = self.model()
        assert isinstance(model, NodeModel)
        return model

    def painter_of_rows(self) -> RowPainter:
        """Return the delegate with its own type."""
        delegate = self.itemDelegate()
        assert isinstance(delegate, RowPainter)
        return delegate

    def wants_line(self, index: Index) -> bool:  # noqa: ARG002 - for lists to override
        """Return whether a line is drawn under a row."""
        return False

    def _on_theme_changed(self) -> None:
        self._share()
        self.doItemsLayout()
        self._on_rows_changed()
        self.viewport().update()

    def _share(self) -> None:
        """Give the columns their widths; lists with several override it."""

    def _on_rows_changed(self) -> None:
        if self._fits:
            self.updateGeometry()

    def content_height(self) -> int:
        """Return the height of all rows that are unfolded."""
        total, index = 0, self.rows().index(0, 0)
        while index.isValid():
            total += self.painter_of_rows().height(index)
            index = self.indexBelow(index)
        head = self.header()
        return total + (head.sizeHint().height() if not self.isHeaderHidden() else 0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the size of all rows for a view that fits."""
        return QSize(300, self.content_height()) if self._fits else super().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the height that is always needed."""
        return QSize(120, self.content_height()) if self._fits else super().minimumSizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt calls it
        """Leave scrolling to the pane around a view that fits."""
        if self._fits:
            event.ignore()
        else:
            super().wheelEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt calls it
        """Tell which row is the current one."""
        super().currentChanged(plain(current), plain(previous))
        for index in (plain(current), plain(previous)):
            self._update_row(index)
        if current.isValid():
            self.chosen.emit(plain(current))

    def _update_row(self, index: QModelIndex) -> None:
        """Paint a whole row anew; Qt asks for no more than its cell."""
        rect = self.visualRect(index)
        self.viewport().update(0, rect.top(), self.viewport().width(), rect.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Fold and unfold by a click on the head of a group or on the arrow of a row."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and self.folds_at(index, event.position().toPoint().x()):
            first = index.siblingAtColumn(0)
            self.setExpanded(first, not self.isExpanded(first))

    def folds_at(self, index: QModelIndex, x: int) -> bool:  # noqa: ARG002 - for lists to override
        """Return whether a click at `x` folds the row."""
        return self.painter_of_rows().is_head(index.siblingAtColumn(0))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Light the row under the pointer."""
        super().mouseMoveEvent(event)
        self._set_hover(self.indexAt(event.position().toPoint()).siblingAtColumn(0))

    def leaveEvent(self, event: object) -> None:  # noqa: N802 - Qt calls it
        """Put the light out."""
        super().leaveEvent(event)  # type: ignore[arg-type]  # the event is handed on as it came
        self._set_hover(QModelIndex())

    def _set_hover(self, index: QModelIndex) -> None:
        if index != self._hover:
            self._hover = index
            self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Open a row."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self.painter_of_rows().is_head(index.siblingAtColumn(0)):
            self.opened.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Open with Enter; on the head of a group fold and unfold. Without a current row any of these keys begins at the first."""
        if event.key() in _WALKING and not self.currentIndex().isValid() and not event.modifiers():
            self.setCurrentIndex(self.first_row())
            if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                return
        if event.key() in ENTER and self.currentIndex().isValid() and not event.modifiers():
            first = self.currentIndex().siblingAtColumn(0)
            if self.painter_of_rows().is_head(first):
                self.setExpanded(first, not self.isExpanded(first))
            else:
                self.opened.emit(self.currentIndex())
            return
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: +1}.get(Qt.Key(event.key()), 0)
        if way and not event.modifiers() and not self._beside(way).isValid():
            self.left.emit(way)
            return
        super().keyPressEvent(event)

    def first_row(self) -> QModelIndex:
        """Return the first row that is no head of a group, else the first of all."""
        index = self.rows().index(0, 0)
        while index.isValid() and self.painter_of_rows().is_head(index):
            index = self.indexBelow(index)
        return index if index.isValid() else self.rows().index(0, 0)

    def _beside(self, way: int) -> QModelIndex:
        current = self.currentIndex()
        return self.indexBelow(current) if way > 0 else self.indexAbove(current)

    def forget_current(self) -> None:
        """Have no current row, as when another view has one."""
        self.selectionModel().clear()
        self.viewport().update()

    def row_rect(self, index: QModelIndex) -> QRect:
        """Return where a row lies in this view."""
        rect = self.visualRect(index)
        return rect.translated(self.viewport().pos())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt calls it
        """Paint where the keys are."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt calls it
        """Paint that they are elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt calls it
        """Paint the rows, and where the keys are when none is the current one."""
        super().paintEvent(event)
        focus_without_row(self, self._theme)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt calls it
        """Paint ground, selection and cells of a row."""
        delegate = self.painter_of_rows()
        rect = QRect(0, option.rect.top(), self.viewport().width(), option.rect.height())
        first = plain(index).siblingAtColumn(0)
        head = delegate.is_head(first)
        selected = self.selectionModel().isRowSelected(first.row(), first.parent()) or self.currentIndex().siblingAtColumn(0) == first
        self._paint_ground(painter, rect, first, head=head, selected=selected)
        if head:
            delegate.paint_head(painter, self._inside(rect), first)
        else:
            for column in range(self.rows().columnCount()):
                cell = first.siblingAtColumn(column)
                if not self.isColumnHidden(column):
                    left, width = self.columnViewportPosition(column), self.columnWidth(column)
                    delegate.paint_cell(painter, QRect(left, rect.top(), width, rect.height()), cell, selected=selected)
        if selected and self.hasFocus():
            focus(painter, rect, self._theme)

    def _inside(self, rect: QRect) -> QRect:
        return rect.adjusted(SIDE - 4, 0, -SIDE, 0) if not self.painter_of_rows().mirrored() else rect.adjusted(SIDE, 0, -(SIDE - 4), 0)

    def _paint_ground(self, painter: QPainter, rect: QRect, index: QModelIndex, *, head: bool, selected: bool) -> None:
        ground = "window" if head else "pane"
        if selected:
            ground = "selected" if self.hasFocus() else "selected_idle"
        elif index == self._hover:
            ground = "hover"
        painter.fillRect(rect, self._theme.color(ground))
        if head or self.wants_line(index):
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.color("line"))
        if head and (index.row() == 0 or self.isExpanded(index.sibling(index.row() - 1, 0))):
            painter.fillRect(rect.left(), rect.top(), rect.width(), 1, self._theme.color("line"))
        if selected:
            bar = "accent" if self.hasFocus() else "edge"
            left = rect.right() - 2 if self.painter_of_rows().mirrored() else rect.left()
            painter.fillRect(left, rect.top(), 3, rect.height(), self._theme.color(bar))
