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
    return {known.wordings[number][0].name for number in known.called(known.bits(words))}


@pytest.mark.parametrize("language", languages())
def test_every_wording_waits_for_a_word(language: str) -> None:
    assert triggers(language).called(0) == []


def test_a_sentence_calls_up_only_what_it_may_match() -> None:
    found = called("croatia ratified it on 20 may 1998.")
    assert {"joining.ratified", "joining.ratified_label", "free.ratified"} <= found
    assert len(found) < 5


def test_glued_words_and_marks_do_not_hide_a_word() -> None:
    for words in ("(ratified)on 20 may 1998", "reportedratified 20", '"ratified" 20', "signed,ratified; 20"):
        assert "joining.ratified" in called(words)


def test_a_theme_is_a_word_that_the_section_or_the_sentences_before_may_say() -> None:
    known = triggers("en")
    bits = known.bits("in 2012 there were 1,200 mines left.")
    retained = {number for number, (rule, _) in enumerate(known.wordings) if rule.name == "free.retained"}
    assert not retained & set(known.called(bits))
    for more in (known.of_topic("retained"), known.bits("it keeps mines for training.") & known.themes):
        assert retained & set(known.called(bits | more))
    assert not known.of_topic("victims") & known.of_topic("retained")


@pytest.mark.parametrize("words", ["ratified ٣ ألغام", "ratified nine of the mines", "ratified  in\u00a02001"])
def test_figures_are_seen_in_all_their_forms(words: str) -> None:
    assert "joining.ratified" in called(words)
    assert "joining.ratified" not in called("ratified nine of them")


def test_no_wording_is_passed_over() -> None:
    """Where an example gives a fact, its words have all that the wording needs: else nothing would have been found."""
    silent = [rule.name for rule, example in EXAMPLES if example.gives and not gives(example, rule.language)]
    assert silent == []
