"""Answers questions: the documents that have all the words, then those with most of them, each with its best pages.

Everything is answered from one state of the index. When time runs out, what has been found so far is the answer, and says so.
"""

from __future__ import annotations

from collections.abc import Callable

from archiveviewer.index.reader import Reader
from archiveviewer.query.clock import Clock, never
from archiveviewer.query.finding import Finding, Work
from archiveviewer.query.folding import Folding
from archiveviewer.query.judging import Judge
from archiveviewer.query.lights import lights_of
from archiveviewer.query.paging import Answering, Pager
from archiveviewer.query.plan import Planned
from archiveviewer.query.showing import Showing
from archiveviewer.query.vocabulary import LibraryVocabulary
from archiveviewer.query.widening import Wider, plans_of
from archiveviewer.records import SearchAnswer, SearchRequest

_SOFT_SECONDS, _SOFT_SECONDS_TINY = 0.012, 0.05
"""How long counts may take before it is the turn of what is shown; in a tiny library that is enough for all of them."""
_SECONDS = 0.5
"""How long an answer may take."""
_ALL_SECONDS = 10.0
"""How long it may take to look through all pages of one document."""


def search(reader: Reader, request: SearchRequest, *, stop: Callable[[], bool] = never) -> SearchAnswer:
    """Answer `request`. Raises ArchiveError when the library cannot be read, and on nothing that can be typed."""
    seconds = _SECONDS if request.seconds is None else request.seconds
    languages = reader.languages()
    with reader.snapshot() as connection:
        judge = Judge(connection, reader.rows(), languages=languages)
        soft = _SOFT_SECONDS_TINY if judge.tables.tiny else _SOFT_SECONDS
        clock = Clock(seconds, soft=soft, stop=stop, documents=request.limit)
        work = Work(connection, judge, clock, request, Folding(reader, judge, request.languages) if request.collapse else None)
        with clock.watching(connection):
            vocabulary = LibraryVocabulary(connection, clock, small=judge.tables.small, tiny=judge.tables.tiny)
            planned, wide = plans_of(request, languages, vocabulary=vocabulary)
            findings = _found(work, planned, wide)
        partly = clock.cut_short
        hits = [hit for one in findings for hit in Showing(work, one, also=one is not findings[0]).hits(reader)]
        having = [hit for hit in hits if not hit.missing]
        documents = max(*(one.documents for one in findings), len(having))
        at_least = (partly or any(one.at_least for one in findings)) and (documents < len(reader.rows()) or documents < judge.documents())
    wanted = (wide.planned if wide else planned).wanted
    return SearchAnswer(
        text=request.text,
        hits=tuple(hits),
        documents=documents,
        pages=sum(hit.page_hits for hit in having),
        at_least=at_least,
        pages_at_least=clock.cut_short or any(hit.at_least for hit in having),
        parts=planned.understood,
        notes=planned.question.notes,
        wanted=len(wanted),
        held=max((len(wanted) - len(hit.missing) for hit in hits), default=0),
        lights=lights_of(wanted),
        milliseconds=clock.milliseconds,
        also=wide.also if wide else (),
    )


def _found(work: Work, planned: Planned, wide: Wider | None) -> list[Finding]:
    """Find what has the words as typed, then behind it what a wider plan adds."""
    findings = [Finding(work, planned)]
    with work.clock.stage():
        findings[0].find(relax=wide is None)
    if wide is not None:
        findings.append(Finding(work, wide.planned, before=findings[0].found))
        with work.clock.stage():
            findings[1].find(relax=True)
    return findings


def pages_of(reader: Reader, document: int, text: str, *, also: bool = False, without: tuple[str, ...] = ()) -> tuple[int, ...]:
    """Return all pages of `document` that answer the question `text`, in order; its first when the question names no words.

    With `also`, pages that have other words for the same count where none has the words as typed; see SearchRequest.
    """
    request = SearchRequest(text, also=also, without=without)
    clock = Clock(_ALL_SECONDS, soft=_ALL_SECONDS, stop=never)
    languages = reader.languages()
    with reader.snapshot() as connection:
        judge = Judge(connection, reader.rows(), languages=languages)
        judge.fetch([document])
        vocabulary = LibraryVocabulary(connection, clock, small=judge.tables.small)
        planned, wide = plans_of(request, languages, vocabulary=vocabulary)
        if not judge.knows(document) or planned.root is None:
            return ()
        if not planned.wanted:
            return (1,) if judge.shelf(document).pages else ()
        found = Answering((), at_least=True)
        with clock.watching(connection), clock.stage():
            for one in (planned, wide.planned) if wide else (planned,):
                if not found.numbers:
                    found = Pager(judge, one.wanted, clock=clock, complete=True).answering(document, enough=None)
        return tuple(sorted(found.numbers))
