"""All that can be said of a question and its answer is said in plain English."""

from __future__ import annotations

import pytest

from archiveviewer.records import How, LeftOut, Reading, Reason, Remark, Why
from archiveviewer.text.english import reading_words, reason_words, remark_words
from readings import READINGS, REASONS, REMARKS


def test_every_kind_has_an_example() -> None:
    assert {one.how for reading, _ in READINGS for one in (reading, *reading.inner)} == set(How)
    assert {remark.what for remark, _ in REMARKS} == set(LeftOut)
    assert {reason.why for reason, _ in REASONS} == set(Why)


@pytest.mark.parametrize(("reading", "words"), READINGS)
def test_readings(reading: Reading, words: str) -> None:
    assert reading_words(reading) == words


@pytest.mark.parametrize(("remark", "words"), REMARKS)
def test_remarks(remark: Remark, words: str) -> None:
    assert remark_words(remark) == words


@pytest.mark.parametrize(("reason", "words"), REASONS)
def test_reasons(reason: Reason, words: str) -> None:
    assert reason_words(reason) == words
