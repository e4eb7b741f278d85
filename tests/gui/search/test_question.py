"""A question as the window holds it, and what it is in the language of the search."""

from __future__ import annotations

import pytest

from archiveviewer.gui.search.question import Filter, Match, Question, single_words

CAMBODIA = Filter("country", "KHM", "Cambodia")


@pytest.mark.parametrize(
    ("question", "query"),
    [
        (Question("deadline "), "deadline"),
        (Question('deadline "1 January 2020"', (CAMBODIA,)), 'country:KHM deadline "1 January 2020"'),
        (Question("", (CAMBODIA, Filter("lang", "fr", "French", out=True))), "country:KHM -lang:fr"),
        (Question("mined areas", match=Match.PHRASE), '"mined areas"'),
        (Question('"mined areas"', match=Match.PHRASE), '"mined areas"'),
        (Question("", (Filter("folder", "/media/Stick (E)/x", "x"),)), 'folder:"/media/Stick (E)/x"'),
    ],
)
def test_query(question: Question, query: str) -> None:
    assert question.query == query


@pytest.mark.parametrize(("text", "worth"), [("", False), ("d", False), ("de", True), ("ដ", True), ("雷", True), (" e ", False)])
def test_two_letters_are_worth_asking_and_one_where_it_can_be_a_word(text: str, worth: bool) -> None:
    assert Question(text).worth_asking is worth
    assert Question(text, (CAMBODIA,)).worth_asking


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("deadl", True),
        ("deadline ", False),
        ('"1 January', True),
        ('"1 January"', False),
        ("", False),
        ("kind:", True),
        ("រដ្ឋា", True),
        ("mine*", False),
    ],
)
def test_last_word_may_go_on(text: str, typed: bool) -> None:
    assert Question(text).being_typed is typed


@pytest.mark.parametrize(
    ("text", "query"), [("deadl", "deadl*"), ("រដ្ឋា", "រដ្ឋា*"), ("2019", "2019"), ("kind:", "kind:"), ("deadline ", "deadline"), ("", "")]
)
def test_a_word_that_may_go_on_is_named_as_a_prefix(text: str, query: str) -> None:
    assert Question(text).as_prefix.query == query


def test_one_value_to_keep_to_and_several_to_leave_out() -> None:
    annex, law = (Filter("kind", kind, kind, out=True) for kind in ("annex", "law"))
    question = Question("mines").with_filter(annex).with_filter(law).with_filter(annex)
    assert question.query == "-kind:law -kind:annex mines"
    assert question.filters_of("kind") == (law, annex)
    kept = Filter("kind", "decision", "decision")
    assert question.with_filter(kept).filters == (kept,)
    assert question.with_filter(kept).with_filter(law).filters == (law,)


@pytest.mark.parametrize(
    ("query", "text", "kept"),
    [
        ("country:KHM -lang:fr mines", "mines", 2),
        ("country:KHM mines", "mines", 1),
        ("-lang:fr mines", "mines", 1),
        ("mines", "mines", 0),
        ("-lang:fr", "", 1),
        ("", "", 0),
        ("country:KHM -lang:fr title:mines", "title:mines", 2),
        ("country:KHMx", "country:KHMx", 0),
    ],
)
def test_filters_are_known_again_in_what_is_left_of_a_question(query: str, text: str, kept: int) -> None:
    question = Question("mines areas", (CAMBODIA, Filter("lang", "fr", "French", out=True)), Match.ALL)
    back = question.read_back(query)
    assert (back.text, len(back.filters), back.match) == (text, kept, Match.ALL)


def test_one_filter_a_field() -> None:
    question = Question("mines", (CAMBODIA,)).with_filter(Filter("lang", "en", "English")).with_filter(Filter("country", "THA", "Thailand"))
    assert [str(chosen) for chosen in question.filters] == ["lang:en", "country:THA"]
    assert question.filters_of("lang") == (Filter("lang", "en", "English"),)
    assert question.without("lang").filters == (Filter("country", "THA", "Thailand"),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("stockpile destrution Cartagena", ("stockpile", "destrution", "Cartagena")),
        ('"a b" c', ()),
        ("a -b", ()),
        ("a OR b", ()),
        ("lang:fr a", ()),
    ],
)
def test_words_that_can_be_left_out(text: str, words: tuple[str, ...]) -> None:
    assert single_words(text) == words
