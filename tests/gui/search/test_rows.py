"""What an answer is shown as: documents, pages in their order, notes on missing words, and an honest end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archiveviewer.gui.language import NBSP
from archiveviewer.gui.search.question import Match, Order, Question
from archiveviewer.gui.search.rows import (
    DocumentRow,
    EndRow,
    MoreRow,
    NoteRow,
    PageRow,
    count_line,
    end_row,
    lacked,
    page_text,
    reasons,
    rows,
    second_line,
    sentence,
    some_words,
)
from archiveviewer.records import Reason, SearchAnswer, SearchRequest, Sibling, Sort, Why
from gui.fakes import FakeArchive

ARCHIVE = FakeArchive()
COVERAGE = ARCHIVE.coverage()


def answer(text: str) -> SearchAnswer:
    return ARCHIVE.search(SearchRequest(text))


def test_documents_and_the_end() -> None:
    found = answer('deadline "1 January 2020"')
    made = rows(found, Question('deadline "1 January 2020"'), COVERAGE, limit=20)
    assert [type(row) for row in made] == [DocumentRow] * 6 + [EndRow]
    assert count_line(found, Question("x"), limit=20) == f"6{NBSP}documents · 9{NBSP}pages"


def test_documents_without_pages_are_counted_in_sections() -> None:
    found = answer('deadline "1 January 2020"')
    unpaged = tuple(hit for hit in found.hits if not hit.paged)
    only = replace(found, hits=unpaged, documents=len(unpaged), pages=2)
    assert count_line(only, Question("x"), limit=20) == f"{len(unpaged)}{NBSP}documents · 2{NBSP}sections"


def test_pages_stand_in_their_order() -> None:
    found = answer("deadline")
    shuffled = replace(found, hits=tuple(replace(hit, pages=hit.pages[::-1]) for hit in found.hits))
    first = rows(shuffled, Question("deadline"), COVERAGE, limit=20)[0]
    assert isinstance(first, DocumentRow)
    assert [page.page for page in first.hit.pages] == [12, 13, 31]


def test_missing_words_are_said_plainly() -> None:
    made = rows(answer("stockpile destrution Cartagena"), Question("stockpile destrution Cartagena"), COVERAGE, limit=20)
    notes = [row.text for row in made if isinstance(row, NoteRow)]
    assert notes == ["No document has all three words. These have one of them."]
    first = made[1]
    assert isinstance(first, DocumentRow)
    assert second_line(first.hit)[-1] == "without \u2068“stockpile”\u2069, \u2068“destrution”\u2069"
    only = rows(answer("stockpile destrution"), Question("stockpile destrution", match=Match.ALL), COVERAGE, limit=20)
    assert only == ()


@pytest.mark.parametrize(
    ("words", "had", "some_have_all", "said"),
    [
        (2, {1}, False, "No document has both words. These have one of them."),
        (4, {3}, False, "No document has all four words. These have three of them."),
        (3, {1, 2}, False, "No document has all three words. These have some of them."),
        (7, {1, 2}, False, "No document has all words. These have some of them."),
        (3, {2}, True, "The next lack a word."),
        (3, {1, 2}, True, "The next lack some words."),
    ],
)
def test_what_the_next_documents_have(words: int, had: set[int], some_have_all: bool, said: str) -> None:
    assert some_words(words, had, some_have_all=some_have_all) == said


def test_lacked_words_are_named_without_signs() -> None:
    hit = replace(answer("deadline").hits[0], missing=('"1 January 2020"', "Cartagena*"))
    assert lacked(hit) == "without \u2068“1 January 2020”\u2069, \u2068“Cartagena”\u2069"


def test_a_page_without_text_says_so_where_its_words_would_stand() -> None:
    hit = answer("deadline").hits[0]
    page = hit.pages[0]
    bare = replace(page, snippet="", marks=())
    assert (page_text(page), page_text(bare)) == (page.snippet, "no text on this page")
    assert sentence(PageRow(hit, bare)).endswith(": no text on this page")


def test_end_tells_what_was_not_searched() -> None:
    assert end_row(COVERAGE) == EndRow(f"End of results. Not searched: 8 of 420{NBSP}files.", "Show them")
    whole = replace(COVERAGE, searched=420, scans=0, unreadable=0, unsupported=0)
    assert end_row(whole) == EndRow(f"End of results. All 420{NBSP}files were searched.", "")


def test_a_file_that_waits_to_be_read_again_was_searched_as_it_was() -> None:
    waiting = replace(COVERAGE, waiting=7)
    assert end_row(waiting) == end_row(COVERAGE)


def test_a_file_that_was_never_read_was_not_searched() -> None:
    reading = replace(COVERAGE, files=450, waiting=30)
    assert end_row(reading) == EndRow(f"End of results. Not searched: 38 of 450{NBSP}files.", "Show them")


def test_partial_results_are_said_plainly() -> None:
    some = replace(answer("deadline"), at_least=True)
    made = rows(some, Question("deadline"), COVERAGE, limit=20)
    assert made[-2:] == (
        MoreRow("The best found in time. Look longer for more"),
        EndRow(f"Not searched: 8 of 420{NBSP}files.", "Show them"),
    )
    assert count_line(some, Question("deadline"), limit=20) == f"At least 6{NBSP}documents · 9{NBSP}pages"
    assert count_line(replace(some, pages=0), Question("deadline"), limit=20) == f"At least 6{NBSP}documents"


def test_partial_results_of_a_whole_library_do_not_say_that_all_was_looked_at() -> None:
    whole = replace(COVERAGE, searched=420, scans=0, unreadable=0, unsupported=0, waiting=0)
    assert end_row(whole, partial=True) == EndRow(f"All 420{NBSP}files can be searched.", "")


def test_why_a_document_stands_where_it_stands() -> None:
    hit = answer("deadline").hits[0]
    assert reasons(hit) == ()
    hit = replace(hit, why=(Reason(Why.WORDS, 2.314), Reason(Why.NEAR, 0.25), Reason(Why.PAGES, -0.1, ("3",))))
    said = [reason.translate({0x2068: None, 0x2069: None}) for reason in reasons(hit)]
    assert said == [
        "how often its words stand in it, for its length, and how rare they are: 2.31",
        "they are near each other on a page: +25%",
        f"3{NBSP}pages answer: -10%",
    ]


def test_more_than_are_listed() -> None:
    found = ARCHIVE.search(SearchRequest("deadline", limit=2))
    made = rows(found, Question("deadline"), COVERAGE, limit=2)
    assert made[-1] == MoreRow("Show more")
    assert count_line(found, Question("deadline"), limit=2) == f"6{NBSP}documents · the first 2 listed"


def test_other_orders() -> None:
    by_title = rows(answer("deadline"), Question("deadline", order=Order.TITLE), COVERAGE, limit=20)
    titles = [row.hit.title for row in by_title if isinstance(row, DocumentRow)]
    assert titles == sorted(titles, key=str.casefold)
    found = ARCHIVE.search(SearchRequest("deadline", sort=Sort.DATE))
    newest = rows(found, Question("deadline", order=Order.NEWEST), COVERAGE, limit=20)
    dates = [row.hit.date or "" for row in newest if isinstance(row, DocumentRow)]
    assert dates == sorted(dates, reverse=True)


def test_a_row_is_a_sentence() -> None:
    first = rows(answer("deadline"), Question("deadline"), COVERAGE, limit=20)[0]
    assert isinstance(first, DocumentRow)
    assert second_line(first.hit) == ("extension request", f"27{NBSP}March{NBSP}2019")
    assert sentence(first, "Cambodia") == (
        f"Second extension request, Cambodia, extension request, 27{NBSP}March{NBSP}2019, English, 3{NBSP}pages"
    )


def test_versions_and_copies_share_a_row_and_leave_nothing_more_to_show() -> None:
    found = ARCHIVE.search(SearchRequest("deadline", limit=2))
    french = Sibling(9, "fr", "/a/fr.pdf", "9")
    first = replace(found.hits[0], siblings=(french, replace(french, language="km")), copies=(french, french))
    shared = replace(found, hits=(first,))
    made = rows(shared, Question("deadline"), COVERAGE, limit=2)
    assert [type(row) for row in made] == [DocumentRow, EndRow]
    assert second_line(first)[-1] == f"2{NBSP}copies".replace(NBSP, " ")
    assert ", English, also in French, Khmer, " in sentence(made[0])
