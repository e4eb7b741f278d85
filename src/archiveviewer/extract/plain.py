"""Reads plain text and Markdown, and files without an ending that turn out to be text."""

from __future__ import annotations

import re

from archiveviewer.extract import encoding
from archiveviewer.extract.media import TEXT, is_text, media_type, suffix
from archiveviewer.extract.reader import HEAD
from archiveviewer.extract.storable import storable
from archiveviewer.extract.titles import first_title, name_title, one_line, said_title, shortened
from archiveviewer.extract.unpaged import unpaged
from archiveviewer.records import Extracted, Problem, ProblemCode

_MARKDOWN = "text/markdown"
_NAMES = {".txt", ".text", ".md", ".markdown", ".mdown"}
_PROSE = {TEXT, _MARKDOWN, "text/x-rst", "text/x-org"}
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE | re.IGNORECASE)
_FENCED = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#{1,2}[ \t]+(.+?)[ \t#]*$|^(\S[^\n]{0,200})\n(?:=+|-{3,})[ \t]*$", re.MULTILINE)
_EARLY = 2000
"""A heading later than this many characters does not name the document."""


class PlainReader:
    """Reads text as it is written, cut into sections."""

    media_types: tuple[str, ...] = (TEXT, _MARKDOWN, "text/x-rst", "text/x-org")

    def __init__(self) -> None:
        """Load what decoding may need."""
        encoding.load()

    def claims(self, head: bytes, name: str) -> float | None:
        """Claim what reads as text and is no format of its own; under a name for texts, also what is neither."""
        named = suffix(name) in _NAMES
        if not head:
            return 0.3 if named else None
        if is_text(head):
            return (0.7 if named else 0.4) if media_type(head, name) in _PROSE else None
        return 0.1 if named else None

    def read(self, data: bytes | memoryview, name: str) -> Extracted:
        """Return the text in sections."""
        data = bytes(data)
        kind = media_type(data[:HEAD], name)
        kind = kind if kind in _PROSE else TEXT
        if data and not is_text(data[:HEAD]):
            problem = Problem.of(ProblemCode.DAMAGED, reason="The file is named as a text but holds none.")
            return Extracted(kind, name_title(name), paged=False, pages=(), problems=(problem,))
        decoded = encoding.decode(data)
        text = storable(decoded.text)
        return unpaged(text, media_type=kind, title=_title(text, kind) or name_title(name), lossy=decoded.lossy)


def _title(text: str, kind: str) -> str:
    if kind == TEXT:
        return first_title(text)
    front = _FRONT.match(text)
    said = _FRONT_TITLE.search(front.group(1)) if front else None
    if said and (title := said_title(said.group(1))):
        return shortened(title)
    body = _FENCED.sub("", text[front.end() if front else 0 :][:_EARLY])
    heading = _HEADING.search(body)
    return shortened(one_line(heading.group(1) or heading.group(2))) if heading else first_title(body)
