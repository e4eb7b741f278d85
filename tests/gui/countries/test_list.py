"""The list of countries: what is typed before it is there counts when it comes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
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


def test_letters_of_no_country_are_answered(chooser: CountryChooser) -> None:
    chooser.set_countries(COUNTRIES)
    said = [label for label in chooser.findChildren(QLabel) if "countries" in label.text()]
    assert [label.text() for label in said] == ["3 countries in this archive"]
    QTest.keyClicks(chooser.field, "zz")
    assert said[0].text() == "No country is called “\u2068zz\u2069”"
    chooser.clear_filter()
    assert said[0].text() == "3 countries in this archive"


@pytest.mark.parametrize(
    ("typed", "count"),
    [("ch", "1 of 3 countries in this archive"), ("c", "2 of 3 countries in this archive"), ("", "3 countries in this archive")],
)
def test_the_count_tells_how_many_have_the_letters(chooser: CountryChooser, typed: str, count: str) -> None:
    chooser.set_countries(COUNTRIES)
    said = next(label for label in chooser.findChildren(QLabel) if "countries" in label.text())
    QTest.keyClicks(chooser.field, typed)
    assert said.text() == count
