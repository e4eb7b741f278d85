"""The palette (Ctrl+K): a few letters find any action, any country, and the questions asked before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QListView, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from archiveviewer.gui.rows import Pen, ground, line_height, mirrored
from archiveviewer.gui.search.named import fold
from archiveviewer.gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_WIDTH, _HEIGHT = 480, 360


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done. `hint` is its key, or what sort of thing it is."""

    words: str
    hint: str
    do: Callable[[], None]


def of_actions(actions: Iterable[QAction]) -> tuple[Command, ...]:
    """Return the actions that can be done now."""
    made: dict[str, Command] = {}
    for action in actions:
        words = action.text().partition("\t")[0].replace("&", "")
        if words and action.isEnabled() and action.menu() is None and not action.isSeparator():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            made.setdefault(words, Command(words, keys, action.trigger))
    return tuple(made.values())


def matching(commands: Sequence[Command], text: str) -> tuple[Command, ...]:
    """Return the commands that have every word of `text`; those that begin with it come first."""
    wanted = fold(text).split()
    found = [command for command in commands if all(part in fold(command.words) for part in wanted)]
    return tuple(sorted(found, key=lambda command: not fold(command.words).startswith(fold(text))))


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Command, ...] = ()

    def show_rows(self, rows: tuple[Command, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt calls it
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.words}, {row.hint}" if row.hint else row.words
        return None


class _Rows(QStyledItemDelegate):
    """Paints what a command does, and its key at the end."""

    def __init__(self, theme: Theme, model: _Model, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt calls it
        """Return 28 at the usual size of text."""
        return QSize(_WIDTH, line_height(self._theme) + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row = self._model.rows[index.row()]
        painter.save()
        ground(painter, option, self._theme, lit=True, line=False)
        pen = Pen(painter, self._theme, mirrored(option))
        rect = option.rect.adjusted(12, 0, -12, 0)
        taken = pen.write(rect, row.hint, role="caption", token="quiet", trailing=True)
        words = rect.adjusted(taken + 12, 0, 0, 0) if pen.rtl else rect.adjusted(0, 0, -taken - 12, 0)
        pen.write(words, row.words)
        painter.restore()


class CommandPalette(QDialog):
    """A field and the commands that match it; Enter does the first."""

    def __init__(self, commands: Sequence[Command], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self._commands = tuple(commands)
        self._model = _Model(self)
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(self.tr("Do, or go to a country"))
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_Rows(theme, self._model, self))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._field)
        column.addWidget(self._list)
        self._field.textChanged.connect(self._on_text_changed)
        self._field.installEventFilter(self)
        self._list.clicked.connect(lambda _: self._do())
        self.resize(theme.space(_WIDTH), theme.space(_HEIGHT))
        self._on_text_changed("")
        self._field.setFocus()

    def open_over(self, window: QWidget) -> None:
        """Open in the upper middle of a window."""
        self.move(window.mapToGlobal(QPoint((window.width() - self.width()) // 2, 60)))
        self.show()

    def _on_text_changed(self, text: str) -> None:
        self._model.show_rows(matching(self._commands, text))
        self._list.setCurrentIndex(self._model.index(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        """Let the arrow keys walk the list and Enter do what is selected, while one types."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                self._list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do()
                return True
        return super().eventFilter(watched, event)

    def _do(self) -> None:
        index = self._list.currentIndex()
        command = self._model.rows[index.row()] if index.isValid() else None
        self.close()
        if command is not None:
            command.do()
