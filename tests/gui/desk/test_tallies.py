"""What footer and rail say stays true, whoever reads into the library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from archiveviewer.gui.desk import tallies
from archiveviewer.gui.desk.tallies import Tallies
from archiveviewer.gui.footer import Footer
from archiveviewer.gui.rail import Rail
from archiveviewer.gui.tasks import Tasks
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Coverage
from gui.fakes import FakeArchive, door


@pytest.fixture
def archive() -> FakeArchive:
    return FakeArchive()


@pytest.fixture
def kept(qtbot: QtBot, theme: Theme, archive: FakeArchive, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Tallies, Footer]]:
    monkeypatch.setattr(tallies, "_AGAIN", 20)
    footer, rail, tasks = Footer(theme), Rail(theme), Tasks()
    qtbot.addWidget(footer)
    qtbot.addWidget(rail)
    made = Tallies(door(archive), tasks, footer, rail)
    made.count()
    qtbot.waitUntil(lambda: footer.summary.startswith("412 of 420"))
    yield made, footer
    made.stop()
    tasks.close()


def test_what_another_program_reads_is_counted(
    qtbot: QtBot, kept: tuple[Tallies, Footer], archive: FakeArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, footer = kept
    more = replace(archive.coverage(), files=500, searched=430, waiting=62)
    told: list[Coverage] = []
    made.changed.connect(told.append)
    monkeypatch.setattr(archive, "coverage", lambda: more)
    qtbot.waitUntil(lambda: footer.summary.startswith("430 of 500"))
    assert "62 still to read" in footer.summary
    qtbot.wait(60)
    assert told == [more], "once"


def test_the_day_goes_on(qtbot: QtBot, kept: tuple[Tallies, Footer], archive: FakeArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    _, footer = kept
    monkeypatch.setattr(archive, "today", lambda: date(2027, 1, 1))
    qtbot.waitUntil(lambda: footer.dates.replace("\u00a0", " ").endswith("today is 1 January 2027"))
