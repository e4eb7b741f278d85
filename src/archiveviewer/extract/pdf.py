"""Reads PDF files with PyMuPDF. Imported only inside a worker: a damaged PDF can end the process.

MuPDF mends what it can and says little about it: it opens damaged files with no pages and no error, and mended ones as if
nothing had happened. So nothing is believed because no error came: what is missing is looked for, and named.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pymupdf

from archiveviewer.extract.media import is_pdf, suffix
from archiveviewer.extract.page_problems import PageState, page_problems
from archiveviewer.extract.prominent import prominent_line
from archiveviewer.extract.storable import storable
from archiveviewer.extract.titles import first_title, name_title, one_line, said_title, shortened
from archiveviewer.records import Extracted, Health, OutlineItem, PageText, Problem, ProblemCode
from archiveviewer.text.health import judge

MEDIA_TYPE = "application/pdf"

_TEXT_FLAGS = (
    pymupdf.TEXT_PRESERVE_LIGATURES | pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP | pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE
)
_HEADLESS = re.compile(rb"%PDF|\d \d{1,5} obj\b|\bstartxref\b|^xref\b", re.MULTILINE)
_DATE = re.compile(r"D?:?((?:19|20)\d\d)(0[1-9]|1[0-2])?(0[1-9]|[12]\d|3[01])?")
_LITTLE = 100
"""A page with less text than this many characters is looked at: it may be a picture."""
_HALF = 0.5
_FEW_PATHS = 4
_LONGEST_LABEL = 24
_SIGNS_OF_LOSS = ("ignoring rest of page", "page may not be correct", "treating as end of file", "premature end of data")
_FAILURES_IN_A_ROW = 50
"""After so many pages that cannot be read one after the other, the number of pages is a lie."""
_XFA = "A form whose contents only Adobe programs show; what other programs show in its place was read."


class PdfReader:
    """Reads PDF: text page by page, labels, outline, title and date."""

    media_types: tuple[str, ...] = (MEDIA_TYPE,)

    def __init__(self) -> None:
        """Silence MuPDF, and read one small file, which loads all that reading needs."""
        pymupdf.TOOLS.mupdf_display_errors(False)
        pymupdf.TOOLS.mupdf_display_warnings(False)
        with pymupdf.open() as document:
            document.new_page().insert_text((72, 72), "A title")
            document.set_toc([[1, "A title", 1]])
            document.set_page_labels([{"startpage": 0, "prefix": "", "style": "r", "firstpagenum": 1}])
            self.read(document.tobytes(), "warm-up.pdf")

    def claims(self, head: bytes, name: str) -> float | None:
        """Claim what has the header of a PDF; what is only named so, more surely when objects of a PDF are to be seen."""
        if is_pdf(head):
            return 1.0
        if suffix(name) != ".pdf":
            return None
        return 0.8 if _HEADLESS.search(head) else 0.2

    def read(self, data: bytes | memoryview, name: str) -> Extracted:
        """Return all pages, also those without text, unless the file as a whole cannot be read."""
        try:
            with _opened(data) as document:
                return _read(document, name)
        except _UnreadableError as error:
            return Extracted(MEDIA_TYPE, name_title(name), paged=True, pages=(), problems=(error.problem,))
        finally:
            pymupdf.TOOLS.reset_mupdf_warnings()


class _UnreadableError(Exception):
    """The file as a whole cannot be read."""

    def __init__(self, code: ProblemCode, reason: str = "") -> None:
        super().__init__(reason)
        self.problem = Problem.of(code, reason=reason)


@contextlib.contextmanager
def _opened(data: bytes | memoryview) -> Iterator[pymupdf.Document]:
    if not len(data):
        raise _UnreadableError(ProblemCode.EMPTY)
    try:
        document = pymupdf.open(stream=data, filetype="pdf")
        locked = bool(document.needs_pass) and not document.authenticate("")
        pages = 0 if locked else document.page_count
    except Exception as error:  # MuPDF raises a dozen kinds, one for each of its own
        _let_memory_pass(error)
        raise _UnreadableError(ProblemCode.DAMAGED) from error
    with contextlib.closing(document):
        if locked:
            raise _UnreadableError(ProblemCode.PASSWORD)
        if pages < 1:
            raise _UnreadableError(ProblemCode.DAMAGED, "The file is damaged: no page can be found in it.")
        yield document


def _read(document: pymupdf.Document, name: str) -> Extracted:
    pages, states = _pages(document)
    problems = (*page_problems(states, document.page_count, mended=bool(document.is_repaired)), *_document_problems(document))
    metadata = document.metadata or {}
    if not any(state is not PageState.BROKEN and state is not PageState.BLANK for state in states):
        return Extracted(MEDIA_TYPE, name_title(name), paged=True, pages=(), problems=problems)
    return Extracted(
        media_type=MEDIA_TYPE,
        title=_title(document, metadata.get("title"), pages) or name_title(name),
        paged=True,
        pages=pages,
        outline=_outline(document),
        problems=problems,
        created=_date(metadata.get("creationDate")),
    )


def _pages(document: pymupdf.Document) -> tuple[tuple[PageText, ...], list[PageState]]:
    """Read page after page; one that fails costs only itself, until so many fail that the rest is not there."""
    labelled = _has_labels(document)
    pages, states, failures = [], [], 0
    for index in range(document.page_count):
        text, label, state = _page(document, index, labelled=labelled)
        failures = failures + 1 if state is PageState.BROKEN else 0
        pages.append(PageText(index + 1, label or str(index + 1), text, _HEALTH[state]))
        states.append(state)
        if failures >= _FAILURES_IN_A_ROW:
            break
    return tuple(pages), states


def _page(document: pymupdf.Document, index: int, *, labelled: bool) -> tuple[str, str, PageState]:
    pymupdf.TOOLS.reset_mupdf_warnings()
    try:
        page = document.load_page(index)
        text = storable(page.get_textpage(flags=_TEXT_FLAGS).extractText())
        state = _state(page, text)
    except Exception as error:  # MuPDF raises a dozen kinds, one for each of its own
        _let_memory_pass(error)
        return "", "", PageState.BROKEN
    warnings = pymupdf.TOOLS.mupdf_warnings()
    if state in _WHOLE and any(sign in warnings for sign in _SIGNS_OF_LOSS):
        state = PageState.BROKEN if state is PageState.BLANK else PageState.MAIMED
    return text, _label(page) if labelled else "", state


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


def _has_labels(document: pymupdf.Document) -> bool:
    with contextlib.suppress(Exception):  # labels are an ornament: whatever is wrong with them, pages have numbers
        return bool(document.get_page_labels())
    return False


def _label(page: pymupdf.Page) -> str:
    """Return what is printed on the page as its number, or nothing; a label that is absurdly long is none."""
    with contextlib.suppress(Exception):  # as above
        label = one_line(page.get_label())
        return label if len(label) <= _LONGEST_LABEL else ""
    return ""


def _outline(document: pymupdf.Document) -> tuple[OutlineItem, ...]:
    """Return the outline; an entry that leads nowhere stands at the page of the one before."""
    items: list[OutlineItem] = []
    with contextlib.suppress(Exception):  # an outline that cannot be read is no reason to lose the pages
        for level, title, page in document.get_toc(simple=True):
            here = page if 1 <= page <= document.page_count else items[-1].page if items else 1
            items.append(OutlineItem(level, shortened(one_line(title)), here))
    return tuple(items)


def _title(document: pymupdf.Document, said: str | None, pages: tuple[PageText, ...]) -> str:
    if title := said_title(said):
        return shortened(title)
    first = next((page for page in pages if page.health in (Health.GOOD, Health.PARTIAL) and page.text.strip()), None)
    if first is None:
        return ""
    with contextlib.suppress(Exception):  # a title can also be had from the text
        layout = document[first.number - 1].get_text("dict", flags=_TEXT_FLAGS)
        if title := prominent_line(layout):
            return shortened(storable(title))
    return first_title(first.text)


def _date(said: str | None) -> str | None:
    found = _DATE.match(said or "")
    return "-".join(part for part in found.groups() if part) if found else None


def _document_problems(document: pymupdf.Document) -> Iterator[Problem]:
    """Name what lies in the file beside its pages and was not read."""
    with contextlib.suppress(Exception):  # asked of the structure of a file that may be damaged
        if files := document.embfile_count():
            yield Problem.of(ProblemCode.PARTIAL, reason=f"Files inside this file were not read: {files}.")
    with contextlib.suppress(Exception):  # as above
        kind, _ = document.xref_get_key(document.pdf_catalog(), "AcroForm/XFA")
        if kind != "null" and document.xref_get_key(document.pdf_catalog(), "NeedsRendering")[1] == "true":
            yield Problem.of(ProblemCode.PARTIAL, reason=_XFA)


def _let_memory_pass(error: Exception) -> None:
    """Raise MemoryError when that is what MuPDF means: the worker must say so and be replaced."""
    said = str(error)
    if isinstance(error, MemoryError) or ("malloc" in said and "failed" in said) or "out of memory" in said:
        raise MemoryError(said) from error


_HEALTH = {
    PageState.TEXT: Health.GOOD,
    PageState.PARTIAL: Health.PARTIAL,
    PageState.GARBLED: Health.GARBLED,
    PageState.PICTURE: Health.NONE,
    PageState.NEARLY_PICTURE: Health.PARTIAL,
    PageState.MAIMED: Health.PARTIAL,
    PageState.BLANK: Health.GOOD,
    PageState.BROKEN: Health.PARTIAL,
}
_WHOLE = {PageState.TEXT, PageState.PARTIAL, PageState.BLANK}
