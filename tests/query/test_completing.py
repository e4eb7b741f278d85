"""What the box offers while a question is typed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archiveviewer.index.reader import Reader
from archiveviewer.index.writer import Writer
from archiveviewer.query.completing import HELP, completions
from archiveviewer.query.search import search
from archiveviewer.query.tokens import FIELDS
from archiveviewer.records import REASONS, Health, Kind, Problem, ProblemCode, SearchRequest
from libraries import document, page, put

ARCHIVE = {
    "2009 requests/a": document("One.", country="KHM", date="2009-05-11", kind=Kind.REQUEST),
    "2009 requests/b": document("Two.", country="KHM", date="2009", kind=Kind.DECISION, language="fr"),
    "annexes/c": document("Three.", country="LAO", date="2019-03", kind=Kind.ARTICLE_7_REPORT),
    os.fsdecode(b"annexes/\xff\xfe/e"): document("Five.", language=None),
    "d": document("Four.", country="CIV"),
}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("library")
    scanned = replace(document("x"), pages=(replace(page(1, "seen"), health=Health.RECOGNISED),))
    with Writer(folder) as writer:
        for name, read in ARCHIVE.items():
            put(writer, name, read)
        put(writer, "scan", scanned, problems=[Problem("/archive/scan", 1, ProblemCode.NO_TEXT, *REASONS[ProblemCode.NO_TEXT])])
    with Reader(folder) as opened:
        yield opened


def offered(reader: Reader, text: str) -> list[str]:
    return [one.shown for one in completions(reader, text, len(text))]


def test_an_offer_tells_what_it_stands_for(reader: Reader) -> None:
    (country, *_), (kind, *_) = (completions(reader, text, len(text)) for text in ("country:KH", "kind:re"))
    assert (country.field, country.value, country.words) == ("country", "KHM", "Cambodia")
    assert (kind.field, kind.value, kind.words) == ("kind", "article_7_report", "article 7 report")
    (field,) = completions(reader, "countr", 6)
    assert (field.field, field.value) == ("country", "")


ALL = [f"{name}:" for name in HELP]
OFFERED = [
    ("", ALL),
    ("mines ", ALL),
    ("mines -", ALL),
    ("(", ALL),
    ("mines", []),
    ("k", ["kind:"]),
    ("La", ["lang:"]),
    ("-co", ["country:"]),
    ('"mines"', []),
    ('"mi', []),
    ("country:", ["country:KHM", "country:CIV", "country:LAO"]),
    ("mines -country:c", ["country:KHM", "country:CIV"]),
    ("country:kh", ["country:KHM"]),
    ("country:Лаос", ["country:LAO"]),
    ('country:"Côte d', ["country:CIV"]),
    ("country:cote", ["country:CIV"]),
    ("country:xyz", []),
    ("language:", ["lang:en", "lang:fr"]),
    ("lang:Fr", ["lang:fr"]),
    ("kind:re", ['kind:"article 7 report"', "kind:request"]),
    ("kind:report", ['kind:"article 7 report"']),
    ("year:", ["year:2019", "year:2009"]),
    ("year:200", ["year:2009"]),
    ("folder:", ["folder:archive", 'folder:"2009 requests"', "folder:annexes"]),
    ("folder:req", ['folder:"2009 requests"']),
    ("has:", ["has:scan", "has:problem", "has:ocr"]),
    ("has:s", ["has:scan"]),
    ("title:", []),
]


@pytest.mark.parametrize(("text", "shown"), OFFERED)
def test_fields_and_their_values_are_offered(reader: Reader, text: str, shown: list[str]) -> None:
    assert offered(reader, text) == shown


def test_every_field_is_explained() -> None:
    assert set(HELP) == set(FIELDS.values())


def test_what_is_taken_is_the_question_to_type_on(reader: Reader) -> None:
    (one,) = completions(reader, "mines country:kh deadline", len("mines country:kh"))
    assert (one.text, one.caret, one.words, one.documents) == ("mines country:KHM deadline", len("mines country:KHM"), "Cambodia", 2)
    (other,) = completions(reader, "-ki", 3)
    assert (other.text, other.caret, other.documents) == ("-kind:", 6, None)


@pytest.mark.parametrize("field", [name for name in HELP if name != "title"])
def test_each_value_finds_as_many_as_it_says(reader: Reader, field: str) -> None:
    found = completions(reader, f"{field}:", len(field) + 1)
    assert found
    for one in found:
        assert search(reader, SearchRequest(one.text)).documents == one.documents


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.text(max_size=40), st.integers(-5, 50))
def test_nothing_typed_fails(reader: Reader, text: str, caret: int) -> None:
    for one in completions(reader, text, caret):
        assert 0 <= one.caret <= len(one.text)


def test_an_empty_library_offers_fields(tmp_path: Path) -> None:
    with Writer(tmp_path):
        pass
    with Reader(tmp_path) as empty:
        assert offered(empty, "") == ALL
        assert offered(empty, "country:") == []
