"""Every rule with the examples beside it, and what a rule file may look like."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from archiveviewer.facts import rules
from archiveviewer.facts.check import check, gives
from archiveviewer.facts.rules import Example, Rule, RuleError

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}-{number}")
    for language in rules.languages()
    for rule in rules.rules(language)
    for number, example in enumerate(rule.examples)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: Rule, example: Example) -> None:
    found = gives(example, rule.language)
    if not example.gives:
        assert found == []
    for wanted in example.gives:
        assert wanted in found


def test_names_are_given_once() -> None:
    names = [rule.name for language in rules.languages() for rule in rules.rules(language)]
    assert len(names) == len(set(names))


def test_a_new_wording_needs_only_a_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        'language = "en"\n[[rule]]\nname = "mine.risk"\ntype = "eore.recipients"\nneeds = ["risk education"]\n'
        "say = ['{who} taught {number:value} people risk education']\n"
        '[[rule.example]]\ntext = "Cambodia taught 5,000 people risk education."\ngives = { "eore.recipients" = "5000" }\n',
        encoding="utf-8",
    )
    assert check(file) == ()


def test_a_wrong_example_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        '[[rule]]\nname = "mine.none"\ntype = "x.y"\nneeds = ["mine"]\nsay = [\'never\']\n'
        '[[rule.example]]\ntext = "A mine."\ngives = { "x.y" = "1" }\n',
        encoding="utf-8",
    )
    assert check(file) == ("mine.none: expected x.y = 1 from 'A mine.', found nothing",)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("[[rule]\n", "Expected"),
        ('[[rule]]\nname = "a"\n', "says nothing"),
        ('[[rule]]\nname = "a"\nsay = ["("]\n', "cannot be read"),
        ('[[rule]]\nname = "a"\nsay = ["{nobody}"]\n', "nobody"),
        ('[[rule]]\nname = "a"\nsay = ["b"]\nsaid = 1\n', "unknown key said"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, text: str, word: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError, match=word):
        rules.load(file)


HOSTILE = ["in its ", "the request was granted at ", "\ue000 reported ", "\ue001, ", "a" * 50 + " ", "extension ", "( ", "\ue004 and "]


@pytest.mark.parametrize("bait", HOSTILE)
def test_patterns_take_little_time_on_the_longest_sentence(bait: str) -> None:
    text = (bait * 1200)[:1200]
    for rule in rules.rules("en"):
        started = time.process_time()
        for pattern in rule.patterns:
            pattern.findall(text)
        assert time.process_time() - started < 0.1, rule.name
