"""Main of the render worker: holds one document, draws its pages and finds words on them.

Colours are taken as they are written, not by the profiles that come with them: to work out how one profile becomes another held up the
first page that had it for 7 to 50 ms, and black letters of print shops came out grey.

It is named to `workers` as a string and imported by nobody, so that no other process loads PyMuPDF. All that it needs is loaded, and a page
drawn, before it says that it is ready: afterwards it can open no file, and the first page of a user's document should find everything warm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pymupdf

from archiveviewer.layout.aim import Aim
from archiveviewer.layout.looking import Room
from archiveviewer.layout.sheets import Spread
from archiveviewer.layout.zoom import Fit, Zoom
from archiveviewer.pages import wire
from archiveviewer.pages.paper import Memory, Paper, PaperError
from archiveviewer.records import Light, LitPage, OpenedDocument, PageLinks, Span, ViewFault
from archiveviewer.text.evidence import find_quote, find_value
from archiveviewer.text.spans import find
from archiveviewer.workers.child import serve
from archiveviewer.workers.segments import inherited

_SMALLEST, _LARGEST = 0.01, 100.0


class Service:
    """The document that lies open, and the segments in which its pictures are laid."""

    def __init__(self, segments: Sequence[Memory]) -> None:
        self._segments = segments
        self._next = 0
        self._paper: Paper | None = None
        self._document = OpenedDocument((), ())
        self._fault = ViewFault.EMPTY

    def handle(self, request: bytes, blob: memoryview) -> bytes:
        """Answer one request; what is wrong with the document is an answer too."""
        try:
            return wire.encode(self._answer(wire.decode_request(request), blob))
        except PaperError as error:
            return wire.encode(wire.Refused(error.fault))

    def _answer(self, request: wire.Request, blob: memoryview) -> wire.Answer:
        match request:
            case wire.Open() | wire.Close():
                return self._change(request, blob)
            case wire.Draw() | wire.See():
                return self._picture(request)
            case wire.Find():
                return wire.Found(self._find(request))
            case wire.Follow(page=page):
                return wire.Linked(PageLinks(page, self._open_paper().sheet(page).links()))
            case wire.Read(page=page):
                return wire.Lettered(self._open_paper().sheet(page).letters().whole(page))
            case _:
                return self._tell(request, self._open_paper())

    def _tell(self, request: wire.List | wire.Head, paper: Paper) -> wire.Answer:
        """Say something about the whole document."""
        match request:
            case wire.List():
                return wire.Listed(paper.contents())
            case wire.Head(first=first):
                return wire.Headed(paper.headings(first))

    def _change(self, request: wire.Open | wire.Close, blob: memoryview) -> wire.Opened | wire.Closed:
        """Close the document and open another, if so asked; one that cannot be opened is refused now, and whenever it is asked for."""
        if self._paper:
            self._paper.close()
            self._paper = None
        if isinstance(request, wire.Close):
            return wire.Closed()
        try:
            self._paper = Paper(blob, request.password, turned=request.turned)
        except PaperError as error:
            self._fault = error.fault
            raise
        self._document = self._paper.describe()
        return wire.Opened(self._document)

    def _picture(self, request: wire.Draw | wire.See) -> wire.Drawn | wire.Seen:
        match request:
            case wire.Draw(page=page, scale=scale, part=part):
                return self._draw(page, scale, part, slot=self._slot())
            case wire.See():
                return self._see(request)

    def _draw(self, page: int, scale: float, part: tuple[int, int, int, int], *, slot: int) -> wire.Drawn:
        left, top, width, height = part
        if not _SMALLEST <= scale <= _LARGEST or not 0 < width <= wire.TILE or not 0 < height <= wire.TILE:
            raise ValueError(f"no picture of {part} at {scale}")
        stride = self._open_paper().sheet(page).draw(scale, part, self._segments[slot])
        return wire.Drawn(slot=slot, at=(left, top), size=(width, height, stride))

    def _see(self, request: wire.See) -> wire.Seen:
        """Draw what will be seen of a page into the last segment, which is for that alone."""
        sight = request.aim.sight(self._document, self._frame(request.page), request.guess)
        if sight is None:
            raise ValueError(f"what is seen of page {request.page} is not one picture")
        tile = sight.tile
        return wire.Seen(tile.scale, self._draw(tile.page, tile.scale, tile.part, slot=len(self._segments) - 1))

    def _slot(self) -> int:
        """Return the segment for a picture: one of all but the last, in turn."""
        slot, self._next = self._next, (self._next + 1) % max(len(self._segments) - 1, 1)
        return slot

    def _frame(self, page: int) -> LitPage:
        return LitPage(page=page, hits=(), text_box=self._open_paper().sheet(page).printed)

    def _find(self, request: wire.Find) -> LitPage:
        frame, sheet = self._frame(request.page), self._open_paper().sheet(request.page)
        if not request.lights and not request.quote:
            return frame
        wanted = _wanted(sheet.text(), request)
        if not wanted.spans and wanted.quote == _NOWHERE:
            return frame
        letters = sheet.letters()
        if len(letters) != len(sheet.text()):  # the library's text holds letters that lie outside the page, or lacks an empty line
            wanted = _wanted(letters.text, request)
        return replace(
            frame,
            hits=tuple(boxes for span in wanted.spans if (boxes := letters.boxes_of(span))),
            quote=letters.boxes_of(wanted.quote),
            value=letters.boxes_of(wanted.value),
        )

    def _open_paper(self) -> Paper:
        if self._paper is None:
            raise PaperError(self._fault)
        return self._paper


_NOWHERE: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be lit in a text, as spans of it."""

    spans: tuple[Span, ...]
    quote: Span = _NOWHERE
    value: Span = _NOWHERE


