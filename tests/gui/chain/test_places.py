"""Tests of the way from an evidence to a place in the reader."""

from __future__ import annotations

import pytest

from archiveviewer.gui.chain.places import place, printed, step_place
from archiveviewer.gui.chain.words import standing_step
from archiveviewer.records import Evidence, Light, Place
from gui.countries.sample import SampleArchive


@pytest.mark.parametrize(
    ("quote", "value", "found"),
    [
        ("granted at Oslo, and a new deadline set for 31 December 2025.", "2025-12-31", "31 December 2025"),
        ("not later than 1\u00a0January\u00a02010", "2010-01-01", "1\u00a0January\u00a02010"),
        ("on 28th July 1999", "1999-07-28", "28th July 1999"),
        ("until December 31, 2025", "2025-12-31", "December 31, 2025"),
        ("el 31 de diciembre de 2025", "2025-12-31", "31 de diciembre de 2025"),
        ("не позднее 1 января 2010 года", "2010-01-01", "1 января 2010"),
        ("On 11 May 2009 it asked; until 1 January 2020", "2020-01-01", "1 January 2020"),
        ("in November 2019 in Oslo", "2019-11", "November 2019"),
        ("As of 2019, retained", "2019", "2019"),
        ("having destroyed 203,671 mines", "203671", "203,671"),
        ("3'438'492 stockpiled", "3438492", "3'438'492"),
        ("338, 356 mines", "338356", "338, 356"),
        ("801.64 square kilometres", "801.64", "801.64"),
        ("801,64 km2", "801.64", "801,64"),
        ("on 15 August 27", "INVALID:15 August 27", "15 August 27"),
        ("also a State Party to the Convention", "state_party", ""),
        ("granted at the Cartagena Summit", "2RC", ""),
        ("", "2025-12-31", ""),
        ("nothing of the kind", "", ""),
    ],
)
def test_the_value_as_the_quote_prints_it(quote: str, value: str, found: str) -> None:
    assert printed(quote, value) == found


def test_a_number_is_not_found_inside_another() -> None:
    assert printed("1,203,671 mines", "203671") == ""


def test_the_deadline_that_stands_opens_its_sentence() -> None:
    chains = {found.country: found for found in SampleArchive().chains()}
    step = standing_step(chains["KHM"])
    assert step is not None
    assert step.evidence is not None
    quote = step.evidence.quote
    assert step_place(step) == Place(1, 5, (Light(quote, exact=True),), quote, "31 December 2025")


def test_what_was_not_read_has_no_place() -> None:
    assert place(None, None) is None
    assert place(Evidence(1, (0, 1), "x"), None) is None
