"""The panes of one archive, each made when it is first needed or in a turn that nobody waits for."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from archiveviewer.gui.desk.workspace import Workspace
from archiveviewer.gui.state import WindowState
from archiveviewer.gui.theme import Theme
from gui.fakes import FakeArchive, door


def test_the_reader_is_made_in_one_turn_and_put_in_its_place_in_another(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    workspace = Workspace(door(FakeArchive()), theme, WindowState(tmp_path / "window.ini"))
    qtbot.addWidget(workspace)
    told: list[str] = []
    workspace.made.connect(lambda name, _: told.append(name))
    made = workspace.made_reader()
    assert (workspace.has("reader"), told) == (False, [])
    assert workspace.reader is made
    assert (workspace.has("reader"), told) == (True, ["reader"])
    assert workspace.made_reader() is made
