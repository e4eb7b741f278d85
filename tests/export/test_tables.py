"""Tables for spreadsheets."""

from __future__ import annotations

import csv
import io

from archiveviewer.export import tables
from archiveviewer.records import (
    Attachment,
    Chain,
    ChainStep,
    Event,
    Evidence,
    Fact,
    ListedAttachment,
    Source,
    State,
    StatedEvent,
    StatedFact,
)

EVIDENCE = Evidence(2, (4, 9), "until\n1 January 2020")
SOURCE = Source(1, "/x/a\udcff.txt", "Page", "country_page", None)


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_an_event_keeps_its_place() -> None:
    event = Event("KHM", "apmbc", "5", "2020-01-01", "art5_deadline", "deadline", EVIDENCE)
    row = _rows(tables.timeline([StatedEvent(event, SOURCE, "passed")]))[0]
    assert (row["date"], row["state"], row["page"], row["quote"]) == ("2020-01-01", "passed", "2", "until 1 January 2020")
    assert row["source"] == r"/x/a\xff.txt"


def test_a_computed_fact_has_no_place() -> None:
    fact = Fact("KHM", "apmbc.art5.deadline_initial", "2010-01-01", None, None, None, "rule", computed=True)
    row = _rows(tables.facts([StatedFact(fact, None)]))[0]
    assert (row["computed"], row["source"], row["quote"]) == ("yes", "", "")


def test_no_cell_is_a_formula() -> None:
    listed = Attachment("KHM", '=HYPERLINK("x")', None, None, None, None, "2019 Extension Request", EVIDENCE)
    row = _rows(tables.attachments([ListedAttachment(listed, SOURCE, "missing")]))[0]
    assert row["title"] == """'=HYPERLINK("x")"""


def test_a_chain_has_no_negative_days() -> None:
    deadline = ChainStep("deadline", "2025-12-31", "deadline", "4RC", SOURCE, EVIDENCE)
    chain = Chain("KHM", "apmbc", "5", (deadline,), "2025-12-31", State.PASSED, "2026-11-23", -327, "4RC", "2019-11-29")
    (row,) = _rows(tables.chains([chain]))
    assert (row["name"], row["state"], row["days left"], row["days since"]) == ("Cambodia", "passed", "", "327")
    assert (row["decided by"], row["quote"], row["computed"]) == ("4RC", "until 1 January 2020", "")


def test_a_chain_that_ended_shows_what_ended_it() -> None:
    by_treaty = ChainStep("deadline", "2004-01-01", "deadline", computed=True, formula="in force + 4 years")
    end = ChainStep("completion", "2003-04", "completed", source=SOURCE, evidence=EVIDENCE)
    chain = Chain("KHM", "apmbc", "4", (end, by_treaty), "2004-01-01", State.MET, "2026-11-23", end=end)
    (row,) = _rows(tables.chains([chain]))
    assert (row["ended"], row["computed"], row["page"]) == ("2003-04", "yes", "2")
