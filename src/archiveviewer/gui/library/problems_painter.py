"""Paints the list of problems: groups, files with their reason, and the button that does what can be done."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from archiveviewer.gui.kinds import file_icon
from archiveviewer.gui.library.problems import FileRow, GroupRow, Remedy, remedy_word
from archiveviewer.gui.library.problems_model import ProblemsModel, Row
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.chips import frame
from archiveviewer.gui.widgets.marked import lay_out, paint
from archiveviewer.gui.widgets.nodes import Index
from archiveviewer.gui.widgets.rows import Pen, ground, line_height, mirrored, visual, width_of
from archiveviewer.records import ProblemCode

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


class ProblemsDelegate(QStyledItemDelegate):
    """Paints groups, files and their buttons."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt calls it
        """Return 28 for a group, 40 for a file, and more where a sentence needs two lines."""
        body, caption = line_height(self._theme), line_height(self._theme, role="caption")
        row, width = _row(self._view, index), self._view.viewport().width()
        if not isinstance(row, FileRow):
            return QSize(width, body + 9)
        said = sum(height for _, height in self._laid_out(row, width)) if self._is_wide(width) else 0
        return QSize(width, max(body + caption, math.ceil(said)) + 6)

    def _is_wide(self, width: int) -> bool:
        return width >= self._theme.space(_WIDE)

    def _end(self, width: int, row: FileRow) -> int:
        """Return where the words of a row end, before its button."""
        return width - self.button_rect(QRect(0, 0, width, 0), row, rtl=False).width() - 28

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
        wide = self._is_wide(width)
        name_width = (width // 2 if wide else self._end(width, row)) - lead - 8
        body, caption = line_height(self._theme), line_height(self._theme, role="caption")
        top = option.rect.top() + (option.rect.height() - body - caption) // 2
        first = self._from(option, lead, name_width)
        first.setTop(top)
        first.setHeight(body)
        pen.write(first, row.name, middle=True)
        second = QRect(first.left(), top + body, first.width(), caption)
        pen.write(second, row.where if wide else f"{row.why} · {row.where}", role="caption", token="quiet", middle=wide)
        if wide:
            self._reason(pen, option, row)
        if row.remedy is not Remedy.NONE:
            self._button(pen, button, row)

    def _laid_out(self, row: FileRow, width: int) -> tuple[tuple[QTextLayout, float], tuple[QTextLayout, float]]:
        """Return why, and what to do, as they stand below one another in the column for them, each with its height."""
        column = max(self._theme.space(_LEAD), self._end(width, row) - width // 2)
        why, remedy = (lay_out(text, (), width=column, theme=self._theme, role="caption") for text in (f"{row.why}.", row.next))
        return why, remedy

    def _reason(self, pen: Pen, option: QStyleOptionViewItem, row: FileRow) -> None:
        """Write why, and below it what to do."""
        width = option.rect.width()
        column = self._from(option, width // 2, self._end(width, row) - width // 2)
        (why, height), (remedy, more) = self._laid_out(row, width)
        top = column.top() + (column.height() - height - more) / 2
        paint(pen.painter, why, QPointF(column.left(), top), theme=self._theme)
        paint(pen.painter, remedy, QPointF(column.left(), top + height), theme=self._theme, token="quiet")

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
