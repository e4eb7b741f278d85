"""The list of keys (F1): every action that has one, as the actions themselves say it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QTableView, QVBoxLayout, QWidget

from archiveviewer.gui.theme import Theme


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
    """Shows keys in a table."""

    def __init__(self, actions: Iterable[QAction], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        model = QStandardItemModel(self)
        model.setHorizontalHeaderLabels([self.tr("Key"), self.tr("What it does")])
        self._shown = rows(actions)
        for keys, words in self._shown:
            key_item, words_item = QStandardItem(keys), QStandardItem(words)
            key_item.setFont(theme.font("title"))
            model.appendRow([key_item, words_item])
        table = QTableView(self)
        table.setModel(model)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(table)
        column.addWidget(buttons)
        self.resize(theme.space(520), theme.space(560))
        table.setFocus()

    def rows(self) -> tuple[tuple[str, str], ...]:
        """Return the keys that are shown, each with what it does."""
        return self._shown
