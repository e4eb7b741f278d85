"""One text has one row, in the language that is read first, and the others stay within reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from archiveviewer.index.reader import Reader
from archiveviewer.index.writer import Writer
from archiveviewer.query.search import search
from archiveviewer.records import DocumentHit, SearchAnswer, SearchRequest
from libraries import document, put

WORDS = {
    "en": "mine clearance in Oslo",
    "fr": "d\u00e9minage \u00e0 Oslo",
    "es": "desminado en Oslo",
    "ru": "\u0440\u0430\u0437\u043c\u0438\u043d\u0438\u0440\u043e\u0432\u0430\u043d\u0438\u0435 Oslo",
}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("library")
    with Writer(folder) as writer:
        for language, words in WORDS.items():
            put(writer, f"decision-{language}", document(words, title=f"Decision {language}", language=language))
        put(writer, "copy of decision-fr", document(WORDS["fr"], title="Decision fr", language="fr"), sha256="decision-fr")
        put(writer, "other", document("Oslo and much more of it", title="Another paper"))
        put(writer, "twin one", document("A twin", title="A twin"), sha256="twin")
        put(writer, "twin two", document("A twin", title="A twin"), sha256="twin")
        numbers = {Path(one.path).name: one.id for one in writer.identities()}
        family = {id: 1 if "decision" in name else id for name, id in numbers.items()}
        writer.relate(family | {numbers["twin two"]: numbers["twin one"]})
    with Reader(folder) as opened:
        yield opened


def ask(reader: Reader, text: str, *languages: str, limit: int = 20, collapse: bool = True) -> SearchAnswer:
    return search(reader, SearchRequest(text, limit=limit, collapse=collapse, languages=languages))


def names(hits: Sequence[DocumentHit]) -> list[str]:
    return [Path(hit.path).name for hit in hits]


@pytest.mark.parametrize(
    ("text", "languages", "shown"),
    [
        ("oslo", ("fr",), "decision-fr"),
        ("oslo", ("km", "ru", "en"), "decision-ru"),
        ("clearance", ("fr", "ru"), "decision-en"),
        ("decision", ("es",), "decision-es"),
        ('"oslo"', ("ru",), "decision-ru"),
        ("oslo -country:KHM", ("es",), "decision-es"),
        ("oslo lang:fr", ("en",), "decision-fr"),
    ],
)
def test_the_version_read_first_is_shown_if_it_answers(reader: Reader, text: str, languages: tuple[str, ...], shown: str) -> None:
    rows = [name for name in names(ask(reader, text, *languages).hits) if "decision" in name]
    assert rows == [shown]


def test_nothing_is_hidden(reader: Reader) -> None:
    answer = ask(reader, "oslo", "es", "ru")
    hit = next(hit for hit in answer.hits if "decision" in hit.path)
    assert answer.documents == 6
    assert [(one.language, Path(one.path).name) for one in hit.siblings] == [
        ("ru", "decision-ru"),
        ("en", "decision-en"),
        ("fr", "decision-fr"),
    ]
    assert hit.copies == ()
    (french,) = (hit for hit in ask(reader, "oslo", "fr").hits if "decision" in hit.path)
    assert [Path(one.path).name for one in french.copies] == ["copy of decision-fr"]
    assert {one.language for one in french.siblings} == {"en", "es", "ru"}


def test_without_folding_each_row_still_knows_its_versions(reader: Reader) -> None:
    hits = ask(reader, "oslo", collapse=False).hits
    assert len(hits) == 6
    assert {len(hit.siblings) for hit in hits if "decision" in hit.path} == {3}


def test_copies_have_one_row(reader: Reader) -> None:
    (hit,) = ask(reader, "twin").hits
    assert names([hit]) == ["twin one"]
    assert [Path(one.path).name for one in hit.copies] == ["twin two"]


def test_rows_that_fold_leave_room_for_others(reader: Reader) -> None:
    hits = ask(reader, "oslo", "en", limit=2).hits
    assert sorted(names(hits)) == ["decision-en", "other"]
    assert [hit.rank for hit in hits] == [1, 2]


def test_documents_that_lack_a_word_fold_too(reader: Reader) -> None:
    rows = names(ask(reader, "oslo xylophone", "fr").hits)
    assert len([name for name in rows if "decision" in name]) == 1
