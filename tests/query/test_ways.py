"""A question that finds nothing leads somewhere: by another spelling, without a word, without a filter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archiveviewer.index.reader import Reader
from archiveviewer.query.search import search
from archiveviewer.query.ways import ways_out
from archiveviewer.records import Kind, SearchRequest, Way, WaysOut
from libraries import document, library

ARCHIVE = {
    "destruction": document("Destruction of the stockpile by Cartagena.", country="KHM", date="2009", kind=Kind.DECISION),
    "report": document("The stockpile and its destruction in 203671 steps.", country="KHM", date="2019"),
    "french": document("Le déminage humanitaire et le stockpile.", language="fr", date="2010"),
    "russian": document("Разминирование идёт.", language="ru"),
    "arabic": document("إزالة الألغام في كمبوديا", language="ar"),
    "other": document("Nothing of the kind, destroyed.", country="LAO"),
    "mines": document("Anti-personnel mines in the garden."),
    "things": document("The personal belongings, and another personal matter."),
    "more": document("A personal remark."),
}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with Reader(library(tmp_path_factory.mktemp("library"), ARCHIVE)) as opened:
        yield opened


def told(way: Way | None) -> tuple[str, int] | None:
    return (way.text, way.documents) if way else None


SPELT = [
    ("destrution", [("destruction", 2)]),
    ("stokpile", [("stockpile", 3)]),
    ("Cartagenna", [("Cartagena", 1)]),
    ("cartagenna", [("cartagena", 1)]),
    ("deminagge", [("déminage", 1)]),
    ("xartagena", [("cartagena", 1)]),
    ("разменирование", [("разминирование", 1)]),
    ("الالغامم", [("الألغام", 1)]),
    ("stockpile-destrution", [("stockpile-destruction", 2)]),
    ("Kartagena-stockpile", [("Cartagena-stockpile", 1)]),
    ("anti-personel", [("anti-personnel", 1)]),
    ("destruction", []),
    ("203672", []),
    ("qqqqqqq", []),
    ("of", []),
    ('"destrution"', []),
    ("destrut*", []),
]


@pytest.mark.parametrize(("text", "words"), SPELT)
def test_words_are_spelt_as_the_library_spells_them(reader: Reader, text: str, words: list[tuple[str, int]]) -> None:
    assert [(one.word, one.documents) for one in ways_out(reader, text).suggestions] == words


def test_a_suggestion_is_the_whole_question(reader: Reader) -> None:
    (one,) = ways_out(reader, "(stockpile destrution) -laos year:2019").suggestions
    assert (one.instead_of, one.word) == ("destrution", "destruction")
    assert told(one.way) == ("(stockpile destruction) -laos year:2019", 1)


BEST = [
    ("stockpile destrution lang:fr", ("stockpile destruction", 2)),
    ("stockpile destrution year:2019", ("stockpile destruction year:2019", 1)),
    ("stockpile qqqqqqq", ("stockpile", 3)),
    ("stockpile humanitarian kind:decision", ("stockpile kind:decision", 1)),
    ("cartagena country:LAO", ("cartagena", 1)),
    ("qqqqqqq", None),
    ("", None),
    ("kind:decision year:2019", ("year:2019", 1)),
    ("destroyed kind:decision year:2009 country:KHM", ("destroyed", 1)),
]


@pytest.mark.parametrize(("text", "best"), BEST)
def test_the_best_way_out_comes_first(reader: Reader, text: str, best: tuple[str, int] | None) -> None:
    found = ways_out(reader, text)
    assert told(found.best) == best
    if best:
        assert search(reader, SearchRequest(best[0])).documents == best[1]


def test_each_part_left_out_is_counted(reader: Reader) -> None:
    found = ways_out(reader, "cartagena humanitaire stockpile country:KHM lang:fr")
    assert found.unknown == ()
    assert list(map(told, found.without_word)) == [("humanitaire stockpile", 1), ("cartagena stockpile", 1)]
    assert [tuple(part.text for part in way.left_out) for way in found.without_word] == [
        ("cartagena", "country:KHM", "lang:fr"),
        ("humanitaire", "country:KHM", "lang:fr"),
    ]
    assert found.without_filter == ()
    assert found.without_filters is None
    both = ways_out(reader, "stockpile country:LAO -kind:decision")
    assert list(map(told, both.without_filter)) == [("stockpile -kind:decision", 2)]
    assert told(both.without_filters) == ("stockpile", 3)


def test_phrases_are_counted_by_their_pages(reader: Reader) -> None:
    found = ways_out(reader, '"of the stockpile" "its destruction"')
    assert [told(way) for way in found.without_word] == [('"its destruction"', 1), ('"of the stockpile"', 1)]


def test_unknown_words_are_named(reader: Reader) -> None:
    assert ways_out(reader, "qqqqqqq stockpile zzzz OR wwww").unknown == ("qqqqqqq", "zzzz", "wwww")


def test_without_time_nothing_is_told(reader: Reader) -> None:
    for found in (ways_out(reader, "stockpile destrution", seconds=0.0), ways_out(reader, "stockpile destrution", stop=lambda: True)):
        assert (found.best, found.suggestions, found.without_word) == (None, (), ())


def test_an_empty_library_has_no_ways(tmp_path: Path) -> None:
    with Reader(library(tmp_path, {})) as empty:
        assert ways_out(empty, "mines clearance country:KHM") == WaysOut(unknown=("mines", "clearance"))
