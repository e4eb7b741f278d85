"""What the place Search asks the archive, each in a thread: the answer, what would find something, and the pages that answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from archiveviewer.gui.search.question import Order, Question
from archiveviewer.records import Coverage, Place, SearchAnswer, SearchRequest, Sort, WaysOut

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive


@dataclass(frozen=True, slots=True)
class Shown:
    """The question that the list answers, with its answer."""

    question: Question
    answer: SearchAnswer
    coverage: Coverage
    limit: int


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is asked for: so many documents, in so many seconds, None being as long as people like to wait."""

    limit: int
    seconds: float | None = None


def answered(archive: Archive, question: Question, effort: Effort, languages: Sequence[str], stop: Callable[[], bool]) -> Shown:
    """Return the answer to a question, as far as `effort` goes; documents in `languages` come first where there is a choice."""
    sort = Sort.DATE if question.order is Order.NEWEST else Sort.RELEVANCE
    request = SearchRequest(question.query, sort=sort, typing=question.being_typed, collapse=True, languages=tuple(languages))
    request = replace(request, limit=effort.limit, seconds=effort.seconds, also=question.also, without=question.also_not)
    answer = archive.search(request, stop=stop)
    return Shown(question, answer, archive.coverage(), effort.limit)


def hit_pages(archive: Archive, place: Place) -> tuple[int, ...]:
    """Return the pages of a document that answer the question of a place."""
    return archive.hit_pages(place.document, place.query, also=place.also, without=place.without)


def ways(archive: Archive, question: Question, stop: Callable[[], bool]) -> tuple[WaysOut, int]:
    """Return what would find something, and how many documents say the same in other words."""
    also = SearchRequest(question.query, limit=1, pages_per_document=0, also=True)
    said = 0 if question.also else archive.search(also, stop=stop).documents
    return archive.ways_out(SearchRequest(question.query), stop=stop), said


def answering(archive: Archive, place: Place) -> tuple[int, ...]:
    """Return the pages of a document that answer the question of a place, or else its page, as far as there is one."""
    pages = hit_pages(archive, place) if place.query else ()
    return tuple(pages) or (min(place.page, max(1, archive.document(place.document).pages)),)
