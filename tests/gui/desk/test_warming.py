"""Deeds that nobody waits for are done one in a turn."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archiveviewer.gui.desk import warming
from archiveviewer.gui.desk.warming import Warming
from archiveviewer.gui.tasks import Tasks


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([None], ["deed", "next"]),
        ([False], ["deed", "next"]),
        ([True, True, False], ["deed", "deed", "deed", "next"]),
    ],
)
def test_a_deed_goes_on_while_it_says_so(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answers: list[bool | None], expected: list[str]
) -> None:
    monkeypatch.setattr(warming, "_PANES", ())
    home = QWidget()
    qtbot.addWidget(home)
    done: list[str] = []

    def deed() -> bool | None:
        done.append("deed")
        return answers.pop(0)

    Warming(Tasks(home), home).begin([deed, lambda: done.append("next")])
    qtbot.waitUntil(lambda: "next" in done)
    assert done == expected
