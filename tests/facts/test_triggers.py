"""Wordings are called up by their words, and no wording that would match is passed over."""

from __future__ import annotations

import pytest

from archiveviewer.facts.check import gives
from archiveviewer.facts.rules import languages, rules
from archiveviewer.facts.triggers import triggers

EXAMPLES = [(rule, example) for language in languages() for rule in rules(language) for example in rule.examples]


def called(words: str) -> set[str]:
    """Return the names of the rules that some words call up in English."""
    known = triggers("en")
    return {known.wordings[number][0].name for number in known.called(words)}


@pytest.mark.parametrize("language", languages())
def test_every_wording_waits_for_a_word(language: str) -> None:
    assert triggers(language).called("") == []


def test_a_sentence_calls_up_only_what_it_may_match() -> None:
    found = called("croatia ratified it on 20 may 1998.")
    assert {"joining.ratified", "joining.ratified_label", "free.ratified"} <= found
    assert len(found) < 5


def test_glued_words_and_marks_do_not_hide_a_word() -> None:
    for words in ("(ratified)on 20 may 1998", "reportedratified 20", '"ratified" 20', "signed,ratified; 20"):
        assert "joining.ratified" in called(words)


def test_words_that_belong_together_must_stand_together() -> None:
    assert "status.not_party" in called("state not party chad")
    assert "status.not_party" not in called("not the state but a party of chad")


@pytest.mark.parametrize("words", ["ratified ٣ ألغام", "ratified nine of the mines", "ratified  in\u00a02001"])
def test_figures_are_seen_in_all_their_forms(words: str) -> None:
    assert "joining.ratified" in called(words)
    assert "joining.ratified" not in called("ratified nine of them")


def test_no_wording_is_passed_over() -> None:
    """Where an example gives a fact, its words have all that the wording needs: else nothing would have been found."""
    silent = [rule.name for rule, example in EXAMPLES if example.gives and not gives(example, rule.language)]
    assert silent == []
