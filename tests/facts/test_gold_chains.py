"""The chains of the gold pages and the seeds together: what the program says on a day, and what a careful reader says."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from archiveviewer.archive.job import outcome
from archiveviewer.archive.wire import Job
from archiveviewer.facts.chains.chains import chains
from archiveviewer.facts.chains.obligations import OBLIGATIONS
from archiveviewer.records import Chain, ReadDocument, Source, StatedEvent, StatedFact
from careful import NO_CHAIN, READINGS, Reading
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
        ("ARG", "2020-02-29", "extended", "2020-03-01", None),
        ("ARG", "2020-03-02", "passed", "2020-03-01", None),
        ("HRV", "2018-03-28", "extended", "2019-03-01", "9MSP"),
        ("HRV", "2018-03-29", "extended", "2026-03-01", None),
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


def _says(key: str) -> str:
    """Return what the program says of a chain, as a reading says it."""
    country, treaty, article = key.split()
    chain = known("2026-11-23").get((country, treaty, article))
    if chain is None:
        return NO_CHAIN
    end = f"{'by ' if chain.end.at_latest else ''}{chain.end.date}" if chain.end else "-"
    return " ".join((chain.state.replace("_", " "), chain.deadline or "-", chain.decided_by or "-", end))


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: reading.key)
def test_program_and_careful_reader(reading: Reading) -> None:
    assert _says(reading.key) == (reading.program or reading.says)
    assert bool(reading.program) == bool(reading.why), "a difference without its reason, or a reason without a difference"


def test_every_chain_was_read() -> None:
    assert {" ".join(key) for key in known("2026-11-23")} - {reading.key for reading in READINGS} == set()


def test_a_need_that_was_only_told_of_is_not_granted() -> None:
    found = known("2026-11-23")["ECU", "apmbc", "5"]
    assert [step.date for step in found.steps if step.kind == "requested"] == ["2027-12-31"]
    assert "2027-12-31" not in {step.date for step in found.steps if step.kind == "deadline"}


def test_a_day_listed_with_a_request_is_not_granted_before_a_meeting() -> None:
    steps = known("2026-11-23")["ARG", "apmbc", "5"].steps
    assert [step.date for step in steps if step.kind == "requested"] == ["2023-03-01"]


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
    assert differ == {("ARG", "apmbc", "5"): ("2010-03-01", ["2020-01-01", "2020-03-01"])}
