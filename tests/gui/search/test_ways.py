"""When nothing is found, only ways that lead somewhere are offered, each with its number."""

from __future__ import annotations

from archiveviewer.gui.search.question import Filter, Question
from archiveviewer.gui.search.ways import Misspelt, Ways, ways_out
from archiveviewer.records import SearchRequest
from gui.fakes import FakeArchive, door

KHMER = Filter("lang", "km", "Khmer")


def ways(question: Question) -> Ways:
    return ways_out(door(FakeArchive()), question, lambda: False)


def test_a_misspelt_word_is_named_with_words_like_it() -> None:
    found = ways(Question("stockpile destrution"))
    assert found.misspelt == (Misspelt("destrution", (("destruction", 1),)),)
    assert found.best is not None
    assert found.best.question == Question("stockpile destruction")
    assert (found.best.documents, found.best.spelling, found.best.filters_off) == (1, True, False)


def test_a_filter_that_leaves_everything_out() -> None:
    found = ways(Question("stockpile", (KHMER,)))
    assert found.without_filters is not None
    assert found.without_filters.documents == 1
    assert found.best == found.without_filters


def test_both_at_once() -> None:
    found = ways(Question("stockpile destrution", (KHMER,)))
    assert found.best is not None
    assert (found.best.question, found.best.filters_off) == (Question("stockpile destruction"), True)


def test_the_rarest_word_is_left_out() -> None:
    found = ways(Question("deadline Cartagena stockpile"))
    assert found.rarest == "stockpile"
    assert found.without_rarest is not None
    assert (found.without_rarest.question.text, found.without_rarest.documents) == ("deadline Cartagena", 2)
    assert found.best == found.without_rarest


def test_a_word_that_nothing_looks_like_is_left_out() -> None:
    found = ways(Question("xqzw destrution"))
    assert found.best is not None
    assert (found.best.question.text, found.best.spelling) == ("destruction", True)
    found = ways(Question("xqzw stockpile"))
    assert found.best is not None
    assert (found.best.question.text, found.best.spelling) == ("stockpile", False)


def test_nothing_leads_anywhere() -> None:
    assert not ways(Question("xqzw")).found


def test_it_stops_when_told() -> None:
    archive = FakeArchive()
    ways_out(door(archive), Question("stockpile destrution"), lambda: True)
    assert archive.requests == []
    assert SearchRequest("x").limit == 20
