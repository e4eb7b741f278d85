"""What an answer is shown as: documents, pages in their order, notes on missing words, and an honest end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archiveviewer.gui.chain.words import NBSP
from archiveviewer.gui.search.question import Order, Question, Words
from archiveviewer.gui.search.rows import (
    DocumentRow,
    EndRow,
    MoreRow,
    NoteRow,
    count_line,
    end_row,
    lacking_words,
    rows,
    second_line,
    sentence,
)
from archiveviewer.records import SearchAnswer, SearchRequest
from gui.fakes import FakeArchive

ARCHIVE = FakeArchive()
COVERAGE = ARCHIVE.coverage()


def answer(text: str) -> SearchAnswer:
    return ARCHIVE.search(SearchRequest(text))


def test_documents_and_the_end() -> None:
    found = answer('deadline "1 January 2020"')
    made = rows(found, Question('deadline "1 January 2020"'), COVERAGE)
    assert [type(row) for row in made] == [DocumentRow] * 6 + [EndRow]
    assert count_line(found, Question("x")) == f"6{NBSP}documents · 9{NBSP}pages"


def test_pages_stand_in_their_order() -> None:
    found = answer("deadline")
    shuffled = replace(found, hits=tuple(replace(hit, pages=hit.pages[::-1]) for hit in found.hits))
    first = rows(shuffled, Question("deadline"), COVERAGE)[0]
    assert isinstance(first, DocumentRow)
    assert [page.page for page in first.hit.pages] == [12, 13, 31]


def test_missing_words_are_said_plainly() -> None:
    made = rows(answer("stockpile destrution Cartagena"), Question("stockpile destrution Cartagena"), COVERAGE)
    notes = [row.text for row in made if isinstance(row, NoteRow)]
    assert notes[0] == "No document has all three words. These lack “stockpile”, “destrution”."
    assert notes[1] == "No document has all three words. These lack “destrution”, “Cartagena”."
    only = rows(answer("stockpile destrution"), Question("stockpile destrution", words=Words.ALL), COVERAGE)
    assert only == ()


@pytest.mark.parametrize(
    ("words", "some", "said"),
    [
        (["a", "b"], False, "No document has both words. These lack “b”."),
        (["a", "b", "c", "d"], False, "No document has all four words. These lack “b”."),
        (["a", "b"], True, "These lack “b”."),
    ],
)
def test_lacking(words: list[str], some: bool, said: str) -> None:
    assert lacking_words(words, ["b"], some_have_all=some) == said


def test_end_tells_what_was_not_searched() -> None:
    assert end_row(COVERAGE) == EndRow(f"End of results. 8 of 420{NBSP}files could not be searched.", "Show them")
    whole = replace(COVERAGE, searched=420, scans=0, unreadable=0, unsupported=0)
    assert end_row(whole) == EndRow(f"End of results. All 420{NBSP}files were searched.", "")


def test_more_than_are_listed() -> None:
    found = ARCHIVE.search(SearchRequest("deadline", limit=2))
    made = rows(found, Question("deadline"), COVERAGE)
    assert isinstance(made[-1], MoreRow)
    assert made[-1].text == f"Show more: 4{NBSP}documents not listed yet"
    assert count_line(found, Question("deadline")) == f"6{NBSP}documents · the first 2 listed"


def test_other_orders() -> None:
    by_title = rows(answer("deadline"), Question("deadline", order=Order.TITLE), COVERAGE)
    titles = [row.hit.title for row in by_title if isinstance(row, DocumentRow)]
    assert titles == sorted(titles, key=str.casefold)
    newest = rows(answer("deadline"), Question("deadline", order=Order.NEWEST), COVERAGE)
    dates = [row.hit.date or "" for row in newest if isinstance(row, DocumentRow)]
    assert dates == sorted(dates, reverse=True)


def test_a_row_is_a_sentence() -> None:
    first = rows(answer("deadline"), Question("deadline"), COVERAGE)[0]
    assert isinstance(first, DocumentRow)
    assert second_line(first.hit) == ("extension request", f"27{NBSP}March{NBSP}2019")
    assert sentence(first, "Cambodia") == (
        f"Second extension request, Cambodia, extension request, 27{NBSP}March{NBSP}2019, English, 3{NBSP}pages"
    )
