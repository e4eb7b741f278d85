"""The start: the window takes keys before the archive is open, and what was typed meanwhile is asked."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from archiveviewer.archive.door import Archive
from archiveviewer.gui import app, session
from archiveviewer.gui.search.question import Question
from archiveviewer.gui.session import Session
from archiveviewer.gui.window import MainWindow
from archiveviewer.records import ArchiveError
from gui.fakes import FakeArchive, door

Start = Callable[..., MainWindow]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Give a function that starts the window on a library in `tmp_path`."""
    made: list[tuple[Session, MainWindow]] = []

    def open_archive(library: Path) -> Archive:
        if (library / "newer").exists():
            raise ArchiveError("The index is of a newer program. Update this one.")
        return door(FakeArchive(library=library))

    def go(*, library: Path | None = None, place: str | None = None) -> MainWindow:
        new = Session(theme="light", trace=tmp_path / "trace.jsonl", settings_file=tmp_path / "window.ini")
        window = new.open(library or tmp_path, place=place)
        made.append((new, window))
        return window

    monkeypatch.setattr(session, "open_archive", open_archive)
    yield go
    for one, window in made:
        window.close()
        one.close()
    qtbot.wait(10)
    qapp.setStyleSheet("")


def test_what_is_typed_before_the_archive_is_open_is_asked_then(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    (tmp_path / "index.db").touch()
    window = start()
    assert window.desk is None
    QTest.keyClicks(window.frame.top.field, "deadline")
    qtbot.waitUntil(lambda: window.desk is not None)
    assert window.desk is not None
    search = window.desk.workspace.search
    qtbot.waitUntil(lambda: search.shown_question() == Question("deadline"))
    assert window.frame.top.field.text() == "deadline"


def test_a_place_that_a_key_asks_for_before_the_archive_is_open_is_shown_then(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    (tmp_path / "index.db").touch()
    window = start()
    assert window.desk is None
    window.commands.places["countries"].trigger()
    qtbot.waitUntil(lambda: window.desk is not None)
    assert window.desk is not None
    assert window.desk.workspace.place == "countries"


def test_what_is_typed_for_a_place_before_the_archive_is_open_is_typed_there(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    (tmp_path / "index.db").touch()
    window = start()
    field = window.frame.top.field
    QTest.keyClicks(field, "mine")
    window.commands.places["countries"].trigger()
    QTest.keyClicks(field, "cambx")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: window.desk is not None)
    filled = QApplication.focusWidget()
    assert isinstance(filled, QLineEdit)
    assert filled is not field
    assert (filled.text(), field.text()) == ("camb", "mine")
    QTest.keyClicks(field, "s")
    assert field.text() == "mines"


def test_what_is_typed_for_a_place_is_forgotten_when_there_is_no_library(qtbot: QtBot, start: Start) -> None:
    window = start()
    window.commands.places["countries"].trigger()
    QTest.keyClicks(window.frame.top.field, "camb")
    qtbot.waitUntil(lambda: not window.frame.top.field.isEnabled())
    assert window.frame.top.field.text() == ""


def test_without_a_library_the_ways_to_begin_are_shown(qtbot: QtBot, start: Start) -> None:
    window = start()
    qtbot.waitUntil(lambda: not window.frame.top.field.isEnabled())
    assert window.desk is None
    assert window.trouble == ""


def test_a_library_whose_disk_is_gone_is_missed(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    (tmp_path / "index.db").touch()
    window = start()
    qtbot.waitUntil(lambda: window.desk is not None)
    (tmp_path / "index.db").unlink()
    again = start()
    qtbot.waitUntil(lambda: not again.frame.top.field.isEnabled())
    assert "is not there now. Connect the disk that it is on, or open another one." in again.trouble
    assert tmp_path.name in again.trouble


def test_a_library_that_cannot_be_opened_is_named_with_what_to_do(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    (tmp_path / "index.db").touch()
    (tmp_path / "newer").touch()
    window = start()
    qtbot.waitUntil(lambda: bool(window.trouble))
    assert window.trouble == "The index is of a newer program. Update this one."


def test_a_place_can_be_asked_for_and_the_library_is_remembered(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    (tmp_path / "index.db").touch()
    window = start(place="library")
    qtbot.waitUntil(lambda: window.desk is not None)
    assert window.desk is not None
    assert window.desk.workspace.place == "library"
    assert window.state.text("library") == str(tmp_path)


def test_the_start_and_stalls_are_written_down(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    window = start()
    qtbot.waitUntil(lambda: not window.frame.top.field.isEnabled())
    rows = [json.loads(line) for line in (tmp_path / "trace.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["kind"] for row in rows if row["kind"] != "stall"] == ["usable"]
    assert all(row["ms"] > 8 for row in rows if row["kind"] == "stall")


def test_no_display_is_said_with_what_to_do(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    gc.enable()
    assert app.run() == 3
    assert "There is no display" in capsys.readouterr().err
    assert gc.isenabled()
