"""The list of countries: what is typed before it is there counts when it comes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archiveviewer.gui.countries.chooser import CountryChooser
from archiveviewer.gui.countries.countries_model import country
from archiveviewer.gui.theme import Theme
from archiveviewer.records import CountrySummary, State

COUNTRIES = tuple(
    country(CountrySummary(code, 1, 1, State.UNKNOWN, None, None), [name])
    for code, name in (("AFG", "Afghanistan"), ("KHM", "Cambodia"), ("TCD", "Chad"))
)


@pytest.fixture
def chooser(qtbot: QtBot, theme: Theme) -> CountryChooser:
    made = CountryChooser(theme)
    qtbot.addWidget(made)
    return made


def test_enter_opens_the_first_country_with_the_letters(qtbot: QtBot, chooser: CountryChooser) -> None:
    chooser.set_countries(COUNTRIES)
    QTest.keyClicks(chooser.field, "ch")
    with qtbot.waitSignal(chooser.country_opened) as opened:
        QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert opened.args == ["TCD"]


def test_enter_before_the_countries_are_there_opens_when_they_come(qtbot: QtBot, chooser: CountryChooser) -> None:
    QTest.keyClicks(chooser.field, "camb")
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(chooser.country_opened) as opened:
        chooser.set_countries(COUNTRIES)
    assert opened.args == ["KHM"]


def test_letters_typed_before_the_countries_are_there_choose_one(qtbot: QtBot, chooser: CountryChooser) -> None:
    QTest.keyClicks(chooser.field, "camb")
    with qtbot.assertNotEmitted(chooser.country_opened):
        chooser.set_countries(COUNTRIES)
    assert chooser.current() == "KHM"


def test_letters_after_a_hasty_enter_take_it_back(qtbot: QtBot, chooser: CountryChooser) -> None:
    QTest.keyClicks(chooser.field, "camb")
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    QTest.keyClick(chooser.field, Qt.Key.Key_Backspace)
    with qtbot.assertNotEmitted(chooser.country_opened):
        chooser.set_countries(COUNTRIES)
