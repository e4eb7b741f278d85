"""The place Library as a person uses it: adding, removing with undo, problems and what can be done about them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from archiveviewer.gui import indexing
from archiveviewer.gui.library.coverage_bar import CoverageBar
from archiveviewer.gui.library.folders import FolderState, FoldersView, folder_rows
from archiveviewer.gui.library.pane import LibraryPane
from archiveviewer.gui.library.problems import FileRow, GroupRow, MoreRow, Remedy, groups
from archiveviewer.gui.library.problems_model import ProblemsModel
from archiveviewer.gui.library.problems_view import ProblemsView
from archiveviewer.gui.library.progress import ProgressPanel, time_left
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.writing import fixed_words
from archiveviewer.records import Problem, ProblemCode
from gui.fakes import FakeArchive, door

DONE = 'print(\'{"files": 3, "indexed": 3, "unchanged": 0, "failed": 0, "pages": 9, "seconds": 0.1}\')'


@pytest.fixture
def archive() -> FakeArchive:
    return FakeArchive()


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme, archive: FakeArchive, monkeypatch: pytest.MonkeyPatch) -> Iterator[LibraryPane]:
    monkeypatch.setattr(indexing, "command", lambda *_: [sys.executable, "-c", DONE])
    made = LibraryPane(door(archive), theme)
    qtbot.addWidget(made)
    made.resize(756, 700)
    made.show()
    with qtbot.waitSignal(made.coverage_changed):
        made.refresh()
    yield made
    made.close_tasks()


def folders_view(pane: LibraryPane) -> FoldersView:
    found = pane.findChild(FoldersView)
    assert isinstance(found, FoldersView)
    return found


def problems_view(pane: LibraryPane) -> ProblemsView:
    found = pane.findChild(ProblemsView)
    assert isinstance(found, ProblemsView)
    return found


def shown_folders(pane: LibraryPane) -> list[str]:
    model = folders_view(pane).model()
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def test_folders_say_how_they_stand(pane: LibraryPane) -> None:
    said = [text.replace("\u00a0", " ") for text in shown_folders(pane)]
    assert said == [
        "Cambodia 2019, /archive, 180 files, read 22 November 2026",
        "Stick, /archive, 206 files, not read in full yet",
        "Regional reports, /archive, 34 files, not connected, still searchable",
    ]


def test_the_keys_are_seen_before_a_folder_is_the_current_one(qtbot: QtBot, pane: LibraryPane, theme: Theme) -> None:
    view, accent = folders_view(pane), theme.color("accent").name()
    pane.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    view.selectionModel().clear()

    def edge() -> str:
        return view.viewport().grab().toImage().pixelColor(0, view.height() // 2).name()

    qtbot.waitUntil(lambda: edge() == accent)
    QTest.keyClick(view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: edge() != accent)


def test_in_a_low_window_fewer_folders_are_seen_and_nothing_lies_over_them(qtbot: QtBot, pane: LibraryPane) -> None:
    folders, bar = folders_view(pane), pane.findChild(CoverageBar)
    assert isinstance(bar, CoverageBar)
    row = folders.sizeHint().height() // 3
    assert folders.height() == 3 * row
    pane.setMinimumHeight(1)  # a window is as low as its screen, whatever would like to be seen in it
    pane.resize(756, 310)
    qtbot.waitUntil(lambda: folders.height() < 3 * row)
    assert folders.height() >= 2 * row
    assert folders.geometry().bottom() < bar.geometry().top()


def test_states_during_a_run(archive: FakeArchive) -> None:
    rows = folder_rows(archive.folders(), reading=["/archive/Stick"], paused=False, hidden=())
    assert [row.state for row in rows] == [FolderState.READ, FolderState.READING, FolderState.GONE]
    rows = folder_rows(archive.folders(), reading=(), paused=True, hidden=["/archive/Stick"])
    assert [row.state for row in rows] == [FolderState.WAITING, FolderState.GONE]


def test_a_folder_is_added_and_read(qtbot: QtBot, pane: LibraryPane, archive: FakeArchive, tmp_path: Path) -> None:
    pane.choose_folder = lambda: str(tmp_path)
    with qtbot.waitSignals([pane.read, pane.library_changed], timeout=10000):
        pane.add_folder.trigger()
    assert archive.folders()[-1].path == str(tmp_path)
    qtbot.waitUntil(lambda: len(shown_folders(pane)) == 4)


@pytest.mark.parametrize("alone", [True, False])
def test_what_an_earlier_window_has_left_is_gone_on_with(
    qtbot: QtBot, theme: Theme, archive: FakeArchive, monkeypatch: pytest.MonkeyPatch, alone: bool
) -> None:
    monkeypatch.setattr(indexing, "command", lambda *_: [sys.executable, "-c", DONE])
    left = replace(archive.coverage(), files=450, waiting=30)
    monkeypatch.setattr(archive, "coverage", lambda: left)
    monkeypatch.setattr(archive, "may_index", lambda: alone)
    pane = LibraryPane(door(archive), theme)
    qtbot.addWidget(pane)
    with qtbot.waitSignal(pane.coverage_changed):
        pane.refresh()
    assert pane.indexing.paused is alone, "what another program reads now is not left over"
    if alone:
        said = " ".join(label.text() for label in pane.findChildren(QLabel)).replace("\u00a0", " ")
        assert "Paused: the library 420 of 450 files 420 files are kept, 30 wait." in said
        bar = pane.findChild(QProgressBar)
        assert isinstance(bar, QProgressBar)
        assert (bar.value(), bar.maximum()) == (420, 450)
        with qtbot.waitSignal(pane.read, timeout=10000):
            pane.indexing.go_on()
        with qtbot.waitSignal(pane.coverage_changed):
            pane.refresh()
        assert not pane.indexing.paused
    pane.close_tasks()


def test_what_a_cancelled_run_has_left_is_gone_on_with(
    qtbot: QtBot, pane: LibraryPane, archive: FakeArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = pane.findChild(ProgressPanel)
    assert isinstance(panel, ProgressPanel)
    assert not panel.isVisible()
    monkeypatch.setattr(archive, "coverage", lambda: replace(FakeArchive().coverage(), files=450, waiting=30))
    pane.indexing.start(["/archive/Stick"])
    with qtbot.waitSignal(pane.coverage_changed, timeout=10000):
        pane.indexing.cancel()
    said = [label.text() for label in panel.findChildren(QLabel)]
    assert said[0] == "30 files wait to be read"
    (button,) = (button for button in panel.findChildren(QPushButton) if button.isVisible())
    assert button.text() == "Go on"
    monkeypatch.undo()
    monkeypatch.setattr(indexing, "command", lambda *_: [sys.executable, "-c", DONE])
    with qtbot.waitSignals([pane.read, pane.coverage_changed], timeout=10000):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()


def test_a_library_that_may_not_be_written_to_offers_no_changes_and_says_why(
    qtbot: QtBot, pane: LibraryPane, archive: FakeArchive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (add,) = (button for button in pane.findChildren(QPushButton) if button.text() == "Add folder")
    told: list[str] = []
    pane.said.connect(told.append)
    for may in (False, True):
        monkeypatch.setattr(archive, "may_change", lambda may=may: may)
        with qtbot.waitSignal(pane.coverage_changed):
            pane.refresh()
        assert (add.isEnabled(), pane.add_folder.isEnabled(), pane.read_all.isEnabled()) == (may, may, may)
        assert any(label.text() == fixed_words() and label.isVisible() for label in pane.findChildren(QLabel)) is not may
        assert (add.toolTip() == fixed_words()) is not may
        if not may:
            view = folders_view(pane)
            view.setCurrentIndex(view.model().index(0, 0))
            QTest.keyClick(view, Qt.Key.Key_Delete)
            pane.add(str(tmp_path))
            pane.start()
            assert told == [fixed_words()] * 3
            assert len(archive.folders()) == len(shown_folders(pane)) == 3
            assert not pane.indexing.running


def test_a_folder_that_is_taken_out_can_come_back(qtbot: QtBot, pane: LibraryPane, archive: FakeArchive) -> None:
    view = folders_view(pane)
    view.setFocus()
    view.setCurrentIndex(view.model().index(1, 0))
    with qtbot.waitSignal(pane.undo_offered) as told:
        QTest.keyClick(view, Qt.Key.Key_Delete)
    said, undo, settle = told.args
    assert said == "Stick is out of the library. Its files are untouched."
    assert len(shown_folders(pane)) == 2
    assert len(archive.folders()) == 3
    undo()
    assert len(shown_folders(pane)) == 3
    settle()
    qtbot.wait(30)
    assert len(archive.folders()) == 3


def test_a_folder_is_forgotten_when_nobody_undid_it(qtbot: QtBot, pane: LibraryPane, archive: FakeArchive) -> None:
    view = folders_view(pane)
    view.setCurrentIndex(view.model().index(1, 0))
    with qtbot.waitSignal(pane.undo_offered) as told:
        QTest.keyClick(view, Qt.Key.Key_Delete)
    with qtbot.waitSignal(pane.library_changed):
        told.args[2]()
    assert [folder.path for folder in archive.folders()] == ["/archive/Cambodia 2019", "/archive/Regional reports"]


def test_closing_forgets_it_too(qtbot: QtBot, pane: LibraryPane, archive: FakeArchive) -> None:
    view = folders_view(pane)
    view.setCurrentIndex(view.model().index(0, 0))
    with qtbot.waitSignal(pane.undo_offered):
        QTest.keyClick(view, Qt.Key.Key_Delete)
    pane.close_tasks()
    assert len(archive.folders()) == 2


def test_enter_on_a_scan_shows_its_pages(qtbot: QtBot, pane: LibraryPane, archive: FakeArchive) -> None:
    document = archive.document(103)
    row = FileRow(document.path, "a.pdf", "", "Pictures only", "", ProblemCode.NO_TEXT, Remedy.SHOW, page=3)
    with qtbot.waitSignal(pane.place_opened) as told:
        problems_view(pane).remedied.emit(row)
    assert (told.args[0].document, told.args[0].page) == (103, 3)


def test_a_format_that_is_not_read_opens_outside(qtbot: QtBot, pane: LibraryPane) -> None:
    opened: list[str] = []

    def refuse(path: str) -> bool:
        opened.append(path)
        return False

    pane.remedies.open_outside = refuse
    view = problems_view(pane)
    row = next(row for group in groups(pane_problems(), ()) for row in group.files if row.remedy is Remedy.OUTSIDE)
    with qtbot.waitSignal(pane.said) as told:
        view.remedied.emit(row)
    assert opened == [row.path]
    assert told.args == [f"No program opens {row.name}."]


def pane_problems() -> tuple[Problem, ...]:
    return FakeArchive().problems()


def test_why_a_run_could_not_go_on_stays_until_it_is_closed(qtbot: QtBot, pane: LibraryPane, monkeypatch: pytest.MonkeyPatch) -> None:
    full = "The disk is full. Make room, then go on."
    monkeypatch.setattr(indexing, "command", lambda *_: [sys.executable, "-c", f"import sys\nsys.exit({full!r})"])
    with qtbot.waitSignal(pane.indexing.ended, timeout=10000):
        pane.start()
    panel = pane.findChild(ProgressPanel)
    assert isinstance(panel, ProgressPanel)
    assert panel.isVisible()
    assert full in [words.text() for words in panel.findChildren(QLabel)]
    QTest.mouseClick(next(button for button in panel.findChildren(QPushButton) if button.text() == "Close"), Qt.MouseButton.LeftButton)
    assert not panel.isVisible()


def test_try_again_reads_the_folder_of_the_file(qtbot: QtBot, pane: LibraryPane) -> None:
    row = next(row for group in groups(pane_problems(), ()) for row in group.files if row.code is ProblemCode.DAMAGED)
    with qtbot.waitSignal(pane.read, timeout=10000) as told:
        problems_view(pane).remedied.emit(row)
    assert told.args[0].folders == ("/archive/Stick",)


def test_keys_walk_the_problems_and_more_are_shown(qtbot: QtBot, theme: Theme) -> None:
    view = ProblemsView(theme)
    qtbot.addWidget(view)
    many = [Problem.of(ProblemCode.UNSUPPORTED, path=f"/archive/Stick/{number:03}.doc") for number in range(20)]
    view.show_groups(groups(many, ()))
    view.resize(700, 500)
    view.show()
    view.select_first()
    chosen: list[FileRow] = []
    view.chosen.connect(chosen.append)
    for _ in range(5):
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert [row.name for row in chosen] == ["001.doc", "002.doc", "003.doc", "004.doc"]
    model = view.model()
    assert isinstance(model, ProblemsModel)
    assert isinstance(model.row_at(view.currentIndex()), MoreRow)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert model.rowCount(model.index(0)) == 20
    assert not view.grab().isNull()


def test_a_long_reason_is_shown_in_full(qtbot: QtBot, theme: Theme) -> None:
    view = ProblemsView(theme)
    qtbot.addWidget(view)
    view.resize(756, 400)
    long = "The file is damaged; what could be mended was read, and parts may be missing."
    said = {"short.pdf": "The file is damaged.", "long.pdf": long}
    view.show_groups(groups([Problem.of(ProblemCode.DAMAGED, path=f"/a/{name}", reason=why) for name, why in said.items()], ()))
    view.show()
    heights = [view.visualRect(view.model().index(row, 0, view.model().index(0, 0))).height() for row in (0, 1)]
    assert heights[1] >= 3 * theme.height("caption") > heights[0] - 6


def test_problems_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = ProblemsModel()
    model.set_groups(groups(pane_problems(), ()))
    assert isinstance(model.row_at(model.index(0)), GroupRow)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt does not say its types


def test_check_says_that_all_is_well(qtbot: QtBot, pane: LibraryPane) -> None:
    with qtbot.waitSignal(pane.said) as told:
        pane.check()
    assert told.args == ["All is well: both databases and every stored text were read."]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, ""),
        (20, "less than a minute left"),
        (70, "about 1 minute left"),
        (600, "about 10 minutes left"),
        (4000, "about 1 hour left"),
        (9000, "about 2 hours left"),
    ],
)
def test_time_left(seconds: float | None, said: str) -> None:
    assert time_left(seconds) == said
