"""All that can be said of a question and its answer is said in plain English."""

from __future__ import annotations

import pytest

from archiveviewer.records import Coverage, How, LeftOut, Reading, Reason, Remark, Why
from archiveviewer.text.english import not_searched, reading_words, reason_words, remark_words
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


@pytest.mark.parametrize(
    ("coverage", "said"),
    [
        (Coverage(8, 8, 0, 0, 0, 0, 90, None), ()),
        (Coverage(8, 8, 0, 0, 0, 3, 90, None), ()),
        (Coverage(8, 7, 1, 0, 0, 0, 90, None), ("1 file was not searched: 1 scan without text. The answer may be in it.",)),
        (
            Coverage(20, 9, 2, 3, 4, 2, 90, None),
            (
                "11 files were not searched: 2 scans without text, 3 unreadable, 4 in formats not read yet, 2 still to read."
                " The answer may be in one of them.",
            ),
        ),
    ],
)
def test_what_was_not_searched_is_said_with_its_reasons(coverage: Coverage, said: tuple[str, ...]) -> None:
    assert not_searched(coverage) == said
