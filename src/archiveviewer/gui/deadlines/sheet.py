"""The deadline sheet: the rows of the list on one page of A4, to print or to send."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QCoreApplication, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from archiveviewer.gui.dates import long_date
from archiveviewer.gui.deadlines.rows import Column, Group, Lane, arranged
from archiveviewer.gui.deadlines.words import cell_words, column_words, group_words

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

translate = QCoreApplication.translate
_DPI = 144
_SHARES = {
    Column.COUNTRY: 0.22,
    Column.ARTICLE: 0.09,
    Column.STATE: 0.10,
    Column.DEADLINE: 0.13,
    Column.DAYS: 0.13,
    Column.DECIDED: 0.21,
    Column.SOURCE: 0.12,
}
_LARGEST, _SMALLEST = 9.0, 6.0
_LINE = 1.6
"""Points of the rows, and the height of a row as a multiple."""
_INK, _QUIET, _RULE = QColor("#1A1F26"), QColor("#4C5662"), QColor("#B4BCC6")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the page: `library` is its name, `as_of` the day as of which all is said, `newest` the archive's date."""

    lanes: tuple[Lane, ...]
    library: str
    as_of: str
    newest: str | None


def lines(sheet: Sheet, most: int) -> tuple[list[Group | Lane], int]:
    """Return the lines of the page, heads of groups and lanes in the order of the list, and how many lanes had no room."""
    every: list[Group | Lane] = []
    for group, lanes in arranged(sheet.lanes):
        every += [group, *lanes]
    shown = every[:most]
    if shown and isinstance(shown[-1], Group):
        shown.pop()
    return shown, len(sheet.lanes) - sum(isinstance(item, Lane) for item in shown)


def page(sheet: Sheet, theme: Theme) -> bytes:
    """Return the page (PDF)."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.ReadWrite)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout.Unit.Millimeter)
    writer.setTitle(_title(sheet))
    painter = QPainter(writer)
    _Page(painter, QRectF(0, 0, writer.width(), writer.height()), theme.font("body").family()).paint(sheet)
    painter.end()
    return bytes(buffer.data().data())


def _title(sheet: Sheet) -> str:
    return translate("deadlines", "Deadlines, {library}").format(library=sheet.library)


class _Page:
    """Paints a sheet from the top of the page to its foot."""

    def __init__(self, painter: QPainter, area: QRectF, family: str) -> None:
        self._painter, self._area, self._family = painter, area, family
        self._mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._side = (Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignAbsolute
        self._y = 0.0

    def paint(self, sheet: Sheet) -> None:
        """Paint all."""
        self._write(_title(sheet), 15, strong=True)
        said = translate(
            "deadlines",
            "As seen on {day}. Newest source of this archive: {newest}. A date that has passed has done so as far as this archive knows.",
        )
        newest = long_date(sheet.newest) if sheet.newest else translate("deadlines", "no date")
        self._write(said.format(day=long_date(sheet.as_of), newest=newest), 8, color=_QUIET)
        self._y += 8
        foot = self._height(8) * 1.5
        room = self._area.height() - self._y - foot
        points = self._points(len(sheet.lanes) + 5, room)
        self._row(column_words(), points, strong=True)
        shown, left = lines(sheet, int(room / (self._height(points) * _LINE / 1.2)) - 1)
        for item in shown:
            self._line(item, points)
        if left:
            self._write(translate("deadlines", "%n more; the table (CSV) has them all", "", left), 8, color=_QUIET)

    def _points(self, rows: int, room: float) -> float:
        fits = room / max(rows, 1) / (_DPI / 72) / _LINE
        return min(_LARGEST, max(_SMALLEST, fits))

    def _font(self, points: float, *, strong: bool = False) -> QFont:
        font = QFont(self._family)
        font.setPointSizeF(points)
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def _height(self, points: float) -> float:
        return points * 1.2 * _DPI / 72

    def _write(self, text: str, points: float, *, strong: bool = False, color: QColor = _INK) -> None:
        self._painter.setFont(self._font(points, strong=strong))
        self._painter.setPen(color)
        rect = QRectF(0, self._y, self._area.width(), self._height(points) * 3)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | self._side
        used = self._painter.boundingRect(rect, int(flags), text)
        self._painter.drawText(rect, int(flags), text)
        self._y += used.height() + 4

    def _line(self, item: Group | Lane, points: float) -> None:
        if isinstance(item, Group):
            self._row((group_words(item),), points, strong=True)
        else:
            self._row(tuple(cell_words(item, column) for column in Column), points)

    def _row(self, cells: Sequence[str], points: float, *, strong: bool = False) -> None:
        height, x = self._height(points) * _LINE / 1.2, 0.0
        font = self._font(points, strong=strong)
        self._painter.setFont(font)
        self._painter.setPen(_INK)
        metrics = QFontMetricsF(font, self._painter.device())
        for cell, column in zip(cells, Column, strict=False):
            width = self._area.width() * (_SHARES[column] if len(cells) > 1 else 1)
            text = metrics.elidedText(cell, Qt.TextElideMode.ElideRight, width - 6)
            left = self._area.width() - x - width + 6 if self._mirrored else x
            self._painter.drawText(QRectF(left, self._y, width - 6, height), int(Qt.AlignmentFlag.AlignVCenter | self._side), text)
            x += width
        self._y += height
        self._painter.fillRect(QRectF(0, self._y - 1, self._area.width(), 1), _RULE)
