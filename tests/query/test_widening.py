"""What means the same is found too, below what has the words as typed, and can be left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archiveviewer.index.reader import Reader
from archiveviewer.query.facets import facets
from archiveviewer.query.search import pages_of, search
from archiveviewer.records import DocumentHit, ReadDocument, SearchAnswer, SearchRequest
from libraries import document, library

ARCHIVE: dict[str, ReadDocument] = {
    "english": document("A long text.", "The extension request names a deadline.", title="English"),
    "again": document("Request for an extension of time, with a deadline, and much beside it that has no bearing.", title="Again"),
    "french": document("La demande de prolongation fixe un délai.", title="Français", language="fr"),
    "apart": document("La demande vient sans prolongation, et sans délai.", title="À part", language="fr"),
    "arabic": document("قدمت كمبوديا طلب التمديد وحددت الموعد النهائي.", title="طلب", language="ar"),
    "chinese": document("缔约国批准了延期请求，期限为十年。", title="延期", language="zh"),
    "khmer": document("សំណើសុំពន្យារពេល និងកាលកំណត់", title="សំណើ", language="km"),
    "half": document("Le délai est passé.", title="Délai", language="fr"),
}
ALL = ["again", "arabic", "chinese", "english", "french", "khmer"]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with Reader(library(tmp_path_factory.mktemp("library"), ARCHIVE)) as opened:
        yield opened


def ask(reader: Reader, text: str, **more: object) -> SearchAnswer:
    return search(reader, SearchRequest(text, **({"also": True} | more)))  # type: ignore[arg-type]  # tests name the fields rightly or fail


def name(hit: DocumentHit) -> str:
    return Path(hit.path).name


@pytest.mark.parametrize(
    ("text", "direct"),
    [
        ("extension request deadline", ["english", "again"]),
        ("demande de prolongation délai", ["french"]),
        ("延期请求 期限", ["chinese"]),
        ("طلب التمديد الموعد النهائي", ["arabic"]),
        ("សំណើសុំពន្យារពេល កាលកំណត់", ["khmer"]),
    ],
)
def test_one_question_finds_all_languages(reader: Reader, text: str, direct: list[str]) -> None:
    answer = ask(reader, text)
    full = [hit for hit in answer.hits if not hit.missing]
    assert [name(hit) for hit in full if not hit.also] == direct
    assert set(ALL) <= set(map(name, full))
    assert answer.documents == len(full)
    assert [hit.rank for hit in answer.hits] == list(range(1, len(answer.hits) + 1))


@pytest.mark.parametrize(
    ("text", "direct"),
    [
        ("延期请求期限", []),
        ("延期请求的期限", []),
        ("សំណើសុំពន្យារពេលនិងកាលកំណត់", ["khmer"]),
        ("កាលកំណត់សំណើសុំពន្យារពេល", []),
    ],
)
def test_a_question_without_spaces_finds_all_languages(reader: Reader, text: str, direct: list[str]) -> None:
    answer = ask(reader, text)
    full = [hit for hit in answer.hits if not hit.missing]
    assert [name(hit) for hit in full if not hit.also] == direct
    assert set(ALL) - {"again"} <= set(map(name, full))
    assert answer.documents == len(full)
    assert all(hit.page_hits for hit in full)


def test_a_document_with_some_parts_of_a_word_lacks_the_others(reader: Reader) -> None:
    answer = ask(reader, "延期请求的期限")
    (hit,) = (hit for hit in answer.hits if name(hit) == "half")
    assert (hit.missing, answer.wanted, answer.held) == (("延期请求",), 2, 2)


def test_what_is_left_of_a_word_without_spaces_must_stand_too(reader: Reader) -> None:
    answer = ask(reader, "缔约国批准期限")
    assert "chinese" in [name(hit) for hit in answer.hits if not hit.missing]
    assert [name(hit) for hit in ask(reader, "柬埔寨人的期限").hits if not hit.missing] == []


def test_what_was_added_inside_a_word_can_be_left_out(reader: Reader) -> None:
    answer = ask(reader, "延期请求的期限 2019")
    assert [one.words for one in answer.also] == ["延期请求", "期限"]
    assert [one.words for one in ask(reader, "延期请求的期限", without=("extension request",)).also] == ["期限"]
    assert ask(reader, "延期请求的期限", also=False).also == ()
    assert ask(reader, '"延期请求的期限"').also == ()


def test_what_has_the_words_as_typed_comes_first(reader: Reader) -> None:
    hits = ask(reader, "extension request deadline").hits
    assert [(name(hit), hit.also) for hit in hits[:2]] == [("english", False), ("again", False)]
    assert all(hit.also for hit in hits[2:] if not hit.missing)


def test_words_of_an_expression_that_stand_apart_are_not_it(reader: Reader) -> None:
    assert "apart" not in [name(hit) for hit in ask(reader, "extension request").hits if not hit.missing]


def test_the_words_are_lit_in_each_language(reader: Reader) -> None:
    (hit,) = (hit for hit in ask(reader, "extension request deadline").hits if name(hit) == "french")
    page = hit.pages[0]
    assert [page.snippet[start:end] for start, end in page.marks] == ["demande de prolongation", "délai"]


def test_what_was_added_is_said_and_can_be_left_out(reader: Reader) -> None:
    answer = ask(reader, "extension request deadline")
    assert [(one.words, one.groups) for one in answer.also] == [
        ("extension request", ("extension request",)),
        ("deadline", ("deadline",)),
    ]
    assert "délai" in answer.also[1].terms
    less = ask(reader, "extension request deadline", without=("deadline",))
    assert [one.words for one in less.also] == ["extension request"]
    assert "french" not in [name(hit) for hit in less.hits if not hit.missing]


@pytest.mark.parametrize("text", ['"extension request"', "xylophone", "country:KHM", ""])
def test_nothing_is_added_where_nothing_means_the_same(reader: Reader, text: str) -> None:
    assert ask(reader, text).also == ()


def test_nothing_is_added_unasked(reader: Reader) -> None:
    answer = ask(reader, "extension request deadline", also=False)
    assert answer.also == ()
    assert {name(hit) for hit in answer.hits if not hit.missing} == {"english", "again"}


def test_a_document_that_lacks_a_part_names_it_as_typed(reader: Reader) -> None:
    (hit,) = (hit for hit in ask(reader, "extension request deadline").hits if name(hit) == "half")
    assert hit.missing == ("extension request",)


def test_fields_and_limits_hold_for_what_is_added(reader: Reader) -> None:
    assert {name(hit) for hit in ask(reader, "lang:fr extension request").hits if not hit.missing} == {"french"}
    answer = ask(reader, "extension request deadline", limit=3)
    assert ([name(hit) for hit in answer.hits[:2]], len(answer.hits), answer.documents) == (["english", "again"], 3, len(ALL))


def test_typing_means_the_word_once_it_is_whole(reader: Reader) -> None:
    assert "french" in [name(hit) for hit in ask(reader, "deadline", typing=True).hits]
    assert ask(reader, "deadli", typing=True).also == ()


def test_pages_and_counts_follow(reader: Reader) -> None:
    numbers = {name(hit): hit.document for hit in ask(reader, "extension request").hits}
    assert pages_of(reader, numbers["english"], "extension request", also=True) == (2,)
    assert pages_of(reader, numbers["french"], "extension request", also=True) == (1,)
    assert pages_of(reader, numbers["french"], "extension request") == ()
    counted = facets(reader, SearchRequest("extension request", also=True), stop=lambda: False)
    assert {facet.value: facet.documents for facet in counted if facet.field == "lang"} == {"en": 2, "fr": 1, "ar": 1, "zh": 1, "km": 1}
