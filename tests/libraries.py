"""Makes small documents for the tests of the index and of search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from archiveviewer.index.writer import Writer
from archiveviewer.records import Fact, FoundFile, Health, Kind, Problem, ReadDocument, ReadPage
from archiveviewer.text.gathering import Gatherer, title_terms

FOLDER = "/archive"


def found(name: str, *, size: int = 1, mtime_ns: int = 1) -> FoundFile:
    """Return a file of the library folder."""
    return FoundFile(f"{FOLDER}/{name}", size, mtime_ns)


def page(number: int, text: str, language: str | None = "en") -> ReadPage:
    """Return page `number` with its terms."""
    health = Health.GOOD if text.strip() else Health.NONE
    return ReadPage(number, str(number), text, health, language, Gatherer().page(text, language))


def document(*texts: str, title: str = "A document", language: str | None = "en", **more: object) -> ReadDocument:
    """Return a document with these pages; `more` are further fields of it."""
    gatherer = Gatherer()
    for text in texts:
        gatherer.page(text, language)
    plain = ReadDocument(
        media_type="text/plain",
        title=title,
        kind=Kind.OTHER,
        language=language,
        country=None,
        date=None,
        paged=True,
        pages=tuple(page(number, text, language) for number, text in enumerate(texts, 1)),
        terms=gatherer.terms(),
        title_terms=title_terms(title, language),
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # tests name the fields rightly or fail


def fact(**more: object) -> Fact:
    """Return a fact without evidence, or with the fields of `more`."""
    plain = Fact(country="KHM", type="mines_destroyed", value="203671", unit=None, as_of=None, evidence=None, rule="made_up", computed=True)
    return replace(plain, **more)  # type: ignore[arg-type]  # tests name the fields rightly or fail


def put(
    writer: Writer, name: str, read: ReadDocument | None, *, sha256: str = "", problems: Sequence[Problem] = (), mtime_ns: int = 1
) -> None:
    """Store one document; its hash is its name unless given."""
    writer.store(found(name, mtime_ns=mtime_ns), sha256=sha256 or name, folder=FOLDER, document=read, problems=problems)


def library(folder: Path, documents: dict[str, ReadDocument]) -> Path:
    """Make a library of `documents` by name and return its folder."""
    with Writer(folder) as writer:
        for name, read in documents.items():
            put(writer, name, read)
    return folder
