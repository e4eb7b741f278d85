"""A library that may not be written to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from archiveviewer.gui.reader.notes.notes_view import NotesView
from archiveviewer.gui.window import MainWindow
from archiveviewer.gui.writing import fixed_words
from gui.desk.test_offers import desk
from gui.fakes import FakeArchive
from gui.test_window import make  # noqa: F401 - a fixture

Make = Callable[..., MainWindow]
CHANGES = {
    "Save this search…",
    "Highlight what is selected",
    "Write a note…",
    "Bookmark",
    "Take back the last change of notes",
    "Merge notes of another library…",
}


@pytest.mark.parametrize("may", [True, False])
def test_notes_and_searches_are_offered_only_where_they_can_be_kept(
    qtbot: QtBot,
    make: Make,  # noqa: F811 - the fixture
    monkeypatch: pytest.MonkeyPatch,
    may: bool,
) -> None:
    archive = FakeArchive()
    asked: list[bool] = []

    def may_change() -> bool:
        asked.append(may)
        return may

    monkeypatch.setattr(archive, "may_change", may_change)
    window = make(archive)
    reader = desk(window).workspace.reader
    qtbot.waitUntil(lambda: bool(asked))
    qtbot.waitUntil(lambda: (window.frame.footer.message == fixed_words()) is not may)
    able = {action.text(): action.isEnabled() for action in window.findChildren(QAction)}
    assert {words: able[words] for words in CHANGES} == dict.fromkeys(CHANGES, may)
    view = reader.findChild(NotesView)
    assert isinstance(view, NotesView)
    view.show_notes(())
    assert (fixed_words() in view.nothing) is not may
