"""Page labels as files describe them."""

from __future__ import annotations

import pytest

from archiveviewer.pages.labels import Rule, labels


@pytest.mark.parametrize(
    ("count", "rules", "said"),
    [
        (3, [], ("1", "2", "3")),
        (4, [Rule(0, style="r"), Rule(2, style="D")], ("i", "ii", "1", "2")),
        (3, [Rule(0, prefix="A-", style="D", first=9)], ("A-9", "A-10", "A-11")),
        (2, [Rule(0, style="R", first=1994)], ("MCMXCIV", "MCMXCV")),
        (3, [Rule(0, style="a", first=26)], ("z", "aa", "bb")),
        (3, [Rule(1, prefix="Cover")], ("1", "Cover", "Cover")),
        (3, [Rule(0)], ("1", "2", "3")),
        (2, [Rule(5, style="r"), Rule(-1, style="r")], ("1", "2")),
        (2, [Rule(0, style="r", first=0)], ("0", "i")),
        (2, [Rule(0, style="a", first=10_000_000)], ("1", "2")),
    ],
)
def test_labels(count: int, rules: list[Rule], said: tuple[str, ...]) -> None:
    assert labels(count, rules) == said
