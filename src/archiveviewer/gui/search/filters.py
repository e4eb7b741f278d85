"""The row of filters: a button for each field, whose menu counts what the question finds; one that is set takes itself off again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from archiveviewer.gui.kinds import number
from archiveviewer.gui.search.facets import FIELDS, Choice, field_word
from archiveviewer.gui.search.question import Filter, Question
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.drop_button import DropButton
from archiveviewer.gui.widgets.rows import tip

_LISTED = 25


class FilterButton(DropButton):
    """The button of one field. Signals: `menu_wanted(field)`, `taken_off(field)`."""

    menu_wanted = Signal(str)
    taken_off = Signal(str)

    def __init__(self, field: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, role="caption", framed=True, height=26, parent=parent)
        self.field = field
        self._set: tuple[Filter, ...] = ()
        self.set_most(190)
        self.clicked.connect(self._on_clicked)
        self.show_filters(())

    def show_filters(self, chosen: Sequence[Filter]) -> None:
        """Show the value that is kept to or the ones that are left out, or only the name of the field."""
        self._set = tuple(chosen)
        name = field_word(self.field)
        if not chosen:
            self.set_words(name)
            self.setToolTip(self.tr("Keep to one value, or leave it out with Alt"))
            return
        form = self.tr("{field}: not {value}") if chosen[0].out else self.tr("{field}: {value}")
        words = form.format(field=name, value=", ".join(one.label for one in chosen))
        self.set_words(words, on=True, end="x")
        self.setToolTip(tip(self.tr("{filter}\nClick takes it off, Down shows other values").format(filter=words)))

    def _on_clicked(self) -> None:
        if self._set:
            self.taken_off.emit(self.field)
        else:
            self.menu_wanted.emit(self.field)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Show the values at Down, also of a field that has a filter; take that off at Backspace."""
        if event.key() == Qt.Key.Key_Down:
            self.menu_wanted.emit(self.field)
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and self._set:
            self.taken_off.emit(self.field)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt calls it
        """Show the values at a right click."""
        event.accept()
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
            button.show_filters(question.filters_of(field))

    def buttons(self) -> tuple[FilterButton, ...]:
        """Return the buttons, in their order."""
        return tuple(self._buttons.values())

    def open_menu(self, field: str) -> None:
        """Open the menu of a field, as its button does."""
        self._on_menu_wanted(field)

    def show_choices(self, field: str, found: Sequence[Choice]) -> None:
        """Fill the menu that is open, if it is still that of `field`: values to keep to, and below them the same to leave out."""
        if self._menu is None or self._menu_field != field:
            return
        self._menu.clear()
        if not found:
            self._menu.addAction(self.tr("Nothing to choose from")).setEnabled(False)
            return
        self._list(self._menu, found, out=False)
        self._menu.addSeparator()
        self._list(self._menu.addMenu(self.tr("Leave out")), found, out=True)
        self._menu.setActiveAction(self._menu.actions()[0])

    def _list(self, menu: QMenu, found: Sequence[Choice], *, out: bool) -> None:
        for choice in found[:_LISTED]:
            count = self.tr("at least {n}") if choice.at_least else "{n}"
            label = choice.filter.label.replace("&", "&&")
            action = menu.addAction(f"{label}\t{count.format(n=number(choice.count))}")
            action.setData(replace(choice.filter, out=out))
        if len(found) > _LISTED:
            more = self.tr("and %n more; name one in the search field", "", len(found) - _LISTED)
            menu.addAction(more).setEnabled(False)

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
            alt = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.AltModifier)
            self.chosen.emit(replace(chosen, out=chosen.out or alt))
