"""What the window offers to who looks for something known: documents, saved searches, questions and pages of other days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from archiveviewer.gui.desk.desk import Desk
from archiveviewer.gui.desk.offers import told_apart
from archiveviewer.gui.desk.visits import by_day, day_word
from archiveviewer.gui.palette import Palette
from archiveviewer.gui.search.question import Filter, Question
from archiveviewer.gui.search.saved import to_options
from archiveviewer.gui.window import MainWindow
from archiveviewer.records import SavedSearch, Visit
from gui.fakes import FakeArchive
from gui.test_window import make  # noqa: F401 - a fixture

Make = Callable[..., MainWindow]
TODAY = date(2026, 11, 23)
QUESTION = Question("deadline", (Filter("kind", "annex", "annex", out=True),))


def visit(title: str, day: str, *, path: str = "/archive/Cambodia 2019/Update.pdf", page: int = 2, query: str = "deadline") -> Visit:
    return Visit(path, page, str(page), title, query, f"{day}T12:00:00Z")


VISITS = (
    visit("Update", "2026-11-23"),
    visit("Second extension request", "2026-11-22", query="clearance"),
    visit("Analysis", "2026-11-18"),
    visit("Annex 20", "2026-10-02", query="deadline"),
)


@pytest.mark.parametrize(
    ("day", "word"),
    [
        (date(2026, 11, 23), "Today"),
        (date(2026, 11, 24), "Today"),
        (date(2026, 11, 22), "Yesterday"),
        (date(2026, 11, 16), "Last week"),
        (date(2026, 11, 15), "November 2026"),
        (date(2025, 1, 2), "January 2025"),
        (None, "No date"),
    ],
)
def test_days_in_words(day: date | None, word: str) -> None:
    assert day_word(day, TODAY).replace("\u00a0", " ") == word


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["Today", "Update", "Yesterday", "Second extension request", "Last week", "Analysis", "October 2026", "Annex 20"]),
        ("clear", ["Yesterday", "Second extension request"]),
        ("ann", ["October 2026", "Annex 20"]),
        ("nothing", []),
    ],
)
def test_pages_looked_at_under_their_days(typed: str, found: list[str]) -> None:
    offers = by_day(VISITS, typed, TODAY, lambda _: None)
    said = [offer.words.replace("\u00a0", " ").split(" · ")[0].strip("\u2068\u2069") for offer in offers]
    assert said == found


def test_documents_of_one_title_are_told_apart() -> None:
    paths = ("/a/Report.pdf", "/a/2019/Annex.pdf", "/a/2020/Annex.pdf", "/a/Copy.pdf", "/a/Other.pdf")
    titles = ("Report", "Annex", "Annex", "Report", "Alone")
    document = FakeArchive().document(101)
    documents = [replace(document, path=path, title=title) for path, title in zip(paths, titles, strict=True)]
    names = ["Report.pdf", str(Path("2019/Annex.pdf")), str(Path("2020/Annex.pdf")), "Copy.pdf", ""]
    assert told_apart(documents) == names


def desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def palette_with(qtbot: QtBot, window: MainWindow, typed: str, words: str) -> Palette:
    """Open the palette, type, and wait for a row that begins with these words."""
    window.commands.palette.trigger()
    found = window.findChild(Palette)
    assert isinstance(found, Palette)
    found.type(typed)
    qtbot.waitUntil(lambda: any(offer.words.strip("\u2068").startswith(words) for offer in found.offers()))
    return found


def enter(palette: Palette) -> None:
    field = palette.findChild(QLineEdit)
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_palette_opens_a_document(qtbot: QtBot, make: Make) -> None:  # noqa: F811 - the fixture
    window = make()
    enter(palette_with(qtbot, window, "second ext", "Second extension request"))
    reader = desk(window).workspace.reader
    qtbot.waitUntil(lambda: reader.document is not None and reader.document.id == 101)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_palette_asks_the_archive_where_no_name_matches(qtbot: QtBot, make: Make) -> None:  # noqa: F811 - the fixture
    window = make()
    enter(palette_with(qtbot, window, " zzz deadline ", "Search the archive for “\u2068zzz deadline\u2069”"))
    assert desk(window).workspace.search.question == Question("zzz deadline")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_palette_opens_a_page_of_another_day(qtbot: QtBot, make: Make) -> None:  # noqa: F811 - the fixture
    archive = FakeArchive()
    archive.visited = list(VISITS)
    window = make(archive)
    enter(palette_with(qtbot, window, "#upd", "Update"))
    reader = desk(window).workspace.reader
    qtbot.waitUntil(lambda: reader.document is not None and reader.document.id == 106)
    assert (reader.place.page, reader.place.query) == (2, "deadline") if reader.place else False


def test_a_page_that_one_stays_at_is_remembered(qtbot: QtBot, make: Make) -> None:  # noqa: F811 - the fixture
    archive = FakeArchive()
    window = make(archive)
    desk(window).navigator.ask(Question("deadline"))
    search = desk(window).workspace.search
    qtbot.waitUntil(lambda: search.shown_question() == Question("deadline"))
    search.walk(+1)
    qtbot.waitUntil(lambda: desk(window).workspace.reader.place is not None)
    assert archive.visited == []
    desk(window).staying.keep()
    qtbot.waitUntil(lambda: bool(archive.visited))
    kept = archive.visited[0]
    assert (kept.page, kept.label, kept.title, kept.query) == (12, "12", "Second extension request", "deadline*")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_down_in_the_empty_field_shows_what_was_saved_asked_and_looked_at(qtbot: QtBot, make: Make) -> None:  # noqa: F811 - the fixture
    archive = FakeArchive()
    archive.saved = [SavedSearch(1, "My annexes", QUESTION.query, to_options(QUESTION))]
    archive.remembered = ["stockpile"]
    archive.visited = [visit("Update", datetime.now(UTC).date().isoformat())]
    window = make(archive)
    desk(window).navigator.go("library")
    window.frame.top.field.setFocus()
    QTest.keyClick(window.frame.top.field, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    said = [action.text().split("\t")[0].split(" · ")[0].strip("\u2068\u2069") for action in menu.actions()]
    assert said == ["Saved searches", "My annexes", "Asked before", "stockpile", "Looked at", "Update"]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    search = desk(window).workspace.search
    qtbot.waitUntil(lambda: search.shown_question() == QUESTION)
    assert desk(window).workspace.place == "search"
    assert window.frame.top.field.text() == "deadline"
