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


def test_a_key_puts_the_next_turn_off(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warming, "_PANES", ())
    monkeypatch.setattr(warming, "_AFTER_A_KEY_MS", 1_000_000)
    home = QWidget()
    qtbot.addWidget(home)
    done: list[str] = []
    turns = Warming(Tasks(home), home)
    turns.begin([lambda: done.append("deed")])
    turns.put_off()
    qtbot.wait(10 * warming._BETWEEN_TURNS_MS)
    assert not done


def test_a_key_begins_nothing_that_is_over(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warming, "_PANES", ())
    home = QWidget()
    qtbot.addWidget(home)
    done: list[str] = []
    turns = Warming(Tasks(home), home)
    turns.begin([lambda: done.append("deed")])
    turns.stop()
    turns.put_off()
    qtbot.wait(10 * warming._BETWEEN_TURNS_MS)
    assert not done
