"""What pages of other authors tell as done on a day, and what follows from what they say elsewhere."""

from __future__ import annotations

import pytest

from archiveviewer.facts.reading.read import Findings, read
from archiveviewer.records import PageText
from archiveviewer.text import names


def _read(code: str, words: str) -> Findings:
    name = names.name_of(code)
    text = f"{name}\n\nAnti-Personnel Mine Ban Convention\n\n{words}\n"
    return read((PageText(number=1, label="1", text=text),), paged=False, title=f"{name}, country page", name=name)


@pytest.mark.parametrize(
    ("code", "words", "kind", "day"),
    [
        (
            "ETH",
            "It asks for an extension, and on 7 August 2025 Ethiopia submitted a revised version of it.",
            "revised_request",
            "2025-08-07",
        ),
        ("ETH", "The request was replaced by a revised version dated 7 August 2025.", "revised_request", "2025-08-07"),
        (
            "ETH",
            "Ethiopia submitted a request on 31 March 2025; a revised request followed on 7 August 2025.",
            "revised_request",
            "2025-08-07",
        ),
        (
            "SDN",
            "Sudan submitted a third request, and additional information followed on 17 June 2022.",
            "additional_information",
            "2022-06-17",
        ),
        ("SDN", "Sudan provided further information on its request on 17 June 2022.", "additional_information", "2022-06-17"),
        ("SDN", "Supplementary information was received on 17 June 2022.", "additional_information", "2022-06-17"),
        ("UKR", "Ukraine submitted an updated work plan on 30 April 2025.", "work_plan", "2025-04-30"),
        ("UKR", "A revised work plan was received on 30 April 2025.", "work_plan", "2025-04-30"),
        ("UKR", "Ukraine has presented its new multi-year work plan for clearance, on 30 April 2025.", "work_plan", "2025-04-30"),
        (
            "PER",
            "On 30 April 2018, acting upon the decisions of the Fifteenth Meeting, Peru submitted an updated work plan.",
            "work_plan",
            "2018-04-30",
        ),
        (
            "ETH",
            "On 7 December 2017, Ethiopia acted upon the decisions of the Meeting by submitting an updated work plan for Article 5.",
            "work_plan",
            "2017-12-07",
        ),
        ("TUR", "Pursuant to the decision Turkey sent a work plan on 3 May 2016.", "work_plan", "2016-05-03"),
        ("PER", "Peru abstained on the resolution of 5 December 2018 about the treaty.", "policy", "2018-12-05"),
        ("PER", "Peru hosted a regional conference on the treaty in Lima from 12 to 16 September 2011.", "meeting", "2011-09-16"),
        ("NER", "In June 2012, Niger informed the States Parties that it had discovered areas with mines.", "new_mined_areas", "2012-06"),
        ("NER", "On 4 May 2012 Niger reported the discovery of a mined area in the north.", "new_mined_areas", "2012-05-04"),
        ("NER", "In 2011, Niger found previously unknown minefields.", "new_mined_areas", "2011"),
    ],
)
def test_what_was_done_on_a_day_is_an_event(code: str, words: str, kind: str, day: str) -> None:
    assert (kind, day) in {(event.kind, event.date) for event in _read(code, words).events}


@pytest.mark.parametrize(
    "words",
    [
        "Ukraine will submit an updated work plan on 30 April 2025.",
        "Ukraine was asked to submit an updated work plan on 30 April 2025.",
        "Ukraine has not yet submitted the work plan that was due on 30 April 2025.",
        "On 30 April 2025 Ukraine submitted a request which contains a work plan.",
        "Ukraine received funds on 30 April 2025 for its work plan.",
    ],
)
def test_a_work_plan_that_has_not_come_is_no_event_of_having_come(words: str) -> None:
    assert "work_plan" not in {event.kind for event in _read("UKR", words).events}


def test_the_year_before_is_the_year_of_a_figure_told_beside_another() -> None:
    found = _read("IRQ", "The Monitor identified 204 casualties in Iraq in 2018, against 304 in the previous year.")
    assert {(fact.value, fact.as_of) for fact in found.facts if fact.type == "casualties.year"} == {("204", "2018"), ("304", "2017")}


def test_a_figure_without_a_year_has_that_of_the_sentence_above() -> None:
    found = _read("LBN", "Clearance\n\nThree operators cleared 1.29km2 of land in 2020. They also destroyed 28,187 antipersonnel mines.")
    assert [(fact.value, fact.as_of) for fact in found.facts if fact.type == "clearance.apm_destroyed"] == [("28187", "2020")]


def test_today_is_no_day_where_a_report_does_not_say_when_it_was_written() -> None:
    found = _read("LTU", "Lithuania's withdrawal from the Ottawa Convention took effect today.")
    assert {(fact.type, fact.value) for fact in found.facts} == {("apmbc.status", "withdrawn")}


def test_a_deadline_that_does_not_end_the_first_term_is_not_the_first() -> None:
    found = _read(
        "NER", "The Convention entered into force for Niger on 1 September 1999. Its clearance deadline of 1 September 2010 had passed."
    )
    assert "apmbc.art5.deadline_initial" not in {fact.type for fact in found.facts}
