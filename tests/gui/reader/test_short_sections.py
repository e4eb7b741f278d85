"""Sections shorter than the window: the walk goes on from the hit that is seen, and past the last one to the next document."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from archiveviewer.gui.reader.pane import ReaderPane
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Light, Place
from gui.fakes import FakeArchive, door


@pytest.fixture
def reader(qtbot: QtBot, theme: Theme) -> Iterator[ReaderPane]:
    made = ReaderPane(door(FakeArchive()), theme)
    made.resize(753, 700)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close_documents()


def test_hits_in_short_sections_are_each_met_once(qtbot: QtBot, reader: ReaderPane) -> None:
    words = (Light("deadline"), Light("1 January 2020"))
    met: list[tuple[int, int]] = []
    past: list[int] = []
    reader.hit_changed.connect(lambda document, page: met.append((document, page)))
    reader.past_last_hit.connect(past.append)
    reader.show_place(Place(101, 12, words, query='deadline "1 January 2020"'))
    qtbot.waitUntil(lambda: reader.document is not None and reader.page > 0)
    qtbot.wait(100)
    for _ in range(12):
        reader.next_hit()
        qtbot.wait(40)
        if past:
            break
    assert past == [1]
    assert met == [(101, 12), (101, 13), (101, 13), (101, 31), (101, 31)]
    reader.previous_hit()
    qtbot.wait(40)
    assert met[-1] == (101, 31)
