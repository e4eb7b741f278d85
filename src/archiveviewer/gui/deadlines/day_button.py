"""The button for the day as of which everything is seen: today, the archive's own date, or any other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCalendarWidget, QMenu, QWidget, QWidgetAction

from archiveviewer.gui.dates import long_date, short_date
from archiveviewer.gui.deadlines.filter_button import FilterButton
from archiveviewer.gui.widgets.keyed import add_action

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme


class DayButton(FilterButton):
    """Says the day, and on another ground that it is not today. Signal: `day_chosen(date or None)`, None being today."""

    day_chosen = Signal(object)

    def __init__(self, theme: Theme, *, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._today = today
        self._day: date | None = None
        self._newest: date | None = None
        self.setAccessibleName(self.tr("As seen on"))
        self.setToolTip(self.tr("Every state as it was on that day (Alt+D)"))
        add_action(self, self.tr("As seen on"), "Alt+D", self.showMenu, anywhere=True)
        self.menu().aboutToShow.connect(self._fill_days)
        self.show_day(None)

    def show_day(self, day: date | None) -> None:
        """Show a day; None is today."""
        self._day = day
        today = self._today()
        said = short_date((day or today).isoformat())
        self.show_text(said if day not in (None, today) else self.tr("today, {date}").format(date=said), on=day not in (None, today))

    def offer_newest(self, day: date | None) -> None:
        """Offer the archive's own date, that of its newest document."""
        self._newest = day
        self.show_day(self._day)  # it may be another today by now

    def choose(self, day: date | None) -> None:
        """See everything as of a day; None, and the computer's day, is today."""
        day = None if day == self._today() else day
        if day != self._day:
            self.show_day(day)
            self.day_chosen.emit(day)

    def _fill_days(self) -> None:
        menu, today = self.menu(), self._today()
        menu.clear()
        self._offer(menu, self.tr("Today, {date}").format(date=long_date(today.isoformat())), None)
        if self._newest is not None and self._newest < today:
            self._offer(menu, self.tr("The archive's date, {date}").format(date=long_date(self._newest.isoformat())), self._newest)
        other = menu.addMenu(self.tr("Another day"))
        calendar = QCalendarWidget(other)
        shown = self._day or today
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.activated.connect(self._on_day_activated)
        calendar.clicked.connect(self._on_day_activated)
        holder = QWidgetAction(other)
        holder.setDefaultWidget(calendar)
        other.addAction(holder)

    def _offer(self, menu: QMenu, text: str, day: date | None) -> None:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(day == self._day)
        action.triggered.connect(lambda: self.choose(day))

    def _on_day_activated(self, chosen: QDate) -> None:
        self.menu().close()
        self.choose(date(chosen.year(), chosen.month(), chosen.day()))
