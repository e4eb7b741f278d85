"""What stands above the tables of a profile: the country, its answer in one line, and what can be done with the whole."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from archiveviewer.gui.countries.answer import answer, beyond, beyond_head
from archiveviewer.gui.countries.export import Export
from archiveviewer.gui.countries.head import AnswerLine, ReferenceBox
from archiveviewer.gui.countries.load import Shown
from archiveviewer.gui.dates import short_date
from archiveviewer.gui.widgets.boxes import beside, stacked
from archiveviewer.gui.widgets.drop_button import DropButton
from archiveviewer.gui.widgets.ground import Words
from archiveviewer.gui.widgets.rows import SIDE

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme


class ProfileHead(QWidget):
    """Signals: `back_wanted()`, `compare_wanted()`, `export_wanted(Export)`, `today_wanted()`, `answer_pressed()`."""

    back_wanted = Signal()
    compare_wanted = Signal()
    export_wanted = Signal(object)
    today_wanted = Signal()
    answer_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._all = QPushButton(self.tr("All"), self)
        self._all.setProperty("link", True)
        self._name = Words(theme, role="place", parent=self)
        self._own = Words(theme, token="quiet", parent=self)
        self._code = Words(theme, role="caption", token="quiet", parent=self)
        self._compare = QPushButton(self.tr("Compare"), self)
        self._compare.setProperty("small", True)
        self._export = DropButton(theme, icon="file-down", framed=True, height=26, parent=self)
        self._export.set_words(self.tr("Export"))
        self.answer = AnswerLine(theme, self)
        self._text = Words(theme, wrap=True, parent=self)
        self._day = QToolButton(self)
        self._day.setProperty("filter", True)
        self._day.setProperty("on", True)
        self._day.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._box = ReferenceBox(theme, self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.answer)
        theme.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        top = beside(
            *((part, 0, Qt.AlignmentFlag.AlignVCenter) for part in (self._all, self._name, self._own, self._code)),
            ...,
            self._compare,
            self._export,
            spacing=10,
        )
        inset = stacked(self._text, self._day, self._box, margins=(4, 0, 4, 0), spacing=5)
        stacked(top, self.answer, inset, within=self, margins=(SIDE - 4, 6, SIDE - 4, 4), spacing=5)

    def _connect(self) -> None:
        self._all.clicked.connect(self.back_wanted)
        self._day.clicked.connect(self.today_wanted)
        self._compare.clicked.connect(self.compare_wanted)
        self.answer.clicked.connect(self.answer_pressed)
        menu = QMenu(self._export)
        for what, text in (
            (Export.SHEET_PDF, self.tr("Country sheet (PDF)")),
            (Export.SHEET_HTML, self.tr("Country sheet (web page)")),
            (Export.SHEET_CSV, self.tr("Country sheet as a table (CSV)")),
            (Export.FACTS, self.tr("Facts as data (CSV)")),
            (Export.EVENTS, self.tr("Dated events as a table (CSV)")),
            (Export.MISSING_TEXT, self.tr("Shopping list of missing files (text)")),
            (Export.MISSING, self.tr("Shopping list of missing files (CSV)")),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, what=what: self.export_wanted.emit(what))
        self._export.setMenu(menu)

    def _dress(self) -> None:
        self._theme.dress(self._all, "chevron-left", token="accent")
        self._theme.dress(self._compare, "columns-2")
        self._day.setIcon(self._theme.qicon("x"))
        self._day.setIconSize(QSize(self._theme.space(16), self._theme.space(16)))

    def show_all_button(self, *, visible: bool) -> None:
        """Show the way back to the list, where the list does not stand beside the profile."""
        self._all.setVisible(visible)

    def show_country(self, shown: Shown, *, as_of: date | None) -> None:
        """Show another country, or the same as seen on another day."""
        said = answer(shown.profile, as_of or shown.today)
        self._name.setText(shown.name)
        self._own.setText(shown.own_name)
        self._own.setVisible(bool(shown.own_name))
        self._code.setText(shown.country)
        self.answer.show_answer(said)
        self._text.setText(said.text)
        self._text.setVisible(bool(said.text))
        self._day.setVisible(as_of is not None)
        if as_of is not None:
            self._day.setText(self.tr("As seen on {date}. Back to today").format(date=short_date(as_of.isoformat())))
        known = beyond(shown.profile)
        self._box.setVisible(known is not None)
        if known is not None:
            self._box.say(beyond_head(), *known)
