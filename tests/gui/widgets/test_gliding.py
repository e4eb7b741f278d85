"""The wheel glides, what is flung runs out, and what is touched stands still."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QScrollBar
from pytestqt.qtbot import QtBot

from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.gliding import Glide, Pace


@pytest.fixture
def bar(qtbot: QtBot) -> QScrollBar:
    bar = QScrollBar()
    qtbot.addWidget(bar)
    bar.setRange(0, 1000)
    bar.setValue(100)
    return bar


def test_it_ends_exactly_where_it_was_told(qtbot: QtBot, bar: QScrollBar, theme: Theme) -> None:
    glide = Glide(bar, theme)
    passed: list[int] = []
    bar.valueChanged.connect(passed.append)
    glide.by(150)
    glide.by(153)
    qtbot.waitUntil(lambda: not glide.is_moving)
    assert bar.value() == 403
    assert len(passed) > 4
    assert passed == sorted(passed)


def test_the_other_way_begins_at_once(qtbot: QtBot, bar: QScrollBar, theme: Theme) -> None:
    glide = Glide(bar, theme)
    glide.by(600)
    qtbot.waitUntil(lambda: bar.value() > 100)
    turned = bar.value()
    glide.by(-50)
    qtbot.waitUntil(lambda: not glide.is_moving)
    assert bar.value() == turned - 50


def test_at_the_end_it_stops(qtbot: QtBot, bar: QScrollBar, theme: Theme) -> None:
    glide = Glide(bar, theme)
    glide.fling(8000)
    qtbot.waitUntil(lambda: not glide.is_moving)
    assert bar.value() == 1000


def test_a_hand_that_has_stopped_flings_nothing(bar: QScrollBar, theme: Theme) -> None:
    glide = Glide(bar, theme)
    glide.fling(60)
    assert not glide.is_moving


def test_who_wants_less_motion_gets_none(bar: QScrollBar, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Theme, "reduced_motion", property(lambda _: True))
    glide = Glide(bar, theme)
    glide.by(120)
    assert (bar.value(), glide.is_moving) == (220, False)


def test_the_pace_is_that_of_the_last_moments() -> None:
    pace = Pace()
    for step in range(20):
        pace.note(2 if step < 10 else 10, now=step * 0.01)
    assert pace.speed(now=0.19) == pytest.approx(1000, rel=0.15)
    assert pace.speed(now=0.5) == 0
