"""The sample archive that ships with the program: what its documents are, and the state of every chain in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from archiveviewer import assets
from archiveviewer.archive.job import outcome
from archiveviewer.archive.wire import Job
from archiveviewer.facts.chains.chains import chains
from archiveviewer.records import ReadDocument, Source, StatedEvent, StatedFact

SAMPLE = Path(str(assets.data("sample")))


@cache
def documents() -> dict[str, ReadDocument]:
    """Return every document of the sample by its place and name."""
    return dict(_documents())


def _documents() -> Iterator[tuple[str, ReadDocument]]:
    for path in sorted(SAMPLE.rglob("*.*")):
        read = outcome(Job(path.name), memoryview(path.read_bytes())).document
        if read:
            yield path.relative_to(SAMPLE).as_posix(), read


def source(path: str, read: ReadDocument) -> Source:
    return Source(document=1, path=path, title=read.title, kind=read.kind, date=read.date)


@pytest.mark.parametrize(
    ("country", "state", "deadline", "days_left"),
    [
        ("KHM", "passed", "2025-12-31", -327),
        ("JOR", "met", "2012-05-01", None),
        ("THA", "extended", "2026-12-31", 38),
        ("ERI", "passed", "2024-12-31", -692),
        ("FIN", "withdrawn", None, None),
    ],
)
def test_state_of_a_chain(country: str, state: str, deadline: str, days_left: int | None) -> None:
    read = documents().items()
    facts = [StatedFact(fact=fact, source=source(path, one)) for path, one in read for fact in one.facts]
    events = [StatedEvent(event=event, source=source(path, one)) for path, one in read for event in one.events]
    found = {one.country: one for one in chains(facts, events, reference=(), as_of=date(2026, 11, 23))}[country]
    assert (found.state, found.deadline, found.days_left) == (state, deadline, days_left)


@pytest.mark.parametrize(
    ("name", "fact"),
    [
        ("Finland.txt", ("apmbc.withdrawal_effective", "2026-01-10")),
        ("Finland.txt", ("apmbc.status", "withdrawn")),
        ("Eritrea.md", ("apmbc.art5.deadline", "2020-12-31")),
        ("Thailand.txt", ("apmbc.art5.deadline", "2023-10-31")),
        ("Lao PDR.html", ("apmbc.status", "not_party")),
        ("Lao PDR.html", ("ccm.art4.deadline", "2020-08-01")),
    ],
)
def test_a_plain_sentence_is_a_fact(name: str, fact: tuple[str, str]) -> None:
    assert fact in {(found.type, found.value) for found in documents()[f"Other countries/{name}"].facts}


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("2019 request/Decision (French).pdf", {"request_submitted": "2019-03-27", "deadline_current": "2025-12-31"}),
        ("2019 request/Decision (Spanish).pdf", {"request_submitted": "2019-03-27", "deadline_current": "2025-12-31"}),
        ("2009 request/Analysis (French).pdf", {"request_submitted": "2009-05-11", "deadline_requested": "2020-01-01"}),
        ("2009 request/Analysis (Spanish).pdf", {"request_submitted": "2009-05-11", "deadline_requested": "2020-01-01"}),
    ],
)
def test_papers_in_french_and_spanish_are_read(name: str, facts: dict[str, str]) -> None:
    found = {(fact.type, fact.value) for fact in documents()[f"Cambodia/{name}"].facts}
    assert {(f"apmbc.art5.{kind}", value) for kind, value in facts.items()} <= found


def test_no_meeting_is_stated_where_none_is_named() -> None:
    assert not [fact for fact in documents()["Other countries/Thailand.txt"].facts if fact.type == "apmbc.art5.request_granted"]


@pytest.mark.parametrize(
    ("name", "kind", "day"),
    [
        ("2009 request/Analysis (Arabic).pdf", "analysis", "2009"),
        ("2009 request/Analysis (Chinese).pdf", "analysis", "2009"),
        ("2009 request/Analysis (English).pdf", "analysis", "2009"),
        ("2009 request/Analysis (Russian).pdf", "analysis", "2009"),
        ("2009 request/Analysis (Spanish).pdf", "analysis", "2009"),
        ("2019 request/Decision (Arabic).pdf", "decision", "2019"),
        ("2019 request/Decision (English).pdf", "decision", "2019-11-29"),
        ("2019 request/Decision (French).pdf", "decision", "2019-11-29"),
        ("2019 request/Decision (Russian).pdf", "decision", "2019"),
        ("2019 request/Decision (Spanish).pdf", "decision", "2019-11-29"),
        ("2019 request/Request received 27 March 2019.pdf", "request", "2019-03-27"),
        ("2019 request/Additional information 8 August 2019.pdf", "additional_information", "2019-08-08"),
        ("2019 request/Summary (Khmer).pdf", "other", "2019"),
        ("Cambodia.html", "country_page", "2019-11-29"),
    ],
)
def test_kind_country_and_date_of_a_paper(name: str, kind: str, day: str) -> None:
    found = documents()[f"Cambodia/{name}"]
    assert (found.kind, found.country, found.date) == (kind, "KHM", day)


def test_only_web_pages_and_texts_list_files() -> None:
    assert {path for path, read in documents().items() if read.attachments} == {"Cambodia/Cambodia.html"}
