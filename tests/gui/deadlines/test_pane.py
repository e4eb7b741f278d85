"""Tests of the place Deadlines: one model, one selection, and the way to the proof by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archiveviewer.gui.chain.axis import day_of
from archiveviewer.gui.chain.mini import steps_tip
from archiveviewer.gui.deadlines.lanes import LanesView
from archiveviewer.gui.deadlines.list import DeadlinesList
from archiveviewer.gui.deadlines.pane import DeadlinesPane
from archiveviewer.gui.deadlines.rows import Group, Lane, Wanted
from archiveviewer.gui.theme import Theme
from archiveviewer.records import ArchiveError, Chain, Place, State
from gui.countries.sample import SampleArchive

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive


class _Broken(SampleArchive):
    """Cannot answer the first time."""

    broken = True

    def chains(self, *, as_of: date | None = None) -> tuple[Chain, ...]:
        """Raise once, then answer."""
        if self.broken:
            self.broken = False
            raise ArchiveError("The index is being written anew. Wait until it is done.")
        return super().chains(as_of=as_of)


Show = Callable[..., DeadlinesPane]


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Iterator[Show]:
    """Give a function that shows the pane of an archive; each pane is held, and deleted before its garbage is collected."""
    made: list[DeadlinesPane] = []

    def shown(archive: SampleArchive, width: int = 806) -> DeadlinesPane:
        pane = DeadlinesPane(cast("Archive", archive), theme)
        made.append(pane)
        pane.resize(width, 698)
        pane.show()
        with qtbot.waitSignal(pane.due_changed, raising=False, timeout=300 if isinstance(archive, _Broken) else 5000):
            pane.refresh()
        return pane

    yield shown
    for pane in made:
        pane.close_tasks()
        pane.deleteLater()
        QApplication.sendPostedEvents(pane, QEvent.Type.DeferredDelete)


@pytest.fixture
def pane(show: Show) -> DeadlinesPane:
    return show(SampleArchive())


def _list(pane: DeadlinesPane) -> DeadlinesList:
    return cast(DeadlinesList, pane.findChild(DeadlinesList))


def _lanes(pane: DeadlinesPane) -> LanesView:
    return cast(LanesView, pane.findChild(LanesView))


def _country(view: DeadlinesList) -> str:
    item = view.rows().item(view.currentIndex())
    return item.chain.country if isinstance(item, Lane) else str(item)


def test_the_model_keeps_qts_rules(pane: DeadlinesPane) -> None:
    model = _list(pane).rows()
    QAbstractItemModelTester(cast(QAbstractItemModel, model), QAbstractItemModelTester.FailureReportingMode.Fatal, pane)
    _list(pane).model().sort(0, Qt.SortOrder.DescendingOrder)
    assert [model.item(model.index(row, 0)) for row in range(model.rowCount())] == list(Group)


def test_the_rail_learns_what_is_due(pane: DeadlinesPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.due_changed) as told:
        pane.refresh()
    assert told.args == [2]


def test_a_row_is_a_sentence(pane: DeadlinesPane) -> None:
    model = _list(pane).rows()
    index = next(model.indexes(lambda item: isinstance(item, Lane) and item.chain.country == "KHM"))
    said = str(index.data(Qt.ItemDataRole.AccessibleTextRole)).replace("\u00a0", " ")
    assert said.startswith("Cambodia, passed, as far as this archive knows, 31 December 2025, 327 days ago, decided by 4RC Oslo, 2019")


def test_enter_opens_the_proof(pane: DeadlinesPane, qtbot: QtBot) -> None:
    view = _list(pane)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    while _country(view) != "KHM":
        QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.place_opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    place = cast(Place, opened.args[0])
    assert (place.page, place.value) == (5, "31 December 2025")
    assert "Fourth Review Conference" in place.quote


def test_the_reader_follows_the_selection(pane: DeadlinesPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.place_chosen) as chosen:
        pane.show_country("JOR")
    assert "24 April 2012" in cast(Place, chosen.args[0]).quote


def test_list_and_lanes_share_one_selection(pane: DeadlinesPane) -> None:
    lanes, view = _lanes(pane), _list(pane)
    lanes.setFocus()
    QTest.keyClick(lanes, Qt.Key.Key_Down)
    assert _country(view) == "THA"
    QTest.keyClick(lanes, Qt.Key.Key_End)
    assert _country(view) == "JOR"
    view.setCurrentIndex(next(view.rows().indexes(lambda item: isinstance(item, Lane) and item.chain.country == "SEN")))
    current = lanes.current_lane()
    assert current is not None
    assert current.chain.country == "SEN"


def test_brackets_walk_the_deadlines(pane: DeadlinesPane) -> None:
    pane.show_country("KHM")
    seen = []
    for key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight):
        QTest.keyClick(_list(pane), key)
        step = _lanes(pane).current_step()
        seen.append(step.date if step else None)
    assert seen == ["2020-01-01", "2010-01-01", "2010-01-01", "2020-01-01"]


def test_arrows_walk_all_marks(pane: DeadlinesPane, qtbot: QtBot) -> None:
    pane.show_country("KHM")
    lanes = _lanes(pane)
    lanes.setFocus()
    seen = []
    for _ in range(4):
        QTest.keyClick(lanes, Qt.Key.Key_Right)
        step = lanes.current_step()
        seen.append(step.date if step else None)
    assert seen == ["2000-01-01", "2009-05-11", "2010-01-01", "2019-03-27"]
    assert lanes.accessibleDescription().startswith("Cambodia, Request, 27")
    with qtbot.waitSignal(pane.place_opened) as opened:
        QTest.keyClick(lanes, Qt.Key.Key_Return)
    assert "27 March 2019" in cast(Place, opened.args[0]).quote


def test_a_click_on_a_mark_opens_its_step(pane: DeadlinesPane) -> None:
    lanes = _lanes(pane)
    row = [item.chain.country for item in lanes._lanes].index("KHM")
    x = lanes.axis.x(day_of("2020-01-01") or 0)
    point = QPoint(round(x), lanes._top(row) + lanes._lane_height() // 2)
    QTest.mouseClick(lanes.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    step = lanes.current_step()
    assert step is not None
    assert step.date == "2020-01-01"
    spot = lanes.spot_at(QPointF(point))
    assert spot is not None
    assert "Cartagena Summit" in steps_tip(spot.cluster, spot.lane.name)


def test_zoom_and_fit(pane: DeadlinesPane) -> None:
    lanes = _lanes(pane)
    lanes.setFocus()
    before = lanes.axis
    QTest.keyClick(lanes, Qt.Key.Key_Plus)
    assert lanes.axis.scale > before.scale
    QTest.keyClick(lanes, Qt.Key.Key_0)
    assert lanes.axis == before
    wheel = QWheelEvent(
        QPointF(400, 100),
        lanes.mapToGlobal(QPointF(400, 100)),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(lanes.viewport(), wheel)
    assert lanes.axis.day(400) == pytest.approx(before.day(400))
    assert lanes.axis.scale > before.scale


def test_filters_narrow_both(pane: DeadlinesPane) -> None:
    pane._filters._want(Wanted(states=frozenset({State.EXTENDED})))
    assert [item.chain.country for item in _lanes(pane)._lanes] == ["THA", "BIH", "YEM"]
    pane._filters._want(Wanted(article=("ccm", "4")))
    assert pane._stack.currentWidget() is pane._notice
    assert pane._notice.accessibleName().startswith("No deadline passes these filters")
    pane._notice.asked.emit(0)
    assert len(_lanes(pane)._lanes) == 12


def test_another_day_asks_the_archive_and_stays_written(show: Show, qtbot: QtBot) -> None:
    archive = SampleArchive()
    made = show(archive)
    with qtbot.waitSignals([made.due_changed, made.as_of_changed]):
        made._filters.choose_day(date(2019, 12, 1))
    assert archive.asked[-1] == "chains 2019-12-01"
    assert made._filters._day.text().replace("\u00a0", " ") == "1 Dec 2019"
    assert made._filters._day.property("on") is True


def test_the_country_is_one_key_away(pane: DeadlinesPane, qtbot: QtBot) -> None:
    pane.show_country("AGO")
    _list(pane).setFocus()
    with qtbot.waitSignal(pane.country_opened) as opened:
        QTest.keyClick(_list(pane), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.args == ["AGO"]


def test_nothing_yet_leads_to_the_library(show: Show, qtbot: QtBot) -> None:
    made = show(SampleArchive(empty=True))
    assert made._notice.accessibleName().startswith("No deadlines in this archive yet")
    with qtbot.waitSignal(made.library_wanted):
        made._notice.asked.emit(0)


def test_an_error_is_a_sentence_with_a_way_on(show: Show, qtbot: QtBot) -> None:
    made = show(_Broken())
    qtbot.waitUntil(lambda: made._notice.is_error)
    assert "The index is being written anew" in made._notice.accessibleName()
    with qtbot.waitSignal(made.due_changed):
        made._notice.asked.emit(0)
    assert made._stack.currentWidget() is made._splitter


@pytest.mark.parametrize("choice", ["dark", "contrast"])
def test_both_are_painted_in_every_theme(pane: DeadlinesPane, theme: Theme, choice: str) -> None:
    light = pane.grab().toImage()
    theme.set_choice(choice)
    other = pane.grab().toImage()
    theme.set_choice("light")
    assert light.size() == other.size()
    assert light != other


def test_right_to_left_leaves_the_years_alone(show: Show, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made = show(SampleArchive())
    lanes = _lanes(made)
    assert lanes.axis.x(day_of("2000-01-01") or 0) < lanes.axis.x(day_of("2020-01-01") or 0)
    assert lanes._names().right() == lanes.viewport().width() - 1
    made.grab()


def test_a_narrow_pane_leaves_out_the_last_columns_first(pane: DeadlinesPane) -> None:
    view = _list(pane)
    assert not any(view.isColumnHidden(column) for column in range(6))
    pane.resize(420, 698)
    assert [view.isColumnHidden(column) for column in range(6)] == [False, False, False, False, True, True]
    assert sum(view.columnWidth(column) for column in range(4)) <= view.viewport().width() + 1


def test_enter_without_a_row_opens_the_proof_of_the_first(pane: DeadlinesPane, qtbot: QtBot) -> None:
    view = _list(pane)
    view.setFocus()
    view.selectionModel().clear()
    with qtbot.waitSignal(pane.place_opened):
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert _country(view) == "THA"


def test_few_lanes_leave_the_room_to_the_list(show: Show) -> None:
    made = show(SampleArchive())
    twelve = made._splitter.sizes()[0]
    made._filters._want(Wanted(countries=frozenset({"KHM"})))
    assert made._splitter.sizes()[0] < twelve
    made._on_divider_moved()
    made._filters.clear()
    assert made._splitter.sizes()[0] < twelve
