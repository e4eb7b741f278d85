"""Documents are found by what they are called."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from archiveviewer.index.reader import Reader
from archiveviewer.query.naming import documents_named
from libraries import document, library

ARCHIVE = {
    "2019/Request received 27 March 2019.pdf": document("Mines.", title="Second extension request"),
    "2009/Analysis (English).pdf": document("Mines and requests.", title="Analysis of the first extension request"),
    "2009/تحليل.pdf": document("ألغام", title="تحليل طلب التمديد", language="ar"),
    "Ünlü.pdf": document("Mines.", title="ស្នើសុំ", language="km"),
    "annex 20.pdf": document("Second request.", title="Untitled"),
}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with Reader(library(tmp_path_factory.mktemp("library"), ARCHIVE)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("second req", ["Second extension request"]),
        ("exten", ["Analysis of the first extension request", "Second extension request"]),
        ("request", ["Analysis of the first extension request", "Second extension request"]),
        ("ANNEX 2", ["Untitled"]),
        ("received", ["Second extension request"]),
        ("2019", ["Second extension request"]),
        ("طلب", ["تحليل طلب التمديد"]),
        ("ស្នើ", ["ស្នើសុំ"]),
        ("Ünl", ["ស្នើសុំ"]),
        ('"(analysis*', ["Analysis of the first extension request"]),
        ("mines", []),
        ('"*', []),
        ("", []),
    ],
)
def test_documents_are_found_by_title_and_file_name(reader: Reader, typed: str, found: list[str]) -> None:
    assert sorted(known.title for known in documents_named(reader, typed)) == found


def test_no_more_than_asked_for_and_titles_first(reader: Reader) -> None:
    assert [known.title for known in documents_named(reader, "analysis", limit=1)] == ["Analysis of the first extension request"]
    assert len(documents_named(reader, "pdf", limit=3)) == 3
