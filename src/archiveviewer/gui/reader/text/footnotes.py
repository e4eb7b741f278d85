"""Opens footnotes: a click on a number in square brackets shows the note that it points to, with a way to where it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRegularExpression, Qt, Signal
from PySide6.QtGui import QAction, QCursor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.gui.widgets.chips import frame
from archiveviewer.gui.widgets.ground import Words
from archiveviewer.gui.widgets.link_button import LinkButton
from archiveviewer.records import Document, Footnote, Light, Place
from archiveviewer.text.footnotes import marks

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

_WIDTH, _EDGE = 420, 60


class Archive(Protocol):
    """What is asked of the archive."""

    def footnote(self, document: int, number: str, /) -> Footnote | None:
        """Return a note of a document."""
        ...


class NoteBox(QWidget):
    """The words of a note over the text, until the keys go elsewhere. Signal: `place_wanted(Place)` to see it where it stands."""

    place_wanted = Signal(object)

    def __init__(self, note: Footnote, document: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._view = theme, parent
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = " ".join(note.text.split())
        label = Words(theme, wrap=True, parent=self)
        label.setText(f"[{note.number}] {words}")
        label.setFixedWidth(min(theme.space(_WIDTH), parent.width() - _EDGE))
        self.link = LinkButton(theme, role="caption", parent=self)
        self.link.setText(self.tr("Show it where it stands"))
        self.link.clicked.connect(lambda: self._go(Place(document, note.page, (Light(note.text, exact=True),), note.text)))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.addWidget(label)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeading)
        self.setAccessibleName(self.tr("Note {number}: {words}").format(number=note.number, words=words))
        self.link.installEventFilter(self)

    def _go(self, place: Place) -> None:
        self.close()
        self.place_wanted.emit(place)

    def show_at(self, point: QPoint) -> None:
        """Show it near a point of its parent, and give it the keys."""
        self.adjustSize()
        room = self._view.rect().adjusted(8, 8, -8, -8)
        self.move(
            max(room.left(), min(point.x(), room.right() - self.width())), max(room.top(), min(point.y(), room.bottom() - self.height()))
        )
        self.show()
        self.raise_()
        self.link.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        """Close when the keys go elsewhere."""
        if event.type() == QEvent.Type.FocusOut:
            self.close()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._view.setFocus(Qt.FocusReason.PopupFocusReason)
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint ground and frame."""
        frame(QPainter(self), self.rect(), self._theme, fill="raised", edge="edge")


class Footnotes(QObject):
    """Watches a text for clicks on numbers in square brackets; `shown` gives the document that it shows.

    Signals: `place_wanted(Place)` to see a note where it stands, `said(sentence)` when there is none.
    """

    place_wanted = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        view: QTextEdit,
        archive: Archive,
        tasks: Tasks,
        *,
        theme: Theme,
        shown: Callable[[], Document | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._view, self._archive, self._theme, self._shown = view, archive, theme, shown
        self._latest = Latest(tasks)
        self.box: NoteBox | None = None
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)
        self.next = QAction(self.tr("Open the next note"), view)
        self.next.setShortcut(QKeySequence("Alt+N"))
        self.next.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.next.triggered.connect(self._on_next)
        view.addAction(self.next)

    def number_at(self, point: QPoint) -> str:
        """Return the number of the mark under a point of the text, empty when there is none."""
        cursor = self._view.cursorForPosition(point)
        text, at = cursor.block().text(), cursor.positionInBlock()
        for number, (start, end) in marks(text):
            if start <= at <= end and self._covers(cursor, start, end, point):
                return number
        return ""

    def _covers(self, cursor: QTextCursor, start: int, end: int, point: QPoint) -> bool:
        """Whether a point lies on the letters from `start` to `end` of a block, and not merely nearest to them."""
        block = cursor.block().position()
        rects = []
        for at in (start, end):
            place = QTextCursor(cursor)
            place.setPosition(block + at)
            rects.append(self._view.cursorRect(place))
        return rects[0].united(rects[1]).contains(point)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        """Show a hand over a mark, and open its note at a click."""
        if isinstance(event, QMouseEvent):
            point = event.position().toPoint()
            if event.type() == QEvent.Type.MouseMove and not event.buttons():
                shape = Qt.CursorShape.PointingHandCursor if self.number_at(point) else Qt.CursorShape.IBeamCursor
                self._view.viewport().setCursor(QCursor(shape))
            elif event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
                number = "" if self._view.textCursor().hasSelection() else self.number_at(point)
                if number:
                    self.open(number, point + QPoint(0, 14))
        return super().eventFilter(watched, event)

    def _on_next(self) -> None:
        """Go to the next mark behind the place of the keys, and open its note."""
        document = self._view.document()
        found = document.find(QRegularExpression(r"\[\d{1,3}\]"), self._view.textCursor())
        if found.isNull():
            self.said.emit(self.tr("No note follows here."))
            return
        self._view.setTextCursor(found)
        self.open(found.selectedText().strip("[]"), self._view.cursorRect().bottomLeft())

    def open(self, number: str, at: QPoint) -> None:
        """Show the note of a number at a place of the text."""
        archive, shown = self._archive, self._shown()
        if shown is not None:
            self._latest.run(lambda _: archive.footnote(shown.id, number), lambda note: self._show(note, shown.id, number, at))

    def _show(self, note: Footnote | None, document: int, number: str, at: QPoint) -> None:
        if note is None:
            self.said.emit(self.tr("This document has no note {number}.").format(number=number))
            return
        if self.box is not None:
            self.box.close()
        box = self.box = NoteBox(note, document, self._theme, self._view.viewport())
        box.destroyed.connect(partial(self._on_closed, box))
        box.place_wanted.connect(self.place_wanted)
        box.show_at(at)

    def _on_closed(self, box: NoteBox) -> None:
        if self.box is box:
            self.box = None
