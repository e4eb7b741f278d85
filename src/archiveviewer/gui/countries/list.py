"""The list of countries: name, state of the clearance deadline, documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from archiveviewer.gui.chain.paint import state_token
from archiveviewer.gui.chain.words import state_word
from archiveviewer.gui.countries.countries_model import CountriesModel, Country
from archiveviewer.gui.dates import short_date
from archiveviewer.gui.widgets.nodes import Index
from archiveviewer.gui.widgets.rows import SIDE, line_height, width_of
from archiveviewer.gui.widgets.table import RowPainter, RowsView

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme


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
