"""Searches kept under a name."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from archiveviewer.gui.search.question import Filter, Question
from archiveviewer.gui.search.saved import SavedDialog, SaveDialog, question_of
from archiveviewer.gui.window import MainWindow
from archiveviewer.records import SavedSearch
from gui.desk.test_offers import desk
from gui.fakes import FakeArchive
from gui.test_window import make  # noqa: F401 - a fixture

Make = Callable[..., MainWindow]
QUESTION = Question("deadline", (Filter("kind", "annex", "annex", out=True),))


def test_a_search_is_saved_and_its_name_asked_again_when_it_is_taken(qtbot: QtBot, make: Make) -> None:  # noqa: F811 - the fixture
    archive = FakeArchive()
    archive.saved = [SavedSearch(1, "deadline, annex", "x")]
    window = make(archive)
    window.commands.save_search.trigger()
    assert window.frame.footer.message.startswith("Ask something first")
    desk(window).navigator.ask(QUESTION)
    window.commands.save_search.trigger()
    first = window.findChild(SaveDialog)
    assert isinstance(first, SaveDialog)
    first.named.emit("deadline, annex")
    first.close()
    qtbot.waitUntil(lambda: any(dialog is not first for dialog in window.findChildren(SaveDialog)))
    second = window.findChildren(SaveDialog)[-1]
    second.named.emit("Annexes")
    second.close()
    qtbot.waitUntil(lambda: len(archive.saved) == 2)
    assert question_of(archive.saved[0]) == QUESTION
    qtbot.waitUntil(lambda: "Saved as “\u2068Annexes\u2069”" in window.frame.footer.message)


def test_saved_searches_are_renamed_deleted_and_brought_back(qtbot: QtBot, make: Make) -> None:  # noqa: F811 - the fixture
    archive = FakeArchive()
    archive.saved = [SavedSearch(2, "One", "one"), SavedSearch(1, "Two", "two")]
    window = make(archive)
    window.commands.saved_searches.trigger()
    dialog = window.findChild(SavedDialog)
    assert isinstance(dialog, SavedDialog)
    qtbot.waitUntil(lambda: dialog.names() == ("One", "Two"))
    dialog.renamed.emit(archive.saved[0], "Two")
    qtbot.waitUntil(lambda: "already" in dialog.said())
    dialog.renamed.emit(archive.saved[0], "First")
    qtbot.waitUntil(lambda: dialog.names() == ("First", "Two"))
    dialog.delete()
    qtbot.waitUntil(lambda: dialog.names() == ("Two",))
    assert dialog.said() == "“\u2068First\u2069” is deleted."
    dialog.undo()
    qtbot.waitUntil(lambda: sorted(dialog.names()) == ["First", "Two"])
    dialog.close()
