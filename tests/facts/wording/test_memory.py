"""A memory of words tells what a part of a text may say."""

from __future__ import annotations

import pytest

from archiveviewer.facts.wording.memory import Memory, caller

MINE, FORCE, ANY = 1, 2, 4


def memory() -> Memory:
    """Return a memory of two things that a text may say, and of words with a figure."""
    return Memory({("landmine", "mine ban"): MINE, ("in force", "into force"): FORCE}, lambda word: ANY if "7" in word else 0)


@pytest.mark.parametrize(
    ("words", "bits"),
    [
        ("", 0),
        ("nothing is said here", 0),
        ("the mine ban", MINE),
        ("antilandmines,", MINE),
        ("the treaty (in force)", FORCE),
        ("mine ban is inforce 17", MINE | FORCE | ANY),
    ],
)
def test_words_fulfil_clauses(words: str, bits: int) -> None:
    known = memory()
    assert known.bits(words) == bits
    assert known.bits(words) == bits  # from memory


def test_a_clause_that_no_word_stands_for_is_always_fulfilled() -> None:
    assert Memory({("l'a", "mine"): MINE}, lambda _: 0).bits("") == MINE


@pytest.mark.parametrize(("words", "known_by"), [("entered into force", "entered"), ("of the mines", "mines"), ("l'a", "")])
def test_few_words_are_known_by_their_rarest(words: str, known_by: str) -> None:
    assert caller(words) == known_by
