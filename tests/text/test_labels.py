"""Page labels as files describe them."""

from __future__ import annotations

import pytest

from archiveviewer.text.labels import Rule, label, rules


@pytest.mark.parametrize(
    ("count", "ordered", "said"),
    [
        (3, [], ("1", "2", "3")),
        (4, [Rule(0, style="r"), Rule(2, style="D")], ("i", "ii", "1", "2")),
        (3, [Rule(0, prefix="A-", style="D", first=9)], ("A-9", "A-10", "A-11")),
        (2, [Rule(0, style="R", first=1994)], ("MCMXCIV", "MCMXCV")),
        (3, [Rule(0, style="a", first=26)], ("z", "aa", "bb")),
        (3, [Rule(1, prefix="Cover")], ("1", "Cover", "Cover")),
        (3, [Rule(0)], ("1", "2", "3")),
        (2, [Rule(5, style="r")], ("1", "2")),
        (1, [Rule(0, prefix="A\n 1")], ("A 1",)),
        (2, [Rule(0, style="r", first=0)], ("0", "i")),
        (2, [Rule(0, style="a", first=10_000_000)], ("1", "2")),
    ],
)
def test_labels(count: int, ordered: list[Rule], said: tuple[str, ...]) -> None:
    assert tuple(label(index, ordered) for index in range(count)) == said


def test_rules_are_put_in_order_and_those_before_the_first_page_left_out() -> None:
    said: list[dict[str, object]] = [
        {"startpage": 2, "style": "D"},
        {"startpage": -1},
        {"startpage": 0, "prefix": "A-", "style": "r", "firstpagenum": 3},
    ]
    assert rules(said) == (Rule(0, "A-", "r", 3), Rule(2, style="D"))
