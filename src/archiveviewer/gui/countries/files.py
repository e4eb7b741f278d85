"""The listed documents of a country as a table: families and titles by languages, each cell a sign of what is here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QWidget

from archiveviewer.gui.countries.file_deeds import language_word, menu_of, why_words
from archiveviewer.gui.countries.ledger import Cell, Ledger, Line
from archiveviewer.gui.countries.signs import paint_sign
from archiveviewer.gui.dates import short_date
from archiveviewer.gui.widgets.nodes import Index, Node, NodeModel
from archiveviewer.gui.widgets.rows import SIDE
from archiveviewer.gui.widgets.table import RowPainter, RowsView

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

translate = QCoreApplication.translate
TITLE, RECEIVED, FIRST_LANGUAGE = 0, 1, 2
_WIDTHS = ((86, 38, 52), (0, 38, 52), (0, 28, 44))
"""Widths of date, language and last column, from wide panes to narrow ones: the first that leaves room for a title is taken."""
_TITLE = 150


def cell_sentence(line: Line, cell: Cell) -> str:
    """Return a cell in words: "Executive summary, French, 40 KB, listed, not in this library"."""
    if not cell.files:
        return translate("files", "{title}, {language}, not listed").format(title=line.title, language=language_word(cell.language))
    if len(cell.files) > 1 or line.titles:
        said = translate("files", "{title}, {language}, {here} of {listed} here")
        return said.format(title=line.title, language=language_word(cell.language), here=cell.here, listed=len(cell.files))
    listed = cell.files[0]
    state = {
        "present": translate("files", "here"),
        "missing": translate("files", "listed, not in this library"),
        "doubtful": translate("files", "in doubt: {why}").format(why=why_words(listed)),
    }.get(listed.state, listed.state)
    decided = translate("files", "decided by a person") if listed.decided else ""
    return ", ".join(part for part in (line.title, language_word(cell.language), listed.attachment.size, state, decided) if part)


class FilesModel(NodeModel):
    """Families with their titles behind them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(("",) * 2, say=self._text, sentence=self._spoken, parent=parent)
        self.country: tuple[str, ...] = ()

    def set_ledger(self, ledger: Ledger, country: Sequence[str]) -> None:
        """Show another ledger of the country with the names `country`, which are left out before its titles."""
        self.country = tuple(country)
        names = [language.upper() if language else self.tr("no lang.") for language in ledger.languages]
        nodes = [Node(family, [Node(line) for line in family.titles]) for family in ledger.families]
        self.show(nodes, (self.tr("request family"), self.tr("received"), *names))

    def _text(self, line: Line, column: int) -> str:
        if column == TITLE:
            return self.short_title(line)
        if column == RECEIVED:
            if line.titles:
                return self.tr("%Ln listed", "", len(line.files))
            return short_date(line.received) if line.received else ""
        cell = line.cells[column - FIRST_LANGUAGE]
        if cell.mark == "none":
            return "·"
        return f"{cell.here}/{len(cell.files)}" if line.titles or len(cell.files) > 1 else {"doubt": "?"}.get(cell.mark, "")

    def short_title(self, line: Line) -> str:
        """Return a title without the name of the country in front of it."""
        for name in self.country:
            for mark in ("'s ", "’s "):
                short = line.title.removeprefix(name + mark)
                if short != line.title and short:
                    return short
        return line.title

    def _spoken(self, line: Line, column: int) -> str:
        if column >= FIRST_LANGUAGE:
            return cell_sentence(line, line.cells[column - FIRST_LANGUAGE])
        return line.title if column == TITLE else self._text(line, column)


class FilesPainter(RowPainter):
    """Paints families, titles and the signs of the languages."""

    def is_head(self, index: Index) -> bool:  # noqa: ARG002 - families have cells of their own
        """Return that no row spans all columns."""
        return False

    def height(self, index: Index) -> int:
        """Return the height of a row; families are a little higher."""
        return self.line_height() + (8 if not index.parent().isValid() else 6)

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index, *, selected: bool) -> None:  # noqa: ARG002 - the ground says it
        """Paint a title, a date or a sign; the current cell has the focus around it."""
        view = self.parent_view()
        line = view.rows().item(index)
        if not isinstance(line, Line):
            return
        text = str(index.data())
        if index.column() == TITLE:
            rest = self.after(rect, SIDE - 4)
            rest = self.chevron(painter, rest, index) if line.titles else self.after(rest, 22)
            self.text(painter, self.before(rest, 8), text, role="title" if line.titles else "body")
        elif index.column() == RECEIVED:
            self.text(painter, rect, text, token="quiet", role="caption")
        else:
            cell = line.cells[index.column() - FIRST_LANGUAGE]
            paint_sign(painter, rect, cell.mark, "" if cell.mark == "none" else text, self.theme)
        if index == view.currentIndex() and view.hasFocus() and index.column() >= FIRST_LANGUAGE:
            painter.setPen(QPen(self.theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 2, -2, -3))


