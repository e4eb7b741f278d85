"""The line above the results: how much was found, how the question was read, and how words and documents are to be taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from archiveviewer.gui.search.question import Match, Order, Question
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.cut_label import CutLabel
from archiveviewer.gui.widgets.drop_button import DropButton
from archiveviewer.gui.widgets.icon_button import IconButton
from archiveviewer.gui.widgets.link_button import LinkButton
from archiveviewer.gui.widgets.rows import tip


class Head(QWidget):
    """Says what was found and offers choices; it decides nothing.

    Signals: `chosen(Match | Order)`, `also_chosen(bool)`, `stop_wanted()`, `how_wanted()`. `also` is the action that stands for the
    button of the same name.
    """

    chosen = Signal(object)
    also_chosen = Signal(bool)
    stop_wanted = Signal()
    how_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = CutLabel(theme, "title", parent=self)
        self._how = IconButton(theme, "info", name=self.tr("How this was read"), side=24, size=16, parent=self)
        self._stop = LinkButton(theme, parent=self)
        self._stop.setText(self.tr("Stop"))
        self._words = self._menu_button(
            self.tr("How words are taken"),
            (
                (Match.MOST, self.tr("All words"), self.tr("All words; then documents that lack some")),
                (Match.ALL, self.tr("Only all words"), self.tr("Only documents with all words")),
                (Match.PHRASE, self.tr("As a phrase"), self.tr("The words as a phrase, in this order")),
            ),
        )
        self._order = self._menu_button(
            self.tr("Order of the documents"),
            (
                (Order.BEST, self.tr("Best first"), self.tr("Best first")),
                (Order.NEWEST, self.tr("Newest first"), self.tr("Newest first")),
                (Order.TITLE, self.tr("By title"), self.tr("By title")),
            ),
        )
        self._also = IconButton(theme, "languages", name=self.tr("Also in other languages (Ctrl+Shift+L)"), side=24, size=16, parent=self)
        self._also.setCheckable(True)
        self.also = QAction(self.tr("Also in other languages"), self, checkable=True)
        self.also.setShortcut("Ctrl+Shift+L")
        self._lay_out()
        self._stop.clicked.connect(self.stop_wanted)
        self._how.clicked.connect(self.how_wanted)
        self._also.clicked.connect(self.also.trigger)
        self.also.triggered.connect(self.also_chosen)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 4, 10, 0)
        line.setSpacing(4)
        for widget in (self._count, self._how, self._stop):
            line.addWidget(widget)
        line.addStretch(1)
        for button in (self._also, self._words, self._order):
            line.addWidget(button)
        self._stop.hide()
        self._how.hide()

    def _menu_button(self, name: str, choices: Sequence[tuple[Match | Order, str, str]]) -> DropButton:
        """Return a button that says what is chosen and opens a menu of the choices."""
        button = DropButton(self._theme, role="caption", height=24, parent=self)
        button.setToolTip(name)
        menu = QMenu(button)
        group = QActionGroup(menu)
        for value, short, text in choices:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setData((value, short))
            group.addAction(action)
        menu.triggered.connect(lambda action: self.chosen.emit(action.data()[0]))
        button.setMenu(menu)
        return button

    def tab_widgets(self) -> tuple[QWidget, ...]:
        """Return what Tab walks, in its order."""
        return (self._how, self._also, self._words, self._order)

    def text(self) -> str:
        """Return what is said about how much was found."""
        return self._count.text

    def say(self, text: str) -> None:
        """Say how much was found, or why nothing was."""
        self._count.set_text(text)

    def show_how(self, how: str) -> None:
        """Offer to say how the question was read; with nothing, do not."""
        self._how.setToolTip(tip(how) if how else "")
        self._how.setVisible(bool(how))

    def show_busy(self, *, busy: bool) -> None:
        """Offer to stop, as long as something is under way."""
        self._stop.setVisible(busy)

    def show_choices(self, question: Question) -> None:
        """Show how the words and documents of a question are taken."""
        for shown in (self._also, self.also):
            shown.setChecked(question.also)
        for button, chosen in ((self._words, question.match), (self._order, question.order)):
            for action in button.menu().actions():
                value, short = action.data()
                if value == chosen:
                    action.setChecked(True)
                    button.set_words(short)
