"""Pages and text glide as far as the wheel, the touchpad or the hand says."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication
from pytestqt.qtbot import QtBot

from archiveviewer.gui.reader.pane import ReaderPane
from archiveviewer.gui.reader.paper.page_view import PageView
from archiveviewer.gui.reader.text.text_view import TextView
from archiveviewer.gui.widgets import gliding
from archiveviewer.records import Place


@pytest.fixture
def view(open_at: Callable[[Place], ReaderPane]) -> PageView:
    view = open_at(Place(1, 1)).findChild(PageView)
    assert isinstance(view, PageView)
    return view


@pytest.fixture
def steady(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let time go on by a frame whenever somebody looks, so that a busy machine makes no hand slow."""
    ticks = itertools.count()
    monkeypatch.setattr(gliding, "time", SimpleNamespace(perf_counter=lambda: next(ticks) * 0.008))


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


@pytest.mark.usefixtures("steady")
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


@pytest.mark.usefixtures("steady")
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
