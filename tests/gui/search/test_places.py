"""Where rows of the list lead."""

from __future__ import annotations

import pytest

from archiveviewer.gui.search.places import at_end, place_of
from archiveviewer.gui.search.rows import CountryRow, NoteRow
from archiveviewer.records import Place, State


@pytest.mark.parametrize(("from_end", "page"), [(False, 3), (True, 9)])
def test_a_walk_comes_to_the_first_hit_or_backwards_to_the_last(from_end: bool, page: int) -> None:
    place = Place(7, 1, from_end=from_end)
    assert at_end(place, (3, 5, 9)).page == page
    assert at_end(place, ()) is place


@pytest.mark.parametrize(
    "row", [None, NoteRow("No document has both words. These have one of them."), CountryRow("KHM", "Cambodia", State.UNKNOWN, "")]
)
def test_a_row_that_is_no_document_leads_nowhere(row: NoteRow | CountryRow | None) -> None:
    assert place_of(row, None, ()) is None
