"""The filters over the lanes: article, country, state, when due, other events, and the day as of which everything is seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QMenu, QToolButton, QWidget, QWidgetAction

from archiveviewer.gui.chain.words import article_words, state_word
from archiveviewer.gui.dates import long_date, short_date
from archiveviewer.gui.deadlines.events import Events
from archiveviewer.gui.deadlines.export import Export, export_words
from archiveviewer.gui.deadlines.filter_button import FilterButton
from archiveviewer.gui.deadlines.rows import Lane, Wanted, article_order, year_of
from archiveviewer.gui.deadlines.words import events_words
from archiveviewer.gui.widgets.flow import FlowRow
from archiveviewer.gui.widgets.ground import Words
from archiveviewer.records import State

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

_MONTHS = (3, 6, 12, 24)


class Filters(FlowRow):
    """The row of filters.

    `zooming` are the actions for the lanes, to be reached from the whole pane.

    Signals: `wanted_changed(Wanted)` when other chains are to be shown, `events_changed(frozenset)` when other quiet marks are,
    `as_of_changed(date or None)` when another day is chosen (None is today), `export_wanted(Export)`, `closer()`, `farther()` and
    `fit()` for the lanes.
    """

    wanted_changed = Signal(object)
    events_changed = Signal(object)
    export_wanted = Signal(object)
    as_of_changed = Signal(object)
    closer = Signal()
    farther = Signal()
    fit = Signal()

    def __init__(self, theme: Theme, *, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._today = today
        self._wanted = Wanted()
        self._marked: frozenset[Events] = frozenset()
        self._as_of: date | None = None
        self._newest: date | None = None
        self._lanes: tuple[Lane, ...] = ()
        self._years: list[int] = []
        self._article = FilterButton(theme, self.tr("Article"), self)
        self._country = FilterButton(theme, self.tr("Country"), self)
        self._state = FilterButton(theme, self.tr("State"), self)
        self._due = FilterButton(theme, self.tr("Due"), self)
        self._events = FilterButton(theme, self.tr("Events"), self)
        self._day = FilterButton(theme, "", self)
        self._label = Words(theme, role="caption", parent=self)
        self._label.setText(self.tr("As seen on"))
        self._label.setBuddy(self._day)
        self._day.setAccessibleName(self.tr("As seen on"))
        self._icons: dict[QToolButton, str] = {}
        self.zooming: list[QAction] = []
        self._lay_out()
        self._add_keys()
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
        row = QHBoxLayout(seen)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        for widget in (self._label, self._day, *self._tools):
            row.addWidget(widget)
        self.add(seen)

    def _tool(self, icon: str, word: str, key: str, told: object) -> QToolButton:
        button = QToolButton(self)
        action = QAction(word, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(f"{word} ({key})")
        self.zooming.append(action)
        self._icons[button] = icon
        action.triggered.connect(told)
        self.addAction(action)
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

    def _add_keys(self) -> None:
        action = QAction(self.tr("As seen on"), self)
        action.setShortcut(QKeySequence("Alt+D"))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(self._day.showMenu)
        self.addAction(action)
        self._day.menu().aboutToShow.connect(self._fill_days)
        self._day.setToolTip(self.tr("Every state as it was on that day (Alt+D)"))

    def _on_theme_changed(self) -> None:
        for tool in self._tools:
            tool.defaultAction().setIcon(self._theme.qicon(self._icons[tool], size=18))
            tool.setIconSize(QSize(self._theme.space(18), self._theme.space(18)))
            tool.setFixedSize(self._theme.space(26), self._theme.space(26))

    # -- what can be chosen -------------------------------------------------------------------------------------

    def show_lanes(self, lanes: Sequence[Lane], newest: date | None) -> None:
        """Offer what occurs in the lanes; `newest` is the archive's date."""
        self._lanes, self._newest = tuple(lanes), newest
        self._years = sorted({found for lane in lanes if (found := year_of(lane.chain)) is not None}, reverse=True)
        self._show()

    def show_as_of(self, day: date | None) -> None:
        """Show a day that was chosen elsewhere."""
        self._as_of = day
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
        today = self._today()
        day = self._as_of or today
        text = self.tr("today, {date}").format(date=short_date(day.isoformat())) if day == today else short_date(day.isoformat())
        self._day.show_text(text, on=day != today)

    def _with(self, **changed: object) -> Wanted:
        now = {name: getattr(self._wanted, name) for name in ("article", "countries", "states", "year", "months")}
        return Wanted(**{**now, **changed})

    def _chooser(self, **changed: object) -> Callable[[], None]:
        """Return what chooses so when it is called."""
        return lambda: self._want(self._with(**changed))

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

    # -- the day ------------------------------------------------------------------------------------------------

    def _fill_days(self) -> None:
        menu, today = self._day.menu(), self._today()
        menu.clear()
        self._offer_day(menu, self.tr("Today, {date}").format(date=long_date(today.isoformat())), None)
        if self._newest is not None and self._newest < today:
            text = self.tr("The archive's date, {date}").format(date=long_date(self._newest.isoformat()))
            self._offer_day(menu, text, self._newest)
        other = menu.addMenu(self.tr("Another day"))
        calendar = QCalendarWidget(other)
        calendar.setSelectedDate(_qdate(self._as_of or today))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.activated.connect(self._on_day_activated)
        calendar.clicked.connect(self._on_day_activated)
        holder = QWidgetAction(other)
        holder.setDefaultWidget(calendar)
        other.addAction(holder)

    def _offer_day(self, menu: QMenu, text: str, day: date | None) -> None:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(day == self._as_of)
        action.triggered.connect(lambda: self.choose_day(day))

    def _on_day_activated(self, chosen: QDate) -> None:
        self._day.menu().close()
        self.choose_day(date(chosen.year(), chosen.month(), chosen.day()))

    def choose_day(self, day: date | None) -> None:
        """See everything as of a day; None, and the computer's day, is today."""
        day = None if day == self._today() else day
        if day != self._as_of:
            self.show_as_of(day)
            self.as_of_changed.emit(day)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
