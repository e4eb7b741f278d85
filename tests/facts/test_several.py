"""What a sentence tells of several countries at once holds for each of them; what only one of them can have is left alone."""

from __future__ import annotations

import pytest

from archiveviewer.facts.reading.read import read
from archiveviewer.records import PageText

HEAD = "Overview of the Mine Ban Treaty\n\n"


def _said(words: str, type: str) -> set[tuple[str, str]]:
    found = read((PageText(number=1, label="1", text=HEAD + words),), paged=False, title="Overview", name="overview")
    return {(fact.country, fact.value) for fact in found.facts if fact.type == type}


@pytest.mark.parametrize(
    ("words", "type", "countries", "value"),
    [
        ("Zambia and Malawi signed the Mine Ban Treaty on 3 December 1997.", "apmbc.signature", "ZMB MWI", "1997-12-03"),
        ("On 3 December 1997, Burundi, Croatia and Malawi signed the Mine Ban Treaty.", "apmbc.signature", "BDI HRV MWI", "1997-12-03"),
        ("Armenia, Azerbaijan, and Georgia have not joined the Mine Ban Treaty.", "apmbc.status", "ARM AZE GEO", "not_party"),
        ("Three other requests could be granted at the Fifteenth Meeting of the States Parties: Ecuador, Niger, and Peru.",
         "apmbc.art5.request_granted", "", ""),
        ("They submitted extension requests that were granted at the Fifteenth Meeting of the States Parties: Ecuador, Niger, and Peru.",
         "apmbc.art5.request_granted", "ECU NER PER", "15MSP"),
        ("The Thirteenth Meeting of the States Parties granted extension requests by Chad, Serbia and Sudan.",
         "apmbc.art5.request_granted", "TCD SRB SDN", "13MSP"),
        ("Unlike Kenya and Uganda, Tanzania ratified the Mine Ban Treaty on 13 November 2000.", "apmbc.ratification", "TZA", "2000-11-13"),
        ("Tajikistan and Chad ratified the treaty on 1 March 2001 and 2 May 2002 respectively.", "apmbc.ratification", "", ""),
        ("Albania and Greece have retained 3,000 anti-personnel mines.", "apmbc.art3.retained", "", ""),
        ("A treaty between Peru and Chile was signed on 4 May 1999, as was the Mine Ban Treaty.", "apmbc.signature", "", ""),
    ],
)  # fmt: skip
def test_what_is_told_of_several_countries(words: str, type: str, countries: str, value: str) -> None:
    assert _said(words, type) == {(country, value) for country in countries.split()}


def test_a_neighbour_is_not_the_country_that_it_is_named_by() -> None:
    text = "Burundi\n\nMine Ban Treaty\n\nBurundi's neighbours Kenya and Tanzania ratified the Mine Ban Treaty on 3 May 1999."
    found = read((PageText(number=1, label="1", text=text),), paged=False, title="Burundi", name="burundi")
    assert found.country == "BDI"
    assert found.facts == ()
