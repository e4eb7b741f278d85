"""The list of results: a tree whose rows the delegate paints, walked from the search field or with its own keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyleOptionViewItem, QTreeView, QWidget

from archiveviewer.gui.quote_key import wants_quote
from archiveviewer.gui.search.delegate import ResultsDelegate
from archiveviewer.gui.search.model import ResultsModel
from archiveviewer.gui.search.rows import UNFOLDED, DocumentRow, NoteRow, PageRow, Row
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.chips import Chip
from archiveviewer.records import DocumentHit, PageHit

_ARROW_END = 30


class ResultsView(QTreeView):
    """Shows a `ResultsModel`.

    Signals: `chosen(row)` when the selection was moved by a person, `opened(row)` at Enter or a double click, `quote_wanted()` at
    Ctrl+Shift+C, `menu_wanted(row, point)` at the menu key or a right click, `language_wanted(row, code)` at a click on a language.
    """

    chosen = Signal(object)
    opened = Signal(object)
    quote_wanted = Signal()
    menu_wanted = Signal(object, object)
    language_wanted = Signal(object, str)

    def __init__(self, model: ResultsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = model
        self._theme = theme
        self._rows = ResultsDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._rows)
        self._set_up()
        self.expanded.connect(self._on_folded)
        self.collapsed.connect(self._on_folded)
        theme.changed.connect(self._on_theme_changed)

    def _set_up(self) -> None:
        self.setAccessibleName(self.tr("Results"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setAnimated(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(False)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return a size that lets the pane be as narrow as it may."""
        return QSize(120, 60)

    # -- rows ---------------------------------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[Row], *, keep: bool) -> None:
        """Show other rows; `keep` keeps selection and what was folded, as far as the same documents are there."""
        before = self.current_row() if keep else None
        folded = {row.hit.document: self.isExpanded(self._results.index(at)) for at, row in self._documents()} if keep else {}
        self._rows.forget()
        self._results.set_rows(rows)
        for count, (at, row) in enumerate(self._documents()):
            self.setExpanded(self._results.index(at), folded.get(row.hit.document, count < UNFOLDED))
        if isinstance(before, (DocumentRow, PageRow)):
            page = before.page.page if isinstance(before, PageRow) else None
            self.select(before.hit.document, page, scroll=False)
        if not keep:
            self.scrollToTop()

    def set_chips(self, chips: Mapping[int, Sequence[Chip]]) -> None:
        """Show the languages of documents."""
        self._rows.set_chips(chips)
        self._results.repaint()
        self.viewport().update()

    def warm_up(self) -> None:
        """Paint a row that nobody sees."""
        hit = DocumentHit(
            1, 0, "a.pdf", "Aa", "", None, None, None, score=0, missing=(), pages=(PageHit(1, "1", "aa", ((0, 1),)),), page_hits=1
        )
        model = ResultsModel(str, self)
        model.set_rows((DocumentRow(hit),))
        unseen = QTreeView()
        unseen.setModel(model)
        unseen.expandAll()
        delegate = ResultsDelegate(self._theme, unseen)
        unseen.setItemDelegate(delegate)
        unseen.resize(400, 100)
        unseen.grab()
        unseen.deleteLater()
        model.deleteLater()

    def set_lit(self, *, lit: bool) -> None:
        """Show the selection as active although the keys are in the search field."""
        self._rows.lit = lit
        self.viewport().update()

    def _documents(self) -> list[tuple[int, DocumentRow]]:
        return [(at, row) for at, row in enumerate(self._results.rows()) if isinstance(row, DocumentRow)]

    def current_row(self) -> Row | None:
        """Return the selected row."""
        chosen = self.selectionModel().selectedIndexes()
        return self._results.row_at(chosen[0]) if chosen else None

    def select(self, document: int, page: int | None, *, scroll: bool = True) -> bool:
        """Select a document or one of its pages without saying `chosen`; return whether it is listed."""
        index = self._results.index_of(document, page)
        if not index.isValid():
            return False
        if index.parent().isValid() and not self.isExpanded(index.parent()):
            self.expand(index.parent())
        self._set_current(index, scroll=scroll)
        return True

    def _set_current(self, index: QModelIndex, *, scroll: bool = True) -> None:
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if scroll:
            self.scrollTo(index)

    # -- walking ------------------------------------------------------------------------------------------------

    def walk(self, steps: int) -> None:
        """Move the selection by so many stops: pages, folded documents and other rows; unfolded documents are passed over."""
        stops = self._stops()
        if not stops:
            return
        chosen = self.selectionModel().selectedIndexes()
        first = 0 if steps > 0 else len(stops) - 1
        at = self._stop_after(stops, chosen[0], steps) if chosen else first
        self._set_current(stops[at])
        self._tell_chosen()

    def _stops(self) -> list[QModelIndex]:
        stops = []
        for at, row in enumerate(self._results.rows()):
            index = self._results.index(at)
            if isinstance(row, DocumentRow) and self.isExpanded(index) and row.hit.pages:
                stops += [self._results.index(below, 0, index) for below in range(len(row.hit.pages))]
            elif not isinstance(row, NoteRow):
                stops.append(index)
        return stops

    def _stop_after(self, stops: list[QModelIndex], current: QModelIndex, steps: int) -> int:
        """Return the place in `stops` that is `steps` from the current row, which may be an unfolded document between two."""
        if current in stops:
            return max(0, min(len(stops) - 1, stops.index(current) + steps))
        below = next((at for at, stop in enumerate(stops) if stop.parent() == current), 0)
        return max(0, min(len(stops) - 1, below + (steps - 1 if steps > 0 else steps)))

    def neighbour(self, document: int, step: int) -> DocumentRow | None:
        """Return the document listed after (`step` 1) or before (-1) another one."""
        listed = [row for _, row in self._documents()]
        at = next((number for number, row in enumerate(listed) if row.hit.document == document), None)
        if at is None or not 0 <= at + step < len(listed):
            return None
        return listed[at + step]

    def _tell_chosen(self) -> None:
        row = self.current_row()
        if row is not None:
            self.chosen.emit(row)

    def open_current(self) -> None:
        """Say `opened` for the selected row."""
        row = self.current_row()
        if row is not None:
            self.opened.emit(row)

    # -- events -------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Take the key of the quote before the reader does: here it quotes the row, also while the reader is hidden."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and wants_quote(event):
            event.accept()
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt calls it
        """Ask for the menu of the row under the pointer, or of the selected one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        row = self._results.row_at(index)
        if row is not None:
            point = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
            self.menu_wanted.emit(row, point)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Open at Enter, let the tree do the rest, and tell when the selection has moved."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
            return
        if wants_quote(event):
            self.quote_wanted.emit()
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self._tell_chosen()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Fold at the arrow; elsewhere select."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() == Qt.MouseButton.LeftButton and self._on_arrow(index, point):
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and (language := self.language_at(index, point)):
            self.language_wanted.emit(self._results.row_at(index), language)
            return
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._tell_chosen()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Open, unless it is the arrow that was clicked twice."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        if self._on_arrow(index, point):
            self.setExpanded(index, not self.isExpanded(index))
        elif index.isValid():
            self.open_current()

    def _on_arrow(self, index: QModelIndex, point: QPoint) -> bool:
        if not isinstance(self._results.row_at(index), DocumentRow) or not self._results.rowCount(index):
            return False
        end = self._theme.space(_ARROW_END)
        return point.x() > self.viewport().width() - end if self.isRightToLeft() else point.x() < end

    def language_at(self, index: QModelIndex, point: QPoint) -> str:
        """Return the language whose chip is at a point of the viewport; empty where none is."""
        row = self._results.row_at(index)
        if not isinstance(row, DocumentRow):
            return ""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        return self._rows.language_at(option, row, point)

    def drawBranches(self, painter: object, rect: QRect, index: object) -> None:  # noqa: N802 - Qt calls it
        """Draw none; the delegate paints the arrows."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Lay snippets out for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._rows.forget()
            self.scheduleDelayedItemsLayout()

    def _on_folded(self) -> None:
        self.viewport().update()

    def _on_theme_changed(self) -> None:
        self._rows.forget()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
