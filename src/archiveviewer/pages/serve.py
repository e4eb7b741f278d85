"""Main of the render worker: holds one document, draws its pages and finds words on them.

It is named to `workers` as a string and imported by nobody, so that no other process loads PyMuPDF. All that it needs is loaded, and a page
drawn, before it says that it is ready: afterwards it can open no file, and the first page of a user's document should find everything warm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from mmap import mmap

import pymupdf

from archiveviewer.pages import wire
from archiveviewer.pages.letters import Letters
from archiveviewer.pages.paper import Paper, PaperError
from archiveviewer.records import Box, Light, LitPage, Span, ViewFault
from archiveviewer.text.evidence import find_quote, find_value
from archiveviewer.text.spans import find
from archiveviewer.workers.child import serve
from archiveviewer.workers.segments import inherited

Memory = mmap | memoryview | bytearray
_SMALLEST, _LARGEST = 0.01, 100.0


class Service:
    """The document that lies open, and the segments in which its pictures are laid."""

    def __init__(self, segments: Sequence[Memory]) -> None:
        self._segments = segments
        self._next = 0
        self._paper: Paper | None = None
        self._fault = ViewFault.EMPTY

    def handle(self, request: bytes, blob: memoryview) -> bytes:
        """Answer one request; what is wrong with the document is an answer too."""
        try:
            return wire.encode(self._answer(wire.decode_request(request), blob))
        except PaperError as error:
            return wire.encode(wire.Refused(error.fault))

    def _answer(self, request: wire.Request, blob: memoryview) -> wire.Answer:
        match request:
            case wire.Open():
                return self._open(request, blob)
            case wire.Describe():
                return wire.Opened(self._open_paper().describe())
            case wire.Draw():
                return self._draw(request)
            case wire.Find():
                return wire.Found(self._find(request))

    def _open(self, request: wire.Open, blob: memoryview) -> wire.Opened:
        """Take the document; one that cannot be opened is refused now, and again whenever it is asked for."""
        if self._paper:
            self._paper.close()
            self._paper = None
        if blob:
            try:
                self._paper = Paper(blob, request.password)
            except PaperError as error:
                self._fault = error.fault
                raise
        return wire.Opened(None)

    def _draw(self, request: wire.Draw) -> wire.Drawn:
        left, top, width, height = request.part
        if not _SMALLEST <= request.scale <= _LARGEST or not 0 < width <= wire.TILE or not 0 < height <= wire.TILE:
            raise ValueError(f"no picture of {request.part} at {request.scale}")
        pixels, stride = self._open_paper().sheet(request.page).draw(request.scale, request.part)
        slot, self._next = self._next, (self._next + 1) % len(self._segments)
        self._segments[slot][: len(pixels)] = pixels
        return wire.Drawn(slot=slot, at=(left, top), size=(width, height, stride))

    def _find(self, request: wire.Find) -> LitPage:
        sheet = self._open_paper().sheet(request.page)
        frame = LitPage(page=request.page, hits=(), text_box=sheet.printed(), links=sheet.links())
        if not request.lights and not request.quote:
            return frame
        letters = sheet.letters()
        quote = find_quote(letters.text, request.quote)
        hits = (letters.boxes_of(span) for span in find(letters.text, request.language, request.lights, languages=request.languages))
        return replace(
            frame,
            hits=tuple(boxes for boxes in hits if boxes),
            quote=letters.boxes_of(quote) if quote else (),
            value=_value(letters, quote, value=request.value) if quote else (),
        )

    def _open_paper(self) -> Paper:
        if self._paper is None:
            raise PaperError(self._fault)
        return self._paper


def _value(letters: Letters, quote: Span, *, value: str) -> tuple[Box, ...]:
    start, end = quote
    span = find_value(letters.text[start:end], value)
    return letters.boxes_of((start + span[0], start + span[1])) if span else ()


def main() -> None:
    """Serve until the window closes the pipe."""
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)
    service = Service(inherited())
    warm(service)
    serve(service.handle)


def warm(service: Service) -> None:
    """Open a page of our own, draw it and find a word on it, so that nothing is left to be loaded when a document comes."""
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 72), "deadline 1 January 2020")
        made = document.tobytes()
    lights = tuple(Light(words) for words in ("deadline", "الموعد", "срок", "期限"))
    asked: list[wire.Request] = [wire.Draw(page=1, scale=1.0, part=(0, 0, 64, 64))]
    asked += [wire.Find(page=1, lights=lights, language=language) for language in _LANGUAGES]
    asked.append(wire.Find(page=1, quote="deadline 1 January 2020", value="2020-01-01"))
    service.handle(wire.encode(wire.Open()), memoryview(made))
    for request in asked:
        service.handle(wire.encode(request), memoryview(b""))
    service.handle(wire.encode(wire.Open()), memoryview(b""))


_LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "pt", "km")

if __name__ == "__main__":
    main()
