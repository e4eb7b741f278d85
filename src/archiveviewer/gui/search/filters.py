"""The row of filters: a button for each field, whose menu counts what the question finds; one that is set takes itself off again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from archiveviewer.gui.kinds import number
from archiveviewer.gui.search.facets import FIELDS, Facet, field_word
from archiveviewer.gui.search.question import Filter, Question
from archiveviewer.gui.theme import Theme

_LISTED = 25


class FilterButton(QToolButton):
    """The button of one field. Signals: `menu_wanted(field)`, `taken_off(field)`."""

    menu_wanted = Signal(str)
    taken_off = Signal(str)

    def __init__(self, field: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._theme = theme
        self._set: Filter | None = None
        self.setProperty("filter", True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFont(theme.font("caption"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._dress)
        self.show_filter(None)

    def show_filter(self, chosen: Filter | None) -> None:
        """Show the value that is kept to or left out, or only the name of the field."""
        self._set = chosen
        self.setProperty("on", chosen is not None)
        name = field_word(self.field)
        if chosen is None:
            text = name
            self.setToolTip(self.tr("Keep to one value, or leave it out with Alt"))
        elif chosen.out:
            text = self.tr("{field}: not {value}").format(field=name, value=chosen.label)
            self.setToolTip(self.tr("Take this filter off"))
        else:
            text = self.tr("{field}: {value}").format(field=name, value=chosen.label)
            self.setToolTip(self.tr("Take this filter off"))
        self.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self._theme.space(200)).replace("&", "&&"))
        self.setAccessibleName(text)
        self._dress()

    def _dress(self) -> None:
        """Put the icon behind the word: the button itself runs against the direction of the window."""
        rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight if rtl else Qt.LayoutDirection.RightToLeft)
        size = self._theme.space(14)
        self.setIconSize(QSize(size, size))
        self.setIcon(self._theme.qicon("x" if self._set else "chevron-down", size=14))
        self.setFont(self._theme.font("caption_strong" if self._set else "caption"))
        self.style().unpolish(self)
        self.style().polish(self)

    def _on_clicked(self) -> None:
        if self._set is not None:
            self.taken_off.emit(self.field)
        else:
            self.menu_wanted.emit(self.field)


class FilterRow(QWidget):
    """All filters. Signals: `facets_wanted(field)` when a menu opens, `chosen(Filter)`, `taken_off(field)`."""

    facets_wanted = Signal(str)
    chosen = Signal(object)
    taken_off = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menu: QMenu | None = None
        self._menu_field = ""
        self._buttons = {field: FilterButton(field, theme, self) for field in FIELDS}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(5)
        for button in self._buttons.values():
            row.addWidget(button)
            button.menu_wanted.connect(self._on_menu_wanted)
            button.taken_off.connect(self.taken_off)
        row.addStretch(1)

    def show_question(self, question: Question) -> None:
        """Show which filters are set."""
        for field, button in self._buttons.items():
            button.show_filter(question.filter_of(field))

    def open_menu(self, field: str) -> None:
        """Open the menu of a field, as its button does."""
        self._on_menu_wanted(field)

    def show_facets(self, field: str, found: Sequence[Facet]) -> None:
        """Fill the menu that is open, if it is still that of `field`."""
        if self._menu is None or self._menu_field != field:
            return
        self._menu.clear()
        if not found:
            self._menu.addAction(self.tr("Nothing to choose from")).setEnabled(False)
        for facet in found[:_LISTED]:
            label = facet.filter.label.replace("&", "&&")
            action = self._menu.addAction(f"{label}\t{number(facet.count)}")
            action.setData(facet.filter)
        if len(found) > _LISTED:
            more = self.tr("and %n more; name one in the search field", "", len(found) - _LISTED)
            self._menu.addAction(more).setEnabled(False)

    def _on_menu_wanted(self, field: str) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Counting…")).setEnabled(False)
        menu.triggered.connect(self._on_triggered)
        menu.destroyed.connect(self._on_menu_gone)
        self._menu, self._menu_field = menu, field
        button = self._buttons[field]
        corner = button.rect().bottomRight() if button.window().isRightToLeft() else button.rect().bottomLeft()
        menu.popup(button.mapToGlobal(corner))
        self.facets_wanted.emit(field)

    def _on_menu_gone(self) -> None:
        self._menu = None

    def _on_triggered(self, action: QAction) -> None:
        chosen = action.data()
        if isinstance(chosen, Filter):
            out = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.AltModifier)
            self.chosen.emit(Filter(chosen.field, chosen.value, chosen.label, out=out))
