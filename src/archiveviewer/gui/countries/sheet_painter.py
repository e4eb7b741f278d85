"""Paints the facts of a profile: one line a row, or two where the pane is narrow."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QTreeView

from archiveviewer.gui.countries.row import Row, RowKind
from archiveviewer.gui.countries.sheet_model import ARTICLE, AS_OF, LABEL, READ_IN, VALUE
from archiveviewer.gui.widgets.ground import directed
from archiveviewer.gui.widgets.nodes import Index
from archiveviewer.gui.widgets.rows import SIDE, line_height, width_of
from archiveviewer.gui.widgets.table import RowPainter, plain

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

GAP = 8
_BAR = 3


class SheetPainter(RowPainter):
    """Paints the rows of a profile.

    `narrow` rows have two lines; `room_of_deeds(row, top)` tells how much is taken at the end of a row.
    """

    def __init__(self, theme: Theme, parent: QTreeView, *, room_of_deeds: Callable[[Row, int], int]) -> None:
        super().__init__(theme, parent)
        self.narrow = False
        self.room_of_deeds = room_of_deeds

    def is_head(self, index: Index) -> bool:
        """Return whether the row is the head of a group."""
        row = self.parent_view().rows().item(index)
        return isinstance(row, Row) and row.kind == RowKind.GROUP

    def height(self, index: Index) -> int:
        """Return the height of one line, or of two where the pane is narrow."""
        row = self.parent_view().rows().item(index)
        second = self.narrow and isinstance(row, Row) and row.kind not in {RowKind.GROUP, RowKind.UNSTATED, RowKind.FOLDED}
        return super().height(index) + (line_height(self.theme, role="caption") if second else 0)

    def paint_head(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint the name of the group and its answer; over the first group also the names of the last columns."""
        row = self.parent_view().rows().item(index)
        rest = self.chevron(painter, rect, index)
        used = self.text(painter, rest, row.label, role="title")
        rest = self.after(rest, used + GAP)
        opened = self.parent_view().isExpanded(plain(index)) and index.row() == 0 and not self.narrow
        if opened:
            stop = self._column(AS_OF, rect)
            for column, word in ((AS_OF, self.tr("as of")), (READ_IN, self.tr("read in"))):
                self.text(painter, self._column(column, rect), word, token="quiet", role="caption")
            rest = QRect(rest)
            if self.mirrored():
                rest.setLeft(stop.right() + GAP)
            else:
                rest.setRight(stop.left() - GAP)
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
        rect = self.before(rect, GAP if index.column() != READ_IN else SIDE - 4)
        if self.narrow:
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
        if row.kind in {RowKind.EVENT, RowKind.UNSTATED} and not row.as_of and not self.narrow:
            rect = self.before(rect.united(self._column(AS_OF, rect)), GAP)
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
        rect = self.before(rect, self.room_of_deeds(row, rect.top()))
        paged = row.source is not None and row.source.path.lower().endswith(".pdf")
        rest = self.icon(painter, rect, "file-text" if paged else "globe", token=token)
        title, _, where = row.read_in.rpartition(" ")
        tail = width_of(where, self.theme, role="caption") + 4
        used = self.text(painter, self.before(rest, tail), title, token=token, role="caption") if title else -4
        self.text(painter, self.after(rest, used + 4), where, token=token, role="caption")
