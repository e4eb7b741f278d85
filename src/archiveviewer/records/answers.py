"""What an evidence sheet is made of: many questions, what answered each, and what could not be searched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from archiveviewer.records.documents import Document
from archiveviewer.records.files import Problem
from archiveviewer.records.search import DocumentHit, SearchAnswer
from archiveviewer.records.work import Coverage


@dataclass(frozen=True, slots=True)
class Answered:
    """One of many questions. `documents` belong to the hits of the answer, one for one; without an answer `fault` says why."""

    name: str
    question: str
    answer: SearchAnswer | None
    documents: tuple[Document, ...] = ()
    fault: str = ""

    @property
    def found(self) -> Iterable[tuple[DocumentHit, Document]]:
        """The hits with their documents."""
        return zip(self.answer.hits, self.documents, strict=True) if self.answer else ()


@dataclass(frozen=True, slots=True)
class Searched:
    """What many questions were asked of: the library, on the day `made` (ISO 8601), and how much of it could be searched."""

    library: str
    made: str
    coverage: Coverage
    problems: tuple[Problem, ...]
