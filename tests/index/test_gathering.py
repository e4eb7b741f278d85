"""The row of a document holds each term as often as it counts."""

from __future__ import annotations

from archiveviewer.index.gathering import beginnings, gathered


def test_a_stem_that_is_also_written_stands_once() -> None:
    found = gathered(["mines mine clearing"], ["mine mine clear"])
    assert found.exact == "mines mine clearing mine"
    assert found.stems == "clear"


def test_many_mentions_count_a_little_more() -> None:
    found = gathered(["a " * 100, "b b"], ["a " * 100, "b b"])
    assert found.exact.split().count("a") == 6
    assert found.exact.split().count("b") == 2


def test_beginnings_have_two_or_three_letters() -> None:
    assert sorted(beginnings(["mines", "mi", "a"]).split()) == ["a", "mi", "min"]
