"""A draft says of a text as written what its pattern cannot match without."""

from __future__ import annotations

import re

import pytest

from archiveviewer.facts.drafts import draft
from archiveviewer.facts.literals import TOKEN
from archiveviewer.facts.pattern import Pattern, Words
from archiveviewer.facts.rules import languages, rules
from archiveviewer.facts.shape import COUNTRY, DATE, NUMBER, YEAR, shape

NUMBERS = f"[{NUMBER}{YEAR}]"
SENTENCES = [
    " ".join(example.text.split()) for language in languages() for rule in rules(language) for example in rule.examples if example.gives
]


@pytest.mark.parametrize(
    ("pattern", "runs"),
    [
        ("signed on D", ["signed on "]),
        ("C signed D at the", [" signed ", " at the"]),
        (r"\bdeadline of D", ["deadline of "]),
        (r"(?:new |old )?deadline D", ["deadline "]),
        (r"(?:C|it) (?:has )?signed", [" (?:has )?signed"]),
        (r"by (?:C|the state|it)\b", ["by "]),
        (r"told (?:the C meeting|states parties) that", ["told ", " that", "(?: meeting|states parties)"]),
        ("kept[^.;]{0,9} mines", ["kept", " mines"]),
        (r"(?:\S+ ){0,3}mines", ["mines"]),
        (r"(?<!not )ratified(?! by C)", ["ratified"]),
        (r"ratif\w+ it", [r"ratif\w{1,60} it"]),
        ("(?:new )*mines", ["mines"]),
        ("the (?:old |new )*mines", ["the ", "mines"]),
        ("^state party C", ["^state party "]),
        ("C|D", []),
        ("[CD] ?", []),
    ],
)
def test_runs_of_a_pattern(pattern: str, runs: list[str]) -> None:
    folded = pattern.replace("C", COUNTRY).replace("D", DATE)
    assert sorted(run.pattern for run in draft(folded)) == sorted(runs)


@pytest.mark.parametrize("number", ["9", "203,671", "3'438'492", "338, 356", "1 404 819", "nine (9)", "twelve", "5.23"])
def test_numbers_are_found_in_all_their_forms(number: str) -> None:
    (behind,) = draft(f"{NUMBERS} mines")
    (inside,) = draft(f"kept {NUMBERS} mines")
    assert behind.search(f"it kept {number} mines")
    assert inside.search(f"it kept {number} mines")
    assert not inside.search(f"it kept all {number} mines")


def test_words_that_belong_together_must_stand_together() -> None:
    pattern = Pattern("^state not party {country}", Words({}))
    assert pattern.may_match("state not party chad")
    assert not pattern.may_match("not the state but a party of chad")


def test_a_word_may_begin_right_behind_a_folded_part() -> None:
    pattern = Pattern(r"of {number} ?\bkm2", Words({}))
    assert pattern.compile().search(shape("it cleared 5 of 7km2", 0, 20).text)
    assert pattern.may_match("it cleared 5 of 7km2")


@pytest.mark.parametrize("language", languages())
def test_what_a_pattern_matches_its_draft_finds(language: str) -> None:
    """Each pattern of ours is tried on each sentence of our examples, folded and as written."""
    folded = [(shape(said, 0, len(said), (language, "en")).text, said.lower()) for said in SENTENCES]
    patterns = [pattern for rule in rules(language) for pattern in (*rule.patterns, *rule.beside, *rule.takes)]
    lost = [(pattern.said, said) for pattern in patterns for sign, said in folded if pattern.search(sign) and not pattern.may_match(said)]
    assert lost == []


@pytest.mark.parametrize("language", languages())
def test_no_run_goes_on_without_end(language: str) -> None:
    runs = [run.pattern for rule in rules(language) for pattern in rule.all_patterns for run in draft(pattern.compile().pattern)]
    often = [found[0] for run in runs for found in TOKEN.finditer(run) if found.lastgroup == "many"]
    assert runs
    assert not [sign for sign in often if re.match(r"[*+]|\{\d*,\}", sign)]
