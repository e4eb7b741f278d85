"""The palette (Ctrl+K): one line and a list. A few letters find any action, country, document or saved search; `#` pages looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from archiveviewer.gui.commands import Command, Heading, Offer, matching
from archiveviewer.gui.offer_rows import OfferModel, OfferRows, sentence
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.keyed import ENTER

PLACES = "#"
"""What begins a search among the pages looked at."""
_WIDTH, _HEIGHT = 560, 420
_EDGE = 24
_PAGE = 8


class Palette(QDialog):
    """A field and what matches it; Enter does the first.

    Signal: `asked(text)` when something was typed; who knows of more answers with `show_more`.
    """

    asked = Signal(str)

    def __init__(self, commands: Sequence[Command], theme: Theme, parent: QWidget | None = None, *, words: str = "") -> None:
        """Offer `commands`; `words` say what is chosen here, when it is not anything that can be done."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setAccessibleName(words or self.tr("Do something, or go somewhere"))
        self._theme = theme
        self._commands = tuple(commands)
        self._model = OfferModel(self)
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(words or self.tr("An action, document, country or saved search; # for pages looked at"))
        self._field.setAccessibleName(self.accessibleName())
        self._list = QListView(self)
        self._list.setAccessibleName(self.tr("What matches"))
        self._list.setModel(self._model)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(OfferRows(theme, self._model, self))
        self._list.setMinimumHeight(1)  # what Qt keeps free is more than two rows
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._field)
        column.addWidget(self._list)
        self._field.textChanged.connect(self._on_text_changed)
        self._field.installEventFilter(self)
        self._list.clicked.connect(lambda _: self._do())
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._most = 0
        self._show(matching(self._commands, ""))
        self._field.setFocus()

    def open_over(self, window: QWidget) -> None:
        """Open in the upper middle of a window, no larger than it."""
        width = min(self._theme.space(_WIDTH), window.width() - 2 * _EDGE)
        top = min(60, window.height() // 10)
        self._most = min(self._theme.space(_HEIGHT), window.height() - top - _EDGE)
        self.resize(width, self._most)
        self._fit()
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, top)))
        self.show()
        self.asked.emit(self._field.text())

    def text(self) -> str:
        """Return what was typed."""
        return self._field.text()

    def type(self, text: str) -> None:
        """Type something, as a person does."""
        self._field.setText(text)

    def offers(self) -> tuple[Offer, ...]:
        """Return the rows that are shown."""
        return self._model.rows

    def show_more(self, text: str, found: Sequence[Offer]) -> None:
        """Put what was found for `text` below the commands, unless something else has been typed since."""
        if text != self._field.text():
            return
        own = () if text.startswith(PLACES) else matching(self._commands, text)
        self._show((*own, *found), keep=True)

    def _on_text_changed(self, text: str) -> None:
        if not text.startswith(PLACES):
            self._show(matching(self._commands, text))
        self.asked.emit(text)

    def _show(self, rows: Sequence[Offer], *, keep: bool = False) -> None:
        before = self._current() if keep else None
        rows = rows or (Heading(self.tr("Nothing matches")),)
        self._model.show_rows(rows)
        at = rows.index(before) if before is not None and before in rows else self._next(-1, +1)
        self._list.setCurrentIndex(self._model.index(at))
        self._on_current_changed()  # a reset of the model says nothing when no row is left
        self._fit()

    def _fit(self) -> None:
        """Be as high as the rows, up to the most there is room for."""
        margins = self._column.contentsMargins()
        around = margins.top() + margins.bottom() + self._column.spacing() + self._field.sizeHint().height()
        rows = self._list.sizeHintForRow(0) * len(self._model.rows)
        if self._most:
            self.resize(self.width(), min(self._most, around + rows))

    def _current(self) -> Command | None:
        index = self._list.currentIndex()
        row = self._model.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Command) else None

    def _on_current_changed(self) -> None:
        """Say the selected row to those who hear the window: the keys stay in the field."""
        row = self._current()
        self._field.setAccessibleDescription(sentence(row) if row is not None else "")

    # -- keys ---------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        """Let the arrow keys walk the list and Enter do what is selected, while one types."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _PAGE, Qt.Key.Key_PageUp: -_PAGE}
            if (step := steps.get(Qt.Key(event.key()))) is not None:
                self._walk(step)
                return True
            if event.key() in ENTER:
                self._do()
                return True
        return super().eventFilter(watched, event)

    def _walk(self, steps: int) -> None:
        at = self._list.currentIndex().row()
        for _ in range(abs(steps)):
            at = self._next(at, 1 if steps > 0 else -1)
        self._list.setCurrentIndex(self._model.index(at))
        self._list.scrollTo(self._model.index(max(0, at - 1) if steps < 0 else at))  # with the heading above, walking up

    def _next(self, at: int, step: int) -> int:
        """Return the next row that can be done, or `at` when there is none."""
        rows = self._model.rows
        way = range(at + 1, len(rows)) if step > 0 else range(at - 1, -1, -1)
        return next((row for row in way if isinstance(rows[row], Command)), at)

    def _do(self) -> None:
        command = self._current()
        if command is None:
            return
        self.close()
        command.do()
