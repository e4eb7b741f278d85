"""The notes on a document, or on all documents, as a list that can be searched, taken out and brought together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from archiveviewer.gui.dates import long_date
from archiveviewer.gui.kinds import page_word
from archiveviewer.gui.reader.notes.note_words import colour_token, head_of, sentence
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets import rows
from archiveviewer.gui.widgets.drop_button import DropButton
from archiveviewer.records import Note, NoteKind
from archiveviewer.text.escaping import isolate
from archiveviewer.text.flowing import in_one_line

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
NOTE = Qt.ItemDataRole.UserRole
_SIDE = 14
_MARK = 16
_WAIT_MS = 150
_BUTTON = 28


class NotesModel(QAbstractListModel):
    """Notes in the order of documents and pages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: tuple[Note, ...] = ()

    def set_notes(self, notes: Sequence[Note]) -> None:
        """Hold other notes."""
        self.beginResetModel()
        self._notes = tuple(notes)
        self.endResetModel()

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes that are listed."""
        return self._notes

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt calls it
        """Return how many notes there are."""
        return 0 if parent.isValid() else len(self._notes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a note is on, the note, or the sentence for those who hear it."""
        if not 0 <= index.row() < len(self._notes):
            return None
        note = self._notes[index.row()]
        if role == NOTE:
            return note
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return sentence(note)
        if role == Qt.ItemDataRole.ToolTipRole:
            return rows.tip(sentence(note))
        return head_of(note) if role == Qt.ItemDataRole.DisplayRole else None


class NotesDelegate(QStyledItemDelegate):
    """Paints the colour, the words, what was written, and where."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt calls it
        """Return the height of two lines and one of small letters."""
        return QSize(0, 2 * rows.line_height(self._theme) + rows.line_height(self._theme, role="caption") + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one note."""
        note = index.data(NOTE)
        if not isinstance(note, Note):
            return
        rtl = rows.mirrored(option)
        painter.save()
        rows.ground(painter, option, self._theme)
        pen = rows.Pen(painter, self._theme, rtl=rtl)
        inside = option.rect.adjusted(_SIDE, 7, -_SIDE, -7)
        body, caption = rows.line_height(self._theme), rows.line_height(self._theme, role="caption")
        text = in_one_line(note.text)
        if not text:
            inside.translate(0, body // 2)  # two lines in the middle of the room for three
        mark = self._theme.space(_MARK)
        self._mark(painter, rows.visual(QRect(inside.left(), inside.top() + 2, mark, mark), option.rect, rtl=rtl), note)
        lines = QRect(inside.left() + mark + 10, inside.top(), inside.width() - mark - 10, body)
        pen.write(rows.visual(lines, option.rect, rtl=rtl), isolate(head_of(note)), role="title")
        if text:
            lines.translate(0, body)
            pen.write(rows.visual(lines, option.rect, rtl=rtl), isolate(text))
        below = QRect(lines.left(), lines.top() + body, lines.width(), caption)
        day = long_date(note.changed_at[:10])
        page = page_word(note.label, paged=note.paged)
        where = self.tr("{page} · {day} · {title}").format(title=isolate(note.title), page=page, day=day)  # titles are cut
        pen.write(rows.visual(below, option.rect, rtl=rtl), where, role="caption", token="quiet")
        painter.restore()

    def _mark(self, painter: QPainter, rect: QRect, note: Note) -> None:
        if note.kind is NoteKind.BOOKMARK:
            icon = self._theme.icon("bookmark", size=_MARK, token="accent", ratio=painter.device().devicePixelRatioF())
            painter.drawPixmap(rect.topLeft(), icon)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("edge"))
        painter.setBrush(self._theme.color(colour_token(note.colour)))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 3, 3)


