"""Tests of the place Deadlines: one model, one selection, and the way to the proof by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from archiveviewer.gui.chain.mini import steps_tip
from archiveviewer.gui.chain.shapes import MarkKind
from archiveviewer.gui.days import day_of
from archiveviewer.gui.deadlines.events import Events
from archiveviewer.gui.deadlines.export import Export, drawing
from archiveviewer.gui.deadlines.filter_button import FilterButton
from archiveviewer.gui.deadlines.lanes import LanesView
from archiveviewer.gui.deadlines.legend import Legend
from archiveviewer.gui.deadlines.list import DeadlinesList
from archiveviewer.gui.deadlines.loading import Loaded
from archiveviewer.gui.deadlines.pane import DeadlinesPane
from archiveviewer.gui.deadlines.rows import Column, Group, Lane, Wanted
from archiveviewer.gui.theme import Theme
from archiveviewer.records import ArchiveError, Chain, Event, Evidence, Place, Source, State, StatedEvent
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
    assert [model.item(model.index(row, 0)) for row in range(model.rowCount())] == [group for group in Group if group != Group.OTHER]


def test_the_rail_learns_what_is_due(pane: DeadlinesPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.due_changed) as told:
        pane.refresh()
    assert told.args == [2]


def test_a_row_is_a_sentence(pane: DeadlinesPane) -> None:
    model = _list(pane).rows()
    index = next(model.indexes(lambda item: isinstance(item, Lane) and item.chain.country == "KHM"))
    said = str(index.data(Qt.ItemDataRole.AccessibleTextRole)).replace("\u00a0", " ")
    assert said.startswith(
        "Cambodia, Mine ban, Article 5, passed, as far as this archive knows, 31 December 2025, 327 days ago, decided by 4RC Oslo, 2019"
    )


def test_enter_opens_the_proof(pane: DeadlinesPane, qtbot: QtBot) -> None:
    view = _list(pane)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    while _country(view) != "KHM":
        QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.place_opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    place = cast(Place, opened.args[0])
    assert (place.page, place.value) == (5, "2025-12-31")
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
    point = QPoint(round(x), lanes.layout_now().top(row) + lanes._tall // 2)
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
        made._filters.day.choose(date(2019, 12, 1))
    assert archive.asked[-2:] == ["chains 2019-12-01", "timeline None 2019-12-01"]
    assert made._filters.day.text().replace("\u00a0", " ") == "1 Dec 2019"
    assert made._filters.day.property("on") is True


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
    assert lanes.layout_now().names_rect.right() == lanes.viewport().width() - 1
    made.grab()


def test_a_narrow_pane_leaves_out_the_last_columns_first(pane: DeadlinesPane) -> None:
    view = _list(pane)
    assert [view.isColumnHidden(column) for column in Column] == [False, True, False, False, False, False, False]
    pane.resize(420, 698)
    assert [view.isColumnHidden(column) for column in Column] == [False, True, False, False, False, True, True]
    assert sum(view.columnWidth(column) for column in range(5)) <= view.viewport().width() + 1


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


class _Several(SampleArchive):
    """Knows a second article of Cambodia, and events beside the chains."""

    def chains(self, *, as_of: date | None = None) -> tuple[Chain, ...]:
        """Return the twelve chains and one more."""
        every = super().chains(as_of=as_of)
        return (*every, replace(next(item for item in every if item.country == "KHM"), treaty="ccm", article="4"))

    def timeline(self, country: str | None = None, *, as_of: date | None = None) -> tuple[StatedEvent, ...]:
        """Return a signature and a plan that lies ahead."""
        del country, as_of
        signed = Event("KHM", "apmbc", "", "1997-12-03", "signature", "signed", Evidence(1, (0, 6), "signed"))
        return (
            StatedEvent(signed, Source(1, "/archive/KHM/1.html", "Cambodia", "country_page", "2019-11")),
            StatedEvent(replace(signed, date="2030-01-01", kind="work_plan_due"), None),
            StatedEvent(replace(signed, country="VUT", date="1997-12-04"), None),
        )


def test_the_legend_says_what_is_drawn(pane: DeadlinesPane) -> None:
    legend = cast(Legend, pane.findChild(Legend))
    assert "withdrawn" in legend.accessibleName()
    assert "request, report" not in legend.accessibleName()
    for _ in range(4):
        _lanes(pane).zoom(+1)
    assert "request, report" in legend.accessibleName()
    pane._filters._want(Wanted(countries=frozenset({"KHM"})))
    assert legend.accessibleName() == "first period, extended, passed, earlier deadline, request, report"


def test_a_narrow_legend_takes_more_lines(pane: DeadlinesPane) -> None:
    legend = cast(Legend, pane.findChild(Legend))
    wide = legend.sizeHint().height()
    pane.resize(420, 698)
    assert legend.sizeHint().height() > wide
    legend.grab()


def test_countries_are_named_in_the_language_that_one_reads(pane: DeadlinesPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.due_changed):
        pane.set_languages(["ar", "en"])
    assert "كمبوديا" in {item.name for item in _lanes(pane)._lanes}


def test_a_country_with_events_only_has_a_quiet_lane(show: Show) -> None:
    made = show(_Several())
    assert "VUT" not in {item.chain.country for item in _lanes(made)._lanes}
    made._filters._mark(frozenset({Events.JOINING}))
    lanes, view = _lanes(made), _list(made)
    assert [row.head for row in lanes._rows if row.lane is None][-1] == "Other events, no deadline"
    assert lanes._lanes[-1].key == ("VUT", "", "")
    made.show_country("VUT")
    assert _country(view) == "VUT"
    lanes.setFocus()
    QTest.keyClick(lanes, Qt.Key.Key_Left)
    assert lanes.accessibleDescription().startswith("VUT, Signed, 4")
    made.grab()
    made._filters._mark(frozenset())
    assert "VUT" not in {item.chain.country for item in lanes._lanes}


def test_lanes_of_several_articles_have_heads(show: Show) -> None:
    made = show(_Several())
    lanes, view = _lanes(made), _list(made)
    assert [row.head for row in lanes._rows if row.lane is None] == ["Mine ban, Article 5", "Cluster munitions, Article 4"]
    assert not view.isColumnHidden(Column.ARTICLE)
    lanes.setFocus()
    QTest.keyClick(lanes, Qt.Key.Key_Down)
    QTest.keyClick(lanes, Qt.Key.Key_End)
    current = lanes.current_lane()
    assert current is not None
    assert current.key == ("KHM", "ccm", "4")
    assert lanes.lane_at(lanes.layout_now().top(0) + 2) is None
    made.grab()


def test_other_events_are_switched_on(show: Show) -> None:
    made = show(_Several())
    lanes = _lanes(made)
    made.show_country("KHM")
    assert all(mark.kind != MarkKind.EVENT for item in lanes._lanes for mark in lanes.marks_of(item))
    made._filters._mark(frozenset(Events))
    dates = [mark.step.date for item in lanes._lanes for mark in lanes.marks_of(item) if mark.kind == MarkKind.EVENT]
    assert dates == ["1997-12-03", "1997-12-04"]
    made._filters._want(Wanted(countries=frozenset({"THA"})))
    assert all(not lanes._quiet.of(item) for item in lanes._lanes)
    made.grab()


def test_a_click_on_several_marks_goes_from_one_to_the_next(pane: DeadlinesPane) -> None:
    lanes = _lanes(pane)
    item = next(item for item in lanes._lanes if item.chain.country == "ECU")
    cluster = next(found for found in lanes._clusters(item) if len(found.marks) > 1)
    point = QPoint(round(lanes.axis.x(cluster.lead.day)), lanes.layout_now().top(lanes._row_of[item.key]) + 12)
    seen = set()
    for _ in cluster.marks:
        QTest.mouseClick(lanes.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        step = lanes.current_step()
        seen.add(step.date if step else None)
    assert seen == {mark.step.date for mark in cluster.marks}


def test_a_clock_that_is_behind_is_said(show: Show) -> None:
    archive = SampleArchive()
    archive.ahead = "2027-01"
    made = show(archive)
    assert "is before the newest document, January 2027" in made._caution.accessibleName().replace("\u00a0", " ")
    assert made._caution.isVisible()
    archive.ahead = None
    made._on_loaded(replace(cast(Loaded, made._loaded), ahead=None))
    assert not made._caution.isVisible()


@pytest.mark.parametrize(
    ("what", "begins"),
    [
        (Export.CALENDAR, b"BEGIN:VCALENDAR\r\n"),
        (Export.TABLE, "\ufeffcountry,name,treaty".encode()),
        (Export.PICTURE, b"\x89PNG"),
        (Export.DRAWING, b"<?xml"),
        (Export.SHEET, b"%PDF-"),
    ],
)
def test_what_is_shown_is_saved(pane: DeadlinesPane, tmp_path: Path, qtbot: QtBot, what: Export, begins: bytes) -> None:
    path = tmp_path / f"deadlines{what}"
    offered: list[str] = []
    pane.handover.choose_file = lambda name, _: offered.append(name) or str(path)  # type: ignore[func-returns-value]  # append gives None
    with qtbot.waitSignal(pane.said) as said:
        pane.export(what)
    assert said.args == [f"Written: {path}"]
    assert offered == [f"deadlines-library{what}"]
    assert path.read_bytes().startswith(begins)


def test_a_drawing_holds_words_and_no_pictures_of_marks(pane: DeadlinesPane) -> None:
    drawn = drawing(_lanes(pane)).decode("utf-8")
    assert "South Sudan" in drawn
    assert drawn.count("<polygon") + drawn.count("<path") > 30
    assert drawn.count("<image") <= len(_lanes(pane)._lanes)


@pytest.mark.parametrize("what", list(Export))
def test_a_file_that_cannot_be_written_is_said(pane: DeadlinesPane, tmp_path: Path, qtbot: QtBot, what: Export) -> None:
    pane.handover.choose_file = lambda _name, _what: str(tmp_path / "not there" / "x")
    with qtbot.waitSignal(pane.said) as said:
        pane.export(what)
    assert str(said.args[0]).startswith("x could not be written: ")


def test_no_name_chosen_writes_nothing(pane: DeadlinesPane) -> None:
    pane.handover.choose_file = lambda _name, _what: ""
    said: list[str] = []
    pane.said.connect(said.append)
    pane.export(Export.TABLE)
    assert said == []


def test_a_screen_reader_finds_every_row_of_the_list(pane: DeadlinesPane) -> None:
    view = _list(pane)
    table = QAccessible.queryAccessibleInterface(view)
    assert table.text(QAccessible.Text.Name) == "Deadlines"
    assert table.role() in {QAccessible.Role.Tree, QAccessible.Role.Table}
    model = view.rows()
    said = {str(index.data(Qt.ItemDataRole.AccessibleTextRole)) for index in model.indexes(lambda item: isinstance(item, Lane))}
    heard = {table.child(number).text(QAccessible.Text.Name) for number in range(table.childCount())}
    assert len(said) == 12
    assert said <= heard
    assert {"passed", "327 days ago", "Due within six months"} <= {name.replace("\u00a0", " ") for name in heard}


def test_a_screen_reader_hears_the_mark_that_is_walked_to(pane: DeadlinesPane) -> None:
    lanes = _lanes(pane)
    spoken = QAccessible.queryAccessibleInterface(lanes)
    assert spoken.text(QAccessible.Text.Name) == "Deadlines on a time axis"
    pane.show_country("KHM")
    heard = [spoken.text(QAccessible.Text.Description)]
    lanes.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_BracketLeft, Qt.Key.Key_Down):
        QTest.keyClick(lanes, key)
        heard.append(spoken.text(QAccessible.Text.Description))
    begins = (
        "Cambodia, Mine ban, Article 5, passed",
        "Cambodia, In force, 1 January 2000",
        "Cambodia, In force",
        "Ecuador, Mine ban, Article 5",
    )
    assert [text.replace("\u00a0", " ").startswith(begin) for text, begin in zip(heard, begins, strict=True)] == [True] * 4


def test_every_button_over_the_lanes_has_a_name(pane: DeadlinesPane) -> None:
    for button in pane._filters.findChildren(QToolButton):
        named = QAccessible.queryAccessibleInterface(button)
        assert named.text(QAccessible.Text.Name).strip(), button.toolTip()


def test_menus_of_filters_run_as_the_window_does(show: Show) -> None:
    pane = show(SampleArchive())
    for button in pane.findChildren(FilterButton):
        assert button.isRightToLeft(), "its arrow stands at the end"
        assert not button.menu().isRightToLeft()
