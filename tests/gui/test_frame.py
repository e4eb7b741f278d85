"""Top bar, rail, footer and first start: what they say, and what they do when pressed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from archiveviewer.gui.first_start import FirstStart
from archiveviewer.gui.footer import Footer
from archiveviewer.gui.language import NBSP
from archiveviewer.gui.rail import Rail, RailButton
from archiveviewer.gui.search_field import SearchField
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.topbar import TopBar
from archiveviewer.records import Coverage
from gui.fakes import FakeArchive

COVERAGE = FakeArchive().coverage()


@pytest.fixture
def footer(qtbot: QtBot, theme: Theme) -> Footer:
    made = Footer(theme)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("coverage", "said"),
    [
        (COVERAGE, f"412 of 420{NBSP}files searched · 5 scans without text · 2 unreadable · 1 in formats not read yet"),
        (replace(COVERAGE, scans=1, unreadable=0, unsupported=0), f"412 of 420{NBSP}files searched · 1 scan without text"),
        (
            replace(COVERAGE, scans=0, unreadable=0, unsupported=0, searched=399, waiting=21),
            f"399 of 420{NBSP}files searched so far · 21 still to read",
        ),
        (
            replace(COVERAGE, waiting=300),
            f"412 of 420{NBSP}files searched · 5 scans without text · 2 unreadable · 1 in formats not read yet · 300 to read again",
        ),
        (FakeArchive(empty=True).coverage(), "No files yet"),
    ],
)
def test_footer_tells_how_much_was_searched(footer: Footer, coverage: Coverage, said: str) -> None:
    footer.show_coverage(coverage)
    assert footer.summary == said


def test_files_are_not_denied_before_they_are_known(footer: Footer) -> None:
    assert "No files" not in footer.summary
    footer.show_opening()
    assert footer.summary == "Opening the library…"


def test_the_dates_leave_room_for_the_files(qtbot: QtBot, footer: Footer) -> None:
    footer.show_coverage(COVERAGE)
    footer.show_dates("2019-11-29", date(2026, 11, 30))
    (dates,) = (words for words in footer.findChildren(QLabel) if words.text() == footer.dates)
    footer.resize(1366, 26)
    qtbot.waitUntil(dates.isVisible)
    footer.resize(500, 26)
    qtbot.waitUntil(dates.isHidden)


def test_footer_says_something_and_offers_to_undo_it(qtbot: QtBot, footer: Footer) -> None:
    undone: list[bool] = []
    footer.say("Stick is out of the library.", deed="Undo", do=lambda: undone.append(True))
    assert footer.message == "Stick is out of the library."
    button = next(button for button in footer.findChildren(QPushButton) if button.text() == "Undo")
    button.click()
    assert undone == [True]
    assert footer.message == ""
    footer.say("Short.", seconds=0.02)
    qtbot.waitUntil(lambda: not footer.message)


@pytest.mark.parametrize("deed", ["", "Undo"])
def test_footer_has_room_for_what_it_says(qtbot: QtBot, footer: Footer, deed: str) -> None:
    footer.resize(1366, footer.height())
    with qtbot.waitExposed(footer):
        footer.show()
    footer.say("The page reader ended and was started again.", deed=deed)
    qtbot.waitUntil(lambda: footer.said_width >= 200)


def test_footer_dates_the_archive(footer: Footer) -> None:
    footer.show_dates("2019-11-29", date(2026, 11, 23))
    assert footer.dates == f"Archive of November{NBSP}2019 · today is 23{NBSP}November{NBSP}2026"
    footer.show_dates(None, date(2026, 11, 23))
    assert footer.dates == f"Today is 23{NBSP}November{NBSP}2026"


def test_enter_on_the_rail_goes_there(qtbot: QtBot, theme: Theme) -> None:
    rail = Rail(theme)
    qtbot.addWidget(rail)
    with qtbot.waitSignal(rail.chosen) as told:
        QTest.keyClick(rail.buttons()[2], Qt.Key.Key_Return)
    assert told.args == ["deadlines"]


def test_rail_goes_to_places_and_counts(qtbot: QtBot, theme: Theme) -> None:
    rail = Rail(theme)
    qtbot.addWidget(rail)
    rail.show()
    deadlines = rail.findChildren(RailButton)[2]
    with qtbot.waitSignal(rail.chosen) as told:
        deadlines.click()
    assert told.args == ["deadlines"]
    rail.set_count("deadlines", 2)
    assert deadlines.accessibleDescription() == "2 due within six months"
    rail.set_open(has_library=False)
    assert [button.isEnabled() for button in rail.findChildren(RailButton)] == [False, False, False, True]
    assert not rail.grab().isNull()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_badge_of_the_rail_grows_with_its_digit(qtbot: QtBot, theme: Theme, percent: int) -> None:
    theme.set_percent(percent)
    rail = Rail(theme)
    qtbot.addWidget(rail)
    rail.show()
    rail.set_count("deadlines", 1)
    picture = rail.buttons()[2].grab().toImage()
    ground = theme.color("badge").rgb()
    rows = [y for y in range(picture.height()) if any(picture.pixel(x, y) == ground for x in range(picture.width() // 2, picture.width()))]
    theme.set_percent(100)
    assert rows[-1] - rows[0] + 1 >= 14 * percent // 100


@pytest.mark.parametrize(
    ("key", "signal"), [(Qt.Key.Key_1, "folder_wanted"), (Qt.Key.Key_2, "library_wanted"), (Qt.Key.Key_3, "sample_wanted")]
)
def test_first_start_has_a_key_for_each_choice(qtbot: QtBot, theme: Theme, key: Qt.Key, signal: str) -> None:
    first = FirstStart(theme)
    qtbot.addWidget(first)
    first.resize(1290, 700)
    first.show()
    first.activateWindow()
    qtbot.waitUntil(first.isActiveWindow)
    with qtbot.waitSignal(getattr(first, signal)):
        QTest.keyClick(first, key)
    first.show_trouble("The index is of a newer program. Update this one.")
    assert not first.grab().isNull()


def test_keys_of_the_search_field(qtbot: QtBot, theme: Theme) -> None:
    field = SearchField(theme)
    qtbot.addWidget(field)
    field.show()
    field.setText("mines")
    walked: list[int] = []
    field.walked.connect(walked.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown):
        QTest.keyClick(field, key)
    assert walked == [1, -1, 8]
    with qtbot.waitSignal(field.entered):
        QTest.keyClick(field, Qt.Key.Key_Return)
    field.clear()
    with qtbot.waitSignal(field.emptied_further):
        QTest.keyClick(field, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(field.history_wanted):
        QTest.keyClick(field, Qt.Key.Key_Down)


def test_top_bar_keeps_the_field_as_wide_as_the_list(qtbot: QtBot, theme: Theme) -> None:
    top = TopBar(theme)
    qtbot.addWidget(top)
    top.show_library("Cambodia archive")
    top.resize(1366, 44)
    top.show()
    qtbot.waitExposed(top)
    assert top.field.width() == 518
    top.resize(700, 44)
    qtbot.waitUntil(lambda: top.field.width() < 518)
    assert top.library.accessibleName() == "Library: Cambodia archive"
