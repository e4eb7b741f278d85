"""A library with its render workers, and a reader with a document of three pages open in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import papers
from archiveviewer.gui.reader.pane import ReaderPane
from archiveviewer.gui.theme import Theme
from archiveviewer.records import PageText, Place
from archiveviewer.settings import Paths
from reading_room import Library

_WAIT = 15_000
_TEXTS = (
    "The deadline moved to 1 January 2020.\nA second dead-\nline follows.\n",
    "Nothing to see here.\n",
    "Two deadlines: the first deadline, and\ndestroyed 203,671 mines by 31 December 2025.\n",
)


@pytest.fixture(scope="module")
def room() -> Iterator[Library]:
    """Keep the render workers for all tests of a module."""
    room = Library()
    yield room
    room.viewers.close()


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let no test find what another one wrote and did not save."""
    folders = Paths(library=tmp_path / "library", state=tmp_path / "state")
    monkeypatch.setattr(Paths, "of_user", lambda: folders)


@pytest.fixture
def library(room: Library) -> Library:
    """Return an empty library."""
    return Library(viewers=room.viewers)


@pytest.fixture
def open_at(qtbot: QtBot, library: Library, theme: Theme, tmp_path: Path) -> Iterator[Callable[[Place], ReaderPane]]:
    """Return what opens a reader at a place of the three pages; the reader is closed at the end."""
    opened: list[ReaderPane] = []

    def open_reader(place: Place) -> ReaderPane:
        path = papers.make(tmp_path / "three.pdf", papers.THREE_PAGES)
        library.add(path, tuple(PageText(number, str(number), text) for number, text in enumerate(_TEXTS, start=1)))
        reader = ReaderPane(library, theme)
        opened.append(reader)
        reader.resize(753, 600)
        qtbot.addWidget(reader)
        reader.show()
        qtbot.waitExposed(reader)
        with qtbot.waitSignal(reader.sharp, timeout=_WAIT):
            reader.show_place(place)
        return reader

    yield open_reader
    for reader in opened:
        reader.close_documents()
