"""The listed documents at the end of a profile: a head that counts and folds, and the table behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from archiveviewer.gui.countries.files import FilesView
from archiveviewer.gui.countries.head import FoldHead
from archiveviewer.gui.countries.ledger import ledger
from archiveviewer.gui.countries.load import Shown
from archiveviewer.gui.countries.signs import FilesLegend
from archiveviewer.gui.widgets.boxes import beside, stacked
from archiveviewer.gui.widgets.ground import Ground
from archiveviewer.gui.widgets.rows import SIDE

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme


class FilesPart(QWidget):
    """Holds head and table (`view`). Signal: `missing_wanted()` for the list of what is missing."""

    missing_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = ""
        self.view = FilesView(theme, self)
        self._head = Ground(theme, "window", line="line", parent=self)
        self.fold = FoldHead(theme, self.tr("Listed documents"), self._head)
        self._legend = FilesLegend(theme, self._head)
        self._missing = QPushButton(self._head)
        self._missing.setProperty("link", True)
        self._lay_out()
        self.fold.clicked.connect(self._on_fold_pressed)
        self._missing.clicked.connect(self.missing_wanted)
        theme.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        beside(self.fold, self._missing, (self._legend, 1), within=self._head, margins=(SIDE - 4, 0, SIDE, 1))
        stacked(self._head, self.view, within=self)

    def _dress(self) -> None:
        self._missing.setFont(self._theme.font("caption"))
        self._head.setFixedHeight(self._theme.space(28))
        self._show_fold()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt calls it
        """Put the font on again that a change of parent takes away."""
        super().showEvent(event)
        self._missing.setFont(self._theme.font("caption"))

    def show_files(self, shown: Shown) -> None:
        """Show the listed documents of a country, unfolded when there are any."""
        found = ledger(shown.profile.attachments)
        self.view.set_ledger(found, shown.names or (shown.name,))
        missing = len(found.missing)
        count = self.tr("%Ln listed", "", found.listed) if found.listed else self.tr("no listed documents in this archive")
        self._count = f"{count} ·" if missing else count
        self._missing.setText(self.tr("%Ln missing", "", missing))
        self._missing.setToolTip(self.tr("Write the shopping list of the missing files"))
        self._missing.setVisible(missing > 0)
        self._legend.show_entries(shown=bool(found.families))
        self.set_folded(folded=not found.families)

    def set_folded(self, *, folded: bool) -> None:
        """Fold the table away, or show it."""
        self.view.setVisible(not folded)
        self._show_fold()

    def _on_fold_pressed(self) -> None:
        self.set_folded(folded=not self.view.isHidden() or not self.view.rows().rowCount())

    def _show_fold(self) -> None:
        self.fold.say(self._count, unfolded=not self.view.isHidden())
