"""Reads PDF files with PyMuPDF. Imported only inside a worker: a damaged PDF can end the process.

MuPDF mends what it can and says little about it: it opens damaged files with no pages and no error, and mended ones as if
nothing had happened. So nothing is believed because no error came: what is missing is looked for, and named.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator

import pymupdf

from archiveviewer.extract.media import is_pdf, suffix
from archiveviewer.extract.page_problems import PageState, page_problems
from archiveviewer.extract.pdf_page import READABLE, let_memory_pass, read_page
from archiveviewer.extract.titles import first_title, name_title, one_line, said_title, shortened
from archiveviewer.records import Extracted, Health, OutlineItem, PageText, Problem, ProblemCode
from archiveviewer.text.labels import Rule, label, rules

MEDIA_TYPE = "application/pdf"

_HEADLESS = re.compile(rb"%PDF|\d \d{1,5} obj\b|\bstartxref\b|^xref\b", re.MULTILINE)
_FAILURES_IN_A_ROW = 1000
"""After so many pages that cannot be read one after the other, the number of pages is a lie."""
_XFA = "A form whose contents only Adobe programs show; what other programs show in its place was read."

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
        let_memory_pass(error)
        raise _UnreadableError(ProblemCode.DAMAGED) from error
    with contextlib.closing(document):
        if locked:
            raise _UnreadableError(ProblemCode.PASSWORD)
        if pages < 1:
            raise _UnreadableError(ProblemCode.DAMAGED, "The file is damaged: no page can be found in it.")
        yield document


def _read(document: pymupdf.Document, name: str) -> Extracted:
    metadata = document.metadata or {}
    title = shortened(said_title(metadata.get("title")))
    pages, states, headline = _pages(document, titled=not title)
    problems = (*page_problems(states, document.page_count, mended=bool(document.is_repaired)), *_document_problems(document))
    if not any(state is not PageState.BROKEN and state is not PageState.BLANK for state in states):
        return Extracted(MEDIA_TYPE, name_title(name), paged=True, pages=(), problems=problems)
    return Extracted(
        media_type=MEDIA_TYPE,
        title=title or headline or _first_title(pages) or name_title(name),
        paged=True,
        pages=pages,
        outline=_outline(document),
        problems=problems,
    )


def _pages(document: pymupdf.Document, *, titled: bool) -> tuple[tuple[PageText, ...], list[PageState], str]:
    """Read page after page; one that fails costs only itself, until so many fail that the rest is not there.

    If `titled`, the headline of the first page that has text is returned too.
    """
    labels = _labels(document)
    pages, states, failures, headline = [], [], 0, ""
    for index in range(document.page_count):
        page = read_page(document, index, titled=titled)
        if titled and page.state in READABLE and page.text.strip():
            titled, headline = False, page.headline
        failures = failures + 1 if page.state is PageState.BROKEN else 0
        pages.append(PageText(index + 1, label(index, labels), page.text, _HEALTH[page.state]))
        states.append(page.state)
        if failures == _FAILURES_IN_A_ROW:
            return tuple(pages[:-failures]), states[:-failures], headline
    return tuple(pages), states, headline


def _labels(document: pymupdf.Document) -> tuple[Rule, ...]:
    with contextlib.suppress(Exception):  # labels are an ornament: whatever is wrong with them, pages have numbers
        return rules(document.get_page_labels())
    return ()


def _outline(document: pymupdf.Document) -> tuple[OutlineItem, ...]:
    """Return the outline; an entry that leads nowhere stands at the page of the one before."""
    items: list[OutlineItem] = []
    with contextlib.suppress(Exception):  # an outline that cannot be read is no reason to lose the pages
        for level, title, page in document.get_toc(simple=True):
            here = page if 1 <= page <= document.page_count else items[-1].page if items else 1
            items.append(OutlineItem(level, shortened(one_line(title)), here))
    return tuple(items)


def _first_title(pages: tuple[PageText, ...]) -> str:
    """Return what the words of the first page with text that can be read make as a title."""
    first = next((page for page in pages if page.health in (Health.GOOD, Health.PARTIAL) and page.text.strip()), None)
    return first_title(first.text) if first else ""


def _document_problems(document: pymupdf.Document) -> Iterator[Problem]:
    """Name what lies in the file beside its pages and was not read."""
    with contextlib.suppress(Exception):  # asked of the structure of a file that may be damaged
        if files := document.embfile_count():
            yield Problem.of(ProblemCode.PARTIAL, reason=f"Files inside this file were not read: {files}.")
    with contextlib.suppress(Exception):  # as above
        kind, _ = document.xref_get_key(document.pdf_catalog(), "AcroForm/XFA")
        if kind != "null" and document.xref_get_key(document.pdf_catalog(), "NeedsRendering")[1] == "true":
            yield Problem.of(ProblemCode.PARTIAL, reason=_XFA)
