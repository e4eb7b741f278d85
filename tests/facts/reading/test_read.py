"""Reading whole documents: the two seeds in full, and made-up pages for what they do not have."""

from __future__ import annotations

import json
import time
from functools import cache

import pytest

from archiveviewer.facts.reading.read import Findings, read
from archiveviewer.records import Kind, PageText
from shared import SHARED, needs_shared

SEEDS = ("000_2d8cb406506353d3.txt", "004_236d351eaceb6e1a.txt")


def in_sections(text: str, size: int = 700) -> tuple[PageText, ...]:
    """Return a text cut in pieces at any place: rules see the whole."""
    return tuple(PageText(number=n, label=str(n), text=text[at : at + size]) for n, at in enumerate(range(0, len(text), size), start=1))


def read_text(text: str, title: str = "page") -> Findings:
    return read(in_sections(text), paged=False, title=title, name="page")


@cache
def seed(name: str) -> tuple[str, Findings]:
    text = (SHARED / "seeds" / name).read_text(encoding="utf-8")
    return text, read(in_sections(text), paged=False, title=name, name=name)


@cache
def gold(name: str) -> dict[str, list[dict[str, str | None]]]:
    pages: list[dict[str, list[dict[str, str | None]]]] = json.loads((SHARED / "gold" / "gold.json").read_text(encoding="utf-8"))["pages"]
    return next(page for page in pages if str(page["page"]).endswith(name))


@needs_shared
@pytest.mark.parametrize("name", SEEDS)
def test_seed_gives_every_fact_that_a_careful_person_finds(name: str) -> None:
    _, found = seed(name)
    wanted = {(fact["country"], fact["type"], fact["value"]) for fact in gold(name)["facts"]}
    assert {(fact.country, fact.type, fact.value) for fact in found.facts} == wanted


@needs_shared
@pytest.mark.parametrize("name", SEEDS)
def test_seed_lists_every_file(name: str) -> None:
    _, found = seed(name)
    wanted = sorted((item["language"] or "", item["size"] or "", item["received"] or "") for item in gold(name)["attachments"])
    assert sorted((item.language or "", item.size or "", item.received or "") for item in found.attachments) == wanted


@needs_shared
@pytest.mark.parametrize("name", SEEDS)
def test_seed_tells_every_event(name: str) -> None:
    _, found = seed(name)
    assert {(event["kind"], event["date"]) for event in gold(name)["events"]} <= {(event.kind, event.date) for event in found.events}


@needs_shared
@pytest.mark.parametrize("name", SEEDS)
def test_quotes_are_word_for_word_in_their_page(name: str) -> None:
    text, found = seed(name)
    pages = {page.number: page.text for page in in_sections(text)}
    for evidence in [one.evidence for some in (found.facts, found.events, found.attachments) for one in some]:
        assert evidence is not None
        assert pages[evidence.page][slice(*evidence.span)] == evidence.quote
        assert evidence.quote.strip()


@needs_shared
def test_seeds_are_known_for_what_they_are() -> None:
    assert [(found.kind, found.country) for _, found in map(seed, SEEDS)] == [(Kind.COUNTRY_PAGE, "KHM"), (Kind.PROFILE, "KHM")]
    assert [found.date for _, found in map(seed, SEEDS)] == ["2019-11-29", "2008-12-06"]


def test_a_sentence_may_run_on_to_the_next_page() -> None:
    pages = (
        PageText(
            number=1,
            label="i",
            text="Mine clearance\nIn accordance with Article 5 of the Convention, Cambodia undertook to",
        ),
        PageText(number=2, label="ii", text="destroy all anti-personnel mines but not later than 1\u00a0January 2010. It went on."),
    )
    found = read(pages, paged=True, title="Cambodia: extension request", name="request")
    (fact,) = [fact for fact in found.facts if fact.type == "apmbc.art5.deadline"]
    assert fact.value == "2010-01-01"
    assert fact.evidence is not None
    assert (fact.evidence.page, fact.evidence.quote[-12:]) == (1, "undertook to")


def test_a_sentence_about_another_country_gives_nothing() -> None:
    found = read_text("South Sudan\n\nAnti-personnel mines\n\nSenegal has indicated having significant numbers of landmine survivors.")
    assert found.country == "SSD"
    assert found.facts == ()


def test_a_document_about_something_else_gives_nothing() -> None:
    found = read_text("Chad\n\nThe miner determined to ratify the treaty on 1 March 1999.")
    assert (found.facts, found.events, found.attachments) == ((), (), ())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Angola\n\nMine Ban Policy\n\nLast updated: 07 October 2019\n\nIt said so in May 2021.", "2019-10-07"),
        (
            "Ecuador\n\nAnti-Personnel Mines\n\nArticle 5 deadline\n\n31 December 2025\n\nIn June 2024 Ecuador told States Parties of it.",
            "2024-06",
        ),
        ("01.06.2018\n\nLandmines in Angola.", "2018-06-01"),
        ("Landmines in Angola, to be cleared by 1 May 2030.", None),
    ],
)
def test_date_of_a_source(text: str, day: str | None) -> None:
    assert read_text(text).date == day


HOSTILE = (
    "In its initial transparency report submitted on ",
    "The request was granted at the Fourth Review Conference ",
    "Cambodia reported having 1,235 anti-personnel mines ",
    "landmine (((((((((( ",
    "mine ban treaty and the Convention, and ",
    "1 January 2010 and 2 February 2011 and mine action ",
    "PDF 5.6 MB | landmine English ",
    "landmine\n\n\n",
    "a.A landmine.B",
)


@pytest.mark.parametrize("bait", HOSTILE)
def test_a_million_hostile_letters_take_linear_time(bait: str) -> None:
    def seconds(size: int) -> float:
        pages = (PageText(number=1, label="1", text=(bait * (size // len(bait) + 1))[:size]),)
        started = time.process_time()
        read(pages, paged=True, title="x", name="x")
        return time.process_time() - started

    read_text("Cambodia. Landmine.")
    short, long = seconds(25_000), seconds(100_000)
    assert long < 8 * short + 0.5
