"""Rows to choose from, as the palette and the completions of the search field list them: icon, words, and a key or what it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QObject, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from archiveviewer.gui.commands import Command, Heading, Offer
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.nodes import ROOT, Index
from archiveviewer.gui.widgets.rows import Pen, ground, line_height, mirrored, tip, visual, width_of


class OfferModel(QAbstractListModel):
    """Rows to choose from; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Offer, ...] = ()

    def show_rows(self, rows: Sequence[Offer]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt calls it
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that headings cannot be chosen."""
        if not index.isValid() or isinstance(self.rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row; the delegate looks at `rows` instead."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return sentence(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Command):
            return tip(row.words)
        return None


def sentence(row: Offer) -> str:
    """Return a row in words, for those who hear the window."""
    return f"{row.words}, {row.hint}" if isinstance(row, Command) and row.hint else row.words


class OfferRows(QStyledItemDelegate):
    """Paints what a command does, and its key or what it is at the end."""

    def __init__(self, theme: Theme, model: OfferModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt calls it
        """Return 28 at the usual size of text."""
        return QSize(100, line_height(self._theme) + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row = self._model.rows[index.row()]
        painter.save()
        pen = Pen(painter, self._theme, mirrored(option))
        if isinstance(row, Heading):
            pen.write(option.rect.adjusted(12, 0, -12, 0), row.words, role="caption_strong", token="quiet")
        else:
            ground(painter, option, self._theme, lit=True, line=False)
            self._command(pen, option, row)
        painter.restore()

    def _command(self, pen: Pen, option: QStyleOptionViewItem, row: Command) -> None:
        rect = option.rect.adjusted(12, 0, -12, 0)
        side = self._theme.space(16)
        icon = rect.adjusted(0, 0, side - rect.width(), 0)
        pen.icon(visual(icon, option.rect, rtl=pen.rtl), self._theme.icon(row.icon, token="quiet"))
        rest = rect.adjusted(side + 10, 0, 0, 0)
        lead = min(width_of(row.words, self._theme) + 12, rest.width() // 2)
        end = rest.adjusted(lead, 0, 0, 0)
        taken = pen.write(visual(end, option.rect, rtl=pen.rtl), row.hint, role="caption", token="quiet", trailing=True)
        words = rest.adjusted(0, 0, -taken - 12 if taken else 0, 0)
        pen.write(visual(words, option.rect, rtl=pen.rtl), row.words)
