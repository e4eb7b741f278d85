"""Offers fields and their values below the search field while one types, such as `country:` and then the countries of the archive.

Tab takes the first. Among values Down and Up walk, and Enter takes what is selected; names of fields leave these keys to the results.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView

from archiveviewer.gui.commands import Command
from archiveviewer.gui.kinds import counted
from archiveviewer.gui.links import Links
from archiveviewer.gui.offer_rows import OfferModel, OfferRows, sentence
from archiveviewer.gui.search.words import completion_words
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.keyed import ENTER
from archiveviewer.gui.widgets.rows import joined
from archiveviewer.records import Completion

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive
    from archiveviewer.gui.search_field import SearchField

_LEAST = 3
"""So many letters of the name of a field are typed before it is offered: many words begin with two of them."""
_MOST = 8


class Completions(QObject):
    """Belongs to one archive and the search field of the window."""

    def __init__(self, archive: Archive, field: SearchField, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._archive, self._field, self._theme = archive, field, theme
        self._tasks = Tasks(self, threads=1)
        self._latest = Latest(self._tasks)
        self._links = Links()
        self._found: tuple[Completion, ...] = ()
        self._model = OfferModel(self)
        self._list = QListView(field.window())
        self._list.setProperty("plain", True)
        self._list.setAccessibleName(self.tr("How the question may go on"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setModel(self._model)
        self._list.setItemDelegate(OfferRows(theme, self._model, self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(lambda index: self.take(index.row()))
        self._list.hide()
        self._links.join(field.textChanged, self._on_text_changed)
        self._links.join(field.textEdited, self._on_text_edited)
        self._links.join(field.focused, self._on_focused)
        field.installEventFilter(self)

    def close(self) -> None:
        """End the work, and take the list away."""
        self._links.cut()
        self._field.removeEventFilter(self)
        self._latest.stop()
        self._tasks.close()
        self._list.deleteLater()

    def offers(self) -> tuple[str, ...]:
        """Return what is offered now."""
        return tuple(completion.shown for completion in self._found) if self._list.isVisible() else ()

    def take(self, at: int = 0) -> None:
        """Put what is offered into the question."""
        if not 0 <= at < len(self._found):
            return
        completion = self._found[at]
        self._hide()
        self._field.setText(completion.text)
        self._field.setCursorPosition(completion.caret)
        self._ask()

    # -- asking -------------------------------------------------------------------------------------------------

    def _on_text_changed(self) -> None:
        """Take away what was offered for other words; Qt tells of an edit before it tells of the change, so it has been asked already."""
        self._found = ()
        self._list.hide()

    def _on_text_edited(self) -> None:
        self._ask()

    def _on_focused(self, focused: bool) -> None:
        if not focused:
            self._hide()

    def _ask(self) -> None:
        archive, text, caret = self._archive, self._field.text(), self._field.cursorPosition()
        self._latest.run(lambda _: archive.completions(text, caret), lambda found: self._on_found(text, caret, found), lambda _: None)

    def _on_found(self, text: str, caret: int, found: Sequence[Completion]) -> None:
        if text != self._field.text() or not self._field.hasFocus():
            return
        wanted = tuple(one for one in found if one.text.strip() != text.strip() and (one.documents is not None or _named(text[:caret])))
        if not wanted:
            self._hide()
            return
        self._found = wanted
        self._model.show_rows([_row(completion) for completion in wanted])
        self._list.setCurrentIndex(QModelIndex())
        self._place()

    # -- showing ------------------------------------------------------------------------------------------------

    def _place(self) -> None:
        """Put the list below the field, as wide as that."""
        rows = min(len(self._found), _MOST)
        height = rows * self._list.sizeHintForRow(0) + 2
        corner = self._field.mapTo(self._field.window(), QPoint(0, self._field.height() + 2))
        self._list.setGeometry(corner.x(), corner.y(), self._field.width(), height)
        self._list.show()
        self._list.raise_()

    def _hide(self) -> None:
        self._latest.stop()
        self._found = ()
        self._list.hide()
        self._field.setAccessibleDescription("")

    # -- keys ---------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 - Qt calls it
        """Take the keys that are for the list while it is shown."""
        if not self._found or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        return self._on_key(Qt.Key(event.key()))

    def _on_key(self, key: Qt.Key) -> bool:
        at = self._list.currentIndex().row()
        values = self._found[0].documents is not None
        if key == Qt.Key.Key_Tab:
            self.take(max(at, 0))
        elif key == Qt.Key.Key_Escape:
            self._hide()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and values:
            self._walk(at + (1 if key == Qt.Key.Key_Down else -1))
        elif key in ENTER and at >= 0:
            self.take(at)
        else:
            return False
        return True

    def _walk(self, at: int) -> None:
        index = self._model.index(max(-1, min(len(self._found) - 1, at)))
        self._list.setCurrentIndex(index)
        self._field.setAccessibleDescription(sentence(self._model.rows[index.row()]) if index.isValid() else "")


def _named(typed: str) -> bool:
    """Whether enough letters of a name have been typed."""
    word = typed.rsplit(maxsplit=1)[-1] if typed and not typed[-1].isspace() else ""
    return len(word.lstrip("-(")) >= _LEAST


def _row(completion: Completion) -> Command:
    count = counted(completion.documents, "document") if completion.documents is not None else ""
    words = completion_words(completion)
    said = words if words.casefold() not in completion.shown.casefold() else ""
    return Command(completion.shown, joined(said, count), lambda: None, "list-filter")
