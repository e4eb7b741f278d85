"""What the window says when folders were read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from archiveviewer.gui.desk.readings import Readings
from archiveviewer.gui.indexing import End, Outcome
from archiveviewer.gui.window import MainWindow
from archiveviewer.records import IndexSummary, Problem, ProblemCode
from archiveviewer.text.escaping import isolate
from gui.desk.test_offers import desk
from gui.fakes import FakeArchive
from gui.test_window import make  # noqa: F401 - a fixture

Make = Callable[..., MainWindow]
AWAY = Problem.of(ProblemCode.MISSING_FOLDER, path="/archive/Stick")


@pytest.mark.parametrize(
    ("folders", "done", "said"),
    [
        (
            ("/archive/Stick",),
            IndexSummary(9, 2, 0, 0, 5, 0.1),
            f"{isolate('Stick')} is not connected; what was read of it is kept. 2\xa0files read.",
        ),
        (("/archive/Other",), IndexSummary(9, 9, 0, 0, 5, 0.1), "9\xa0files read."),
        (("/archive/Other",), IndexSummary(9, 8, 0, 1, 5, 0.1), "8\xa0files read, 1 with problems."),
        (("/archive/Other",), IndexSummary(9, 0, 9, 0, 0, 0.1), "Nothing to read: no file is new or has changed."),
    ],
)
def test_the_end_of_a_reading_is_said(
    qtbot: QtBot,
    make: Make,  # noqa: F811 - the fixture
    monkeypatch: pytest.MonkeyPatch,
    folders: tuple[str, ...],
    done: IndexSummary,
    said: str,
) -> None:
    archive = FakeArchive()
    monkeypatch.setattr(archive, "problems", lambda: (AWAY,))
    window = make(archive)
    desk(window).readings.on_read(Outcome(End.DONE, folders, done))
    qtbot.waitUntil(lambda: window.frame.footer.message == said)


@pytest.mark.parametrize(("outdated", "writable", "offered"), [(True, True, True), (True, False, False), (False, True, False)])
def test_reading_again_is_offered_when_the_rules_have_changed(
    qtbot: QtBot,
    make: Make,  # noqa: F811 - the fixture
    monkeypatch: pytest.MonkeyPatch,
    outdated: bool,
    writable: bool,
    offered: bool,
) -> None:
    archive = FakeArchive()
    monkeypatch.setattr(archive, "outdated", lambda: outdated)
    monkeypatch.setattr(archive, "may_index", lambda: writable)
    window = make(archive)
    readings = desk(window).readings
    told: list[bool] = []

    def on_told(found: bool) -> None:
        Readings._on_outdated(readings, found)
        told.append(found)

    monkeypatch.setattr(readings, "_on_outdated", on_told)
    readings.offer_renewal()
    qtbot.waitUntil(lambda: bool(told))
    assert ("The rules that find facts have changed" in window.frame.footer.message) is offered
