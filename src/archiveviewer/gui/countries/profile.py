"""The profile of one country: answer, chain, facts and listed documents in one column that scrolls as a whole."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from archiveviewer.gui.chain.mini import MiniChain
from archiveviewer.gui.chain.places import step_place
from archiveviewer.gui.chain.words import standing_step, step_sentence
from archiveviewer.gui.countries.deeds import Deed
from archiveviewer.gui.countries.export import Export
from archiveviewer.gui.countries.files import cell_sentence
from archiveviewer.gui.countries.files_part import FilesPart
from archiveviewer.gui.countries.ledger import Cell
from archiveviewer.gui.countries.load import Shown
from archiveviewer.gui.countries.others import OtherChains
from archiveviewer.gui.countries.profile_head import ProfileHead
from archiveviewer.gui.countries.row import Row
from archiveviewer.gui.countries.sheet import Sheet
from archiveviewer.gui.widgets.ground import Ground
from archiveviewer.gui.widgets.keyed import add_action
from archiveviewer.gui.widgets.table import RowsView
from archiveviewer.records import ChainStep, Place

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme


class ProfileView(QScrollArea):
    """Shows one country.

    Signals: `place_chosen(Place)` and `place_opened(Place)` for evidence, `file_chosen(Cell)` and `file_opened(Cell)` for a listed file,
    `export_wanted(Export)`, `back_wanted()` for "All" and Esc, `today_wanted()` to leave another day, `said(sentence)`,
    `deed_wanted(row, deed)` for what is done with a fact, `file_deed_wanted(listed, deed)` with a listed file, `compare_wanted()`.
    """

    place_chosen = Signal(object)
    place_opened = Signal(object)
    file_chosen = Signal(object)
    file_opened = Signal(object)
    export_wanted = Signal(object)
    back_wanted = Signal()
    today_wanted = Signal()
    said = Signal(str)
    deed_wanted = Signal(object, object)
    file_deed_wanted = Signal(object, object)
    compare_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Shown | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = Ground(theme, "pane", parent=self)
        self._head = ProfileHead(theme, self._content)
        self._mini = MiniChain(theme, self._content)
        self._others = OtherChains(theme, self._content)
        self._sheet = Sheet(theme, self._content)
        self._part = FilesPart(theme, self._content)
        self._files = self._part.view
        self._lay_out()
        self._connect()
        self._add_actions()

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._mini)
        column.addSpacing(4)
        for table in (self._others, self._sheet, self._part):
            column.addWidget(table)
        column.addStretch(1)
        self.setWidget(self._content)
        self.setFocusProxy(self._head.answer)

    def _connect(self) -> None:
        self._head.back_wanted.connect(self.back_wanted)
        self._head.today_wanted.connect(self.today_wanted)
        self._head.compare_wanted.connect(self.compare_wanted)
        self._head.export_wanted.connect(self.export_wanted)
        self._head.answer_pressed.connect(self._on_answer_pressed)
        self._mini.step_chosen.connect(self._on_step_chosen)
        self._mini.step_chosen.connect(lambda _: self._others.forget_current())
        self._mini.step_opened.connect(self._open_step)
        self._others.step_chosen.connect(lambda _: self._mini.forget_current())
        self._others.step_chosen.connect(self._on_step_chosen)
        self._others.step_opened.connect(self._open_step)
        self._sheet.chosen.connect(self._on_row_chosen)
        self._sheet.opened.connect(self._on_row_opened)
        self._sheet.deed_wanted.connect(self._on_deed_wanted)
        self._sheet.left.connect(lambda way: self._enter(self._files if way > 0 else self._head.answer, way))
        self._files.left.connect(lambda way: self._enter(self._sheet, way) if way < 0 else None)
        self._files.chosen.connect(self._on_cell_chosen)
        self._files.opened.connect(self._on_cell_opened)
        self._files.deed_wanted.connect(self.file_deed_wanted)
        self._part.missing_wanted.connect(lambda: self.export_wanted.emit(Export.MISSING_TEXT))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_keys_moved)

    def _add_actions(self) -> None:
        add_action(self, self.tr("Earlier step"), "[", lambda: self._walk(-1), anywhere=True)
        add_action(self, self.tr("Later step"), "]", lambda: self._walk(+1), anywhere=True)
        add_action(self, self.tr("Listed documents"), "Ctrl+Down", self.show_files)
        add_action(self, self.tr("Compare with another country"), "Alt+C", self.compare_wanted.emit)

    # -- what is shown ------------------------------------------------------------------------------------------

    @property
    def shown(self) -> Shown | None:
        """What is shown now."""
        return self._shown

    def show_all_button(self, *, visible: bool) -> None:
        """Show the way back to the list, where the list does not stand beside the profile."""
        self._head.show_all_button(visible=visible)

    def show_country(self, shown: Shown, *, as_of: date | None) -> None:
        """Show a country; the same one keeps its folded groups and its place."""
        same = self._shown is not None and self._shown.country == shown.country
        opened = self._sheet.opened_groups() if same else None
        self._shown = shown
        self._head.show_country(shown, as_of=as_of)
        self._mini.show_chain(shown.profile.chain, shown.name, now=as_of is None)
        self._mini.setVisible(bool(self._mini.marks))
        self._others.show_chains(shown.profile.others, shown.name, now=as_of is None)
        self._sheet.set_rows(shown.rows, opened)
        self._part.show_files(shown)
        if not same:
            self.verticalScrollBar().setValue(0)

    def show_files(self) -> None:
        """Go to the listed documents."""
        if self._shown is not None and not self._shown.profile.attachments:
            self._enter(self._part.fold, +1)
            self.said.emit(self.tr("No page of this archive lists documents of {country}.").format(country=self._shown.name))
        elif self._shown is not None:
            self._part.set_folded(folded=False)
            self._column.activate()
            self._enter(self._files, +1)
            self.verticalScrollBar().setValue(self._part.y() - self.viewport().height() // 6)

    # -- moving about -------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Go back to the list with Esc; go on with Down from the answer and the chain."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        elif event.key() == Qt.Key.Key_Down and not event.modifiers():
            self._enter(self._sheet, +1)
        else:
            super().keyPressEvent(event)

    def _enter(self, widget: QWidget, way: int) -> None:
        widget.setFocus(Qt.FocusReason.TabFocusReason if way > 0 else Qt.FocusReason.BacktabFocusReason)
        if isinstance(widget, RowsView):
            model = widget.rows()
            last = model.index(model.rowCount() - 1, 0)
            while way < 0 and widget.isExpanded(last) and model.rowCount(last):
                last = model.index(model.rowCount(last) - 1, 0, last)
            index = model.index(0, 0) if way > 0 else last
            widget.setCurrentIndex(index)
            self._reveal(widget, index)
        else:
            self.ensureWidgetVisible(widget)

    def _reveal(self, view: RowsView, index: QModelIndex) -> None:
        rect = view.row_rect(index)
        top = view.mapTo(self._content, rect.topLeft())
        middle = QRect(top, rect.size()).center()
        self.ensureVisible(0, middle.y(), 0, rect.height() + 8)

    def _on_keys_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        """Bring into view what gets the keys, wherever they come from; tables show their rows themselves."""
        if now is not None and self._content.isAncestorOf(now) and not isinstance(now, RowsView):
            self.ensureWidgetVisible(now)

    def _walk(self, way: int) -> None:
        step = self._mini.walk(way)
        if step is not None:
            self.ensureWidgetVisible(self._mini)

    # -- evidence -----------------------------------------------------------------------------------------------

    def _on_answer_pressed(self) -> None:
        chain = self._shown.profile.chain if self._shown is not None else None
        self._open_step(standing_step(chain) if chain is not None else None)

    def _on_step_chosen(self, step: ChainStep) -> None:
        where = step_place(step)
        if where is not None:
            self.place_chosen.emit(where)
        self.said.emit(step_sentence(step, self._shown.name if self._shown else ""))

    def _open_step(self, step: ChainStep | None) -> None:
        where = step_place(step) if step is not None else None
        if where is not None:
            self.place_opened.emit(where)
        elif step is not None:
            self.said.emit(step_sentence(step, self._shown.name if self._shown else ""))
        else:
            self.said.emit(self.tr("The archive states no deadline, so there is no sentence to show."))

    def _on_row_chosen(self, index: QModelIndex) -> None:
        self._files.forget_current()
        self._reveal(self._sheet, index)
        self._tell(self._place_of(index), self.place_chosen)

    def _on_row_opened(self, index: QModelIndex) -> None:
        row = self._sheet.rows().item(index)
        if row.children and row.place is None:
            self._sheet.setExpanded(index.siblingAtColumn(0), not self._sheet.isExpanded(index.siblingAtColumn(0)))
            return
        where = self._place_of(index)
        self._tell(where, self.place_opened)
        if where is None:
            self.said.emit(self.tr("{row}. There is no sentence to show.").format(row=row.sentence))

    def _on_deed_wanted(self, row: Row, deed: Deed) -> None:
        if deed is Deed.OPEN:
            self._tell(row.place, self.place_opened)
        else:
            self.deed_wanted.emit(row, deed)

    def _place_of(self, index: QModelIndex) -> Place | None:
        row = self._sheet.rows().item(index)
        found: Place | None = row.place if row is not None else None
        return found

    def _tell(self, where: Place | None, signal: SignalInstance) -> None:
        if where is not None:
            signal.emit(where)

    def _on_cell_chosen(self, index: QModelIndex) -> None:
        self._sheet.forget_current()
        self._reveal(self._files, index)
        cell = self._files.cell(index)
        if cell is not None:
            self.said.emit(cell_sentence(self._files.rows().item(index), cell))
            if cell.files:
                self.file_chosen.emit(cell)

    def _on_cell_opened(self, index: QModelIndex) -> None:
        line, cell = self._files.rows().item(index), self._files.cell(index)
        if cell is None:
            first = index.siblingAtColumn(0)
            if line.titles:
                self._files.setExpanded(first, not self._files.isExpanded(first))
                return
            cell = Cell(None, line.files)
        if not cell.files:
            self.said.emit(cell_sentence(line, cell))
        else:
            self.file_opened.emit(cell)
