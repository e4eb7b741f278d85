"""New, unchanged, or perhaps changed."""

from __future__ import annotations

import pytest

from archiveviewer.records import FoundFile, Known
from archiveviewer.sources.changes import Change, compare

FOUND = FoundFile("/a.pdf", 10, 1000)


@pytest.mark.parametrize(
    ("known", "change"),
    [
        (None, Change.NEW),
        (Known(10, 1000, "x"), Change.UNCHANGED),
        (Known(11, 1000, "x"), Change.MAYBE_CHANGED),
        (Known(10, 999, "x"), Change.MAYBE_CHANGED),
    ],
)
def test_size_and_time_decide(known: Known | None, change: Change) -> None:
    assert compare(FOUND, known) is change
