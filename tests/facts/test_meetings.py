"""Events that are no facts: meetings that a country attended, hosted or chaired, campaigns in it, papers that it put out."""

from __future__ import annotations

import pytest

from archiveviewer.facts.reading.read import read
from archiveviewer.records import Event, PageText
from archiveviewer.text import names


def events_of(code: str, words: str) -> tuple[Event, ...]:
    """Return the events of a country page with some words."""
    name = names.name_of(code)
    text = f"{name}\n\nCluster Munition Ban Policy\n\n{words}\n"
    found = read((PageText(number=1, label="1", text=text),), paged=False, title=f"{name}, country page", name=name)
    return tuple(event for event in found.events if event.country == code)


@pytest.mark.parametrize(
    ("code", "words", "told"),
    [
        (
            "LAO",
            "It attended the Belgrade conference for affected states in October 2007 and the regional one in Bali in November 2009.",
            1,
        ),
        (
            "LAO",
            "Laos attended the conference for affected states in October 2007 and the regional conference in Bali in November 2009.",
            2,
        ),
        ("PER", "At the Lima conference in May 2007, Peru delivered one of the keynote addresses.", 1),
        ("PER", "Peru has participated in every Meeting of the States Parties, most recently in Geneva in November 2018.", 1),
        ("KHM", "Cambodia hosted the Eleventh Meeting of the States Parties in Phnom Penh in November 2011.", 1),
        ("ECU", "Ecuador's national dialogue event was held on the margins of the meeting, 25 - 29 November 2019, Oslo, Norway.", 1),
        ("KHM", "The minister is an adviser to the Prime Minister of Cambodia and 11MSP Chair in 2011.", 1),
        ("PER", "Peru did not attend the conference in Oslo in May 2008.", 0),
        ("PER", "Peru will attend the meeting in Geneva in June 2020.", 0),
        ("PER", "Peru was invited to attend the meeting in Geneva in June 2020.", 0),
        ("PER", "Chile attended the regional conference in Lima in November 2009.", 0),
    ],
)
def test_meetings_are_events(code: str, words: str, told: int) -> None:
    assert len([event for event in events_of(code, words) if event.kind == "meeting"]) == told


def test_a_campaign_is_an_event() -> None:
    (event,) = events_of("KHM", "By July 2008, a month after it began, a charity in Cambodia had collected nearly 10,000 signatures.")
    assert (event.kind, event.date) == ("campaign", "2008-07")


def test_what_comes_after_a_meeting_has_not_its_day() -> None:
    assert events_of("KHM", "Following a regional workshop in Bangkok in March 2017, Cambodia ratified the convention.") == ()


def test_papers_are_events_of_the_months_that_their_titles_end_in() -> None:
    listed = "Update on Victim Assistance, June 2018 and November 2018\n\nMine Action Strategy 2018-2025\n\nPlan until May 2019 and on"
    told = [(event.date, event.text) for event in events_of("KHM", f"Cambodia ratified the Convention on 28 July 1999.\n\n{listed}")]
    title = "Update on Victim Assistance, June 2018 and November 2018"
    assert [one for one in told if one[0] > "1999-07-28"] == [("2018-06", title), ("2018-11", title)]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("In its 2007 transparency report submitted in 2008, Cambodia reported that all was done.", ["2008"]),
        ("In its annual Article 7 report submitted on 30 April 2007, Cambodia reported that all was done.", ["2007-04-30"]),
        ("In its 2007 transparency report, due in 2008, Cambodia reported that all was done.", []),
    ],
)
def test_a_report_that_is_quoted_is_an_event(words: str, told: list[str]) -> None:
    assert [event.date for event in events_of("KHM", words) if event.kind == "ccm_art7_report"] == told
