"""What patterns cannot match without."""

from __future__ import annotations

import pytest

from archiveviewer.facts.wording.literals import Clause, best, in_order, required

KNOWN: dict[str, tuple[Clause, ...]] = {"day": (("#",),), "mines": (("mine",),)}


@pytest.mark.parametrize(
    ("pattern", "clauses"),
    [
        ("signed on {day:value}", [("signed on ",), ("#",)]),
        (r"\bset for(?: the)? {day}", [("set for",), ("#",)]),
        ("(?:new|revised) {mines}", [("new", "revised"), ("mine",)]),
        ("minefields? of", [("minefield",)]),
        ("anti-? ?person{1,2}[ae]l", [("anti",), ("person",)]),
        ("(?:declared |)retained", [("retained",)]),
        ("(?:a stockpile|stock)s", [("stock",)]),
        ("(?:non-signatory|not a party)", [("non-signatory", "not a party")]),
        ("(?:total|nearly (?:all|half)) kept", [("total", "nearly "), ("total", "all", "half"), (" kept",)]),
        (r"(?<!not )(?<!yet )ratified(?= it)", [("ratified",)]),
        ("[a-z]+ report", [(" report",)]),
        ("of the {who}", []),
        ("never{0,4}", [("neve",)]),
        ("(?:land)+mines", [("land",), ("mines",)]),
    ],
)
def test_clauses_of_a_pattern(pattern: str, clauses: list[Clause]) -> None:
    assert sorted(required(pattern, lambda name: KNOWN.get(name, ()))) == sorted(clauses)


@pytest.mark.parametrize(
    ("pattern", "clauses"),
    [
        ("^on {day:value}, it(?: had)? signed", [("on ",), ("#",), (", it",), (" signed",)]),
        ("(?:new|last known) (?:in|by) {day}", [("new", "last known"), (" ",), ("in", "by"), (" ",), ("#",)]),
        ("(?:the {mines}|of) it", [("the ", "of"), (" it",)]),
        ("(?:the |)mines?(?! kept)", [("mine",)]),
    ],
)
def test_clauses_of_a_pattern_in_their_order(pattern: str, clauses: list[Clause]) -> None:
    assert [*in_order(pattern, lambda name: KNOWN.get(name, ()))] == clauses


def test_the_best_clause_has_long_words_and_few() -> None:
    assert best([("set",), ("deadline", "date"), ("extended", "prolonged")]) == ("extended", "prolonged")
    assert best([]) == ()
