"""The facts of a profile as a table: article, label, value, as of, read in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent, QKeySequence, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStyleOptionViewItem, QToolTip, QWidget

from archiveviewer.gui.countries import deeds
from archiveviewer.gui.countries.deeds import Deed, Offered
from archiveviewer.gui.countries.labels import article_label
from archiveviewer.gui.countries.row import Row, RowKind
from archiveviewer.gui.countries.sheet_model import ARTICLE, AS_OF, LABEL, READ_IN, VALUE, SheetModel
from archiveviewer.gui.countries.sheet_painter import GAP, SheetPainter
from archiveviewer.gui.widgets.nodes import Index
from archiveviewer.gui.widgets.rows import SIDE, width_of
from archiveviewer.gui.widgets.table import RowsView, plain

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

_SHARES = {LABEL: 0.252, VALUE: 0.262, AS_OF: 0.25, READ_IN: 0.236}
"""Shares of what the article leaves."""
_MOST = {LABEL: 210, VALUE: 360, AS_OF: 220}
"""On a wide pane columns end here, so that a row is still read as one."""
_NARROW = 520
"""Under this width (at 100 per cent) a row has two lines: age and source stand under the value."""


class Sheet(RowsView):
    """The facts of one country; as high as its rows. What can be done with a row stands at its end while it is pointed at or current.

    Signal: `deed_wanted(row, deed)`.
    """

    deed_wanted = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, fits=True, parent=parent)
        self.setHeaderHidden(True)
        self.setModel(SheetModel(self))
        self._painter = SheetPainter(theme, self, room_of_deeds=self.room_of_deeds)
        self.setItemDelegate(self._painter)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAccessibleName(self.tr("Facts"))
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(30)
        for key, wanted in (("Ctrl+C", (Deed.COPY,)), ("Del", (Deed.WRONG, Deed.RIGHT))):
            action = QAction(self.tr("Copy the sentence of the row") if key == "Ctrl+C" else self.tr("Leave out or take back"), self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, wanted=wanted: self._do_with_current(wanted))
            self.addAction(action)

    @property
    def narrow(self) -> bool:
        """Whether rows have two lines."""
        return self._painter.narrow

    def set_rows(self, rows: tuple[Row, ...], opened: frozenset[str] | None = None) -> None:
        """Show the rows of a profile; `opened` names the groups that were open before, else each says for itself."""
        model = self.model()
        assert isinstance(model, SheetModel)
        model.set_rows(rows)
        for index in model.indexes(lambda row: row.kind == RowKind.GROUP):
            row = model.item(index)
            self.setExpanded(index, row.open if opened is None else row.label in opened)
        self._on_rows_changed()

    def opened_groups(self) -> frozenset[str]:
        """Return the names of the groups that are unfolded."""
        model = self.rows()
        return frozenset(
            model.item(index).label for index in model.indexes(lambda row: row.kind == RowKind.GROUP) if self.isExpanded(index)
        )

    def folds_at(self, index: QModelIndex, x: int) -> bool:
        """Return whether a click folds: anywhere on a head, on the count of what is folded behind a row."""
        row = self.rows().item(index)
        if row.kind in {RowKind.GROUP, RowKind.FOLDED}:
            return True
        return bool(row.folded) and index.column() in {ARTICLE, LABEL} and x >= 0

    # -- what can be done with a row ----------------------------------------------------------------------------

    def _is_lit(self, index: QModelIndex) -> bool:
        """Whether a row is the current one or under the pointer."""
        first = index.siblingAtColumn(0)
        return first.isValid() and first in (self.currentIndex().siblingAtColumn(0), self._hover)

    def _side(self) -> int:
        return self._theme.space(deeds.SIDE)

    def room_of_deeds(self, row: Row, top: int) -> int:
        """Return how much the pictures take at the end of the row at `top`; nothing while it is not lit."""
        lit = self._is_lit(self.indexAt(QPoint(1, top)))
        return len(deeds.at_the_end(row)) * self._side() - SIDE + 8 if lit and deeds.at_the_end(row) else 0

    def _places(self, index: QModelIndex) -> list[tuple[Offered, QRect]]:
        """Return what stands at the end of a row, and where."""
        row = self.rows().item(index)
        if not isinstance(row, Row) or not self._is_lit(index):
            return []
        whole = self.visualRect(index.siblingAtColumn(0))
        rect = QRect(4, whole.top(), self.viewport().width() - 8, min(whole.height(), self.painter_of_rows().line_height() + 6))
        found = deeds.at_the_end(row)
        mirrored = self.painter_of_rows().mirrored()
        return [(one, deeds.place_of(at, len(found), rect, side=self._side(), mirrored=mirrored)) for at, one in enumerate(found)]

    def _offered_at(self, point: QPoint) -> Offered | None:
        places = self._places(self.indexAt(point))
        return next((one for one, rect in places if rect.contains(point)), None)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt calls it
        """Paint a row, and what can be done with it."""
        super().drawRow(painter, option, index)
        first = plain(index).siblingAtColumn(0)
        places = self._places(first)
        if places and self._painter.narrow:
            current = first == self.currentIndex().siblingAtColumn(0)
            ground = ("selected" if self.hasFocus() else "selected_idle") if current else "hover"
            whole = places[0][1].united(places[-1][1])
            painter.fillRect(whole.adjusted(0, 2, 0, -2), self._theme.color(ground))
        for one, rect in places:
            picture = self._theme.icon(deeds.ICONS[one.deed], token="text")
            side = round(picture.deviceIndependentSize().width())
            painter.drawPixmap(rect.center().x() - side // 2 + 1, rect.center().y() - side // 2 + 1, picture)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Do what was pressed at the end of a row."""
        point = event.position().toPoint()
        one = self._offered_at(point) if event.button() == Qt.MouseButton.LeftButton else None
        if one is None:
            super().mousePressEvent(event)
            return
        self.deed_wanted.emit(self.rows().item(self.indexAt(point)), one.deed)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        """Say what a picture at the end of a row does."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            one = self._offered_at(event.pos())
            if one is not None:
                QToolTip.showText(event.globalPos(), one.words, self.viewport())
                return True
        return super().viewportEvent(event)

    def menu_of(self, index: QModelIndex) -> QMenu | None:
        """Return the menu of a row; None for one with which nothing can be done."""
        row = self.rows().item(index)
        found = deeds.offered(row) if isinstance(row, Row) else ()
        if not found:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in found:
            action = menu.addAction(one.words)
            action.setShortcut(QKeySequence(one.key))
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(lambda _=False, deed=one.deed: self.deed_wanted.emit(row, deed))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt calls it
        """Show the menu of the row under the pointer, or of the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        menu = self.menu_of(index) if index.isValid() else None
        if menu is not None:
            corner = self.visualRect(index.siblingAtColumn(VALUE)).bottomLeft()
            menu.popup(self.viewport().mapToGlobal(corner) if by_key else event.globalPos())

    def _do_with_current(self, wanted: tuple[Deed, ...]) -> None:
        row = self.rows().item(self.currentIndex())
        one = next((one for one in deeds.offered(row) if one.deed in wanted), None) if isinstance(row, Row) else None
        if one is not None:
            self.deed_wanted.emit(row, one.deed)

    def wants_line(self, index: Index) -> bool:  # noqa: ARG002 - no row has one
        """Return that rows of facts have no lines between them."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Give each column its share."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        article = SIDE + width_of(article_label("6.3"), self._theme, role="caption") + GAP + 4
        width = self.viewport().width() - article
        narrow = self.viewport().width() < self._theme.space(_NARROW)
        if narrow != self._painter.narrow:
            self._painter.narrow = narrow
            for column in (AS_OF, READ_IN):
                self.setColumnHidden(column, narrow)
            self.doItemsLayout()
            self._on_rows_changed()
        self.setColumnWidth(ARTICLE, article)
        for column, share in _SHARES.items():
            most = self._theme.space(_MOST.get(column, width))
            self.setColumnWidth(column, min(round(width * share), most))
        if narrow:
            self.setColumnWidth(LABEL, round(width * 0.38))
            self.setColumnWidth(VALUE, width - round(width * 0.38) - SIDE + GAP)
