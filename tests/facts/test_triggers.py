"""Wordings are called up by their words, and no wording that would match is passed over."""

from __future__ import annotations

import pytest

from archiveviewer.facts.check import gives
from archiveviewer.facts.rules import languages, rules
from archiveviewer.facts.triggers import marked, triggers

EXAMPLES = [(rule, example) for language in languages() for rule in rules(language) for example in rule.examples]


@pytest.mark.parametrize("language", languages())
def test_every_wording_waits_for_a_word(language: str) -> None:
    assert triggers(language).called("") == []


def test_a_sentence_calls_up_only_what_it_may_match() -> None:
    words = marked("croatia ratified it on 20 may 1998.")
    known = triggers("en")
    assert {known.wordings[number][0].name for number in known.fitting(words, known.called(words))} == {
        "joining.ratified",
        "joining.ratified_label",
    }


def test_glued_words_and_marks_do_not_hide_a_word() -> None:
    for words in ("(ratified)on 20 may 1998", "reportedratified 20", '"ratified" 20', "signed,ratified; 20"):
        known = triggers("en")
        assert "joining.ratified" in {known.wordings[number][0].name for number in known.called(marked(words))}


def test_blanks_and_digits_are_marked() -> None:
    assert marked("state   party since 1999")[:-2] == "state party since 1999"
    assert marked("state party") == "state party"
    assert marked("٣ ألغام") != "٣ ألغام"


def test_no_wording_is_passed_over() -> None:
    """Where an example gives a fact, its words have all that the wording needs: else nothing would have been found."""
    silent = [rule.name for rule, example in EXAMPLES if example.gives and not gives(example, rule.language)]
    assert silent == []
