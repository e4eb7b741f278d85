"""Wordings are called up by their words, and no wording that would match is passed over."""

from __future__ import annotations

import pytest

from archiveviewer import assets
from archiveviewer.facts.check import gives
from archiveviewer.facts.reading.context import small
from archiveviewer.facts.wording.hits import hits
from archiveviewer.facts.wording.rules import languages, load, rules
from archiveviewer.facts.wording.shape import shape
from archiveviewer.facts.wording.triggers import LINE, Here, triggers

EXAMPLES = [(rule, example) for file in assets.names("rules/*.toml") for rule in load(assets.data(file)) for example in rule.examples]
HERE = Here("", languages(), of_country=True, clusters=True)


def called(words: str, here: Here = HERE) -> set[str]:
    """Return the names of the rules that some words call up."""
    known = triggers()
    return {known.wordings[number][0].name for number in known.called(known.bits(words) | known.given(here))}


def test_every_wording_waits_for_a_word() -> None:
    known = triggers()
    assert known.called(known.given(HERE) | LINE) == []


def test_a_sentence_calls_up_only_what_it_may_match() -> None:
    found = called("croatia ratified it on 20 may 1998.")
    assert {"joining.ratified", "joining.ratified_in_any_order"} <= found
    assert len(found) < 5


def test_glued_words_and_marks_do_not_hide_a_word() -> None:
    for words in ("(ratified)on 20 may 1998", "reportedratified 20", '"ratified" 20', "signed,ratified; 20"):
        assert "joining.ratified" in called(words)


def test_a_theme_is_a_word_that_the_section_or_the_sentences_before_may_say() -> None:
    known = triggers()
    bits = known.bits("in 2012 there were 1,200 mines left.")
    retained = {number for number, (rule, _) in enumerate(known.wordings) if rule.name == "retained.retained_in_any_order"}
    assert not retained & set(known.called(bits | known.given(HERE)))
    for more in (0, known.bits("it keeps mines for training.") & known.themes):
        topic = "" if more else "retained"
        assert retained & set(known.called(bits | more | known.given(HERE._replace(topic=topic))))


@pytest.mark.parametrize(
    ("elsewhere", "words", "silent"),
    [
        (HERE._replace(languages=("fr",)), "croatia ratified it on 20 may 1998.", "joining.ratified"),
        (HERE._replace(of_country=False), "croatia ratified it on 20 may 1998.", "joining.ratified_in_any_order"),
        (HERE._replace(topic="stockpile"), "the last of its 199 mined areas was cleared on 27 february 2020", "completion.last_cleared"),
        (
            HERE._replace(clusters=False),
            "it completed clearance of its mined areas on 27 february 2020",
            "cluster_clearance.all_cleared_in_any_order",
        ),
    ],
)
def test_a_rule_is_silent_where_it_does_not_count(elsewhere: Here, words: str, silent: str) -> None:
    assert silent in called(words)
    assert silent not in called(words, elsewhere)


@pytest.mark.parametrize("words", ["ratified ٣ ألغام", "ratified nine of the mines", "ratified  in\u00a02001"])
def test_figures_are_seen_in_all_their_forms(words: str) -> None:
    assert "joining.ratified" in called(words)
    assert "joining.ratified" not in called("ratified nine of them")


def test_no_example_is_passed_over() -> None:
    silent = [rule.name for rule, example in EXAMPLES if example.gives and not gives(example, rule.language)]
    assert silent == []


@pytest.mark.parametrize("language", languages())
def test_no_wording_is_passed_over(language: str) -> None:
    """Each wording is tried on each sentence of our examples: what it matches has called it up."""
    known = triggers()
    wordings = [(number, rule, pattern) for number, (rule, pattern) in enumerate(known.wordings) if rule.language == language]
    topics = {
        topic for rule, _ in known.wordings for topic in (*rule.topic, "", "retained", "stockpile", "clearance", "reports", "victims")
    }
    here = sum({bit for topic in topics for bit in bits_of(known.given(HERE._replace(topic=topic)))})
    lost = []
    for said in {" ".join(example.text.split()) for _, example in EXAMPLES}:
        folded = shape(said, small(said), 0, len(said), (language, "en")).text
        found = {number for number, rule, pattern in wordings if pattern.compile() and [*hits(rule, [pattern], folded)]}
        lost += [(known.wordings[number][1].said, said) for number in found - set(known.called(known.bits(small(said)) | here | LINE))]
    assert lost == []


@pytest.mark.parametrize("language", languages())
def test_no_wording_is_passed_over_for_its_order(language: str) -> None:
    """A wording that was not compiled yet looks for its parts in their order first: what it matches has them."""
    texts = {example.text for _, example in EXAMPLES}
    folded = [shape(text, small(text), 0, len(text), (language, "en")).text for text in texts]
    lost = []
    for pattern in (pattern for rule in rules.__wrapped__(language) for pattern in rule.all_patterns):
        silent = [said for said in folded if not pattern.search(said)]
        lost += [(pattern.said, said) for said in silent if pattern.compile().search(said)]
    assert lost == []


def bits_of(number: int) -> list[int]:
    """Return the bits of a number, each as a number of its own."""
    return [1 << place for place in range(number.bit_length()) if number >> place & 1]


def test_what_a_sentence_says_is_looked_for_once() -> None:
    known = triggers()
    numbers = tuple(known.called(known.bits("chad ratified the convention on 6 may 1999.") | known.given(HERE)))
    said = "\ue000 ratified \ue004 on \ue001."
    found = known.hits(numbers, said)
    assert "joining.ratified" in {rule.name for rule, _ in found}
    assert known.hits(numbers, said) is found
