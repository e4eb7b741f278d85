"""Lists of countries with a day behind each are read in every layout, and only as far as they go."""

from __future__ import annotations

import pytest

from archiveviewer.facts.reading.context import small
from archiveviewer.facts.reading.lists import Listing, head, listing
from archiveviewer.facts.reading.units import blocks
from archiveviewer.facts.wording.pattern import Pattern, Words

LEAD = Pattern("requests were granted", Words({}))


def listings(text: str) -> list[Listing]:
    """Return all lists below the lead."""
    found = (listing(text, small(text), block, head(text, small(text), block), LEAD) for block in blocks(text))
    return [one for one in found if one]


def days(text: str) -> list[tuple[str, str, str]]:
    """Return the countries of all lists below the lead, with their days and with the words that say so."""
    return [(item.country, item.day, text[item.start : item.end]) for found in listings(text) for item in found.items]


@pytest.mark.parametrize(
    "text",
    [
        "Requests were granted as follows: Chad until 1 January 2030; Peru until 2024-12-31.",
        "Requests were granted to Chad (1 January 2030) and Peru (31 December 2024).",
        "These requests were granted:\n\n  • Chad – 1 January 2030\n  • Peru – 31 December 2024\n",
        "Requests were granted\n\nChad | 1 January 2030\nPeru | 31 December 2024\n",
        "Requests were granted\n\n• Chad | deadline: 1 January 2030 | Plan PDF 9KB | Decision PDF 8KB\n• Peru | 31 December 2024 | Note\n",
        "Requests were granted:\n1. Chad, for five years, until 1 January 2030.\n2. Peru, for two years, until 31 December 2024.\n",
        "Requests were granted until 1 January 2030 for Chad and until 31 December 2024 for Peru.",
        "Requests were granted\n\n1 January 2030: Chad\n31 December 2024: Peru\n",
        "Requests were granted (deadlines in brackets): Chad (1 January 2030), and Peru (31 December 2024), while Mali (2024) waits.",
    ],
)
def test_lists_are_read_in_every_layout(text: str) -> None:
    assert [(country, day) for country, day, _ in days(text)] == [("TCD", "2030-01-01"), ("PER", "2024-12-31")]


@pytest.mark.parametrize(
    "text",
    [
        "Requests were granted to Chad until 1 January 2030.",
        "Requests were granted in 2019. Others wait: Chad (1 January 2030), Peru (31 December 2024).",
        "Requests were granted.\n\nTo be looked at:\n\nChad (1 January 2030), Peru (31 December 2024)",
        "Requests were granted to Chad, Peru and Mali (1 January 2030).",
        "Requests were granted to Chad, which asked until 1 January 2030, and Peru, which asked until 31 December 2024.",
    ],
)
def test_what_is_no_list_is_left_alone(text: str) -> None:
    assert days(text) == []


def test_words_are_the_country_with_its_day() -> None:
    said = [words for _, _, words in days("Requests were granted to Chad (1 January 2030) and the Gambia until 1 March 2014.")]
    assert said == ["Chad (1 January 2030)", "the Gambia until 1 March 2014"]


def test_meeting_is_named_above_or_at_the_head_of_the_page() -> None:
    list_of_two = "Chad (1 January 2030), Peru (31 December 2024)."
    for text in (f"At the 18MSP, requests were granted: {list_of_two}", f"Day 3 of 18MSP\n\nRequests were granted: {list_of_two}"):
        assert [found.meeting for found in listings(text)] == ["18MSP"]
    unclear = f"18MSP, after 17MSP\n\nRequests were granted: {list_of_two}"
    assert [found.meeting for found in listings(unclear)] == [None]