class NotesList(QListView):
    """The list itself; `removed` comes with a note on Delete."""

    removed = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Remove with Delete."""
        note = self.currentIndex().data(NOTE)
        if event.key() == Qt.Key.Key_Delete and isinstance(note, Note):
            self.removed.emit(note)
        else:
            super().keyPressEvent(event)


class NotesView(QWidget):
    """Shows notes. `wanted` comes when others should be looked up, `chosen`, `edited` and `removed` with a note.

    `export_wanted` comes with whether it is to be Markdown, `merge_wanted` when notes of another library are to be taken.
    """

    wanted = Signal()
    chosen = Signal(object)
    edited = Signal(object)
    removed = Signal(object)
    export_wanted = Signal(bool)
    merge_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._everywhere = False
        self._fixed = ""
        self._which, self._more = (DropButton(theme, framed=True, height=_BUTTON, parent=self) for _ in range(2))
        self._field = QLineEdit(self)
        self._list, self._nothing = NotesList(self), QLabel(self)
        self._stack = QStackedWidget(self)
        self.notes = NotesModel(self)
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._wait.timeout.connect(self.wanted)
        self.setFocusProxy(self._list)
        self._build()

    @property
    def everywhere(self) -> bool:
        """Whether the notes on all documents are wanted."""
        return self._everywhere

    @property
    def words(self) -> str:
        """What the notes are searched for."""
        return self._field.text()

    @property
    def nothing(self) -> str:
        """What is said where there are no notes."""
        return self._nothing.text()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show notes; where there are none it says how to make some."""
        current = self._list.currentIndex().row()
        self.notes.set_notes(notes)
        self._list.setCurrentIndex(self.notes.index(min(max(current, 0), len(notes) - 1)))
        self._stack.setCurrentWidget(self._list if notes else self._nothing)
        if self.words:
            said = self.tr("No note has these words.")
        elif self.everywhere:
            said = self.tr("There are no notes in this library yet.")
        else:
            said = self.tr("There are no notes on this document yet.")
        how = self._fixed or self.tr("Select words and press Ctrl+H to highlight them, Ctrl+N to write a note. Ctrl+B sets a bookmark.")
        self._nothing.setText(said if self.words else f"{said}\n{how}")
        self.setFocusProxy(self._list if notes else self._field)

    def forbid_changes(self, why: str) -> None:
        """Offer only what changes nothing, and say why."""
        self._fixed = why
        self._merging.setEnabled(False)
        self._merging.setToolTip(why)
        self.show_notes(self.notes.notes)

    def _build(self) -> None:
        self._build_choice()
        self._field.setPlaceholderText(self.tr("Search the notes"))
        self._field.setAccessibleName(self.tr("Search the notes"))
        self._field.setClearButtonEnabled(False)
        self._field.textEdited.connect(lambda _: self._wait.start())
        menu = QMenu(self)
        menu.addAction(self.tr("Export as Markdown…"), lambda: self.export_wanted.emit(True))
        menu.addAction(self.tr("Export as table (CSV)…"), lambda: self.export_wanted.emit(False))
        menu.addSeparator()
        self._merging = menu.addAction(self.tr("Merge notes of another library…"), self.merge_wanted.emit)
        menu.setToolTipsVisible(True)
        self._more.setMenu(menu)
        self._more.set_words(self.tr("Export and merge"))
        self._list.setModel(self.notes)
        self._list.setItemDelegate(NotesDelegate(self._theme, self._list))
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setAccessibleName(self.tr("Notes"))
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._on_menu)
        self._list.activated.connect(lambda index: self.chosen.emit(index.data(NOTE)))
        self._list.clicked.connect(lambda index: self.chosen.emit(index.data(NOTE)))
        self._list.removed.connect(self._on_removed)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(24)
        self._theme.changed.connect(self._list.doItemsLayout)
        for view in (self._list, self._nothing):
            self._stack.addWidget(view)
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._which)
        row.addWidget(self._field, 1)
        row.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    def _build_choice(self) -> None:
        menu, group = QMenu(self), QActionGroup(self)
        for everywhere, words in ((False, self.tr("This document")), (True, self.tr("All documents"))):
            action = group.addAction(words)
            action.setCheckable(True)
            action.setChecked(not everywhere)
            action.triggered.connect(lambda _, chosen=everywhere: self.choose(everywhere=chosen))
        menu.addActions(group.actions())
        self._which.setMenu(menu)
        self._name_choice()

    def choose(self, *, everywhere: bool) -> None:
        """Want the notes on all documents, or on this one."""
        if everywhere != self._everywhere:
            self._everywhere = everywhere
            self._name_choice()
            self.wanted.emit()

    def _name_choice(self) -> None:
        """Say whose notes are listed; the button hears the words of its menu."""
        words = self.tr("All documents") if self._everywhere else self.tr("This document")
        self._which.set_words(words)
        self._which.setAccessibleName(self.tr("Whose notes: {choice}").format(choice=words))
        next(action for action in self._which.menu().actions() if action.text() == words).setChecked(True)

    def _on_removed(self, note: Note) -> None:
        if not self._fixed:
            self.removed.emit(note)

    def _on_menu(self, at: QPoint) -> None:
        note = self._list.indexAt(at).data(NOTE)
        if isinstance(note, Note):
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(self.tr("Open"), lambda: self.chosen.emit(note))
            menu.addAction(self.tr("Edit…"), lambda: self.edited.emit(note)).setEnabled(not self._fixed)
            menu.addAction(self.tr("Remove\tDel"), lambda: self.removed.emit(note)).setEnabled(not self._fixed)
            menu.popup(self._list.viewport().mapToGlobal(at))
