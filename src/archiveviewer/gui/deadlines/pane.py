"""The place Deadlines: filters, lanes, legend and list over one model with one selection; the proof of each is one Enter away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from archiveviewer.gui.deadlines.events import Events, QuietMarks, lanes_beyond
from archiveviewer.gui.deadlines.export import Export
from archiveviewer.gui.deadlines.filters import Filters
from archiveviewer.gui.deadlines.handover import Handover
from archiveviewer.gui.deadlines.lanes import LanesView
from archiveviewer.gui.deadlines.legend import Legend
from archiveviewer.gui.deadlines.list import DeadlinesList
from archiveviewer.gui.deadlines.loading import Loaded, load
from archiveviewer.gui.deadlines.model import DeadlinesModel
from archiveviewer.gui.deadlines.proofs import Proofs
from archiveviewer.gui.deadlines.rows import Key, Lane, Wanted
from archiveviewer.gui.language import first_language, interface_language
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.gui.widgets.boxes import stacked
from archiveviewer.gui.widgets.caution import Caution, clock_words
from archiveviewer.gui.widgets.divider import Divided
from archiveviewer.gui.widgets.keyed import add_action
from archiveviewer.gui.widgets.notice import Notice
from archiveviewer.records import ArchiveError

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive
    from archiveviewer.gui.theme import Theme

_LANES_MOST = 0.55


class DeadlinesPane(QWidget):
    """All deadline chains.

    Signals: `place_chosen(Place)` to show evidence while the keys stay here, `place_opened(Place)` to give the reader the keys,
    `country_opened(code)`, `due_changed(count)` of what is due within six months, `as_of_changed(date or None)`, `said(sentence)`,
    `library_wanted()` when there is nothing to show and the person wants to add a folder.
    """

    place_chosen = Signal(object)
    place_opened = Signal(object)
    country_opened = Signal(str)
    due_changed = Signal(int)
    as_of_changed = Signal(object)
    said = Signal(str)
    library_wanted = Signal()

    def __init__(self, archive: Archive, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive, self._theme = archive, theme
        self._tasks = Tasks(self, threads=1)
        self._latest = Latest(self._tasks)
        self._as_of: date | None = None
        self._language = interface_language()
        self._divided = False
        self._marked: frozenset[Events] = frozenset()
        self._loaded: Loaded | None = None
        self._model = DeadlinesModel(self)
        self._filters = Filters(theme, today=archive.today, parent=self)
        self._list = DeadlinesList(theme, self._model, self)
        self._lanes = LanesView(theme, self._model, self._list.selectionModel(), self)
        self.handover = Handover(theme, self._lanes, self._tasks, self)
        self._legend = Legend(theme, self)
        self._notice = Notice(theme, self)
        self._caution = Caution(theme, self)
        self._proofs = Proofs(self)
        self._lay_out()
        self._connect()
        self._add_actions()

    def _lay_out(self) -> None:
        drawing = QWidget(self)
        stacked((self._lanes, 1), self._legend, within=drawing)
        self._splitter = Divided(self._theme, Qt.Orientation.Vertical, self)
        self._splitter.addWidget(drawing)
        self._splitter.addWidget(self._list)
        self._splitter.splitterMoved.connect(self._on_divider_moved)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self._notice)
        stacked(self._filters, self._caution, (self._stack, 1), within=self)
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        self._filters.wanted_changed.connect(self._on_wanted_changed)
        self._filters.day.day_chosen.connect(self._on_as_of_chosen)
        self._filters.events_changed.connect(self._on_events_changed)
        self._filters.export_wanted.connect(self.export)
        self.handover.said.connect(self.said)
        self._filters.closer.connect(lambda: self._lanes.zoom(+1))
        self._filters.farther.connect(lambda: self._lanes.zoom(-1))
        self._filters.fit.connect(self._lanes.fit)
        self._list.chosen.connect(self._on_row_chosen)
        self._list.opened.connect(self._on_row_opened)
        self._lanes.kinds_changed.connect(self._legend.show_kinds)
        self._lanes.step_chosen.connect(self._proofs.follow)
        self._lanes.step_opened.connect(self._proofs.open)
        for told, signal in (
            (self._proofs.place_chosen, self.place_chosen),
            (self._proofs.place_opened, self.place_opened),
            (self._proofs.said, self.said),
        ):
            told.connect(signal)
        self._notice.asked.connect(self._on_notice_asked)
        for view in (self._list, self._lanes):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(self._on_menu_wanted)

    def _add_actions(self) -> None:
        self.addActions(self._filters.zooming)
        self.addActions(self._filters.exports())
        self._open = add_action(self, self.tr("Open the proof\tEnter"), "", self._on_proof_asked)
        self._profile = add_action(self, self.tr("Show the country"), "Ctrl+Return", self._on_country_asked)
        add_action(self, self.tr("Earlier deadline"), "[", lambda: self._lanes.walk(-1, deadlines=True), anywhere=True)
        add_action(self, self.tr("Later deadline"), "]", lambda: self._lanes.walk(+1, deadlines=True), anywhere=True)

    # -- what is shown ------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask the archive again; the old rows stay until the new ones are there."""
        archive, as_of, language = self._archive, self._as_of, self._language
        self._latest.run(lambda _: load(archive, as_of, language), self._on_loaded, self._on_error)

    def set_as_of(self, day: date | None) -> None:
        """See everything as of a day; None is today."""
        if day != self._as_of:
            self._as_of = day
            self._filters.day.show_day(day)
            self.refresh()

    def set_languages(self, languages: Sequence[str]) -> None:
        """Call the countries by their names in the first of the languages that a person reads (ISO 639-1)."""
        language = first_language(languages)
        if language != self._language:
            self._language = language
            if self._loaded is not None:
                self.refresh()

    def close_tasks(self) -> None:
        """End the work in threads; the window is closing."""
        self._latest.stop()
        self._tasks.close()

    def show_country(self, code: str) -> None:
        """Select the lane of a country, when it has one."""
        found = next((item for item in self._model.lanes() if item.chain.country == code), None)
        if found is not None:
            self._lanes.select(found)

    def _on_loaded(self, loaded: Loaded) -> None:
        current = self._lanes.current_lane()
        self._lanes.set_real_today(loaded.today.toordinal())
        self._filters.show_lanes(loaded.lanes, loaded.newest)
        self._loaded = loaded
        self._model.set_lanes(loaded.lanes, self._day(), beyond=self._beyond())
        self._caution.say(clock_words(loaded.today, loaded.ahead) if self._as_of is None else "")
        self._settle(current.key if current is not None else None)
        self.due_changed.emit(loaded.due)

    def _on_events_changed(self, marked: frozenset[Events]) -> None:
        self._marked = marked
        current = self._lanes.current_lane()
        self._model.set_beyond(self._beyond())
        self._settle(current.key if current is not None else None)

    def _beyond(self) -> tuple[Lane, ...]:
        """Return the lanes of the countries that have only events of the sorts that are switched on."""
        found = self._loaded
        if found is None:
            return ()
        return lanes_beyond(found.quiets, found.lanes, found.names, wanted=self._marked, as_of=self._day().isoformat())

    def _day(self) -> date:
        return self._as_of or (self._loaded.today if self._loaded is not None else self._archive.today())

    def _on_divider_moved(self) -> None:
        self._divided = True

    def _divide(self) -> None:
        """Give the lanes the room that they need, at most 55 per cent, until a person moves the divider."""
        whole = self._splitter.height()
        if not self._divided and whole > 0:
            lanes = min(self._lanes.wanted_height() + self._legend.sizeHint().height(), round(whole * _LANES_MOST))
            self._splitter.setSizes([lanes, whole - lanes])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Divide the room anew."""
        super().resizeEvent(event)
        self._divide()

    def _on_wanted_changed(self, wanted: Wanted) -> None:
        current = self._lanes.current_lane()
        self._model.set_wanted(wanted)
        self._settle(current.key if current is not None else None)

    def _settle(self, key: Key | None) -> None:
        """Unfold the groups, keep the selection, and say so when nothing is left to show."""
        self._list.expandAll()
        if self._loaded is not None:
            self._lanes.set_events(QuietMarks(self._loaded.quiets, self._model.lanes(), self._marked))
        index = self._model.index_of_lane(key) if key is not None else QModelIndex()
        if index.isValid():
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)
        if self._model.lanes():
            self._stack.setCurrentWidget(self._splitter)
            self._divide()
            return
        if self._filters.wanted != Wanted():
            self._notice.say(self.tr("No deadline passes these filters"), "", [self.tr("Clear the filters")])
        else:
            text = self.tr("Deadlines come from country pages, requests and decisions. Add the folder that holds them.")
            self._notice.say(self.tr("No deadlines in this archive yet"), text, [self.tr("Go to the library")])
        self._stack.setCurrentWidget(self._notice)

    def _on_error(self, error: Exception) -> None:
        text = str(error) if isinstance(error, ArchiveError) else self.tr("The deadlines cannot be read: {reason}").format(reason=error)
        self.said.emit(text)
        self._notice.say(self.tr("Deadlines cannot be shown"), text, [self.tr("Try again")], error=True)
        self._stack.setCurrentWidget(self._notice)

    def _on_notice_asked(self, choice: int) -> None:
        if self._notice.is_error:
            self.refresh()
        elif self._filters.wanted != Wanted():
            self._filters.clear()
        elif choice == 0:
            self.library_wanted.emit()

    def _on_as_of_chosen(self, day: date | None) -> None:
        self.set_as_of(day)
        self.as_of_changed.emit(day)

    # -- handing over -------------------------------------------------------------------------------------------

    def export(self, what: Export) -> None:
        """Write a file of what is shown, where the person wants it; lanes without a deadline go into pictures only."""
        from archiveviewer.gui.deadlines.sheet import Sheet

        if self._loaded is not None:
            newest = self._loaded.newest.isoformat() if self._loaded.newest else None
            self.handover.save(what, Sheet(self._model.deadlines(), self._archive.library.name, self._day().isoformat(), newest))

    # -- evidence -----------------------------------------------------------------------------------------------

    def _on_row_chosen(self, index: QModelIndex) -> None:
        item = self._model.item(index)
        if isinstance(item, Lane):
            self._proofs.follow(item)

    def _on_row_opened(self, index: QModelIndex) -> None:
        item = self._model.item(index)
        if isinstance(item, Lane):
            self._proofs.open(item)

    def _on_proof_asked(self) -> None:
        item = self._lanes.current_lane()
        if item is not None:
            self._proofs.open(item, self._lanes.current_step())

    def _on_country_asked(self) -> None:
        item = self._lanes.current_lane()
        if item is not None:
            self.country_opened.emit(item.chain.country)

    def _on_menu_wanted(self, point: QPoint) -> None:
        view = self.sender()
        if self._lanes.current_lane() is None or not isinstance(view, (DeadlinesList, LanesView)):
            return
        menu = QMenu(self)
        menu.addActions([self._open, self._profile])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(view.viewport().mapToGlobal(point))
