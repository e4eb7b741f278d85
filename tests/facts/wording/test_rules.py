"""Every rule with the examples beside it, and what a rule file may look like."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archiveviewer import assets
from archiveviewer.facts.check import check, given, gives
from archiveviewer.facts.wording import rules
from archiveviewer.facts.wording.rule import Example, Rule
from archiveviewer.facts.wording.rule_file import RuleError
from archiveviewer.facts.wording.shape import COUNTRY, DATE, TREATY, YEAR

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}-{number}")
    for file in assets.names("rules/*.toml")
    for rule in rules.load(assets.data(file))
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


@pytest.mark.parametrize("day", ["in 2018", "on 3 May 2018", "on 15 August 27"])
def test_years_are_counted_back_from_any_day(tmp_path: Path, day: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        '[[rule]]\nname = "mine.before"\ntype = "eore.recipients"\nas_of = "day-1"\n'
        "say = ['teaching (?:on|in) {date:day}, reached {number:value} people']\n",
        encoding="utf-8",
    )
    assert ("eore.recipients", "304") in given(file, f"Cambodia said that teaching {day}, reached 304 people.", "KHM")


def test_a_wrong_example_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        '[[rule]]\nname = "mine.none"\ntype = "x.y"\nsay = ["never {number:value}"]\n'
        '[[rule.example]]\ntext = "A mine."\ngives = { "x.y" = "1" }\n',
        encoding="utf-8",
    )
    assert check(file) == (
        "mine.none: x.y is not in the vocabulary of facts",
        "mine.none: expected x.y = 1 from 'A mine.' on a page about KHM, found nothing",
    )


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("[[rule]\n", "Expected"),
        ('[[rule]]\nname = "a"\n', "says nothing"),
        ('[[rule]]\nname = "a"\nsay = ["("]\n', "cannot be read"),
        ('[[rule]]\nname = "a"\nsay = ["{nobody}"]\n', "nobody"),
        ('[[rule]]\nname = "a"\nsay = ["b"]\nsaid = 1\n', "unknown key `said`"),
        ('[[rule]]\nname = "a"\nsay = "b"\n', "a: say: expected a list, got text"),
        ('[[rule]]\nname = "a"\nsay = [3]\n', "say.0.: expected text, got `int`"),
        ('[[rule]]\nname = "a"\nsay = ["b"]\nfacts = [{ value = "yes" }]\n', "facts.0.: missing key `type`"),
        ('[[rule]]\nname = "a"\nsay = ["b"]\n[[rule.example]]\ntxt = "b"\n', "example.0.: "),
        ('[[rule]]\nname = "a"\nsay = ["b {number}"]\ntype = "c"\n', "no part of its wordings is named value"),
        ('[rule]\nname = "a"\n', "rule: expected a list"),
        ('[[rules]]\nname = "a"\n', "unknown key `rules`"),
        ('[[rule]]\nname = "a"\nsay = ["b"]\ntype = "c"\nas_of = "year-before"\n', "number of years"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, text: str, word: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError, match=word):
        rules.load(file)


def test_a_file_without_rules_is_not_called_right(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('language = "en"\n', encoding="utf-8")
    with pytest.raises(RuleError, match="no rule in it"):
        check(file)


_PARTS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(|\)|(?P<many>[*+]|\{\d*,\})|.", re.DOTALL)


_PARTING = (" ", TREATY, COUNTRY, f"[{DATE}{YEAR}]")


def _nested(pattern: str) -> bool:
    """Tell whether a part that comes any number of times holds one that does, with nothing to part them: some texts take it for ever."""
    groups, held, before = [False], False, ""
    for part in _PARTS.finditer(pattern):
        if part[0] == "(":
            groups.append(False)
        elif part[0] == ")":
            held = groups.pop() and before not in _PARTING
            groups[-1] |= held
        elif part["many"]:
            if held:
                return True
            groups[-1] = True
        held = held and part[0] == ")"
        before = part[0]
    return False


@pytest.mark.parametrize("language", rules.languages())
def test_no_pattern_repeats_repetitions(language: str) -> None:
    patterns = [pattern for rule in rules.rules(language) for pattern in rule.all_patterns]
    assert [pattern.said for pattern in patterns if _nested(pattern.compile().pattern)] == []


def test_a_repeated_repetition_is_seen() -> None:
    assert _nested(r"(?:a+b)*c")
    assert not _nested(r"(?:a{1,3}b)*(?:\w+ )*c+")
