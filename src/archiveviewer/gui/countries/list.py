"""The list of countries: name, state of the clearance deadline, documents; filtered by a name in any language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from archiveviewer.gui.chain.paint import state_token
from archiveviewer.gui.chain.words import state_sentence, state_word
from archiveviewer.gui.dates import long_date, short_date
from archiveviewer.gui.search.named import fold
from archiveviewer.gui.widgets.ground import Ground, Words
from archiveviewer.gui.widgets.nodes import Index, Node, NodeModel
from archiveviewer.gui.widgets.rows import SIDE, line_height, width_of
from archiveviewer.gui.widgets.table import RowPainter, RowsView
from archiveviewer.records import CountrySummary

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class Country:
    """A row of the list: its summary, its name, and all its names folded for the filter."""

    summary: CountrySummary
    name: str
    folded: str

    @property
    def here(self) -> bool:
        """Whether the archive itself speaks of the country."""
        return self.summary.documents > 0 or self.summary.facts > 0


def country(summary: CountrySummary, names: Sequence[str]) -> Country:
    """Return the row of a country whose first name is the one shown."""
    return Country(summary, names[0], "\n".join({fold(name) for name in (*names, summary.country)}))


def found(countries: Sequence[Country], words: str) -> tuple[Country, ...]:
    """Return the countries with a name that has the words, those that begin with them first."""
    wanted = fold(words)
    if not wanted:
        return tuple(countries)
    hits = [item for item in countries if wanted in item.folded]
    return tuple(sorted(hits, key=lambda item: not any(name.startswith(wanted) for name in item.folded.split("\n"))))


class CountriesModel(NodeModel):
    """The countries of the archive; behind a head those that only the reference list knows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            ("",), say=self._text, sentence=self._spoken, tip=lambda item, _: item.name if isinstance(item, Country) else "", parent=parent
        )
        self._countries: tuple[Country, ...] = ()
        self._words = ""

    def set_countries(self, countries: Sequence[Country]) -> None:
        """Take other countries."""
        self._countries = tuple(countries)
        self._fill()

    def set_words(self, words: str) -> None:
        """Show the countries that have the words in a name."""
        self._words = words
        self._fill()

    def _fill(self) -> None:
        shown = found(self._countries, self._words)
        nodes = [Node(item) for item in shown if item.here]
        others = [Node(item) for item in shown if not item.here]
        self.show([*nodes, *([Node(self.tr("Others"), others)] if others else [])], (self.tr("Country"),))

    @property
    def countries(self) -> tuple[Country, ...]:
        """All countries, whatever the filter is."""
        return self._countries

    @property
    def here(self) -> int:
        """How many countries the archive speaks of."""
        return sum(item.here for item in self._countries)

    def _text(self, item: object, column: int) -> str:  # noqa: ARG002 - there is one column
        return item.name if isinstance(item, Country) else str(item)

    def known(self, item: Country) -> tuple[str, ...]:
        """Return what is known of a country, the most telling first: newest source, facts, documents."""
        if not item.here:
            return (self.tr("reference list only"),)
        summary = item.summary
        newest = self.tr("newest source {date}").format(date=short_date(summary.newest_source[:7])) if summary.newest_source else ""
        facts = self.tr("1 fact") if summary.facts == 1 else self.tr("%Ln facts", "", summary.facts)
        documents = self.tr("1 document") if summary.documents == 1 else self.tr("%Ln documents", "", summary.documents)
        return tuple(part for part in (newest, facts if summary.facts else "", documents if summary.documents else "") if part)

    def _spoken(self, item: object, column: int) -> str:
        if not isinstance(item, Country):
            return self.tr("Others, reference list only")
        summary = item.summary
        deadline = self.tr("clearance deadline {date}").format(date=long_date(summary.deadline)) if summary.deadline else ""
        parts = (self._text(item, column), state_sentence(summary.state).lower(), deadline, *self.known(item))
        return ", ".join(part for part in parts if part)


class CountryPainter(RowPainter):
    """Paints two lines for each country."""

    def is_head(self, index: Index) -> bool:
        """Return whether the row is the head of the other countries."""
        return isinstance(self.parent_view().rows().item(index), str)

    def height(self, index: Index) -> int:
        """Return the height of two lines; of one for the head."""
        if self.is_head(index):
            return super().height(index)
        name = str(index.data())
        tall = QFontMetrics(self.theme.font("body")).boundingRect(name).height()
        return max(self.line_height(), tall) + line_height(self.theme, role="caption") + 12

    def paint_head(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint the head of those that only the reference list knows."""
        rest = self.chevron(painter, rect, index)
        used = self.text(painter, rest, str(index.data()), role="title")
        self.text(painter, self.after(rest, used + 8), self.tr("reference list only"), token="quiet", role="caption")

    def paint_cell(self, painter: QPainter, rect: QRect, index: Index, *, selected: bool) -> None:
        """Paint state, name and deadline; under them documents and the word of the state."""
        model = self.parent_view().rows()
        item = model.item(index)
        if not isinstance(item, Country) or not isinstance(model, CountriesModel):
            return
        inner = rect.adjusted(SIDE, 5, -SIDE, -6)
        first = QRect(inner.left(), inner.top(), inner.width(), inner.height() - line_height(self.theme, role="caption") - 1)
        second = QRect(inner.left(), first.bottom() + 1, inner.width(), inner.height() - first.height())
        token = state_token(item.summary.state)
        text = self.picture(painter, first, self.theme.state_icon(item.summary.state))
        text, second = self.after(text, 3), self.after(second, inner.width() - text.width() + 3)
        day = short_date(item.summary.deadline) if item.summary.deadline else ""
        used = self.text(painter, text, day, role="caption_strong", trailing=True) if day else 0
        self.text(painter, self.before(text, used + 10), item.name, role="title" if selected else "body")
        word = state_word(item.summary.state)
        used = self.text(painter, second, word, token="text" if selected else token, role="caption", trailing=True)
        second = self.before(second, used + 10)
        self.text(painter, second, self._fitting(model.known(item), second.width()), token="quiet", role="caption")

    def _fitting(self, parts: Sequence[str], room: int) -> str:
        """Return as many of the parts as fit on the line, at least the first."""
        said = parts[0]
        for part in parts[1:]:
            if width_of(f"{said} · {part}", self.theme, role="caption") > room:
                break
            said = f"{said} · {part}"
        return said


class CountriesList(RowsView):
    """The rows themselves."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setHeaderHidden(True)
        self.setModel(CountriesModel(self))
        self.setItemDelegate(CountryPainter(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAccessibleName(self.tr("Countries"))

    def wants_line(self, index: Index) -> bool:  # noqa: ARG002 - every row has one
        """Return that a line is drawn under each country."""
        return True


class _Field(QLineEdit):
    """A field that hands Up and Down to the list below it and clears itself with Esc."""

    handed_down = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Hand over what the field has no use for."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.handed_down.emit(event.key())
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
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
        top = QVBoxLayout()
        top.setContentsMargins(12, 8, 12, 4)
        top.addWidget(self.field)
        heads = QHBoxLayout()
        heads.setContentsMargins(SIDE, 2, SIDE + 14, 6)
        heads.addWidget(self._count, 1)
        heads.addWidget(self._head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(heads)
        column.addWidget(self.list, 1)

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
        here = self.model.here
        self._count.setText(self.tr("1 country in this archive") if here == 1 else self.tr("%Ln countries in this archive", "", here))

    def _on_text_changed(self, words: str) -> None:
        self._hasty = False
        self.model.set_words(words)
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
