"""The palette finds by any words, and libraries have names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from archiveviewer.gui import keys, libraries
from archiveviewer.gui.about import text
from archiveviewer.gui.commands import Command, matching, of_actions
from archiveviewer.settings import Paths


def command(words: str) -> Command:
    return Command(words, "", lambda: None)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["Go to Library", "Côte d’Ivoire", "Library of maps"]),
        ("lib", ["Library of maps", "Go to Library"]),
        ("rary", []),
        ("ivory", ["Côte d’Ivoire"]),
        ("迪瓦", ["Côte d’Ivoire"]),
        ("cote", ["Côte d’Ivoire"]),
        ("go lib", ["Go to Library"]),
        ("none", []),
    ],
)
def test_matching(typed: str, found: list[str]) -> None:
    commands = [command("Go to Library"), replace(command("Côte d’Ivoire"), also=("Ivory Coast", "科特迪瓦")), command("Library of maps")]
    assert [one.words for one in matching(commands, typed)] == found


def test_actions_become_commands_once_and_only_when_they_can_be_done(qapp: QApplication) -> None:
    first, again, off = QAction("&Search…"), QAction("&Search…"), QAction("Back")
    first.setShortcut("Ctrl+L")
    off.setEnabled(False)
    done: list[bool] = []
    first.triggered.connect(lambda: done.append(True))
    made = of_actions([first, again, off])
    assert [(one.words, one.hint) for one in made] == [("Search…", "Ctrl+L")]
    made[0].do()
    assert done == [True]
    assert keys.rows([first, again, off]) == (("Ctrl+L", "Search"),)
    assert qapp is not None


def test_libraries_have_names() -> None:
    assert libraries.name_of(Paths.of_user().library) == "My library"
    assert libraries.name_of(libraries.sample_library()) == "Sample archive"
    assert libraries.name_of(Path("/media/HANDOVER")) == "HANDOVER"
    assert (libraries.sample_folder() / "Cambodia").is_dir()


def test_about_names_the_licences() -> None:
    said = text()
    assert "Affero" in said
    assert "Lucide (ISC, MIT)" in said
