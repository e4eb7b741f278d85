"""The wheel glides, what is flung runs out, and what is touched stands still."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollBar
from pytestqt.qtbot import QtBot

from archiveviewer.gui.reader.gliding import Glide, Pace
from archiveviewer.gui.reader.page_view import PageView
from archiveviewer.gui.reader.pane import ReaderPane
from archiveviewer.gui.reader.text_view import TextView
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Place


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


@pytest.fixture
def view(open_at: Callable[[Place], ReaderPane]) -> PageView:
    view = open_at(Place(1, 1)).findChild(PageView)
    assert isinstance(view, PageView)
    return view


def turn(view: QAbstractScrollArea, *, pixels: int = 0, angle: int = 0, phase: Qt.ScrollPhase = Qt.ScrollPhase.NoScrollPhase) -> None:
    port = view.viewport()
    at = QPointF(port.rect().center())
    modifiers, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    event = QWheelEvent(at, port.mapToGlobal(at), QPoint(0, pixels), QPoint(0, angle), buttons, modifiers, phase, False)
    QApplication.sendEvent(port, event)


def test_a_wheel_glides_by_as_much_as_the_system_says(qtbot: QtBot, view: PageView) -> None:
    turn(view, angle=-120)
    assert view.verticalScrollBar().value() == 0, "not in one step"
    wanted = min(QApplication.wheelScrollLines() * 40, view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() == wanted)


def test_a_touchpad_is_followed_at_once_and_goes_on_when_it_is_left(qtbot: QtBot, view: PageView) -> None:
    bar = view.verticalScrollBar()
    turn(view, pixels=-2, angle=-4, phase=Qt.ScrollPhase.ScrollBegin)
    for _ in range(6):
        qtbot.wait(8)
        turn(view, pixels=-9, angle=-18, phase=Qt.ScrollPhase.ScrollUpdate)
    assert bar.value() == 56
    turn(view, phase=Qt.ScrollPhase.ScrollEnd)
    qtbot.waitUntil(lambda: bar.value() > 100)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    held = bar.value()
    qtbot.wait(60)
    assert bar.value() == held, "a press holds it"
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_pages_flung_by_hand_run_out(qtbot: QtBot, view: PageView) -> None:
    port, bar = view.viewport(), view.verticalScrollBar()
    x = port.width() - 6
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(x, 500))
    for y in range(480, 300, -20):
        QTest.mouseMove(port, QPoint(x, y))
        qtbot.wait(8)
    dragged = bar.value()
    assert dragged == 180
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(x, 320))
    qtbot.waitUntil(lambda: bar.value() > dragged + 60)


def test_text_glides_as_pages_do(qtbot: QtBot, open_at: Callable[[Place], ReaderPane]) -> None:
    reader = open_at(Place(1, 1))
    reader.commands.page_or_text.trigger()
    view = reader.findChild(TextView)
    assert isinstance(view, TextView)
    qtbot.waitUntil(lambda: view.loaded() == (1, 2, 3), timeout=5_000)
    view.set_percent(400)
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    before = bar.value()
    turn(view, angle=-120)
    assert bar.value() == before
    qtbot.waitUntil(lambda: bar.value() == before + QApplication.wheelScrollLines() * bar.singleStep())
