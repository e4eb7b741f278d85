"""A row of a country's profile: what it is, what each column says, and where its evidence lies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from archiveviewer.records import HiddenFact, Place, Source, StatedFact


class RowKind(StrEnum):
    """What a row is; each is painted in its own way."""

    GROUP = "group"
    FACT = "fact"
    DIFFERS = "differs"
    OLDER = "older"
    UNSTATED = "unstated"
    FOLDED = "folded"
    EVENT = "event"
    REFERENCE = "reference"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the profile: what each column says, where its evidence lies, and the rows folded behind it.

    `bar` is first, middle or last in a set of sources that differ, else empty. `folded` counts what stands behind it and `behind`
    says it in words; `wide` lets the label begin where other groups have the article. `stated` is the fact of the row, `hidden` the
    word of the person who called it wrong; `says_the_same` is another source for the row that it is folded behind.
    """

    kind: RowKind
    label: str
    article: str = ""
    value: str = ""
    as_of: str = ""
    read_in: str = ""
    source: Source | None = None
    place: Place | None = None
    bar: str = ""
    computed: bool = False
    folded: str = ""
    behind: str = ""
    quote: str = ""
    open: bool = False
    wide: bool = False
    stated: StatedFact | None = None
    hidden: HiddenFact | None = None
    says_the_same: bool = False
    children: tuple[Row, ...] = ()

    @property
    def sentence(self) -> str:
        """The row for those who hear the window."""
        parts = (self.article, self.label, self.value, self.as_of, self.read_in, self.behind)
        return ", ".join(part for part in parts if part)