class FilesHeader(QHeaderView):
    """The names of the columns, the languages in the middle of theirs."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(24)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the height of a head."""
        return QSize(100, QFontMetrics(self._theme.font("caption")).height() + 10)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:  # noqa: N802 - Qt calls it
        """Paint the name of a column."""
        painter.fillRect(rect, self._theme.color("pane"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.color("line"))
        word = str(self.model().headerData(logical, Qt.Orientation.Horizontal) or "")
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setFont(self._theme.font("caption" if logical < FIRST_LANGUAGE else "chip_strong"))
        painter.setPen(self._theme.color("quiet" if logical < FIRST_LANGUAGE else "text"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        if logical >= FIRST_LANGUAGE:
            painter.drawText(rect, flags | Qt.AlignmentFlag.AlignHCenter, word)
            return
        inset = SIDE + 18 if logical == TITLE else 0
        inner = rect.adjusted(0, 0, -inset, 0) if mirrored else rect.adjusted(inset, 0, 0, 0)
        painter.drawText(inner, flags | (Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft), word)


class FilesView(RowsView):
    """The listed documents; arrows walk its cells. Signal: `deed_wanted(listed, deed)` from the menu of a cell."""

    deed_wanted = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, fits=True, parent=parent)
        self.setHeader(FilesHeader(theme, self))
        self.setModel(FilesModel(self))
        self.setItemDelegate(FilesPainter(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setAccessibleName(self.tr("Listed documents"))

    def set_ledger(self, ledger: Ledger, country: Sequence[str]) -> None:
        """Show a ledger of the country with the names `country`; the first family is unfolded."""
        model = self.model()
        assert isinstance(model, FilesModel)
        model.set_ledger(ledger, country)
        self._share()
        if ledger.families:
            self.expand(model.index(0, 0))
        self._on_rows_changed()

    def cell(self, index: QModelIndex) -> Cell | None:
        """Return the cell of a language, or None for title and date."""
        line = self.rows().item(index)
        if not isinstance(line, Line) or index.column() < FIRST_LANGUAGE:
            return None
        return line.cells[index.column() - FIRST_LANGUAGE]

    def menu_at(self, index: QModelIndex) -> QMenu | None:
        """Return the menu of a cell, or of a whole document; None for a family and where nothing is listed."""
        line = self.rows().item(index)
        if not isinstance(line, Line) or line.titles:
            return None
        cell = self.cell(index)
        files = cell.files if cell is not None else line.files
        return menu_of(files, self.deed_wanted.emit, self) if files else None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt calls it
        """Show the menu of the cell under the pointer, or of the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        menu = self.menu_at(index) if index.isValid() else None
        if menu is not None:
            menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()) if by_key else event.globalPos())

    def folds_at(self, index: QModelIndex, x: int) -> bool:  # noqa: ARG002 - anywhere in the title
        """Return whether a click folds a family: on its title."""
        return index.column() == TITLE and bool(self.rows().item(index).titles)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Give the languages their room and the title the rest."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        columns, width = self.model().columnCount(), self.viewport().width() - SIDE + 4
        title = 0
        for sizes in _WIDTHS:
            received, cell, last = (self._theme.space(size) if size else 0 for size in sizes)
            title = width - received - cell * (columns - FIRST_LANGUAGE - 1) - last
            if title >= self._theme.space(_TITLE):
                break
        for column in range(FIRST_LANGUAGE, columns):
            self.setColumnWidth(column, cell if column < columns - 1 else last)
        self.setColumnHidden(RECEIVED, received == 0)
        self.setColumnWidth(RECEIVED, received)
        self.setColumnWidth(TITLE, max(80, title))
