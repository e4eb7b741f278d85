"""A render worker and the memory that it shares with the window: where a document is laid to be looked at.

It is started before it is needed and holds one document; when it ends, the client starts another, which gets the document again before
anything else. Nothing here loads PyMuPDF.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from archiveviewer.pages import wire
from archiveviewer.settings import Limits
from archiveviewer.workers.answers import Answer
from archiveviewer.workers.client import Client
from archiveviewer.workers.segments import Segment

_MAIN = "archiveviewer.pages.serve"
SECONDS = 20.0
PATIENT_SECONDS = 180.0
"""How long a page may take when a person has chosen to wait longer."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A document as it is handed over: its bytes, its language, and the languages of the library, in which questions are understood.

    `password` is kept in memory as long as the document is open, for a new worker that takes over, and nowhere else; `seconds` is how
    long opening it, or one of its pages, may take. `turned` are degrees by which it is shown turned.
    """

    data: bytes | memoryview
    language: str | None = None
    languages: tuple[str, ...] = ()
    password: str = field(default="", repr=False)
    seconds: float = SECONDS
    turned: int = 0


class Desk:
    """A render worker with its shared memory. One viewer at a time sits at it; what is answered to one that has left is dropped."""

    def __init__(self) -> None:
        """Start the worker at once, so that it is warm when a document comes."""
        self.documents = 0
        self._segments = tuple(Segment(wire.SEGMENT) for _ in range(wire.SEGMENTS))
        self._taker: Callable[[Answer], None] | None = None
        self.client = Client(_MAIN, limits=Limits(seconds=SECONDS, jobs=0), on_answer=self._take, segments=self._segments)
        self.client.start()

    def give(self, document: Handed, taker: Callable[[Answer], None]) -> None:
        """Lay a document on the desk; `taker` gets all answers from now on."""
        self.documents += 1
        self._taker = taker
        self.client.greet(wire.encode(wire.Open(document.password, document.turned)), document.data, seconds=document.seconds)

    def clear(self) -> None:
        """Take the document away and give its memory back."""
        self._taker = None
        self.client.greet(wire.encode(wire.Close()))
        self.client.start()

    def pixels(self, slot: int, size: int, *, kept: bool) -> bytes | memoryview:
        """Return what lies in a segment, itself when it is kept there, else a copy. Raises ValueError when there cannot be so much."""
        last = wire.SEGMENTS - 1
        if not (slot == last if kept else 0 <= slot < last) or not 0 <= size <= wire.SEGMENT:
            raise ValueError("no such picture")
        memory = self._segments[slot].memory
        return memoryview(memory)[:size] if kept else memory[:size]

    def close(self) -> None:
        """End the worker."""
        self._taker = None
        self.client.close()
        for segment in self._segments:
            segment.close()

    def _take(self, answer: Answer) -> None:
        if taker := self._taker:
            taker(answer)
