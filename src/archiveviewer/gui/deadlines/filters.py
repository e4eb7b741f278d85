"""The row over the lanes: filters by article, country, state, when due and other events, the day, and what is done with the drawing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from archiveviewer.gui.chain.words import article_words, state_word
from archiveviewer.gui.deadlines.day_button import DayButton
from archiveviewer.gui.deadlines.events import Events
from archiveviewer.gui.deadlines.export import Export, export_words
from archiveviewer.gui.deadlines.filter_button import FilterButton
from archiveviewer.gui.deadlines.rows import Lane, Wanted, article_order, year_of
from archiveviewer.gui.deadlines.words import events_words
from archiveviewer.gui.widgets.boxes import beside
from archiveviewer.gui.widgets.flow import FlowRow
from archiveviewer.gui.widgets.ground import Words
from archiveviewer.gui.widgets.keyed import add_action
from archiveviewer.records import State

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

_MONTHS = (3, 6, 12, 24)


class Filters(FlowRow):
    """Holds the filters, the button of the `day`, and tools; `zooming` are the actions for the lanes, to be reached from the whole pane.

    Signals: `wanted_changed(Wanted)` when other chains are to be shown, `events_changed(frozenset)` when other quiet marks are,
    `export_wanted(Export)`, `closer()`, `farther()` and `fit()` for the lanes.
    """

    wanted_changed = Signal(object)
    events_changed = Signal(object)
    export_wanted = Signal(object)
    closer = Signal()
    farther = Signal()
    fit = Signal()

    def __init__(self, theme: Theme, *, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._wanted = Wanted()
        self._marked: frozenset[Events] = frozenset()
        self._lanes: tuple[Lane, ...] = ()
        self._years: list[int] = []
        self._article = FilterButton(theme, self.tr("Article"), self)
        self._country = FilterButton(theme, self.tr("Country"), self)
        self._state = FilterButton(theme, self.tr("State"), self)
        self._due = FilterButton(theme, self.tr("Due"), self)
        self._events = FilterButton(theme, self.tr("Events"), self)
        self.day = DayButton(theme, today=today, parent=self)
        self._label = Words(theme, role="caption", parent=self)
        self._label.setText(self.tr("As seen on"))
        self._label.setBuddy(self.day)
        self._icons: dict[QToolButton, str] = {}
        self.zooming: list[QAction] = []
        self._lay_out()
        self._show()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _lay_out(self) -> None:
        for button in (self._article, self._country, self._state, self._due, self._events):
            self.add(button)
        self._tools = [
            self._tool("minus", self.tr("Farther"), "-", self.farther),
            self._tool("plus", self.tr("Closer"), "+", self.closer),
            self._tool("maximize", self.tr("Show all years"), "0", self.fit),
            self._exporter(),
        ]
        seen = QWidget(self)
        beside(self._label, self.day, *self._tools, within=seen, spacing=5)
        self.add(seen)

    def _tool(self, icon: str, word: str, key: str, told: SignalInstance) -> QToolButton:
        button = QToolButton(self)
        action = add_action(self, word, key, told.emit)
        action.setToolTip(f"{word} ({key})")
        self.zooming.append(action)
        self._icons[button] = icon
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _exporter(self) -> QToolButton:
        """Return the button that hands over what is shown."""
        button = QToolButton(self)
        action = QAction(self.tr("Save what is shown"), self)
        action.setToolTip(self.tr("Save what is shown: calendar, table, picture, sheet"))
        menu = QMenu(button)
        self._exports = menu
        for what in Export:
            menu.addAction(export_words(what)).triggered.connect(lambda _=False, what=what: self.export_wanted.emit(what))
        action.setMenu(menu)
        self._icons[button] = "file-down"
        button.setDefaultAction(action)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setProperty("bare", True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def exports(self) -> list[QAction]:
        """Return the actions that hand over what is shown."""
        return list(self._exports.actions())

    def _on_theme_changed(self) -> None:
        for tool in self._tools:
            tool.defaultAction().setIcon(self._theme.qicon(self._icons[tool], size=18))
            tool.setIconSize(QSize(self._theme.space(18), self._theme.space(18)))
            tool.setFixedSize(self._theme.space(26), self._theme.space(26))

    # -- what can be chosen -------------------------------------------------------------------------------------

    def show_lanes(self, lanes: Sequence[Lane], newest: date | None) -> None:
        """Offer what occurs in the lanes; `newest` is the archive's date."""
        self._lanes = tuple(lanes)
        self.day.offer_newest(newest)
        self._years = sorted({found for lane in lanes if (found := year_of(lane.chain)) is not None}, reverse=True)
        self._show()

    @property
    def wanted(self) -> Wanted:
        """What is to be shown now."""
        return self._wanted

    def clear(self) -> None:
        """Let all chains through again."""
        self._want(Wanted())

    def _want(self, wanted: Wanted) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._show()
            self.wanted_changed.emit(wanted)

    def _show(self) -> None:
        self._show_articles()
        self._show_countries()
        self._show_states()
        self._show_due()
        self._show_events()

    def _chooser(self, **changed: Any) -> Callable[[], None]:  # noqa: ANN401 - fields of Wanted, each of its own type
        """Return what chooses so when it is called."""
        return lambda: self._want(replace(self._wanted, **changed))

    def _show_articles(self) -> None:
        found = sorted({lane.article for lane in self._lanes}, key=article_order)
        whole = [(treaty, "") for treaty in dict.fromkeys(treaty for treaty, _ in found) if sum(treaty == item[0] for item in found) > 1]
        only = found[0] if len(found) == 1 else None
        chosen = self._wanted.article or only
        self._article.show_text(article_words(*chosen) if chosen else self.tr("All articles"), on=chosen is not None)
        every: list[tuple[str, bool, Callable[[], None]]] = []
        if only is None:
            every.append((self.tr("All articles"), self._wanted.article is None, self._chooser(article=None)))
        every += [(article_words(*item), item == chosen, self._chooser(article=item)) for item in (*whole, *found)]
        self._article.offer(every)

    def _show_countries(self) -> None:
        names = sorted({(lane.name, lane.chain.country) for lane in self._lanes}, key=lambda item: item[0].casefold())
        chosen = self._wanted.countries
        shown = [name for name, code in names if code in chosen]
        text = shown[0] if len(shown) == 1 else self.tr("%n countries", "", len(shown)) if shown else self.tr("Country")
        self._country.show_text(text, on=bool(chosen))
        every: list[tuple[str, bool, Callable[[], None]]] = [(self.tr("All countries"), not chosen, self._chooser(countries=frozenset()))]
        every += [(name, code in chosen, self._chooser(countries=chosen ^ {code})) for name, code in names]
        self._country.offer(every)

    def _show_states(self) -> None:
        occurring = {lane.chain.state for lane in self._lanes}
        chosen = self._wanted.states
        shown = [state_word(state) for state in State if state in chosen]
        self._state.show_text(", ".join(shown) if shown else self.tr("State"), on=bool(chosen))
        every: list[tuple[str, bool, Callable[[], None]]] = [(self.tr("All states"), not chosen, self._chooser(states=frozenset()))]
        every += [(state_word(state), state in chosen, self._chooser(states=chosen ^ {state})) for state in State if state in occurring]
        self._state.offer(every)

    def _show_due(self) -> None:
        months, year = self._wanted.months, self._wanted.year
        within = self.tr("Due within %n months", "", months) if months else self.tr("Due")
        self._due.show_text(self.tr("In {year}").format(year=year) if year else within, on=bool(months or year))
        free = self._chooser(months=None, year=None)
        every: list[tuple[str, bool, Callable[[], None]]] = [(self.tr("Any time"), not months and not year, free)]
        every += [(self.tr("Within %n months", "", item), item == months, self._chooser(months=item, year=None)) for item in _MONTHS]
        every += [(self.tr("In {year}").format(year=item), item == year, self._chooser(months=None, year=item)) for item in self._years]
        self._due.offer(every)

    def _show_events(self) -> None:
        chosen = self._marked
        one = next(iter(chosen), None) if len(chosen) == 1 else None
        text = events_words(one) if one else self.tr("%n kinds of events", "", len(chosen)) if chosen else self.tr("Events")
        self._events.show_text(text, on=bool(chosen))
        every: list[tuple[str, bool, Callable[[], None]]] = [(self.tr("None"), not chosen, lambda: self._mark(frozenset()))]
        every += [(events_words(item), item in chosen, partial(self._mark, chosen ^ {item})) for item in Events]
        self._events.offer(every)

    def _mark(self, events: frozenset[Events]) -> None:
        self._marked = events
        self._show_events()
        self.events_changed.emit(events)
