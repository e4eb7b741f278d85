"""What would find something, as it is said and as it stands above the list."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from archiveviewer.gui.search.model import ResultsModel
from archiveviewer.gui.search.question import Question
from archiveviewer.gui.search.rows import WayRow
from archiveviewer.gui.search.view import ResultsView
from archiveviewer.gui.search.ways import what_is_different
from archiveviewer.gui.theme import Theme
from archiveviewer.records import How, Part, Reading, Way, WaysOut


@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        ("stockpile", "without “\u2068stockpile\u2069”"),
        ('"mined areas"', "without “\u2068mined areas\u2069”"),
        ('title:"mined areas"', 'without “\u2068title:"mined areas"\u2069”'),
    ],
)
def test_what_is_left_out_is_quoted_once(left_out: str, said: str) -> None:
    part = Part(left_out, Reading(How.ANY_FORM, (left_out,)), "deadline")
    ways = WaysOut(None, (), (), (), (), None)
    assert what_is_different(Way("deadline", 3, left_out=(part,)), Question("deadline"), ways) == said


def test_a_long_question_does_not_run_into_the_count(qtbot: QtBot, theme: Theme) -> None:
    model = ResultsModel(lambda code: code)
    view = ResultsView(model, theme)
    qtbot.addWidget(view)
    view.resize(500, 200)

    def end_of_row(title: str) -> QImage:
        model.set_rows([WayRow(Question(title), title, "without “mined areas”", "at least 16 documents")])
        return view.grab().toImage().copy(view.viewport().width() - 110, 0, 110, 40)

    assert end_of_row("deadline") == end_of_row("(deadline OR clearance) country:KHM lang:fr kind:decision folder:requests")
