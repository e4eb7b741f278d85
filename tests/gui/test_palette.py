"""The palette: one line that finds actions, countries, documents, saved searches, and with `#` pages looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from archiveviewer.gui.commands import Command, Heading
from archiveviewer.gui.palette import Palette
from archiveviewer.gui.theme import Theme

DONE: list[str] = []
Made = Callable[..., Palette]


def command(words: str, hint: str = "", also: tuple[str, ...] = ()) -> Command:
    return Command(words, hint, lambda: DONE.append(words), also=also)


ACTIONS = (command("Go to Library", "Ctrl+4"), command("Côte d’Ivoire", "country", ("科特迪瓦", "Ivory Coast")), command("Back"))
DOCUMENT = command("Library of maps", "document")


@pytest.fixture
def palette(qtbot: QtBot, theme: Theme) -> Palette:
    DONE.clear()
    made = Palette(ACTIONS, theme)
    qtbot.addWidget(made)
    return made


def words(palette: Palette) -> list[str]:
    return [offer.words for offer in palette.offers()]


def press(palette: Palette, key: Qt.Key) -> None:
    field = palette.findChild(QLineEdit)
    assert field is not None
    QTest.keyClick(field, key)


def test_what_is_known_at_once_comes_first_and_the_rest_below(palette: Palette) -> None:
    palette.type("lib")
    palette.show_more("lib", (DOCUMENT,))
    assert words(palette) == ["Go to Library", "Library of maps"]


def test_what_is_found_for_older_letters_is_not_shown(palette: Palette) -> None:
    palette.type("li")
    palette.type("back")
    palette.show_more("li", (DOCUMENT,))
    assert words(palette) == ["Back"]


def test_the_selection_stays_when_more_is_found(palette: Palette) -> None:
    palette.type("")
    press(palette, Qt.Key.Key_Down)
    palette.show_more("", (DOCUMENT,))
    press(palette, Qt.Key.Key_Return)
    assert DONE == ["Côte d’Ivoire"]


def test_headings_are_passed_over(palette: Palette) -> None:
    palette.type("#")
    palette.show_more("#", (Heading("Today"), command("a"), Heading("Yesterday"), command("b")))
    press(palette, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Return)
    assert DONE == ["b"]


@pytest.mark.parametrize(("typed", "keys", "done"), [("ivory", 0, ["Côte d’Ivoire"]), ("科特", 0, ["Côte d’Ivoire"]), ("zzz", 1, [])])
def test_enter_does_the_first(palette: Palette, typed: str, keys: int, done: Sequence[str]) -> None:
    palette.type(typed)
    for _ in range(keys):
        press(palette, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Return)
    assert done == DONE


def test_it_says_what_it_shows_to_those_who_hear_it(palette: Palette) -> None:
    palette.type("lib")
    field, view = palette.findChild(QLineEdit), palette.findChild(QListView)
    assert field is not None
    assert view is not None
    assert field.accessibleName()
    assert field.accessibleDescription() == "Go to Library, Ctrl+4"
    assert view.accessibleName()
    palette.type("zzz")
    assert field.accessibleDescription() == ""


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_it_is_never_larger_than_the_window(palette: Palette, theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 600)
    theme.set_percent(200)
    palette.open_over(window)
    assert palette.height() < 600
    assert palette.width() < 1024
    theme.set_percent(100)
    palette.close()


def test_it_is_painted(palette: Palette) -> None:
    palette.type("")
    before = palette.grab().toImage()
    press(palette, Qt.Key.Key_Down)
    assert palette.grab().toImage() != before


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_palette_is_as_high_as_its_rows(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    window.resize(1000, 700)
    qtbot.addWidget(window)
    palette = Palette(tuple(command(f"Step {number}") for number in range(40)), theme, window)
    palette.open_over(window)
    whole = palette.height()
    palette.type("step 39")
    few = palette.height()
    palette.type("step 38 or")
    assert palette.height() == few, "one row as well, which says that nothing matches"
    palette.type("3")
    assert few < palette.height()
    palette.type("")
    assert few < whole == palette.height()
    palette.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("count", [1, 2, 3])
def test_no_room_is_left_below_a_few_rows(qtbot: QtBot, theme: Theme, count: int) -> None:
    window = QWidget()
    window.resize(1000, 700)
    qtbot.addWidget(window)
    palette = Palette(tuple(command(f"Step {number}") for number in range(count)), theme, window)
    palette.open_over(window)
    (view,) = palette.findChildren(QListView)
    qtbot.waitUntil(lambda: view.viewport().height() <= count * view.sizeHintForRow(0))
    palette.close()
