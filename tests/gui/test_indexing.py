"""The run that reads folders: a real child process over real files, and others that end in other ways."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from archiveviewer.gui import indexing
from archiveviewer.gui.indexing import End, Indexing, Outcome, command
from archiveviewer.gui.library.run_deeds import run_deeds
from archiveviewer.records import Progress

LINE = """import json, sys, time
print(json.dumps({"stage": "walk", "done": 0, "total": 0, "current": ""}), flush=True)
for n in range(1, 4):
    print(json.dumps({"stage": "read", "done": n, "total": 40, "current": f"/a/{n}.pdf"}), flush=True)
    time.sleep(0.15)
"""
WAIT = LINE + "time.sleep(60)\n"
END = LINE + 'print(json.dumps({"files": 3, "indexed": 3, "unchanged": 0, "failed": 1, "pages": 9, "seconds": 0.1}))\nsys.exit(1)\n'
FAIL = 'import sys\nprint("archiveviewer: Another program is writing to this library. Close it.", file=sys.stderr)\nsys.exit(3)\n'
CRASH = "import os\nos.abort()\n"


@pytest.fixture
def runs(qtbot: QtBot, tmp_path: Path) -> Iterator[Indexing]:
    assert qtbot is not None
    made = Indexing(tmp_path / "library")
    yield made
    made.close()


def pretend(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(indexing, "command", lambda *_: [sys.executable, "-c", code])


def test_command_is_the_one_a_person_can_type() -> None:
    assert command(Path("/lib"), ["/a"])[1:] == ["-m", "archiveviewer", "index", "--json", "--library", "/lib", "/a"]


def test_progress_and_end(qtbot: QtBot, runs: Indexing, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, END)
    steps: list[Progress] = []
    runs.progressed.connect(steps.append)
    with qtbot.waitSignal(runs.ended, timeout=10000) as told:
        runs.start(["/a"])
        assert runs.running
    outcome = told.args[0]
    assert isinstance(outcome, Outcome)
    assert (outcome.end, outcome.folders) == (End.DONE, ("/a",))
    assert outcome.summary is not None
    assert outcome.summary.failed == 1
    assert steps[-1].total == 40
    assert not runs.running


def test_pause_goes_on_and_cancel_ends(qtbot: QtBot, runs: Indexing, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, WAIT)
    with qtbot.waitSignal(runs.progressed, timeout=10000):
        runs.start(["/a"])
    with qtbot.waitSignal(runs.ended, timeout=10000) as told:
        runs.pause()
    assert told.args[0].end is End.PAUSED
    assert runs.paused
    assert not runs.running
    with qtbot.waitSignal(runs.progressed, timeout=10000):
        runs.go_on()
    assert runs.running
    with qtbot.waitSignal(runs.ended, timeout=10000) as told:
        runs.cancel()
    assert told.args[0].end is End.CANCELLED
    assert not runs.paused


def test_what_is_left_is_gone_on_with_in_all_folders(qtbot: QtBot, runs: Indexing, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, END)
    runs.go_on()
    assert not runs.running, "nothing is left"
    with qtbot.waitSignal(runs.changed):
        runs.note_left(30)
    with qtbot.waitSignal(runs.ended, timeout=10000) as told:
        runs.go_on()
    assert (told.args[0].end, told.args[0].folders, runs.left) == (End.DONE, (), 0)


WORDS = {"run": ["Pause reading", "Cancel reading"], "wait": ["Go on with reading", "Cancel reading"], "left": ["Go on with reading"]}


def test_the_palette_offers_what_can_be_done_about_a_run(qtbot: QtBot, runs: Indexing, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, WAIT)

    def offered() -> list[str]:
        return [command.words for command in run_deeds(runs)]

    def do(words: str) -> None:
        next(command for command in run_deeds(runs) if command.words == words).do()

    assert offered() == []
    with qtbot.waitSignal(runs.progressed, timeout=10000):
        runs.start(["/a"])
    assert offered() == WORDS["run"]
    with qtbot.waitSignal(runs.ended, timeout=10000):
        do("Pause reading")
    assert offered() == WORDS["wait"]
    with qtbot.waitSignal(runs.progressed, timeout=10000):
        do("Go on with reading")
    with qtbot.waitSignal(runs.ended, timeout=10000):
        do("Cancel reading")
    assert offered() == []
    runs.note_left(30)
    assert offered() == WORDS["left"]


def test_a_folder_added_meanwhile_is_read_too(qtbot: QtBot, runs: Indexing, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, WAIT)
    with qtbot.waitSignal(runs.progressed, timeout=10000):
        runs.start(["/a"])
    pretend(monkeypatch, END)
    with qtbot.waitSignal(runs.ended, timeout=10000) as told:
        runs.start(["/b"])
    assert told.args[0].end is End.DONE
    assert told.args[0].folders == ("/a", "/b")


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (FAIL, "Another program is writing to this library. Close it."),
        (CRASH, "Reading ended before its end. What was read is kept. Read again."),
    ],
)
def test_a_run_that_cannot_go_on_says_why(qtbot: QtBot, runs: Indexing, monkeypatch: pytest.MonkeyPatch, code: str, reason: str) -> None:
    pretend(monkeypatch, code)
    with qtbot.waitSignal(runs.ended, timeout=10000) as told:
        runs.start()
    assert told.args[0].end is End.FAILED
    assert told.args[0].reason == reason
    assert runs.failure == reason
    runs.cancel()
    assert not runs.failure


def test_what_could_not_go_on_is_tried_again(qtbot: QtBot, runs: Indexing, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, FAIL)
    with qtbot.waitSignal(runs.ended, timeout=10000):
        runs.start(["/a"])
    pretend(monkeypatch, END)
    with qtbot.waitSignal(runs.ended, timeout=10000) as told:
        runs.go_on()
    assert told.args[0].folders == ("/a",)
    assert not runs.failure


def test_a_program_that_is_not_there(qtbot: QtBot, runs: Indexing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "command", lambda *_: ["/no/such/program"])
    with qtbot.waitSignal(runs.ended, timeout=10000) as told:
        runs.start()
    assert told.args[0].reason == "The reading program does not start. Install it again."


def test_closing_ends_the_run(qtbot: QtBot, runs: Indexing, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, WAIT)
    with qtbot.waitSignal(runs.progressed, timeout=10000):
        runs.start()
    runs.close()
    assert not runs.running
