"""Tables for spreadsheets."""

from __future__ import annotations

import csv
import io

from archiveviewer.export import tables
from archiveviewer.records import Attachment, Event, Evidence, Fact, ListedAttachment, Source, StatedEvent, StatedFact

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
