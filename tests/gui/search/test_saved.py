"""What a saved search keeps of a question."""

from __future__ import annotations

import pytest

from archiveviewer.gui.search.question import Filter, Question
from archiveviewer.gui.search.saved import name_for, question_of, to_options
from archiveviewer.records import SavedSearch

QUESTION = Question("deadline", (Filter("kind", "annex", "annex", out=True),))


def test_a_question_is_saved_whole() -> None:
    saved = SavedSearch(1, "Mine", QUESTION.query, to_options(QUESTION))
    assert question_of(saved) == QUESTION
    assert name_for(QUESTION) == "deadline, annex"


@pytest.mark.parametrize("options", ["", "{", '{"text": 3}'])
def test_options_of_another_program_leave_the_words(options: str) -> None:
    assert question_of(SavedSearch(1, "Mine", "deadline -kind:annex", options)) == Question("deadline -kind:annex")


# -- in the window --------------------------------------------------------------------------------------------------
