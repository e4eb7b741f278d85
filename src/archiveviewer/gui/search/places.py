"""Where a row of the list leads: a page with the words of the question lit, or the proof of a country's deadline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from archiveviewer.gui.search import named
from archiveviewer.gui.search.asking import Shown
from archiveviewer.gui.search.named import Known
from archiveviewer.gui.search.rows import CountryRow, DocumentRow, PageRow, Row
from archiveviewer.records import Place


class WhereOf(Protocol):
    """Tells where a row leads with the answer that is shown now."""

    def __call__(self, row: Row | None, *, from_end: bool = False) -> Place | None:
        """Return where a row leads; None for one that leads to no page."""


def place_of(row: Row | None, shown: Shown | None, countries: Sequence[Known], *, from_end: bool = False) -> Place | None:
    """Return where a row leads; with `from_end` its last hit counts as the first. None for one that leads to no page."""
    if isinstance(row, CountryRow):
        country = next((known for known in countries if known.code == row.code), None)
        return named.proof(country) if country else None
    if shown is None or not isinstance(row, (DocumentRow, PageRow)):
        return None
    pages = (row.page,) if isinstance(row, PageRow) else row.hit.pages
    return Place(
        row.hit.document,
        pages[0].page if pages else 1,
        shown.answer.lights,
        query=shown.question.as_prefix.query,  # a word that was still being typed is named as a prefix
        from_end=from_end,
        also=shown.question.also,
        without=shown.question.also_not,
    )


def at_end(place: Place, pages: Sequence[int]) -> Place:
    """Return a place at the first of these pages, or the last when walking backwards; the same when there are none."""
    return replace(place, page=pages[-1 if place.from_end else 0]) if pages else place
