"""Tests of the way from an evidence to a place in the reader."""

from __future__ import annotations

from archiveviewer.gui.chain.places import place, step_place
from archiveviewer.gui.chain.words import standing_step
from archiveviewer.records import Evidence, Light, Place
from gui.countries.sample import SampleArchive


def test_the_deadline_that_stands_opens_its_sentence() -> None:
    chains = {found.country: found for found in SampleArchive().chains()}
    step = standing_step(chains["KHM"])
    assert step is not None
    assert step.evidence is not None
    quote = step.evidence.quote
    assert step_place(step) == Place(1, 5, (Light(quote, exact=True),), quote, "2025-12-31")


def test_what_was_not_read_has_no_place() -> None:
    assert place(None, None) is None
    assert place(Evidence(1, (0, 1), "x"), None) is None
