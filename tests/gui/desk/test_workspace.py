"""The panes of one archive, each made when it is first needed or in a turn that nobody waits for."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from archiveviewer.gui.desk.workspace import Workspace
from archiveviewer.gui.state import WindowState
from archiveviewer.gui.theme import Theme
from gui.fakes import FakeArchive, door


def test_the_reader_is_made_first_and_put_in_its_place_later(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    workspace = Workspace(door(FakeArchive()), theme, WindowState(tmp_path / "window.ini"))
    qtbot.addWidget(workspace)
    told: list[str] = []
    workspace.made.connect(lambda name, _: told.append(name))
    made = workspace.made_reader()
    assert (workspace.has("reader"), told) == (False, [])
    assert workspace.reader is made
    assert (workspace.has("reader"), told) == (True, ["reader"])
    assert workspace.made_reader() is made


def test_the_reader_is_made_in_some_turns_or_at_once_when_somebody_needs_it(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    slowly, at_once = (Workspace(door(FakeArchive()), theme, WindowState(tmp_path / "window.ini")) for _ in range(2))
    for workspace in (slowly, at_once):
        qtbot.addWidget(workspace)
    turns = 0
    while slowly.make_reader():
        turns += 1
    assert turns >= 4
    assert at_once.make_reader()
    assert at_once.reader.commands.next_page.text() == slowly.reader.commands.next_page.text()
    assert not at_once.make_reader()


def test_a_place_is_as_wide_as_it_was_left_whatever_another_needs(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    workspace = Workspace(door(FakeArchive()), theme, WindowState(tmp_path / "window.ini"))
    qtbot.addWidget(workspace)
    workspace.resize(1290, 700)
    workspace.show()
    workspace.go("search")
    before = workspace.sizes()
    workspace.countries.setMinimumWidth(700)
    workspace.go("countries")
    assert workspace.sizes()[0] >= 700
    workspace.go("search")
    assert workspace.sizes() == before
    workspace.close_panes()
