"""Of which year a figure is: that of its own part of the sentence, not that of the figure it is compared with."""

from __future__ import annotations

import pytest

from archiveviewer.facts.reading.read import read
from archiveviewer.records import PageText


@pytest.mark.parametrize(
    ("words", "type", "told"),
    [
        (
            "In 2022, Zimbabwe cleared 2.14km2. This compares with 2.53km2 cleared in 2021.",
            "clearance.area_km2",
            {("2.14", "2022"), ("2.53", "2021")},
        ),
        (
            "In 2023, clearance accounted for 64,220 submunitions, down from 71,235 in 2022.",
            "clearance.submunitions_destroyed",
            {("64220", "2023"), ("71235", "2022")},
        ),
        (
            "No survey came in 2021 and no submunitions were reported destroyed in the year, against 13 submunitions destroyed in 2019.",
            "clearance.submunitions_destroyed",
            {("0", "2021"), ("13", "2019")},
        ),
    ],
)
def test_the_year_of_a_figure(words: str, type: str, told: set[tuple[str, str]]) -> None:
    page = PageText(number=1, label="1", text=f"Zimbabwe\n\nMine Action\n\n{words}")
    found = read((page,), paged=False, title="Zimbabwe", name="zimbabwe")
    assert {(fact.value, fact.as_of) for fact in found.facts if fact.type == type} == told
