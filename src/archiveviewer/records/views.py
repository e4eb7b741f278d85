"""What the viewer asks of an open document, and what it gets: sizes, labels, links, words, pictures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from archiveviewer.records.documents import OutlineItem
from archiveviewer.records.search import Light

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points of the page as it is drawn (its own rotation done), the origin at its top left."""


def union(one: Box, other: Box) -> Box:
    """Return the smallest box around two."""
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader should be: a page of a document, what to light there, and the quote of an evidence with the value of its fact.

    `query` is the question whose answer led here: its pages are those that "next hit" walks; without it all pages with `lights` are.
    `also` and `without` are those of its request: words that mean the same count too. `from_end` chooses
    the last hit of the page instead of the first, for walking backwards.
    """

    document: int
    page: int = 1
    lights: tuple[Light, ...] = ()
    quote: str = ""
    value: str = ""
    query: str = ""
    from_end: bool = False
    also: bool = False
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """An open paged document: sizes in points and labels of all pages. This is all that is needed to lay it out."""

    sizes: tuple[tuple[float, float], ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """What an open document says about itself: its outline, and the names of the files attached inside it."""

    outline: tuple[OutlineItem, ...]
    attached: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Headings:
    """An outline made of the headings that stand on the pages before `following`; that is 0 when all have been looked at."""

    outline: tuple[OutlineItem, ...]
    following: int


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link on a page: to a page of the same document (`page` from 1), or outside (`target`), where it stays inert."""

    box: Box
    page: int | None
    target: str = ""


@dataclass(frozen=True, slots=True)
class LitPage:
    """Where the words to be lit lie on a page: for each hit a box a line, and the box of all that is printed on the page.

    `quote` and `value` are the boxes of an evidence and of the value in it, empty when not asked for or not on the page.
    `text_box` is None for a page that is a picture from edge to edge, and a point in the middle of an empty one.
    """

    page: int
    hits: tuple[tuple[Box, ...], ...]
    text_box: Box | None
    quote: tuple[Box, ...] = ()
    value: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class PageLinks:
    """The links of a page."""

    page: int
    links: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class PageLetters:
    """The text of a page in reading order, and where each of its letters stands, to be selected and copied.

    `lines` holds for each line its first letter (a code point of `text`; each line ends with a line end) and the number of the block, a
    paragraph or a column, that it belongs to. `boxes` are four 32-bit floats for each code point, as a Box, in the order of this machine.
    """

    page: int
    text: str
    lines: tuple[tuple[int, int], ...]
    boxes: bytes


@dataclass(frozen=True, slots=True)
class PagePicture:
    """Pixels of a part of a page: 4 bytes each, blue, green, red and one that says nothing, `stride` bytes a row.

    `scale` is pixels to the point; `left` and `top` are in pixels of the whole page at that scale. So the window can show them as they are.
    A view of memory is good only for a while: who wants to keep it makes a copy.
    """

    page: int
    scale: float
    left: int
    top: int
    width: int
    height: int
    stride: int
    pixels: bytes | memoryview


Viewed = OpenedDocument | Contents | Headings | PagePicture | LitPage | PageLinks | PageLetters
"""All that a viewer may answer."""


class ViewFault(StrEnum):
    """Why a document or a page cannot be shown."""

    DAMAGED = "damaged"
    EMPTY = "empty"
    PASSWORD = "password"
    CRASHED = "crashed"
    TOO_SLOW = "too_slow"
    OUT_OF_MEMORY = "out_of_memory"


@dataclass(frozen=True, slots=True)
class View:
    """What a viewer answers. `page` is that of the request, 0 for the document itself; `value` is None when there is a `fault`.

    `restarted` says that the process behind the viewer has ended since the last answer and is a new one, with the document open again.
    """

    ticket: int
    page: int
    value: Viewed | None
    fault: ViewFault | None = None
    restarted: bool = False
