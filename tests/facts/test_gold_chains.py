"""The chains of the gold pages and the seeds together: what the program says on a day, and what a careful reader says."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from archiveviewer.archive.job import outcome
from archiveviewer.archive.wire import Job
from archiveviewer.facts.chains import chains
from archiveviewer.facts.obligations import OBLIGATIONS
from archiveviewer.records import Chain, ReadDocument, Source, StatedEvent, StatedFact
from shared import SHARED, needs_shared

pytestmark = needs_shared


@cache
def documents() -> tuple[tuple[str, ReadDocument], ...]:
    """Return what reading each page gives, by its name."""
    pages = sorted((*(SHARED / "gold" / "pages").glob("*.txt"), *(SHARED / "seeds").glob("*.txt")))
    read = ((page.name, outcome(Job(page.name), memoryview(page.read_bytes())).document) for page in pages)
    return tuple((name, document) for name, document in read if document is not None)


@cache
def known(day: str) -> dict[tuple[str, str, str], Chain]:
    """Return all chains as seen on a day."""
    facts, events = [], []
    for number, (name, document) in enumerate(documents()):
        source = Source(number, name, document.title, document.kind, document.date)
        facts += [StatedFact(fact, source) for fact in document.facts]
        events += [StatedEvent(event, source) for event in document.events]
    found = chains(facts, events, reference=(), as_of=date.fromisoformat(day), obligations=OBLIGATIONS)
    return {(chain.country, chain.treaty, chain.article): chain for chain in found}


@pytest.mark.parametrize(
    ("country", "day", "state", "deadline", "decided_by"),
    [
        ("AFG", "2026-11-23", "passed", "2025-03-01", "20MSP"),
        ("AFG", "2022-11-24", "extended", "2023-03-01", "12MSP"),
        ("AFG", "2022-11-25", "extended", "2025-03-01", "20MSP"),
        ("AGO", "2026-11-23", "passed", "2025-12-31", "16MSP"),
        ("COD", "2026-11-23", "passed", "2025-12-31", None),
        ("ECU", "2026-11-23", "passed", "2025-12-31", None),
        ("HRV", "2026-11-23", "passed", "2026-03-01", None),
        ("JOR", "2026-11-23", "met", "2012-05-01", "8MSP"),
        ("JOR", "2012-04-23", "extended", "2012-05-01", "8MSP"),
        ("KHM", "2019-11-28", "extended", "2020-01-01", "2RC"),
        ("KHM", "2025-12-07", "extended", "2025-12-31", "4RC"),
        ("KHM", "2026-11-23", "extended", "2030-12-31", None),
        ("MRT", "2019-06-01", "met", "2021-01-01", "14MSP"),
        ("MRT", "2020-06-23", "extended", "2021-01-01", "14MSP"),
        ("MRT", "2021-01-02", "passed", "2021-01-01", "14MSP"),
        ("NGA", "2012-01-01", "met", "2012-03-01", None),
        ("NGA", "2019-12-31", "passed", "2012-03-01", None),
        ("SRB", "2026-11-23", "passed", "2019-03-01", "13MSP"),
        ("SSD", "2026-07-09", "extended", "2026-07-09", "18MSP"),
        ("SSD", "2026-07-10", "passed", "2026-07-09", "18MSP"),
        ("TCD", "2013-12-04", "extended", "2014-01-01", "10MSP"),
        ("TCD", "2013-12-05", "extended", "2020-01-01", "13MSP"),
        ("FIN", "2026-01-10", "withdrawn", None, None),
        ("FIN", "2026-01-09", "unknown", None, None),
    ],
)
def test_clearance_on_a_day(country: str, day: str, state: str, deadline: str | None, decided_by: str | None) -> None:
    found = known(day)[country, "apmbc", "5"]
    assert (found.state, found.deadline, found.decided_by) == (state, deadline, decided_by)


@pytest.mark.parametrize(
    ("country", "treaty", "article", "state", "deadline", "end"),
    [
        ("AFG", "apmbc", "4", "met", "2007-03-01", "2006"),
        ("ECU", "apmbc", "4", "met", "2003-10-01", "2007"),
        ("KHM", "apmbc", "4", "met", "2004-01-01", "2008"),
        ("LKA", "apmbc", "4", "met", "2022-06-01", "2021-09-30"),
        ("KHM", "apmbc", "7", "met", "2000-06-29", "2000-06-28"),
        ("AGO", "apmbc", "7", "met_late", "2003-06-30", "2004-09-14"),
        ("PSE", "apmbc", "7", "passed", "2018-11-28", None),
        ("HRV", "ccm", "3", "met", "2018-08-01", "2018-07"),
        ("HRV", "ccm", "4", "met", "2020-08-01", "2020-07-10"),
        ("AFG", "ccm", "4", "passed", "2022-03-01", None),
        ("NGA", "ccm", "3", "running", "2031-08-01", None),
        ("TCD", "ccm", "7", "passed", "2014-02-28", None),
        ("PSE", "ccm", "7", "met_late", "2015-12-28", "2017-11-15"),
    ],
)
def test_other_articles(country: str, treaty: str, article: str, state: str, deadline: str, end: str | None) -> None:
    found = known("2026-11-23")[country, treaty, article]
    assert (found.state, found.deadline, found.end.date if found.end else None) == (state, deadline, end)


def test_a_need_that_was_only_told_of_is_not_granted() -> None:
    found = known("2026-11-23")["ECU", "apmbc", "5"]
    assert [step.date for step in found.steps if step.kind == "requested"] == ["2027-12-31"]
    assert "2027-12-31" not in {step.date for step in found.steps if step.kind == "deadline"}


def test_a_recommendation_to_ask_is_no_request() -> None:
    requests = [step.date for step in known("2026-11-23")["HRV", "apmbc", "5"].steps if step.kind == "request"]
    assert requests == ["2008-06-02", "2018-03-29"]


def test_stated_and_computed_days_agree() -> None:
    differ = {
        key: (computed, stated)
        for key, chain in known("2026-11-23").items()
        for computed in [next((step.date for step in chain.steps if step.kind == "deadline" and step.computed), None)]
        for stated in [sorted(step.date for step in chain.steps if step.kind == "deadline" and not step.computed)]
        if computed and stated and computed != stated[0]
    }
    assert differ == {("ARG", "apmbc", "5"): ("2010-03-01", ["2020-01-01", "2020-03-01", "2023-03-01"])}
