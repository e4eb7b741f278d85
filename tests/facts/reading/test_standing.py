"""The deadline that stands: people walk by it, so that an old one is not given for a newer one that was not understood."""

from __future__ import annotations

import pytest

from archiveviewer.facts.reading.read import read
from archiveviewer.records import PageText
from archiveviewer.text import names

CURRENT = "apmbc.art5.deadline_current"


def _standing(code: str, words: str) -> set[str]:
    name = names.name_of(code)
    text = f"{name}\n\nAnti-Personnel Mine Ban Convention\n\n{words}\n"
    found = read((PageText(number=1, label="1", text=text),), paged=False, title=f"{name}, country page", name=name)
    return {fact.value for fact in found.facts if fact.type == CURRENT}


@pytest.mark.parametrize(
    ("code", "words", "day"),
    [
        ("YEM", "First deadline: 1 March 2009\nFirst extension: 1 March 2015\nThird extension: 1 March 2023", "2023-03-01"),
        ("TCD", "Chad's clearance deadline is 1 January 2025. Chad requested an extension until 1 January 2030.", "2025-01-01"),
        ("TCD", "Chad's clearance deadline is 1 January 2025. Its mine action strategy was extended until 2028.", "2025-01-01"),
        ("TCD", "Chad's clearance deadline is 1 January 2025. Niger's deadline, newly won, reads 31 December 2029.", "2025-01-01"),
        ("TCD", "Chad's clearance deadline was 1 January 2014. It completed mine clearance on 3 May 2020.", "2014-01-01"),
    ],
)
def test_the_newest_deadline_stands(code: str, words: str, day: str) -> None:
    assert _standing(code, words) == {day}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("TCD", "Chad's clearance deadline was 1 January 2014. The extension that we enjoy at present bears the date of 1 January 2030."),
        ("TCD", "First deadline: 1 November 2009\nWhat the extensions made of it: 1 January 2030"),
        ("TCD", "Chad's clearance deadline was 1 November 2009. On 31 March 2024 Chad submitted a request to extend its deadline."),
        ("TCD", "Chad's clearance deadline was 1 November 2009. In 2023, Chad cleared 1.5km2 of mined area."),
        ("KHM", "The clearance deadline of Cambodia was 1 January 2010; it became 1 January 2020 and, in Oslo, 31 December 2025."),
        ("KHM", "The clearance deadline of Cambodia was 1 January 2010. It became 1 January 2020 and, in Oslo, 31 December 2025."),
        ("COL", "Colombia's clearance deadline was 1 March 2011. La prórroga vale ahora hasta el 31 de diciembre de 2025."),
    ],
)
def test_an_old_deadline_is_not_given_for_the_one_that_stands(code: str, words: str) -> None:
    assert _standing(code, words) == set()
