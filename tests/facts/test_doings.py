"""What a country did that is no fact but an event: votes, meetings, requests sent in again, reports after the first."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archiveviewer.facts.reading.read import read
from archiveviewer.records import PageText
from archiveviewer.text import names

DONE: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("It attended as an observer the Eleventh Meeting of the States Parties in Phnom Penh in November 2011.", (("meeting", "2011-11"),)),
    ("On 5 December 2016, Nepal voted in favour of the annual General Assembly resolution on the treaty.", (("policy", "2016-12-05"),)),
    ("On 24 March 2017 it hosted a workshop on victim assistance in Kathmandu.", (("meeting", "2017-03-24"),)),
    ("Nepal took part as an observer in the Review Conference in November 2019.", (("meeting", "2019-11"),)),
    ("Nepal asked for an extension on 26 April 2021 and sent a revised request on 1 September 2021.",
     (("art5_request_submitted", "2021-04-26"), ("revised_request", "2021-09-01"))),
    ("Nepal submitted its first transparency report in May 2012. Updates were sent on 30 April 2013 and 22 April 2014.",
     (("art7_report", "2012-05"), ("art7_report", "2013-04-30"), ("art7_report", "2014-04-22"))),
    ("Nepal was invited to attend the Eleventh Meeting of the States Parties in November 2011.", ()),
    ("Nepal should host a workshop in March 2017.", ()),
    ("On 5 December 2016, the Security Council adopted a resolution.", ()),
)  # fmt: skip


@pytest.mark.parametrize(("words", "events"), DONE)
def test_what_a_country_did_is_an_event(words: str, events: tuple[tuple[str, str], ...]) -> None:
    text = f"Nepal\n\nMine Ban Policy\n\n{words}\n"
    found = read((PageText(number=1, label="1", text=text),), paged=False, title="Nepal", name="nepal")
    assert {(event.kind, event.date) for event in found.events} == set(events)


STEPS = tuple(line for line in (Path(__file__).parent / "doings" / "steps.txt").read_text(encoding="utf-8").splitlines() if " | " in line)
KINDS = {"revised_request", "additional_information", "work_plan", "work_plan_due", "new_mined_areas", "completion_declared"} | {
    "art4_deadline", "art7_due", "withdrawal",
}  # fmt: skip


@pytest.mark.parametrize("line", STEPS, ids=[line[:80] for line in STEPS])
def test_a_step_is_told_with_its_day(line: str) -> None:
    who, words = line.split(" | ", 1)
    words, _, gives = words.rpartition(" |")
    code, _, treaty = who.partition("/")
    heading = "Convention on Cluster Munitions" if treaty else "Anti-Personnel Mine Ban Convention"
    text = f"{names.name_of(code)}\n\n{heading}\n\n{words}\n"
    found = read((PageText(number=1, label="1", text=text),), paged=False, title=names.name_of(code), name="page")
    assert {(event.kind, event.date) for event in found.events if event.kind in KINDS} == set(re.findall(r"(\w+)=(\S+)", gives))
