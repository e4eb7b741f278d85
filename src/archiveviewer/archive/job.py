"""Main of the indexing workers: file -> pages -> terms -> facts, one file at a time.

It is named to `workers` as a string and imported by nobody, so that no other process loads PyMuPDF.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator

from archiveviewer import assets
from archiveviewer.archive import wire
from archiveviewer.extract.choose import load_readers, reader_for
from archiveviewer.extract.media import media_type
from archiveviewer.extract.reader import HEAD
from archiveviewer.facts.reading.read import load_rules, read
from archiveviewer.records import Extracted, PageText, Problem, ProblemCode, ReadDocument, ReadPage
from archiveviewer.text.gathering import Gatherer, title_terms
from archiveviewer.text.language import detect
from archiveviewer.text.symbols import symbol
from archiveviewer.workers.child import serve
from archiveviewer.workers.priority import give_way

_SAMPLES = (
    b"Report on Cambodia\n\nThe minutes of 28 July 1999 and those of 1 January 2000 are the same as the ones that are in the annex.",
    "Камбоджа\n\nИ в этом году, и в том, что был до него, они на это не шли: срок не был продлен из-за того, как это было.".encode(
        "cp1251"
    ),
    b"<!DOCTYPE html><html><title>Cambodia</title><p>Cambodia is not a party.</html>",
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj "
    b"4 0 obj<</Length 31>>stream\nBT /F 9 Tf (Towns in Cambodia) Tj ET\nendstream endobj "
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj trailer<</Root 1 0 R>>",
)
"""One of each kind, read before files are out of reach, and the first made terms of: so every module is loaded by then. The rules, and
what other languages need, are in memory and worked through when a document asks for them."""
_LANGUAGE_SAMPLE = 3000


def handle(request: bytes, blob: memoryview) -> bytes:
    """Read the file in `blob` and return the `Outcome` as bytes. Raises only on a bug: bad files are problems."""
    return wire.encode(outcome(wire.decode_job(request), blob))


def outcome(job: wire.Job, blob: memoryview) -> wire.Outcome:
    """Return what became of one file."""
    head = bytes(blob[:HEAD])
    kind = media_type(head, job.name)
    reader = reader_for(head, job.name)
    if reader is None:
        code = ProblemCode.UNSUPPORTED if len(blob) else ProblemCode.EMPTY
        return wire.Outcome(kind, None, (Problem.of(code),))
    if not job.whole:
        return wire.Outcome(kind, None, (Problem.of(ProblemCode.TOO_LARGE),))
    extracted = reader.read(blob, job.name)
    if not extracted.pages:
        return wire.Outcome(extracted.media_type, None, extracted.problems or (Problem.of(ProblemCode.EMPTY),))
    return wire.Outcome(extracted.media_type, _document(extracted, job.name))


def _document(extracted: Extracted, name: str) -> ReadDocument:
    language = detect(_sample(extracted.pages))
    found = read(extracted.pages, paged=extracted.paged, title=extracted.title, name=name)
    gatherer = Gatherer()
    pages = tuple(_pages(extracted.pages, language, gatherer))
    return ReadDocument(
        media_type=extracted.media_type,
        title=extracted.title,
        kind=found.kind,
        language=language,
        country=found.country,
        date=found.date,
        paged=extracted.paged,
        pages=pages,
        terms=gatherer.terms(),
        title_terms=title_terms(extracted.title, language),
        outline=extracted.outline,
        facts=found.facts,
        events=found.events,
        attachments=found.attachments,
        problems=extracted.problems,
        symbol=symbol(extracted.pages[0].text) if extracted.paged else None,
    )


def _sample(pages: tuple[PageText, ...]) -> str:
    """Return text from the first pages that have some: enough to tell the language of the document."""
    sample = ""
    for page in pages:
        sample += page.text[: _LANGUAGE_SAMPLE - len(sample)]
        if len(sample) >= _LANGUAGE_SAMPLE:
            break
    return sample


def _pages(pages: tuple[PageText, ...], language: str | None, gatherer: Gatherer) -> Iterator[ReadPage]:
    """Yield the pages with their terms; where `language`, that of the document, is not known, the first page that tells one sets it."""
    for page in pages:
        own = detect(page.text, likely=language) or language
        language = language or own
        yield ReadPage(
            number=page.number,
            label=page.label,
            text=page.text,
            health=page.health,
            language=own,
            stems=gatherer.page(page.text, own),
        )


def warm_up() -> None:
    """Load all that reading may need; the process can open no file afterwards."""
    gc.disable()  # all that is loaded stays: to look through it again and again takes a tenth of the time
    assets.hold()
    load_readers()
    first, *others = _SAMPLES
    outcome(wire.Job("sample"), memoryview(first))
    for sample in others:
        if reader := reader_for(sample, "sample"):
            reader.read(sample, "sample")
    gc.enable()


if __name__ == "__main__":
    give_way()
    warm_up()
    serve(handle, load_more=load_rules)
