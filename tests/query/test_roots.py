"""A plain search for phrases agrees with the analyser, and leaves to it what it cannot tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiveviewer.query.excerpts import Excerpts
from archiveviewer.query.roots import loosely, row_of
from archiveviewer.query.texts import Page
from archiveviewer.records import Light
from archiveviewer.text.terms import index_terms, query_terms

WORDS = st.sampled_from(
    ["on", "page", "pages", "Déminage", "2007", "203,671", "203 671", "l'eau", "co-", "œuvre", "ﬁne", "km²", "mines", "U.S.", "мины", "ñu"]
)
GAPS = st.sampled_from([" ", "\n", "-\n", ", ", "/", "\u00a0", "\u00ad", "\u0301", "_", " - ", "", "\n\n"])


@pytest.mark.parametrize(
    ("text", "phrase", "spans"),
    [
        ("As noted on page 4, and on\npage 5.", "on page", [(9, 16), (24, 31)]),
        ("As noted on pages 4.", "on page", []),
        ("Le Déminage humanitaire", "deminage humanitaire", [(3, 23)]),
        ("semi-\non page", "on page", []),
        ("on page-\nwide", "on page", []),
        ("on, page", "on page", []),
        ("the deadline of 1 March", "of 1 March", [(13, 23)]),
        ("on 31 March", "1 March", []),
    ],
)
def test_a_row_of_plain_words_stands_where_only_spaces_part_them(text: str, phrase: str, spans: list[tuple[int, int]]) -> None:
    row = row_of(Light(phrase, exact=True), query_terms(phrase, ()))
    assert row is not None
    assert row.places(Page(text, language="en")) == spans


@pytest.mark.parametrize("phrase", ["l'eau", "S/2025/194", "page 4", "671 mines", "of 1 000 mines", "ខ្មែរ មីន", "one"])
def test_what_is_no_row_of_plain_words_is_left_to_the_analyser(phrase: str) -> None:
    assert row_of(Light(phrase, exact=True), query_terms(phrase, ())) is None


def test_a_number_is_found_however_it_is_parted() -> None:
    pattern = loosely(query_terms("reported 203,671 mines", ()))
    assert pattern is not None
    assert pattern.search("they reported 203 671 mines")
    assert not pattern.search("they reported 203 672 mines")


@given(st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=14), st.lists(WORDS, min_size=2, max_size=4), st.booleans(), st.booleans())
def test_phrases_stand_where_the_analyser_finds_them(pairs: list[tuple[str, str]], said: list[str], exact: bool, prefix: bool) -> None:
    text = "".join(word + gap for word, gap in pairs)
    light = Light(" ".join(said), exact=exact, prefix=prefix)
    terms = query_terms(light.words, ())
    row = " ".join(term.exact for term in terms)
    wanted = f" {row}" if prefix or terms[-1].prefix else f" {row} "
    stands = wanted in f" {index_terms(text, 'en').exact} "
    assert Excerpts(["en"]).holds(Page(text, language="en"), light) == stands
