"""What a person leaves in a document: words highlighted, a note, a bookmark."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NoteKind(StrEnum):
    """Whether words were marked, or a page."""

    HIGHLIGHT = "highlight"
    BOOKMARK = "bookmark"


class NoteColour(StrEnum):
    """The colour of a highlight; each also has a name that is shown. None is yellow: that is the colour of what was found."""

    GREEN = "green"
    TURQUOISE = "turquoise"
    ROSE = "rose"
    VIOLET = "violet"


@dataclass(frozen=True, slots=True)
class Note:
    """A highlight with or without a note of one's own, or a bookmark.

    It hangs on the content of the document (`sha256`) and on its words: `quote` as they stand on page `page`, beginning about at the code
    point `start` of its text. A note on a whole page has no quote. `uid` is the same in every library that it was merged into; `id` is 0
    until it is kept. Times are ISO 8601 in UTC. A `deleted` one is kept, but shown nowhere. `paged` is False where pages are sections; it
    is told by the document, and not kept.
    """

    sha256: str
    path: str
    title: str
    page: int
    label: str
    kind: NoteKind = NoteKind.HIGHLIGHT
    colour: NoteColour = NoteColour.GREEN
    quote: str = ""
    start: int = 0
    text: str = ""
    uid: str = ""
    made_at: str = ""
    changed_at: str = ""
    deleted: bool = False
    id: int = 0
    paged: bool = True


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of merging notes: how many were new, how many were newer than one's own, and how many could not be understood."""

    added: int = 0
    changed: int = 0
    refused: int = 0
