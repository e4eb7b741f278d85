"""Tests of the words for facts and their values."""

from __future__ import annotations

import re

import pytest

from archiveviewer.gui.countries.labels import fact_label, fact_value, number, treaty_label, value_words, where_label
from gui.countries.sample import SampleArchive
from shared import SHARED, needs_shared

_PATTERN = re.compile(r"`((?:apmbc|ccm|ccw|crpd|contamination|clearance|casualties|victims|eore)?\.[a-z0-9_.]+)`")


@needs_shared
def test_every_type_of_the_vocabulary_has_a_label() -> None:
    table = (SHARED / "facts.md").read_text(encoding="utf-8").split("## Kinds")[0]
    kinds: list[str] = []
    for line in table.splitlines():
        if not line.startswith("| `"):
            continue
        for kind in re.findall(r"`([a-z0-9_.]+)`", line.split("|")[1]):
            kinds.append(kind if not kind.startswith(".") else _whole(kinds[-1], kind))
    assert len(kinds) > 50
    assert [kind for kind in kinds if fact_label(kind) == kind] == []


def _whole(before: str, short: str) -> str:
    """`.art3.retained` after ccm.art1.production is ccm.art3.retained; `.area_m2` after contamination.area_km2 keeps its first word."""
    return before.split(".", maxsplit=1)[0] + short if short.count(".") > 1 else before.rpartition(".")[0] + short


@pytest.mark.parametrize(
    ("kind", "value", "unit", "said"),
    [
        ("apmbc.art4.destroyed_total", "203671", "mines", "203,671 mines"),
        ("apmbc.art3.retained", "0", "mines", "none"),
        ("contamination.area_km2", "801.64", "km2", "801.64 km²"),
        ("casualties.year", "2019", "people", "2,019 people"),
        ("casualties.year", "77", None, "77"),
        ("apmbc.art5.deadline_current", "2025-12-31", None, "31 December 2025"),
        ("apmbc.art7.latest_report", "2019", None, "2019"),
        ("apmbc.art5.request_granted", "4RC", None, "4RC"),
        ("apmbc.art5.deadline", "INVALID:15 August 27", None, "“15 August 27”, as printed"),
        ("apmbc.art4.completed", "yes", None, "yes, day not stated"),
        ("apmbc.art9.legislation", "existing law", None, "existing law"),
        ("ccm.art3.stockpile_reported", "unknown", None, "not known"),
        ("crpd.status", "state_party", None, "State Party"),
    ],
)
def test_values_in_words(kind: str, value: str, unit: str | None, said: str) -> None:
    assert value_words(kind, value, unit=unit).replace("\u00a0", " ") == said


def test_numbers_keep_their_decimals() -> None:
    assert number("1234567.50") == "1,234,567.50"
    assert number("nine") == "nine"
    assert number("9" * 32) == "9" * 32


def test_pages_and_sections_are_told_apart() -> None:
    assert where_label(12, "xii", paged=True).replace("\u00a0", " ") == "p. xii"
    assert where_label(5, "5", paged=False).replace("\u00a0", " ") == "§ 5"


def test_the_facts_of_the_sample_are_said() -> None:
    profile = SampleArchive().profile("KHM")
    said = [fact_value(stated.fact) for group in profile.groups for line in group.lines for stated in line.current]
    assert all(said)
    assert not any(text.startswith(("INVALID:", "INCOMPLETE:")) or "_" in text for text in said)


@pytest.mark.parametrize(("treaty", "short"), [("apmbc", "mines"), ("ccm", "clusters"), ("ccw.pv", "CCW V"), ("crpd", "CRPD")])
def test_a_treaty_in_short(treaty: str, short: str) -> None:
    assert treaty_label(treaty) == short
