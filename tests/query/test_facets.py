"""Counts by field: all documents that answer, each count what the filter would leave."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archiveviewer.index.reader import Reader
from archiveviewer.index.writer import Writer
from archiveviewer.query.facets import _Counts, facets
from archiveviewer.query.nodes import Field
from archiveviewer.query.printer import printed
from archiveviewer.query.search import search
from archiveviewer.records import Facet, Kind, ReadDocument, SearchRequest
from libraries import document, found

ARCHIVE: dict[str, ReadDocument] = {
    "Cambodia/page": document("Mines remain.", title="Cambodia", kind=Kind.COUNTRY_PAGE, country="KHM", date="2019-03"),
    "Cambodia/request": document("Clearing of mines.", kind=Kind.REQUEST, country="KHM", date="2019-03-27"),
    "Cambodia 2/old": document("Mines and clearing.", kind=Kind.REQUEST, country="KHM", date="2009"),
    "Élan/note": document("Les mines.", language="fr"),
    "top": document("No more of it.", country="AGO", date="2008"),
    'of "quotes"/odd': document("Mines again."),
}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("library")
    with Writer(folder) as writer:
        for name, read in ARCHIVE.items():
            writer.store(found(name), sha256=name, folder="/archive", document=read, problems=())
    with Reader(folder) as opened:
        yield opened


def counts(reader: Reader, text: str) -> dict[str, dict[str, int]]:
    made: dict[str, dict[str, int]] = {}
    for facet in facets(reader, SearchRequest(text)):
        made.setdefault(facet.field, {})[facet.name] = facet.documents
    return made


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("mines", "country", {"Cambodia": 3}),
        ("mines", "kind", {"other": 2, "request": 2, "country page": 1}),
        ("mines", "lang", {"English": 4, "French": 1}),
        ("mines", "year", {"2019": 2, "2009": 1}),
        ("mines", "folder", {"Cambodia": 2, "Cambodia 2": 1, "Élan": 1}),
        ("mines country:KHM -kind:request", "year", {"2019": 1}),
        ('"clearing of mines"', "year", {"2019": 1}),
        ('mines -"clearing of mines"', "country", {"Cambodia": 2}),
        ("", "country", {"Cambodia": 3, "Angola": 1}),
        ("mines xylophone", "country", None),
        ("?!", "country", None),
    ],
)
def test_documents_are_counted(reader: Reader, text: str, field: str, expected: dict[str, int] | None) -> None:
    assert counts(reader, text).get(field) == expected


def test_years_are_newest_first_and_others_commonest_first(reader: Reader) -> None:
    found = facets(reader, SearchRequest(""))
    assert [facet.value for facet in found if facet.field == "year"] == ["2019", "2009", "2008"]
    assert [facet.value for facet in found if facet.field == "country"] == ["KHM", "AGO"]


def written(facet: Facet) -> str:
    return printed(Field(facet.field, facet.value, quoted=True))


@pytest.mark.parametrize("text", ["mines", "clearing OR more", '"clearing of mines" OR les', "title:cambodia OR mines"])
def test_a_filter_leaves_what_it_counts(reader: Reader, text: str) -> None:
    request = SearchRequest(text, limit=100)
    everything = search(reader, request).documents
    for facet in facets(reader, request):
        assert search(reader, SearchRequest(f"{written(facet)} {text}")).documents == facet.documents
        assert search(reader, SearchRequest(f"-{written(facet)} {text}")).documents == everything - facet.documents


def test_several_library_folders_are_told_apart(tmp_path: Path) -> None:
    with Writer(tmp_path) as writer:
        for folder, name in (("/archive/a", "a/Reports/x"), ("/archive/b", "b/Reports/x"), ("/archive/b", "b/y")):
            writer.store(found(name), sha256=name, folder=folder, document=document("mines"), problems=())
    with Reader(tmp_path) as reader:
        assert counts(reader, "mines")["folder"] == {"a": 1, "b": 2, "a/Reports": 1, "b/Reports": 1}


def test_names_that_are_not_text_are_counted_too(tmp_path: Path) -> None:
    names = ("sub/a.txt", "sub/\udcff.txt", "sub/deep/c.txt", "other\\d.txt", "\u00c9t\u00e9/e.txt")
    with Writer(tmp_path) as writer:
        for name in names:
            writer.store(found(name), sha256=name, folder="/archive", document=document("mines"), problems=())
    with Reader(tmp_path) as reader:
        assert counts(reader, "mines")["folder"] == {"sub": 3, "\u00c9t\u00e9": 1}


def test_counts_that_are_cut_short_say_so(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archiveviewer.query.facets._CHUNK", 1)
    asked = SearchRequest('"clearing of mines" OR "mines remain"')
    countries = {facet.value: facet for facet in facets(reader, asked) if facet.field == "country"}
    assert (countries["KHM"].documents, countries["KHM"].at_least) == (2, False)
    counted: list[None] = []
    add = _Counts.add
    monkeypatch.setattr(_Counts, "add", lambda self, rows: counted.append(add(self, rows)))
    cut = {facet.value: facet for facet in facets(reader, asked, stop=lambda: bool(counted)) if facet.field == "country"}
    assert (cut["KHM"].documents, cut["KHM"].at_least) == (1, True)