def _wanted(text: str, request: wire.Find) -> _Wanted:
    spans = find(text, request.language, request.lights, languages=request.languages) if request.lights else ()
    quote = find_quote(text, request.quote)
    if quote is None:
        return _Wanted(spans)
    value = find_value(text[quote[0] : quote[1]], request.value)
    return _Wanted(spans, quote, (quote[0] + value[0], quote[0] + value[1]) if value else _NOWHERE)


def main() -> None:
    """Serve until the window closes the pipe."""
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)
    pymupdf.TOOLS.set_icc(False)
    service = Service(inherited())
    warm(service)
    serve(service.handle)


def warm(service: Service) -> None:
    """Open a page of our own, draw it and find a word on it, so that nothing is left to be loaded when a document comes."""
    with pymupdf.open() as document:
        document.new_page().insert_textbox((72, 72, 500, 800), "deadline 1 January 2020 " * _WARM_WORDS)
        made = document.tobytes()
    lights = tuple(Light(words) for words in ("deadline", "الموعد", "срок", "期限"))
    whole = (0, 0, wire.TILE, wire.TILE)  # so that no segment is touched for the first time when somebody waits
    aim = Aim(Room(wire.TILE, wire.TILE, 1.0), Zoom(Fit.NOTHING, _LARGE), Spread.ALL)
    asked: list[wire.Request] = [wire.See(page=1, aim=aim), *[wire.Draw(page=1, scale=1.0, part=whole)] * (wire.SEGMENTS - 1)]
    asked += [wire.Find(page=1, lights=lights, language=language) for language in _LANGUAGES]
    asked.append(wire.Find(page=1, quote="deadline 1 January 2020", value="2020-01-01"))
    service.handle(wire.encode(wire.Open()), memoryview(made))
    for request in asked:
        service.handle(wire.encode(request), memoryview(b""))
    service.handle(wire.encode(wire.Close()), memoryview(b""))


_WARM_WORDS = 120
_LARGE = 400.0
"""Per cent at which a page is larger than the largest picture."""

_LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "pt", "km")

if __name__ == "__main__":
    main()
