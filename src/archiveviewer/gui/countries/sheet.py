"""The facts of a profile as a table: article, label, value, as of, read in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent, QKeySequence, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStyleOptionViewItem, QToolTip, QWidget

from archiveviewer.gui.chain.ground import directed
from archiveviewer.gui.chain.nodes import Index, Node, NodeModel
from archiveviewer.gui.chain.table import RowPainter, RowsView, plain
from archiveviewer.gui.countries import deeds
from archiveviewer.gui.countries.deeds import Deed, Offered
from archiveviewer.gui.countries.rows import Row, RowKind
from archiveviewer.gui.rows import SIDE, line_height, width_of

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

ARTICLE, LABEL, VALUE, AS_OF, READ_IN = range(5)
_SHARES = {LABEL: 0.252, VALUE: 0.262, AS_OF: 0.25, READ_IN: 0.236}
"""Shares of what the article leaves."""
_MOST = {LABEL: 210, VALUE: 360, AS_OF: 220}
"""On a wide pane columns end here, so that a row is still read as one."""
_GAP = 8
_BAR = 3
_NARROW = 520
"""Under this width (at 100 per cent) a row has two lines: age and source stand under the value."""


def _say(item: object, column: int) -> str:
    if not isinstance(item, Row):
        return ""
    if item.kind == RowKind.GROUP:
        return f"{item.label}, {item.value}" if column == 0 else ""
    return (item.article, item.label, item.value, item.as_of, item.read_in)[column]


def _sentence(item: object, column: int) -> str:
    if not isinstance(item, Row):
        return ""
    return item.sentence if column == 0 else _say(item, column)


def _tip(item: object, column: int) -> str:
    if not isinstance(item, Row) or item.kind == RowKind.GROUP:
        return ""
    if column == READ_IN and item.source is not None:
        return item.source.title
    if column == LABEL and item.behind:
        return f"{item.label} ({item.behind})"
    return item.quote if column == VALUE and item.quote else _say(item, column)


class SheetModel(NodeModel):
    """The rows of a profile."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(("",) * 5, say=_say, sentence=_sentence, tip=_tip, parent=parent)

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows."""
        columns = (self.tr("Article"), self.tr("What"), self.tr("Value"), self.tr("As of"), self.tr("Read in"))
        self.show([_node(row) for row in rows], columns)


def _node(row: Row) -> Node:
    return Node(row, [_node(child) for child in row.children])


class SheetPainter(RowPainter):
    """Paints the rows of a profile."""

    def is_head(self, index: Index) -> bool:
        """Return whether the row is the head of a group."""
        row = self.parent_view().rows().item(index)
        return isinstance(row, Row) and row.kind == RowKind.GROUP

    def _narrow(self) -> bool:
        view = self.parent_view()
        return isinstance(view, Sheet) and view.narrow

    def height(self, index: Index) -> int:
        """Return the height of one line, or of two where the pane is narrow."""
        row = self.parent_view().rows().item(index)
        second = self._narrow() and isinstance(row, Row) and row.kind not in {RowKind.GROUP, RowKind.UNSTATED, RowKind.FOLDED}
        return super().height(index) + (line_height(self.theme, role="caption") if second else 0)

    def paint_head(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint the name of the group and its answer; over the first group also the names of the last columns."""
        row = self.parent_view().rows().item(index)
        rest = self.chevron(painter, rect, index)
        used = self.text(painter, rest, row.label, role="title")
        rest = self.after(rest, used + _GAP)
        opened = self.parent_view().isExpanded(plain(index)) and index.row() == 0 and not self._narrow()
        if opened:
            stop = self._column(AS_OF, rect)
            for column, word in ((AS_OF, self.tr("as of")), (READ_IN, self.tr("read in"))):
                self.text(painter, self._column(column, rect), word, token="quiet", role="caption")
            rest = QRect(rest)
            if self.mirrored():
                rest.setLeft(stop.right() + _GAP)
            else:
                rest.setRight(stop.left() - _GAP)
        if row.children and row.children[0].kind == RowKind.REFERENCE:
            self._paint_dashed(painter, rest, row.value)
        else:
            self.text(painter, rest, row.value, token="quiet", role="caption")

    def _paint_dashed(self, painter: QPainter, rect: QRect, text: str) -> None:
        """Paint words about the reference list in their dashed box."""
        width = min(width_of(text, self.theme, role="caption") + 16, rect.width())
        box = QRect(rect.right() - width + 1 if self.mirrored() else rect.left(), rect.top() + 4, width, rect.height() - 9)
        pen = QPen(self.theme.color("edge"), 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        self.text(painter, box.adjusted(8, 0, -7, 0), text, token="quiet", role="caption")

    def _column(self, column: int, rect: QRect) -> QRect:
        view = self.parent_view()
        return QRect(view.columnViewportPosition(column), rect.top(), view.columnWidth(column), rect.height())

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index, *, selected: bool) -> None:
        """Paint a cell of a fact, an event or a row of the reference list."""
        row = self.parent_view().rows().item(index)
        if not isinstance(row, Row):
            return
        rect = self.after(rect, SIDE if index.column() == ARTICLE else 0)
        rect = self.before(rect, _GAP if index.column() != READ_IN else SIDE - 4)
        if self._narrow():
            whole, rect = rect, self._paint_second_line(painter, rect, row, value=index.column() == VALUE)
            if index.column() == LABEL and width_of(row.label, self.theme) > rect.width() and whole.height() > rect.height():
                self._paint_wrapped(painter, whole.adjusted(0, 3, 0, 0), f"{row.label} {row.folded}")
                return
        match index.column():
            case 0:
                self._paint_article(painter, rect, row)
            case 1:
                self._paint_label(painter, rect, row, index)
            case 2:
                self._paint_value(painter, rect, row)
            case 3:
                rest = self.icon(painter, rect, "calculator") if row.computed else rect
                if row.kind == RowKind.REFERENCE:
                    rest = self.before(rest.united(self._column(READ_IN, rect)), SIDE)
                self.text(painter, rest, row.as_of, token="quiet", role="caption")
            case _:
                self._paint_source(painter, rect, row, selected=selected)

    def _paint_second_line(self, painter: QPainter, rect: QRect, row: Row, *, value: bool) -> QRect:
        """Paint age and source under the value, and return the first line."""
        height = self.line_height() + 6
        if value and rect.height() > height:
            second = QRect(rect.left(), rect.top() + height - 4, rect.width(), rect.height() - height)
            self.text(painter, second, " · ".join(part for part in (row.as_of, row.read_in) if part), token="quiet", role="caption")
        return QRect(rect.left(), rect.top(), rect.width(), min(height, rect.height()))

    def _paint_wrapped(self, painter: QPainter, rect: QRect, text: str) -> None:
        """Paint a label over both lines."""
        painter.setFont(self.theme.font("body"))
        painter.setPen(self.theme.color("text"))
        side = Qt.AlignmentFlag.AlignRight if self.mirrored() else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
        painter.drawText(rect, int(flags) | int(Qt.TextFlag.TextWordWrap), directed(self.parent_view(), text))

    def _paint_article(self, painter: QPainter, rect: QRect, row: Row) -> None:
        if row.kind == RowKind.DIFFERS:
            self.icon(painter, rect, "equal-not", token="text")
        elif row.kind == RowKind.REFERENCE:
            self.icon(painter, rect, "book-marked")
        elif row.kind == RowKind.OLDER:
            return
        else:
            self.text(painter, rect, row.article, token="quiet", role="caption")

    def _paint_label(self, painter: QPainter, rect: QRect, row: Row, index: Index) -> None:
        if row.kind == RowKind.DIFFERS:
            start = self.after(self._column(ARTICLE, rect), SIDE + self.theme.space(16) + 6)
            wide = rect.united(QRect(start.left(), rect.top(), start.width(), rect.height()))
            self._paint_folded(painter, wide, row, role="caption_strong")
            return
        if row.kind == RowKind.FOLDED:
            self.chevron(painter, self._column(ARTICLE, rect).adjusted(SIDE - 4, 0, -SIDE + 4, 0), plain(index).siblingAtColumn(0))
            wide = rect.united(self._column(VALUE, rect))
            self.text(painter, wide, row.label, token="quiet")
            return
        if row.kind == RowKind.OLDER:
            self.text(painter, self.before(rect, 4), row.label, token="quiet", role="caption", trailing=True)
            return
        if row.wide:
            start = self.after(self._column(ARTICLE, rect), SIDE)
            rect = rect.united(start)
        token = "quiet" if row.kind in {RowKind.REFERENCE, RowKind.HIDDEN} else "text"
        self._paint_folded(painter, rect, row, token=token)

    def _paint_folded(self, painter: QPainter, rect: QRect, row: Row, *, token: str = "text", role: str = "body") -> None:
        """Paint a label and how many rows are folded behind it; the number is never cut."""
        room = width_of(row.folded, self.theme, role="caption") + 6 if row.folded else 0
        used = self.text(painter, self.before(rect, room), row.label, token=token, role=role)
        self.text(painter, self.after(rect, used + 6), row.folded, token="accent", role="caption")

    def _paint_value(self, painter: QPainter, rect: QRect, row: Row) -> None:
        if row.bar:
            self._paint_bar(painter, rect, row.bar)
        if row.kind == RowKind.FOLDED:
            return
        if row.kind in {RowKind.EVENT, RowKind.UNSTATED} and not row.as_of and not self._narrow():
            rect = self.before(rect.united(self._column(AS_OF, rect)), _GAP)
        strong = row.kind in {RowKind.FACT, RowKind.DIFFERS}
        quiet = row.kind in {RowKind.UNSTATED, RowKind.OLDER, RowKind.REFERENCE, RowKind.HIDDEN}
        role = self._role_of_value(row.value, rect.width()) if strong else "body"
        self.text(painter, rect, row.value, token="quiet" if quiet else "text", role=role)

    def _role_of_value(self, value: str, room: int) -> str:
        """Return the strongest letters in which a value is not cut."""
        return next((role for role in ("title", "body", "caption") if width_of(value, self.theme, role=role) <= room), "title")

    def _paint_bar(self, painter: QPainter, rect: QRect, part: str) -> None:
        """Paint the piece of the bar that joins sources that differ."""
        top = rect.top() + (5 if part == "first" else 0)
        bottom = rect.bottom() - (5 if part == "last" else -1)
        left = rect.right() + 4 if self.mirrored() else rect.left() - 7
        painter.fillRect(left, top, _BAR, bottom - top, self.theme.color("text"))

    def _paint_source(self, painter: QPainter, rect: QRect, row: Row, *, selected: bool) -> None:
        if not row.read_in:
            return
        token = "accent" if selected and row.place is not None else "quiet"
        view = self.parent_view()
        if isinstance(view, Sheet):
            rect = self.before(rect, view.room_of_deeds(row, rect.top()))
        paged = row.source is not None and row.source.path.lower().endswith(".pdf")
        rest = self.icon(painter, rect, "file-text" if paged else "globe", token=token)
        title, _, where = row.read_in.rpartition(" ")
        tail = width_of(where, self.theme, role="caption") + 4
        used = self.text(painter, self.before(rest, tail), title, token=token, role="caption") if title else -4
        self.text(painter, self.after(rest, used + 4), where, token=token, role="caption")


class Sheet(RowsView):
    """The facts of one country; as high as its rows. What can be done with a row stands at its end while it is pointed at or current.

    Signal: `deed_wanted(row, deed)`.
    """

    deed_wanted = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, fits=True, parent=parent)
        self.narrow = False
        self.setHeaderHidden(True)
        self.setModel(SheetModel(self))
        self.setItemDelegate(SheetPainter(theme, self))
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
        if places and self.narrow:
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
        article = SIDE + width_of(self.tr("Art. {number}").format(number="6.3"), self._theme, role="caption") + _GAP + 4
        width = self.viewport().width() - article
        narrow = self.viewport().width() < self._theme.space(_NARROW)
        if narrow != self.narrow:
            self.narrow = narrow
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
            self.setColumnWidth(VALUE, width - round(width * 0.38) - SIDE + _GAP)
