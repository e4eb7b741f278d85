"""Which languages a person reads, and the menu in which they are chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from archiveviewer.gui.desk.languages import LanguagesMenu, languages_read
from archiveviewer.gui.state import WindowState


@pytest.mark.parametrize(("system", "language"), [("ar_EG", "ar"), ("C", "en"), ("fr_CH", "fr")])
def test_the_language_of_the_system_is_read_until_others_are_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, language: str
) -> None:
    state = WindowState(tmp_path / "window.ini")
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale(system)))
    assert languages_read(state) == (language,)
    state.set_texts("languages", ("km", "en"))
    assert languages_read(state) == ("km", "en")


def test_the_language_chosen_last_comes_first(qtbot: QtBot, tmp_path: Path) -> None:
    state = WindowState(tmp_path / "window.ini")
    state.set_texts("languages", ("en",))
    menu = LanguagesMenu(state)
    qtbot.addWidget(menu)
    menu.aboutToShow.emit()
    khmer = next(action for action in menu.actions() if action.data() == "km")
    with qtbot.waitSignal(menu.chosen) as told:
        khmer.setChecked(True)
    assert told.args == [("km", "en")]
    menu.aboutToShow.emit()
    assert [action.data() for action in menu.actions()][1:3] == ["km", "en"]
    menu.actions()[1].setChecked(False)
    assert languages_read(state) == ("en",)
