"""Chooses a country: a field that filters by a name in any language, the count, and the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from archiveviewer.gui.countries.countries_model import CountriesModel, Country
from archiveviewer.gui.countries.list import CountriesList
from archiveviewer.gui.kinds import number
from archiveviewer.gui.widgets.boxes import beside, stacked
from archiveviewer.gui.widgets.ground import Ground, Words
from archiveviewer.gui.widgets.keyed import is_deed
from archiveviewer.gui.widgets.rows import SIDE
from archiveviewer.text.escaping import isolate

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme


class _Field(QLineEdit):
    """A field that hands Up and Down to the list below it and clears itself with Esc."""

    handed_down = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Hand over what the field has no use for."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.handed_down.emit(event.key())
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif is_deed(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class CountryChooser(Ground):
    """Filter, count and list.

    Signal: `country_opened(code)` on Enter or click.
    """

    country_opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "pane", parent=parent)
        self.field = _Field(self)
        self.field.setPlaceholderText(self.tr("Filter, in any language"))
        self.field.setAccessibleName(self.tr("Filter the countries"))
        self._icon = self.field.addAction(theme.qicon("list-filter", token="quiet"), QLineEdit.ActionPosition.LeadingPosition)
        self._count, self._head = (Words(theme, role="caption", token="quiet", parent=self) for _ in range(2))
        self._head.setText(self.tr("deadline"))
        self.list = CountriesList(theme, self)
        self._hasty = False
        self._lay_out()
        self.field.textChanged.connect(self._on_text_changed)
        self.field.returnPressed.connect(self._on_return_pressed)
        self.field.handed_down.connect(self._on_handed_down)
        self.list.opened.connect(self._on_row_opened)
        self.list.clicked.connect(self._on_row_opened)
        self.list.left.connect(self._on_list_left)
        self.setFocusProxy(self.field)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _lay_out(self) -> None:
        top = stacked(self.field, margins=(12, 8, 12, 4), spacing=None)
        heads = beside((self._count, 1), self._head, margins=(SIDE, 2, SIDE + 14, 6), spacing=None)
        stacked(top, heads, (self.list, 1), within=self)

    def _on_theme_changed(self) -> None:
        self._icon.setIcon(self._theme.qicon("list-filter", token="quiet"))
        self.field.setFont(self._theme.font("body"))
        self.field.setMinimumHeight(self._theme.space(30))

    @property
    def model(self) -> CountriesModel:
        """The model of the list."""
        model = self.list.model()
        assert isinstance(model, CountriesModel)
        return model

    def set_countries(self, countries: Sequence[Country]) -> None:
        """Show other countries, keeping the current one; do what was typed before they were there."""
        current = self.current()
        self.model.set_countries(countries)
        self._count_rows()
        if current is not None:
            self.select(current)
        else:
            self._choose_first()
        if self._hasty:
            self._on_return_pressed()

    def current(self) -> str | None:
        """Return the code of the current country."""
        item = self.model.item(self.list.currentIndex())
        return item.summary.country if isinstance(item, Country) else None

    def select(self, code: str) -> None:
        """Make a country the current one, when it is in the list."""
        index = next(self.model.indexes(lambda item: isinstance(item, Country) and item.summary.country == code), QModelIndex())
        if index.isValid():
            if index.parent().isValid():
                self.list.expand(index.parent())
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def clear_filter(self) -> None:
        """Show all countries again."""
        self.field.clear()

    def _count_rows(self) -> None:
        here, words = self.model.here, self.field.text().strip()
        if words and self.model.countries and not self._first().isValid():
            self._count.setText(self.tr("No country is called “{words}”").format(words=isolate(words)))
            return
        said = self.tr("1 country in this archive") if here == 1 else self.tr("%Ln countries in this archive", "", here)
        if words:
            left = sum(1 for _ in self.model.indexes(lambda item: isinstance(item, Country) and item.here))
            said = self.tr("{some} of {all}").format(some=number(left), all=said)
        self._count.setText(said)

    def _on_text_changed(self, words: str) -> None:
        self._hasty = False
        self.model.set_words(words)
        self._count_rows()
        self._choose_first()

    def _choose_first(self) -> None:
        """Make the first country that has the words the current one."""
        if not self.field.text():
            return
        self.list.expandAll()
        first = self._first()
        if first.isValid():
            self.list.setCurrentIndex(first)

    def _first(self) -> QModelIndex:
        return next(self.model.indexes(lambda item: isinstance(item, Country)), QModelIndex())

    def _on_return_pressed(self) -> None:
        """Open the current country; before any is there, as soon as they come."""
        code = self.current()
        self._hasty = code is None and not self.model.countries
        if code is not None:
            self.country_opened.emit(code)

    def _on_handed_down(self, key: int) -> None:
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._first())
        elif key == Qt.Key.Key_Down:
            below = self.list.indexBelow(self.list.currentIndex())
            self.list.setCurrentIndex(below if below.isValid() else self.list.currentIndex())
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_list_left(self, way: int) -> None:
        if way < 0:
            self.field.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _on_row_opened(self, index: QModelIndex) -> None:
        item = self.model.item(index)
        if isinstance(item, Country):
            self.country_opened.emit(item.summary.country)
