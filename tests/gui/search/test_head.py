"""The line above the results."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from archiveviewer.gui.search.head import Head
from archiveviewer.gui.theme import Theme


def test_a_long_count_asks_for_no_more_room_than_a_short_one(qtbot: QtBot, theme: Theme) -> None:
    head = Head(theme)
    qtbot.addWidget(head)
    head.say("At least 6 documents")
    least = head.minimumSizeHint().width()
    head.say("At least 1,137,677 documents · at least 2,137,677 pages · the first 20 listed")
    assert head.minimumSizeHint().width() == least
