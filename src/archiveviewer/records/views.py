"""What the viewer asks of an open document, and what it gets: sizes, labels, links, words, pictures."""

from __future__ import annotations

from dataclasses import dataclass

from archiveviewer.records.documents import OutlineItem
from archiveviewer.records.search import Light

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points of the unrotated page, the origin at its top left."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader should be: a page of a document, what to light there, and the quote of an evidence with its value."""

    document: int
    page: int = 1
    lights: tuple[Light, ...] = ()
    quote: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """An open paged document: sizes in points and labels of all pages, and its outline."""

    sizes: tuple[tuple[float, float], ...]
    labels: tuple[str, ...]
    outline: tuple[OutlineItem, ...]


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link on a page: to a page of the same document (`page` from 1), or outside (`target`), where it stays inert."""

    box: Box
    page: int | None
    target: str = ""


@dataclass(frozen=True, slots=True)
class LitPage:
    """Where the words to be lit lie on a page: for each hit the boxes of its words, and the box of all text on the page."""

    page: int
    hits: tuple[tuple[Box, ...], ...]
    text_box: Box | None
    links: tuple[PageLink, ...] = ()


@dataclass(frozen=True, slots=True)
class PagePicture:
    """Pixels of a part of a page: 4 bytes each in the order BGRX, `stride` bytes a row, at `scale` pixels to the point.

    `left` and `top` are in pixels of the whole page at that scale.
    """

    page: int
    scale: float
    left: int
    top: int
    width: int
    height: int
    stride: int
    pixels: bytes
