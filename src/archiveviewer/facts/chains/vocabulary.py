"""The types of facts: their treaty group, their article, and how several values of one type live together."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from archiveviewer import assets


class Sort(StrEnum):
    """ONCE: said of what happens once, other values disagree. NOW: newer values replace older ones. EACH: one of several."""

    ONCE = "once"
    NOW = "now"
    EACH = "each"


@dataclass(frozen=True, slots=True)
class FactType:
    """A type of fact, such as apmbc.art3.retained. `group` is apmbc, ccm, other or situation."""

    name: str
    group: str
    article: str
    sort: Sort


@cache
def fact_types() -> tuple[FactType, ...]:
    """Return all types in the order in which a profile shows them."""
    with assets.data("vocabulary.toml").open("rb") as source:
        rows = tomllib.load(source)["type"]
    return tuple(
        FactType(name=row["name"], group=row["group"], article=row["article"], sort=Sort(row["sort"])) for row in rows
    )  # fmt: skip


def groups() -> tuple[str, ...]:
    """Return the names of the groups in order."""
    return tuple(dict.fromkeys(known.group for known in fact_types()))
