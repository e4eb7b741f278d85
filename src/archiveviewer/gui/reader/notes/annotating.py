"""Highlights, notes and bookmarks as a person makes, changes and takes them back while reading.

Every change is written away from the window's thread and shown when it is kept; each can be taken back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from archiveviewer.archive.writing import write_whole
from archiveviewer.gui.reader.document.passages import Archive
from archiveviewer.gui.reader.notes.drafts import DraftPlace, Drafts
from archiveviewer.gui.reader.notes.note_dialog import NoteDialog
from archiveviewer.gui.reader.notes.notes_view import NotesView
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.gui.theme import Theme
from archiveviewer.records import ArchiveError, Document, Merged, Note, NoteColour, NoteKind

_MOST_UNDONE = 100
_SOON_MS = 40
"""After so long the notes of a document are fetched: its page is to be seen first."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What is to be marked: words of a page, or without `quote` all of it."""

    page: int
    label: str
    quote: str = ""
    start: int = 0


@dataclass(frozen=True, slots=True)
class _Change:
    """A note before and after; before it was made there was none."""

    before: Note | None
    after: Note


class Annotating(QObject):
    """Keeps the notes of the document that is open.

    `changed` comes with them, `opened` with a Document and a Note that is to be shown, `said` with a sentence for the footer.
    """

    changed = Signal(object)
    opened = Signal(object, object)
    said = Signal(str)

    def __init__(self, archive: Archive, tasks: Tasks, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._archive, self._tasks, self._theme, self._window = archive, tasks, theme, window
        self._loading, self._listing = Latest(tasks), Latest(tasks)
        self._document: Document | None = None
        self._notes: tuple[Note, ...] = ()
        self._undo: list[_Change] = []
        self._drafts = Drafts()
        self._waiting: list[int] = []
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._load)
        self.colour = NoteColour.GREEN
        self.choose_file: Callable[[str, bool], str] = self._ask_for_file
        self.view = NotesView(theme)
        self.view.wanted.connect(self._list)
        self.view.chosen.connect(self._on_chosen)
        self.view.edited.connect(self.edit)
        self.view.removed.connect(self.remove)
        self.view.export_wanted.connect(self._export)
        self.view.merge_wanted.connect(self._merge)

    def show_document(self, document: Document | None) -> None:
        """Hold the notes of another document, or of none."""
        self._document, self._notes = document, ()
        self._waiting = self._drafts.pages(document.sha256) if document else []
        self.changed.emit(())
        self._loading.stop()
        self._soon.stop() if document is None else self._soon.start()

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes on the document that is open."""
        return self._notes

    # -- making and changing ------------------------------------------------------------------------------------

    def highlight(self, marked: Marked, colour: NoteColour | None = None) -> None:
        """Mark words in a colour, by default that of last time."""
        self.colour = colour or self.colour
        if self._document and marked.quote.strip():
            self._keep(None, self._new(marked), self.tr("Highlighted. Ctrl+Z takes it back."))

    def write(self, marked: Marked) -> None:
        """Let the user write a note on words, or on a page."""
        if self._document:
            self._open_dialog(None, self._new(marked))

    def edit(self, note: Note) -> None:
        """Let the user change a note."""
        self._open_dialog(note, note)

    def bookmark(self, marked: Marked) -> None:
        """Set a bookmark on a page, or take it away."""
        if self._document is None:
            return
        there = next((note for note in self._notes if note.kind is NoteKind.BOOKMARK and note.page == marked.page), None)
        if there:
            self.remove(there)
        else:
            new = replace(self._new(marked), kind=NoteKind.BOOKMARK, quote="", start=0)
            page, section = self.tr("Bookmark set on page {label}."), self.tr("Bookmark set on section {label}.")
            set_on = (page if new.paged else section).format(label=marked.label)
            self._keep(None, new, self.tr("{bookmark_set} Ctrl+B takes it away.").format(bookmark_set=set_on))

    def remove(self, note: Note) -> None:
        """Take a note away; it can come back."""
        said = (
            self.tr("Bookmark taken away. Ctrl+Z brings it back.")
            if note.kind is NoteKind.BOOKMARK
            else self.tr("Removed. Ctrl+Z brings it back.")
        )
        self._keep(note, replace(note, deleted=True), said)

    def undo(self) -> None:
        """Take back the last change."""
        if not self._undo:
            self.said.emit(self.tr("There is no change of notes to take back."))
            return
        change = self._undo.pop()
        back = change.before or replace(change.after, deleted=True)

        def failed(error: Exception) -> None:
            self._undo.append(change)
            self._on_error(error)

        self._write(back, lambda _: self.said.emit(self.tr("Taken back.")), failed)

    def _new(self, marked: Marked) -> Note:
        assert self._document
        return Note(
            self._document.sha256,
            self._document.path,
            self._document.title,
            page=marked.page,
            label=marked.label,
            colour=self.colour,
            quote=marked.quote,
            start=marked.start,
            paged=self._document.paged,
        )

    def _open_dialog(self, before: Note | None, note: Note, *, trouble: str = "") -> None:
        draft = self._drafts.text(DraftPlace.of(note))
        dialog = NoteDialog(replace(note, text=note.text if draft is None else draft), self._theme, self._window, trouble=trouble)
        dialog.finished.connect(dialog.deleteLater)
        dialog.written.connect(partial(self._hold, note))
        dialog.accepted.connect(lambda: self._on_written(before, note, dialog))
        dialog.rejected.connect(lambda: self._on_left(note, dialog))
        dialog.open()

    def _hold(self, note: Note, text: str) -> bool:
        """Hold what is written and not saved, until it is, or is the old text again; return whether there is anything."""
        draft = text if text.strip() and text != note.text else ""
        if self._drafts.hold(DraftPlace.of(note), draft):
            self._tasks.do(self._drafts.save, lambda _: None, lambda _: None)
        return bool(draft)

    def _on_left(self, note: Note, dialog: NoteDialog) -> None:
        if self._hold(note, dialog.text):
            self.said.emit(self.tr("Not saved. What was written comes back when you write here again."))

    def _on_written(self, before: Note | None, note: Note, dialog: NoteDialog) -> None:
        if note.quote.strip():
            self.colour = dialog.colour
            note = replace(note, colour=dialog.colour)
        written = replace(note, text=dialog.text.strip())

        def failed(error: Exception) -> None:
            self._open_dialog(before, note, trouble=str(error))  # with what was written, which is held; the disk may be full
            self._on_error(error)

        self._hold(note, dialog.text)
        self._keep(before, written, self.tr("Note kept."), failed, DraftPlace.of(note))

    def _keep(
        self,
        before: Note | None,
        note: Note,
        said: str,
        failed: Callable[[Exception], None] | None = None,
        draft: DraftPlace | None = None,
    ) -> None:
        def done(kept: Note) -> None:
            self._undo.append(_Change(before, kept))
            del self._undo[:-_MOST_UNDONE]
            self.said.emit(said)

        self._write(note, done, failed, draft)

    def _write(
        self,
        note: Note,
        done: Callable[[Note], None],
        failed: Callable[[Exception], None] | None = None,
        draft: DraftPlace | None = None,
    ) -> None:
        def kept(note: Note) -> None:
            done(note)
            self._load()
            self._list()

        self._tasks.do(partial(self._keep_for_good, note, draft), kept, failed or self._on_error)

    def _keep_for_good(self, note: Note, draft: DraftPlace | None) -> Note:
        """Keep a note, and then its draft no more; runs in a thread, also when the window closes meanwhile."""
        kept = self._archive.keep_note(note)
        if draft and self._drafts.hold(draft, ""):
            self._drafts.save()
        return kept

    # -- showing ------------------------------------------------------------------------------------------------

    def _load(self) -> None:
        if self._document:
            document = self._document.id
            self._loading.run(lambda _: self._archive.notes(document), self._on_loaded, self._on_error)

    def _on_loaded(self, notes: tuple[Note, ...]) -> None:
        self._notes = notes
        self.changed.emit(notes)
        self._tell_of_drafts()
        if not self.view.everywhere and not self.view.words:
            self.view.show_notes(notes)

    def _tell_of_drafts(self) -> None:
        """Say once for each document where something was written and not saved, as when the power went."""
        waiting, self._waiting = self._waiting, []
        if waiting:
            paged = self._document is None or self._document.paged
            form = self.tr("A note on page {page} was not saved.") if paged else self.tr("A note on section {page} was not saved.")
            self.said.emit(f"{form.format(page=waiting[0])} {self.tr('Write there again to go on with it.')}")

    def _list(self) -> None:
        """Look up the notes that the list should show."""
        document = None if self.view.everywhere or self._document is None else self._document.id
        words = self.view.words
        self._listing.run(lambda _: self._archive.notes(document, text=words), self.view.show_notes, self._on_error)

    def _on_chosen(self, note: Note) -> None:
        self._tasks.run(lambda: self._archive.document_of(note), partial(self._on_found, note), self._on_error)

    def _on_found(self, note: Note, document: Document | None) -> None:
        if document:
            self.opened.emit(document, note)
        else:
            self.said.emit(self.tr("The document of this note is not in the library: {title}.").format(title=note.title))

    # -- export and merge ---------------------------------------------------------------------------------------

    def _export(self, markdown: bool) -> None:
        path = self.choose_file(self.tr("notes.md") if markdown else self.tr("notes.csv"), True)
        if not path:
            return
        document = None if self.view.everywhere or self._document is None else self._document.id

        def work() -> None:
            chosen = None if document is None else self._archive.notes(document)
            write_whole(Path(path), self._archive.export_notes(chosen, markdown=markdown).encode("utf-8"))

        self._tasks.do(work, lambda _: self.said.emit(self.tr("Notes written to {file}.").format(file=Path(path).name)), self._on_error)

    def _merge(self) -> None:
        path = self.choose_file("", False)
        if path:
            self._tasks.do(
                lambda: self._archive.merge_notes(Path(path).read_text(encoding="utf-8", errors="replace")), self._on_merged, self._on_error
            )

    def _on_merged(self, merged: Merged) -> None:
        said = self.tr("{added} new notes, {changed} newer ones.").format(added=merged.added, changed=merged.changed)
        if merged.refused:
            said += " " + self.tr("%n rows could not be understood.", "", merged.refused)
        self.said.emit(said)
        self._load()
        self._list()

    def _ask_for_file(self, name: str, saving: bool) -> str:
        filters = self.tr("Markdown (*.md)") if name.endswith(".md") else self.tr("Tables (*.csv)")
        if saving:
            return QFileDialog.getSaveFileName(self._window, self.tr("Export notes"), name, filters)[0]
        return QFileDialog.getOpenFileName(self._window, self.tr("Merge notes of another library"), "", filters)[0]

    def _on_error(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self.said.emit(self.tr("The file cannot be used: {reason}.").format(reason=error.strerror or str(error)))
        elif isinstance(error, ArchiveError):
            self.said.emit(str(error))
        else:
            raise error
