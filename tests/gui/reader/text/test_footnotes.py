"""A click on a number in square brackets opens the note that it points to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from archiveviewer.gui.reader.text.footnotes import Footnotes
from archiveviewer.gui.tasks import Tasks
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Document, PageText, Place
from reading_room import Library

TEXT = "The announcement came in 2007.[1] A forum followed.[3]\n\n[1] Press release, 14 March 2007."


@pytest.fixture
def notes(qtbot: QtBot, theme: Theme) -> Iterator[Footnotes]:
    view = QTextEdit()
    view.setReadOnly(True)
    view.setPlainText(TEXT)
    view.resize(500, 300)
    qtbot.addWidget(view)
    view.show()
    library, tasks = Library(), Tasks(threads=1)
    document: Document = library.add(Path("/a/Monitor.txt"), (PageText(1, "1", TEXT),))
    yield Footnotes(view, library, tasks, theme=theme, shown=lambda: document, parent=view)
    tasks.close()


def _click(notes: Footnotes, words: str) -> None:
    view = notes._view
    cursor = QTextCursor(view.document())
    cursor.setPosition(TEXT.index(words) + 1)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cursorRect(cursor).center())


def test_a_click_shows_the_note_and_leads_to_it(notes: Footnotes, qtbot: QtBot) -> None:
    _click(notes, "[1]")
    qtbot.waitUntil(lambda: notes.box is not None)
    assert notes.box is not None
    assert notes.box.accessibleName() == "Note 1: Press release, 14 March 2007."
    with qtbot.waitSignal(notes.place_wanted) as wanted:
        notes.box.link.click()
    place = wanted.args[0]
    assert isinstance(place, Place)
    assert (place.page, place.quote) == (1, "Press release, 14 March 2007.")


def test_a_number_without_a_note_is_said(notes: Footnotes, qtbot: QtBot) -> None:
    with qtbot.waitSignal(notes.said) as said:
        _click(notes, "[3]")
    assert said.args == ["This document has no note 3."]


def test_a_click_beside_the_mark_is_none(notes: Footnotes) -> None:
    assert notes.number_at(QPoint(480, 10)) == ""
    assert notes.number_at(QPoint(20, 10)) == ""


def test_the_key_walks_from_note_to_note(notes: Footnotes, qtbot: QtBot) -> None:
    notes.next.trigger()
    qtbot.waitUntil(lambda: notes.box is not None)
    assert notes._view.textCursor().selectedText() == "[1]"
    assert notes.box is not None
    notes.box.close()
    with qtbot.waitSignal(notes.said):
        notes.next.trigger()
    assert notes._view.textCursor().selectedText() == "[3]"
