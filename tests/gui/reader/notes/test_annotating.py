"""Highlights, notes and bookmarks, made by keys in a real reader."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from archiveviewer.gui.reader.notes.annotating import Annotating
from archiveviewer.gui.reader.notes.drafts import Drafts
from archiveviewer.gui.reader.notes.note_dialog import NoteDialog
from archiveviewer.gui.reader.notes.notes_view import NOTE, NotesList, NotesView
from archiveviewer.gui.reader.pane import ReaderPane
from archiveviewer.gui.reader.paper.page_view import PageView
from archiveviewer.gui.reader.text.text_view import TextView
from archiveviewer.records import ArchiveError, Note, NoteColour, NoteKind, PageText, Place
from reading_room import Library

WAIT = 15_000


@pytest.fixture
def reader(open_at: Callable[[Place], ReaderPane]) -> ReaderPane:
    return open_at(Place(1, 1))


def pages(reader: ReaderPane) -> PageView:
    found = reader.findChild(PageView)
    assert isinstance(found, PageView)
    return found


def notes(reader: ReaderPane) -> NotesView:
    found = reader.findChild(NotesView)
    assert isinstance(found, NotesView)
    return found


def annotating(reader: ReaderPane) -> Annotating:
    found = reader.findChild(Annotating)
    assert isinstance(found, Annotating)
    return found


def select(qtbot: QtBot, reader: ReaderPane, words: str) -> None:
    view = pages(reader)
    qtbot.waitUntil(lambda: view.selection.letters(1) is not None, timeout=WAIT)
    letters = view.selection.letters(1)
    assert letters
    start = letters.text.index(words)
    view.selection.select(1, (start, start + len(words)))


def highlight(qtbot: QtBot, reader: ReaderPane, words: str) -> None:
    select(qtbot, reader, words)
    before = len(annotating(reader).notes)
    reader.commands.highlight.trigger()
    qtbot.waitUntil(lambda: len(annotating(reader).notes) == before + 1, timeout=WAIT)


def middle_of(reader: ReaderPane, words: str) -> QPoint:
    view = pages(reader)
    letters = view.selection.letters(1)
    assert letters
    start = letters.text.index(words)
    return view.rect_of(1, letters.boxes_of((start, start + len(words)))[0]).center().toPoint()


def listed(reader: ReaderPane) -> list[str]:
    model = notes(reader).notes
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def note_dialog() -> NoteDialog:
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, NoteDialog) and widget.isVisible())


def written(dialog: NoteDialog) -> QPlainTextEdit:
    field = dialog.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    return field


def test_a_highlight_is_kept_and_seen(qtbot: QtBot, reader: ReaderPane, library: Library) -> None:
    highlight(qtbot, reader, "1 January 2020")
    (note,) = library.kept.values()
    assert (note.page, note.quote, note.kind, note.colour) == (1, "1 January 2020", NoteKind.HIGHLIGHT, NoteColour.GREEN)
    assert note.sha256 == library.documents[1].sha256
    view = pages(reader)
    at = middle_of(reader, "1 January 2020")
    assert view.note_at(at.toPointF()) == note
    picture = view.grab().toImage()
    ratio = picture.devicePixelRatio()
    box = view.rect_of(1, view.selection.letters(1).boxes_of((22, 36))[0])  # type: ignore[union-attr]  # they came above
    ground = picture.pixelColor(round((box.left() + 2) * ratio), round((box.top() + 1) * ratio))
    assert ground.green() > ground.red(), "green"


def test_a_note_is_written_changed_and_taken_back(qtbot: QtBot, reader: ReaderPane, library: Library) -> None:
    select(qtbot, reader, "deadline moved")
    reader.commands.write_note.trigger()
    for text in ("Ask Phnom Penh", "Ask Phnom Penh again"):
        dialog = note_dialog()
        written(dialog).setPlainText(text)
        with qtbot.waitSignal(reader.said, timeout=WAIT):  # until then there is nothing to take back
            dialog.accept()
        qtbot.waitUntil(lambda text=text: [note.text for note in annotating(reader).notes] == [text], timeout=WAIT)  # type: ignore[misc]  # keeps its value
        if text == "Ask Phnom Penh":
            annotating(reader).edit(annotating(reader).notes[0])
    reader.commands.undo.trigger()
    qtbot.waitUntil(lambda: [note.text for note in annotating(reader).notes] == ["Ask Phnom Penh"], timeout=WAIT)
    reader.commands.undo.trigger()
    qtbot.waitUntil(lambda: annotating(reader).notes == (), timeout=WAIT)
    assert len(library.kept) == 1, "what is taken away is kept, so that it can come back"


def test_a_note_that_cannot_be_kept_is_still_there_to_be_kept(
    qtbot: QtBot, reader: ReaderPane, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Note) -> Note:
        raise ArchiveError("The disk is full. Make room, then go on.")

    with monkeypatch.context() as full:
        full.setattr(library, "keep_note", refuse)
        reader.commands.write_note.trigger()
        first = note_dialog()
        written(first).setPlainText("Ask Phnom Penh")
        with qtbot.waitSignal(reader.said, timeout=WAIT) as said:
            first.accept()
        assert "disk is full" in str(said.args)
    second = note_dialog()
    assert written(second).toPlainText() == "Ask Phnom Penh"
    assert "The disk is full. Make room, then go on." in [label.text() for label in second.findChildren(QLabel)]
    second.accept()
    qtbot.waitUntil(lambda: [note.text for note in annotating(reader).notes] == ["Ask Phnom Penh"], timeout=WAIT)


def test_what_was_written_and_left_comes_back(qtbot: QtBot, reader: ReaderPane) -> None:
    for text, expected in (("Ask Phnom Penh", ""), ("", "Ask Phnom Penh"), ("", "")):
        reader.commands.write_note.trigger()
        dialog = note_dialog()
        assert written(dialog).toPlainText() == expected
        written(dialog).setPlainText(text)
        if text:
            with qtbot.waitSignal(reader.said) as said:
                dialog.reject()
            assert "Not saved" in str(said.args)
        else:
            dialog.reject()


def test_a_note_that_the_power_cut_off_waits_for_the_next_window(qtbot: QtBot, open_at: Callable[[Place], ReaderPane]) -> None:
    first = open_at(Place(1, 1))
    first.commands.write_note.trigger()
    QTest.keyClicks(written(note_dialog()), "half a sent")
    qtbot.waitUntil(lambda: Drafts().pages(first.document.sha256 if first.document else "") == [1], timeout=WAIT)
    note_dialog().hide()  # nothing is said any more by a window that is gone
    again = open_at(Place(1, 1))
    with qtbot.waitSignal(again.said, timeout=WAIT, check_params_cb=lambda text: text.startswith("A note on page 1 was not saved.")):
        annotating(again).show_document(again.document)  # as when it is opened
    again.commands.write_note.trigger()
    dialog = note_dialog()
    assert written(dialog).toPlainText() == "half a sent"
    dialog.accept()
    qtbot.waitUntil(lambda: [note.text for note in annotating(again).notes] == ["half a sent"], timeout=WAIT)
    qtbot.waitUntil(lambda: not Drafts().pages(again.document.sha256 if again.document else ""), timeout=WAIT)


def test_who_writes_without_a_pause_loses_little_to_the_power(
    reader: ReaderPane, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archiveviewer.gui.reader.notes.note_dialog._SOON_MS", 200)
    reader.commands.write_note.trigger()
    field = written(note_dialog())
    for _ in range(1000):
        QTest.keyClick(field, Qt.Key.Key_A, delay=5)
        if Drafts().pages(library.documents[1].sha256):
            break
    assert Drafts().pages(library.documents[1].sha256) == [1]


def test_what_is_kept_while_the_window_closes_is_kept(
    qtbot: QtBot, reader: ReaderPane, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper, closing, begun = annotating(reader), threading.Event(), threading.Semaphore(0)
    shut = keeper._tasks._pool.shutdown

    def close(*, wait: bool = True, cancel_futures: bool = False) -> None:
        closing.set()
        shut(wait=wait, cancel_futures=cancel_futures)

    def take_long() -> None:
        begun.release()
        closing.wait(10)

    monkeypatch.setattr(keeper._tasks._pool, "shutdown", close)
    qtbot.waitUntil(lambda: not keeper._tasks.busy, timeout=WAIT)
    for _ in range(3):  # all threads are at work, as when a stick is slow
        keeper._tasks.run(take_long, lambda _: None)
    for _ in range(3):
        assert begun.acquire(timeout=10)
    reader.commands.write_note.trigger()
    written(note_dialog()).setPlainText("Ask Phnom Penh")
    note_dialog().accept()
    reader.close_documents()
    assert [note.text for note in library.kept.values()] == ["Ask Phnom Penh"]
    assert Drafts().pages(library.documents[1].sha256) == [], "it is not said to be unsaved"


def test_what_could_not_be_taken_back_can_be_tried_again(
    qtbot: QtBot, reader: ReaderPane, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Note) -> Note:
        raise ArchiveError("The disk is full. Make room, then go on.")

    highlight(qtbot, reader, "1 January 2020")
    with monkeypatch.context() as full:
        full.setattr(library, "keep_note", refuse)
        with qtbot.waitSignal(reader.said, timeout=WAIT, check_params_cb=lambda text: "disk is full" in text):
            reader.commands.undo.trigger()
    reader.commands.undo.trigger()
    qtbot.waitUntil(lambda: annotating(reader).notes == (), timeout=WAIT)


def test_a_bookmark_is_set_and_taken_away_by_the_same_key(qtbot: QtBot, reader: ReaderPane) -> None:
    reader.commands.bookmark.trigger()
    qtbot.waitUntil(lambda: [note.kind for note in annotating(reader).notes] == [NoteKind.BOOKMARK], timeout=WAIT)
    reader.commands.bookmark.trigger()
    qtbot.waitUntil(lambda: annotating(reader).notes == (), timeout=WAIT)
    reader.commands.undo.trigger()
    qtbot.waitUntil(lambda: [note.label for note in annotating(reader).notes] == ["i"], timeout=WAIT)


def test_nothing_selected_is_said(qtbot: QtBot, reader: ReaderPane) -> None:
    with qtbot.waitSignal(reader.said) as said:
        reader.commands.highlight.trigger()
    assert "Nothing is selected" in str(said.args)


def test_the_list_leads_to_the_words_and_takes_notes_away(qtbot: QtBot, reader: ReaderPane) -> None:
    highlight(qtbot, reader, "1 January 2020")
    highlight(qtbot, reader, "deadline moved")
    reader.commands.notes.trigger()
    view = notes(reader)
    assert view.isVisible()
    assert listed(reader) == ["deadline moved", "1 January 2020"]
    heard = view.notes.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Second extension request, page i. deadline moved. Green"
    table = view.findChild(NotesList)
    assert isinstance(table, NotesList)
    table.setCurrentIndex(view.notes.index(1, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pages(reader).isVisible() and pages(reader).is_sharp, timeout=WAIT)
    assert pages(reader).viewport().rect().contains(middle_of(reader, "1 January 2020"))
    reader.commands.notes.trigger()
    table.setCurrentIndex(view.notes.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: listed(reader) == ["1 January 2020"], timeout=WAIT)


def test_notes_are_searched_and_those_of_all_documents_listed(qtbot: QtBot, reader: ReaderPane, library: Library) -> None:
    highlight(qtbot, reader, "1 January 2020")
    library.keep_note(replace(library.kept[1], id=0, sha256="ff" * 32, title="Elsewhere", quote="mines"))
    reader.commands.notes.trigger()
    view = notes(reader)
    view.choose(everywhere=True)
    qtbot.waitUntil(lambda: len(listed(reader)) == 2, timeout=WAIT)
    QTest.keyClicks(view._field, "mines")
    qtbot.waitUntil(lambda: listed(reader) == ["mines"], timeout=WAIT)
    with qtbot.waitSignal(reader.said, timeout=WAIT) as said:
        view.chosen.emit(view.notes.index(0, 0).data(NOTE))
    assert "not in the library: Elsewhere" in str(said.args)


def test_notes_are_exported_and_merged(qtbot: QtBot, reader: ReaderPane, library: Library, tmp_path: Path) -> None:
    highlight(qtbot, reader, "1 January 2020")
    view, keeper = notes(reader), annotating(reader)
    keeper.choose_file = lambda name, _saving: str(tmp_path / (name or "notes.csv"))
    for markdown, name in ((True, "notes.md"), (False, "notes.csv")):
        view.export_wanted.emit(markdown)
        qtbot.waitUntil((tmp_path / name).exists, timeout=WAIT)
        assert "1 January 2020" in (tmp_path / name).read_text(encoding="utf-8")
    library.kept.clear()
    with qtbot.waitSignal(reader.said, timeout=WAIT, check_params_cb="1 new notes, 0 newer ones.".__eq__):
        view.merge_wanted.emit()
    qtbot.waitUntil(lambda: [note.quote for note in keeper.notes] == ["1 January 2020"], timeout=WAIT)


def test_a_highlight_is_seen_in_the_text_as_on_the_page(qtbot: QtBot, reader: ReaderPane) -> None:
    highlight(qtbot, reader, "dead-\nline")
    text = in_text(qtbot, reader)
    at = text.cursorRect(text.document().find("dead-")).center()
    (note,) = annotating(reader).notes
    assert text.note_at(at) == note
    assert text.note_at(QPoint(3, 3)) is None
    grounds = {selection.format.background().color().name() for selection in text.extraSelections()}
    assert reader._theme.color("note_green").name() in grounds


def test_a_highlight_made_in_the_text_is_on_the_words_that_were_selected(qtbot: QtBot, reader: ReaderPane) -> None:
    text = in_text(qtbot, reader)
    line = text.document().find("line follows")
    text.setTextCursor(line)
    reader.commands.highlight.trigger()
    qtbot.waitUntil(lambda: len(annotating(reader).notes) == 1, timeout=WAIT)
    (note,) = annotating(reader).notes
    assert (note.page, note.quote, note.start) == (1, "line follows", 53)
    assert not text.textCursor().hasSelection()
    reader.commands.page_or_text.trigger()
    qtbot.waitUntil(lambda: pages(reader).note_at(middle_of(reader, "line follows").toPointF()) == note, timeout=WAIT)


def in_text(qtbot: QtBot, reader: ReaderPane) -> TextView:
    reader.commands.page_or_text.trigger()
    text = reader.findChild(TextView)
    assert isinstance(text, TextView)
    qtbot.waitUntil(lambda: text.loaded() != (), timeout=WAIT)
    return text


def test_a_note_on_a_document_without_pages_is_on_a_section(
    qtbot: QtBot, open_at: Callable[[Place], ReaderPane], library: Library, tmp_path: Path
) -> None:
    reader = open_at(Place(1, 1))
    (tmp_path / "plain.txt").write_text("Mines were cleared.", encoding="utf-8")
    texts = (PageText(1, "1", "Mines were cleared."),)
    plain = library.add(tmp_path / "plain.txt", texts, paged=False, media_type="text/plain", sha256="ab" * 32)

    def is_open(number: int) -> bool:
        return reader.document is not None and reader.document.id == number

    for number, word in ((1, "page"), (plain.id, "section")):
        reader.show_place(Place(number, 1))
        qtbot.waitUntil(partial(is_open, number), timeout=WAIT)
        with qtbot.waitSignal(reader.said, timeout=WAIT, check_params_cb=lambda text: text.startswith("Bookmark set")) as said:
            reader.commands.bookmark.trigger()
        assert said.args[0].startswith(f"Bookmark set on {word} ")
        reader.commands.write_note.trigger()
        assert note_dialog().windowTitle().startswith(f"Note on {word} ")
        note_dialog().reject()
        qtbot.wait(50)  # until it is gone
