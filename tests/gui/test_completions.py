"""Fields and their values are offered while one types, and never take a key that is for the results."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from archiveviewer.gui.completions import Completions
from archiveviewer.gui.search_field import SearchField
from archiveviewer.gui.theme import Theme
from gui.fakes import FakeArchive, door


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> Iterator[SearchField]:
    window = QWidget()
    qtbot.addWidget(window)
    made = SearchField(theme, window)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addStretch(1)
    window.resize(500, 400)
    window.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made
    window.close()


@pytest.fixture
def completions(field: SearchField, theme: Theme) -> Iterator[Completions]:
    made = Completions(door(FakeArchive()), field, theme, field.window())
    yield made
    made.close()


def type_(qtbot: QtBot, completions: Completions, field: SearchField, text: str, *, wanted: tuple[str, ...]) -> None:
    QTest.keyClicks(field, text)
    qtbot.waitUntil(lambda: completions.offers() == wanted)


def test_a_field_is_offered_from_the_third_letter_and_tab_takes_it(qtbot: QtBot, completions: Completions, field: SearchField) -> None:
    QTest.keyClicks(field, "mines ki")
    qtbot.wait(50)
    assert completions.offers() == ()
    type_(qtbot, completions, field, "n", wanted=("kind:",))
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert (field.text(), field.hasFocus()) == ("mines kind:", True)
    qtbot.waitUntil(lambda: completions.offers() == ("kind:annex", "kind:analysis"))


def test_values_are_walked_and_taken(qtbot: QtBot, completions: Completions, field: SearchField) -> None:
    type_(qtbot, completions, field, "kind:a", wanted=("kind:annex", "kind:analysis"))
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.accessibleDescription().startswith("kind:analysis")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "kind:analysis "
    assert completions.offers() == ()


def test_keys_of_the_results_are_left_alone(qtbot: QtBot, completions: Completions, field: SearchField) -> None:
    walked: list[int] = []
    entered: list[bool] = []
    field.walked.connect(walked.append)
    field.entered.connect(lambda: entered.append(True))
    type_(qtbot, completions, field, "coun", wanted=("country:",))
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (walked, entered) == ([1], [True])
    field.clear()
    type_(qtbot, completions, field, "kind:a", wanted=("kind:annex", "kind:analysis"))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert entered == [True, True]


def test_escape_hides_the_offers_first(qtbot: QtBot, completions: Completions, field: SearchField) -> None:
    left: list[bool] = []
    field.left.connect(lambda: left.append(True))
    type_(qtbot, completions, field, "kind:", wanted=("kind:annex", "kind:analysis"))
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (completions.offers(), left) == ((), [])
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert left == [True]


def test_what_is_typed_already_is_not_offered(qtbot: QtBot, completions: Completions, field: SearchField) -> None:
    type_(qtbot, completions, field, "kind:anne", wanted=("kind:annex",))
    QTest.keyClicks(field, "x")
    qtbot.wait(50)
    assert completions.offers() == ()
