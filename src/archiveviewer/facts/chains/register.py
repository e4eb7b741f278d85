"""The reference register: joining dates and deadlines known from elsewhere, to `REGISTER_MONTH`, never mixed with what an archive says."""

from __future__ import annotations

import csv
from functools import cache

from archiveviewer import assets
from archiveviewer.records import ReferenceRow


@cache
def register() -> tuple[ReferenceRow, ...]:
    """Return all rows, by country, treaty, event and date."""
    with assets.data("register.csv").open(encoding="utf-8", newline="") as source:
        return tuple(ReferenceRow(**row) for row in csv.DictReader(source))
