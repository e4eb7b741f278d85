"""Saved searches: naming the question that is asked, and the list in which they are opened, renamed and deleted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from archiveviewer.gui.search.question import Question
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.ground import Words
from archiveviewer.gui.widgets.link_button import LinkButton
from archiveviewer.gui.widgets.rows import tip
from archiveviewer.records import SavedSearch
from archiveviewer.text.escaping import isolate


def to_options(question: Question) -> str:
    """Return a question as it is kept beside its words: filters, and how it is asked."""
    return json.dumps(asdict(question), ensure_ascii=False)


def question_of(saved: SavedSearch) -> Question:
    """Return the question that was saved; its words alone when the options are of another program."""
    import msgspec  # 6 ms, for those who have saved something

    try:
        return msgspec.json.decode(saved.options, type=Question)
    except (msgspec.ValidationError, msgspec.DecodeError):
        return Question(saved.query)


def name_for(question: Question) -> str:
    """Return the name that is offered for a question: its words and the values of its filters."""
    return ", ".join(part for part in (question.text.strip(), *(chosen.label for chosen in question.filters)) if part)


class SaveDialog(QDialog):
    """Asks for the name of a search. Signal: `named(str)`."""

    named = Signal(str)

    def __init__(self, name: str, theme: Theme, *, trouble: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save this search"))
        self._field = QLineEdit(name, self)
        self._field.setAccessibleName(self.tr("Name"))
        label = Words(theme, wrap=True, parent=self)
        label.setText(trouble or self.tr("Name of the search"))
        buttons = QDialogButtonBox(self)
        self._save = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.addWidget(label)
        column.addWidget(self._field)
        column.addWidget(buttons)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        self._field.textChanged.connect(self._on_text_changed)
        self._on_text_changed(name)
        self._field.selectAll()
        self.resize(theme.space(380), self.sizeHint().height())

    def _on_text_changed(self, text: str) -> None:
        self._save.setEnabled(bool(text.strip()))

    def _on_accepted(self) -> None:
        self.accept()
        self.named.emit(self._field.text())


class SavedDialog(QDialog):
    """The list of saved searches.

    Signals: `opened(SavedSearch)`, `renamed(SavedSearch, name)`, `deleted(SavedSearch)`, `restored(SavedSearch)`.
    """

    opened = Signal(object)
    renamed = Signal(object, str)
    deleted = Signal(object)
    restored = Signal(object)

    def __init__(self, saved: Sequence[SavedSearch], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Saved searches"))
        self._gone: SavedSearch | None = None
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Saved searches"))
        self._list.setProperty("plain", True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self._said = Words(theme, role="caption", token="quiet", wrap=True, parent=self)
        self._undo = LinkButton(theme, role="caption", parent=self)
        self._undo.setText(self.tr("Undo"))
        self._lay_out()
        self._connect()
        self.show_saved(saved)
        self.resize(theme.space(440), theme.space(360))
        self._list.setFocus()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._said, 1)
        line.addWidget(self._undo)
        self._buttons = [QPushButton(words, self) for words in (self.tr("Open"), self.tr("Rename"), self.tr("Delete"))]
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self._list)
        column.addLayout(line)
        column.addLayout(row)
        for button in (*self._buttons, close):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        open_, rename, delete = self._buttons
        open_.clicked.connect(self._on_open)
        rename.clicked.connect(lambda: self._list.editItem(self._list.currentItem()))
        delete.clicked.connect(self.delete)
        self._undo.clicked.connect(self.undo)
        self._list.itemActivated.connect(self._on_open)
        self._list.itemChanged.connect(self._on_item_changed)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self._list, context=Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.delete)

    def show_saved(self, saved: Sequence[SavedSearch]) -> None:
        """Show what is kept now; the one that was selected stays so."""
        chosen = self._chosen()
        self._list.blockSignals(True)
        self._list.clear()
        for one in saved:
            item = QListWidgetItem(one.name, self._list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setData(Qt.ItemDataRole.UserRole, one)
            item.setToolTip(tip(one.query))
        self._list.setCurrentRow(next((at for at, one in enumerate(saved) if chosen and one.id == chosen.id), 0))
        self._list.blockSignals(False)
        for button in self._buttons:
            button.setEnabled(bool(saved))
        if not saved and self._gone is None:
            self.say(self.tr("No search is saved yet. Ask something, then Ctrl+D saves it."))
        self._undo.setVisible(self._gone is not None)

    def say(self, sentence: str) -> None:
        """Say something below the list."""
        self._said.setText(sentence)

    def said(self) -> str:
        """Return what is said below the list."""
        return self._said.text()

    def names(self) -> tuple[str, ...]:
        """Return the names in the list."""
        return tuple(self._list.item(at).text() for at in range(self._list.count()))

    def _chosen(self) -> SavedSearch | None:
        item = self._list.currentItem()
        chosen: SavedSearch | None = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return chosen

    def _on_open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            self.opened.emit(chosen)

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        saved: SavedSearch = item.data(Qt.ItemDataRole.UserRole)
        if item.text() != saved.name:
            self.renamed.emit(saved, item.text())

    def delete(self) -> None:
        """Delete the selected search; `undo` brings it back."""
        chosen = self._chosen()
        if chosen is not None:
            self._gone = chosen
            self.say(self.tr("“{name}” is deleted.").format(name=isolate(chosen.name)))
            self.deleted.emit(chosen)

    def undo(self) -> None:
        """Bring back the search that was deleted last."""
        gone, self._gone = self._gone, None
        if gone is not None:
            self.say("")
            self.restored.emit(gone)
