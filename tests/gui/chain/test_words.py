"""Tests of chains, their states and steps in words."""

from __future__ import annotations

import pytest

from archiveviewer.gui.chain import words
from archiveviewer.gui.language import NBSP
from archiveviewer.records import ChainStep, State
from gui.countries.sample import SampleArchive

CHAINS = {found.country: found for found in SampleArchive().chains()}


pytestmark = pytest.mark.usefixtures("english")


def _plain(text: str) -> str:
    return text.replace(NBSP, " ")


def test_every_state_has_a_word_and_a_sentence() -> None:
    assert len({words.state_word(state) for state in State}) == len(State)
    assert words.state_sentence(State.PASSED) == "Passed, as far as this archive knows"


@pytest.mark.parametrize(("country", "said"), [("KHM", "4RC Oslo, 2019"), ("SSD", "18MSP, 2020"), ("THA", "not stated")])
def test_who_decided(country: str, said: str) -> None:
    assert words.decided_by(CHAINS[country]) == said


def test_a_chain_as_a_sentence() -> None:
    said = _plain(words.chain_sentence(CHAINS["KHM"], "Cambodia"))
    assert said == (
        "Cambodia, passed, as far as this archive knows, 31 December 2025, 327 days ago, "
        "decided by 4RC Oslo, 2019, newest source November 2019, 7 years old, look for a newer decision"
    )


def test_a_step_says_its_words() -> None:
    proof = words.standing_step(CHAINS["KHM"])
    assert proof is not None
    said = _plain(words.step_sentence(proof, "Cambodia"))
    assert said.startswith("Cambodia, Deadline, 31 December 2025: “The request was granted at the Fourth Review Conference")


def test_the_proof_of_a_met_chain_is_its_completion() -> None:
    proof = words.standing_step(CHAINS["JOR"])
    assert proof is not None
    assert proof.date == "2012-04-24"


@pytest.mark.parametrize(
    ("day", "at_latest", "said"),
    [("2012-04-24", False, "on 24 Apr 2012"), ("2018-11", False, "in Nov 2018"), ("2012", False, "in 2012"), ("2008", True, "by 2008")],
)
def test_when_a_chain_ended_as_precisely_as_is_known(day: str, said: str, *, at_latest: bool) -> None:
    assert _plain(words.end_words(ChainStep("completion", day, "", at_latest=at_latest))) == said
