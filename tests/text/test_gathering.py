"""The row of a document holds each term as often as it counts."""

from __future__ import annotations

from archiveviewer.text.gathering import Gatherer, title_terms
from archiveviewer.text.terms import index_terms


def gatherer(*pages: str, language: str | None = "en") -> Gatherer:
    made = Gatherer()
    for page in pages:
        made.page(page, language)
    return made


def test_a_page_gives_its_stems_in_order() -> None:
    text = "Cleared mines, l'eau 203,671 and S/2025/194 _ again."
    assert Gatherer().page(text, "en") == index_terms(text, "en").stems


def test_a_stem_that_is_also_written_stands_once() -> None:
    found = gatherer("mines mine", "clearing").terms()
    assert sorted(found.exact.split()) == ["clearing", "mine", "mine", "mines"]
    assert found.stems == "clear"


def test_many_mentions_count_a_little_more() -> None:
    found = gatherer("a " * 100, "b b").terms()
    assert found.exact.split().count("a") == 6
    assert found.exact.split().count("b") == 2


def test_each_page_is_stemmed_in_its_own_language() -> None:
    made = Gatherer()
    made.page("mines", "en")
    made.page("мины", "ru")
    found = made.terms()
    assert (sorted(found.exact.split()), found.stems) == (["mines", "мины"], "mine мин")


def test_beginnings_have_two_or_three_letters() -> None:
    assert sorted(gatherer("mines mi a").terms().beginnings.split()) == ["a", "mi", "min"]


def test_a_title_keeps_all_its_terms() -> None:
    found = title_terms("Mines and mines", "en")
    assert (found.exact, found.stems) == ("mines and mines", "mine and mine")
    assert sorted(found.beginnings.split()) == ["an", "and", "mi", "min"]
