"""Reads one page of a PDF with PyMuPDF, and looks at what it shows when it has little text. Imported only by `extract.pdf`."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import NamedTuple

import pymupdf
from pymupdf import mupdf

from archiveviewer.extract.page_problems import PageState
from archiveviewer.extract.prominent import prominent_line
from archiveviewer.extract.storable import storable
from archiveviewer.extract.titles import shortened
from archiveviewer.records import Health
from archiveviewer.text.health import judge
from archiveviewer.text.printed_numbers import in_order, may_be_reversed

TEXT_FLAGS = (
    pymupdf.TEXT_PRESERVE_LIGATURES | pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP | pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE
)
_LITTLE = 100
"""A page with less text than this many characters is looked at: it may be a picture."""
_ROOM = 8192
"""Bytes that the text of most pages needs."""
_HALF = 0.5
_FEW_PATHS = 4
_SIGNS_OF_LOSS = ("ignoring rest of page", "page may not be correct", "treating as end of file", "premature end of data")
READABLE = frozenset({PageState.TEXT, PageState.PARTIAL, PageState.NEARLY_PICTURE, PageState.MAIMED, PageState.BLANK})
"""The states of pages whose text can be trusted, as far as it goes."""
_WHOLE = {PageState.TEXT, PageState.PARTIAL, PageState.BLANK}


class PdfPage(NamedTuple):
    """What was read of a page: its text, what reading it came to, and the line that looks like a title ("" for none)."""

    text: str
    state: PageState
    headline: str = ""


def read_page(document: pymupdf.Document, index: int, *, titled: bool) -> PdfPage:
    """Return a page, with its headline if `titled` and it has text. Raises only MemoryError."""
    pymupdf.TOOLS.reset_mupdf_warnings()
    try:
        page = document.load_page(index)
        written = page.get_textpage(flags=TEXT_FLAGS)
        printed = _printed(written)
        text = storable(_in_order(written, printed) if may_be_reversed(printed) else printed)
        state = _state(page, text)
        if state is PageState.BLANK and _is_hollow(document, page):
            state = PageState.BROKEN
    except Exception as error:  # MuPDF raises a dozen kinds, one for each of its own
        let_memory_pass(error)
        return PdfPage("", PageState.BROKEN)
    warnings = pymupdf.TOOLS.mupdf_warnings()
    if state in _WHOLE and any(sign in warnings for sign in _SIGNS_OF_LOSS):
        state = PageState.BROKEN if state is PageState.BLANK else PageState.MAIMED
    headline = _headline(written) if titled and state in READABLE and text.strip() else ""
    return PdfPage(text, state, headline)


def _is_hollow(document: pymupdf.Document, page: pymupdf.Page) -> bool:
    """Whether nothing is where the page should be described; MuPDF takes that for a white page."""
    return bool(document.is_pdf and page.xref) and not document.xref_get_keys(page.xref)  # other formats end the process over `xref`


def _printed(written: pymupdf.TextPage) -> str:
    """Return the text of a page, line by line.

    MuPDF's own printer takes a fifth of the time of PyMuPDF's `extractText`. The two differ in one thing: it parts blocks by an empty
    line. On 2,759 pages of all kinds the rest was the same but for nine that are damaged or have text beside the paper.
    """
    buffer = mupdf.FzBuffer(_ROOM)
    output = mupdf.FzOutput(buffer)
    mupdf.fz_print_stext_page_as_text(output, written.this)
    output.fz_close_output()
    return bytes(mupdf.fz_buffer_extract_copy(buffer)).decode(errors="replace").replace("\n\n", "\n")


def _in_order(written: pymupdf.TextPage, printed: str) -> str:
    """Return the text of a page in a script that is written from right to left, its numbers in order, unless a letter would be lost."""
    lines = [line for block in written.extractRAWDICT()["blocks"] for line in block.get("lines", ())]
    ordered = "".join("".join(char["c"] for span in line["spans"] for char in span["chars"]) + "\n" for line, _ in in_order(lines))
    return ordered if _letters(ordered) == _letters(printed) else printed


def _letters(text: str) -> list[str]:
    return sorted(char for char in text if char.isalnum())


def _headline(written: pymupdf.TextPage) -> str:
    with contextlib.suppress(Exception):  # a title can also be had from the text
        return shortened(storable(prominent_line(written.extractDICT())))
    return ""


def _state(page: pymupdf.Page, text: str) -> PageState:
    health = judge(text)
    if health is Health.GARBLED:
        return PageState.GARBLED
    if len(text) < _LITTLE:
        painted = _painted(page)
        if not any(char.isalnum() for char in text):
            return _state_without_words(painted, marks=bool(text.strip()))
        if painted.picture > _HALF:
            return PageState.NEARLY_PICTURE
    return PageState.PARTIAL if health is Health.PARTIAL else PageState.TEXT


def _state_without_words(painted: _Painted, *, marks: bool) -> PageState:
    if painted.picture or painted.paths > _FEW_PATHS:
        return PageState.PICTURE
    return PageState.GARBLED if marks and painted.texts else PageState.BLANK


@dataclass(frozen=True, slots=True)
class _Painted:
    """What a page shows: the share of it that the largest picture covers, how many lines and areas, how many pieces of text."""

    picture: float
    paths: int
    texts: int


def _painted(page: pymupdf.Page) -> _Painted:
    whole = abs(page.rect) or 1.0
    log = page.get_bboxlog()
    pictures = [pymupdf.Rect(box) & page.rect for kind, box in log if "image" in kind or "imgmask" in kind or "shade" in kind]
    return _Painted(
        picture=max((abs(box) / whole for box in pictures), default=0.0),
        paths=sum("path" in kind for kind, _ in log),
        texts=sum("text" in kind and "ignore" not in kind for kind, _ in log),
    )


def let_memory_pass(error: Exception) -> None:
    """Raise MemoryError when that is what MuPDF means: the worker must say so and be replaced."""
    said = str(error)
    if isinstance(error, MemoryError) or ("malloc" in said and "failed" in said) or "out of memory" in said:
        raise MemoryError(said) from error
