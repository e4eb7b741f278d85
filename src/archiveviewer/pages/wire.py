"""What goes between a viewer and its render worker: small messages as MessagePack, checked when they arrive.

The worker has read a hostile file, so its answers are typed and measured before anyone uses them; pixels lie in a shared segment, and the
message only says where. A message of another shape is a lie that costs that one request.
"""

from __future__ import annotations

import msgspec

from archiveviewer.layout.aim import Aim
from archiveviewer.records import Contents, Headings, Light, LitPage, OpenedDocument, PageLetters, PageLinks, ViewFault

TILE = 1024
"""The longest side of a picture, in pixels."""

PIXEL = 4
"""Bytes of a pixel: blue, green, red, and one that says nothing."""

SEGMENT = TILE * TILE * PIXEL
"""How many bytes the largest picture takes."""

SEGMENTS = 3
"""How many pictures may lie in shared memory at one time. They are filled in turn, but for the last, in which one is kept."""


class Open(msgspec.Struct, tag=True, frozen=True):
    """Open the document in the blob, close the one before, and say what it is. `turned` is clockwise."""

    password: str = ""
    turned: int = 0


class Close(msgspec.Struct, tag=True, frozen=True):
    """Close the document that is open, if one is."""


class List(msgspec.Struct, tag=True, frozen=True):
    """Say what the document says about itself: its outline, and what is attached to it."""


class Head(msgspec.Struct, tag=True, frozen=True):
    """Look for headings on the pages from `first` on, for a moment; an outline is made of them."""

    first: int


class Draw(msgspec.Struct, tag=True, frozen=True):
    """Draw a part of a page: `part` is left, top, width and height in pixels of the whole page at `scale` pixels to the point."""

    page: int
    scale: float
    part: tuple[int, int, int, int]


class See(msgspec.Struct, tag=True, frozen=True):
    """Draw what will be seen of a page through an aim, when one looks so far down its print as is guessed.

    The picture is kept: it stays in shared memory until another such is drawn, so that nobody has to copy it in a hurry.
    """

    page: int
    aim: Aim
    guess: float | None = None


class Find(msgspec.Struct, tag=True, frozen=True):
    """Find the boxes of what is to be lit on a page whose text is in `language`, in a library that holds `languages`."""

    page: int
    lights: tuple[Light, ...] = ()
    language: str | None = None
    languages: tuple[str, ...] = ()
    quote: str = ""
    value: str = ""


class Follow(msgspec.Struct, tag=True, frozen=True):
    """Find the links of a page. The first time this may take long: names of places are looked up in the whole document."""

    page: int


class Read(msgspec.Struct, tag=True, frozen=True):
    """Give the letters of a page with their boxes."""

    page: int


class Opened(msgspec.Struct, tag=True, frozen=True):
    """What the open document is."""

    document: OpenedDocument


class Closed(msgspec.Struct, tag=True, frozen=True):
    """No document is open."""


class Listed(msgspec.Struct, tag=True, frozen=True):
    """What the document says about itself."""

    contents: Contents


class Headed(msgspec.Struct, tag=True, frozen=True):
    """The outline made so far."""

    headings: Headings


class Drawn(msgspec.Struct, tag=True, frozen=True):
    """The picture lies in the segment `slot`: `size` is width, height and bytes a row; `at` is its left and top on the page."""

    slot: int
    at: tuple[int, int]
    size: tuple[int, int, int]


class Seen(msgspec.Struct, tag=True, frozen=True):
    """What will be seen of the page, drawn at `scale`."""

    scale: float
    drawn: Drawn


class Found(msgspec.Struct, tag=True, frozen=True):
    """What was found on the page."""

    page: LitPage


class Linked(msgspec.Struct, tag=True, frozen=True):
    """The links that are on the page."""

    page: PageLinks


class Lettered(msgspec.Struct, tag=True, frozen=True):
    """The letters that are on the page."""

    page: PageLetters


class Refused(msgspec.Struct, tag=True, frozen=True):
    """The document or the page cannot be read."""

    fault: ViewFault


Request = Open | Close | List | Head | Draw | See | Find | Follow | Read
Answer = Opened | Closed | Listed | Headed | Drawn | Seen | Found | Linked | Lettered | Refused

_encoder = msgspec.msgpack.Encoder()
_request = msgspec.msgpack.Decoder(Request)
_answer: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer)


def encode(message: Request | Answer) -> bytes:
    """Return `message` as bytes for the other side."""
    return _encoder.encode(message)


def decode_request(data: bytes) -> Request:
    """Return the request. Raises `msgspec.MsgspecError`."""
    request: Request = _request.decode(data)
    return request


def decode_answer(data: bytes) -> Answer:
    """Return the answer. Raises `msgspec.MsgspecError` when it is none: the worker lied."""
    return _answer.decode(data)
