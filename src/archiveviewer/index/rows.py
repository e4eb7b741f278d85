"""Turns a document as a worker hands it over into rows, and leaves out what does not hold together.

Workers read hostile files, so nothing they say is believed: pages are numbered from 1 without a gap, and evidence stands word for
word on its page, or it is left out and a problem says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from archiveviewer.index.blocks import PAGES, Block, pack
from archiveviewer.index.values import Value, clean, clean_text
from archiveviewer.records import (
    Attachment,
    Event,
    Evidence,
    Fact,
    FoundFile,
    Health,
    Problem,
    ProblemCode,
    ReadDocument,
    ReadPage,
    RowTerms,
)

Row = tuple[Value, ...]
_Stated = TypeVar("_Stated", Fact, Event, Attachment)

_BADNESS = (Health.GOOD, Health.RECOGNISED, Health.PARTIAL, Health.GARBLED, Health.NONE)
"""From the best to the worst."""
_HEALTH = {health: health.value for health in Health}


@dataclass(frozen=True, slots=True)
class FileRow:
    """What is kept of a file beside its document."""

    file: FoundFile
    folder: str
    sha256: str
    state: str
    media_type: str
    pages: int
    chars: int
    health: Health


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """The rows of one document, all but its number and that of its first page."""

    pages: list[Row]
    languages: list[Row]
    blocks: list[Block]
    page_terms: list[str]
    terms: RowTerms
    title_terms: RowTerms
    facts: list[Row]
    events: list[Row]
    attachments: list[Row]
    outline: list[Row]
    left_out: int


def sound(document: ReadDocument) -> bool:
    """Whether the pages of `document` are numbered as pages are."""
    return all(page.number == number for number, page in enumerate(document.pages, 1))


def worst(pages: Sequence[ReadPage]) -> Health:
    """Return the worst health among `pages`; that of no pages is none."""
    return max((page.health for page in pages), key=_BADNESS.index, default=Health.NONE)


def document_rows(document: ReadDocument) -> DocumentRows:
    """Return the rows of `document`."""
    texts = [page.text.encode("utf-8", "surrogatepass") for page in document.pages]
    placed = _Placed(document.pages)
    facts = [cleaned(_fact(fact)) for fact in placed.of(document.facts)]
    events = [cleaned(_event(event)) for event in placed.of(document.events)]
    attachments = [cleaned(_attachment(attachment)) for attachment in placed.of(document.attachments)]
    return DocumentRows(
        pages=[_page(page, len(text)) for page, text in zip(document.pages, texts, strict=True)],
        languages=[cleaned(row) for row in Counter(page.language for page in document.pages if page.language).items()],
        blocks=[pack(texts[start : start + PAGES]) for start in range(0, len(texts), PAGES)],
        page_terms=[clean_text(page.stems) for page in document.pages],
        terms=_terms(document.terms),
        title_terms=_terms(document.title_terms),
        facts=facts,
        events=events,
        attachments=attachments,
        outline=[cleaned((number, item.level, item.title, item.page)) for number, item in enumerate(document.outline)],
        left_out=placed.left_out,
    )


def problem_rows(problems: Iterable[Problem]) -> list[Row]:
    """Return the rows of the problems of one file."""
    return [cleaned((problem.page, problem.code.value, problem.reason, problem.next)) for problem in problems]


def file_row(file: FoundFile, document: ReadDocument | None, *, sha256: str, folder: str, media_type: str) -> FileRow:
    """Return the row of `file`; it counts as indexed when there is any text to search."""
    pages = document.pages if document else ()
    return FileRow(
        file=file,
        folder=folder,
        sha256=sha256,
        state="indexed" if _has_text(pages) else "problem",
        media_type=document.media_type if document else media_type,
        pages=len(pages),
        chars=sum(len(page.text) for page in pages),
        health=worst(pages),
    )


def unnamed(document: ReadDocument, rows: DocumentRows, problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems of `document` that `problems` does not name: what was left out, and that there is no text at all."""
    found = []
    if rows.left_out:
        reason = f"{rows.left_out} of its figures could not be found again in the text and were left out."
        found.append(Problem.of(ProblemCode.PARTIAL, reason=reason))
    if not problems and not _has_text(document.pages):
        found.append(Problem.of(ProblemCode.NO_TEXT if document.pages else ProblemCode.EMPTY))
    return found


def _has_text(pages: Sequence[ReadPage]) -> bool:
    return any(page.text.strip() for page in pages)


def cleaned(row: Row) -> Row:
    """Return `row` such that SQLite takes it."""
    return tuple(map(clean, row))


class _Placed:
    """Passes on what stands where its evidence says, and counts what does not."""

    def __init__(self, pages: Sequence[ReadPage]) -> None:
        self._pages = pages
        self.left_out = 0

    def of(self, stated: Sequence[_Stated]) -> list[_Stated]:
        kept = [one for one in stated if self._holds(one.evidence)]
        self.left_out += len(stated) - len(kept)
        return kept

    def _holds(self, evidence: Evidence | None) -> bool:
        if evidence is None:
            return True
        if not 1 <= evidence.page <= len(self._pages):
            return False
        start, end = evidence.span
        return 0 <= start < end and self._pages[evidence.page - 1].text[start:end] == evidence.quote


def _terms(terms: RowTerms) -> RowTerms:
    return RowTerms(clean_text(terms.exact), clean_text(terms.stems), clean_text(terms.beginnings))


def _page(page: ReadPage, length: int) -> Row:
    language = clean_text(page.language) if page.language else None
    return (page.number, clean_text(page.label), _HEALTH[page.health], language, len(page.text), length)


def _where(evidence: Evidence | None) -> Row:
    return (None, None, None, None) if evidence is None else (evidence.page, *evidence.span, evidence.quote)


def _fact(fact: Fact) -> Row:
    return (fact.country, fact.type, fact.value, fact.unit, fact.as_of, *_where(fact.evidence), fact.rule, fact.computed)


def _event(event: Event) -> Row:
    return (event.country, event.treaty, event.article, event.date, event.kind, event.text, *_where(event.evidence), event.computed)


def _attachment(one: Attachment) -> Row:
    return (one.country, one.title, one.language, one.size, one.bytes, one.received, one.family, *_where(one.evidence))
