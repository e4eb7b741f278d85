"""The list of keys (F1): every action that has one, as the actions themselves say it, under where it works."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QAction, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QTableView, QWidget

from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.boxes import stacked

Group = tuple[str, Iterable[QAction]]
"""Where some actions work, and these."""


def rows(actions: Iterable[QAction]) -> tuple[tuple[str, str], ...]:
    """Return keys and what they do, each action once, in the order given."""
    made: dict[str, str] = {}
    for action in actions:
        words = action.text().partition("\t")[0].replace("&", "").rstrip("…")
        keys = action.property("keys") or ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())
        if words and keys:
            made.setdefault(words, keys)
    return tuple((keys, words) for words, keys in made.items())


class KeysDialog(QDialog):
    """Shows keys in a table, group by group."""

    def __init__(self, groups: Sequence[Group], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setWindowTitle(self.tr("Keys"))
        self._theme = theme
        self._shown = [(heading, found) for heading, actions in groups if (found := rows(actions))]
        table = self._table()
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        stacked(table, buttons, within=self, margins=(0, 0, 12, 12), spacing=12)
        self.resize(theme.space(480), theme.space(600))
        table.setFocus()

    def rows(self) -> tuple[tuple[str, str], ...]:
        """Return the keys that are shown, each with what it does."""
        return tuple(row for _, found in self._shown for row in found)

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setAccessibleName(self.windowTitle())
        table.setModel(self._model())
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(self._theme.space(26))
        table.horizontalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        table.setShowGrid(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self._part_groups(table)
        return table

    def _model(self) -> QStandardItemModel:
        model = QStandardItemModel(self)
        for heading, found in self._shown:
            model.appendRow([self._item(heading, role="caption_strong", token="quiet"), QStandardItem()])
            for keys, words in found:
                model.appendRow([self._item(words), self._item(keys, token="quiet")])
        return model

    def _item(self, text: str, *, role: str = "body", token: str = "text") -> QStandardItem:
        item = QStandardItem(text)
        item.setFont(self._theme.font(role))
        item.setForeground(self._theme.color(token))
        return item

    def _part_groups(self, table: QTableView) -> None:
        """Give the head of each group the whole width, and some room above it."""
        at = 0
        for _, found in self._shown:
            table.setSpan(at, 0, 1, 2)
            table.setRowHeight(at, self._theme.space(36))
            at += 1 + len(found)
