"""Shows the documents that were found, each with its best pages and the lines in which the words stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archiveviewer.index.reader import Reader
from archiveviewer.query.finding import Finding, Work
from archiveviewer.query.folding import split
from archiveviewer.query.lights import lights_of
from archiveviewer.query.paging import Answering
from archiveviewer.query.ranking import Candidate
from archiveviewer.records import Document, DocumentHit, PageHit, Sibling


class Showing:
    """Makes the hits of what one plan found; `also` says that the plan was a wider one than what was typed."""

    def __init__(self, work: Work, finding: Finding, *, also: bool) -> None:
        """Show what was found so far."""
        self._work = work
        self._finding = finding
        self._is_wider = also

    def hits(self, reader: Reader) -> list[DocumentHit]:
        """Return the documents found with their best pages."""
        documents = {document.id: document for document in reader.documents(candidate.id for candidate in self._finding.found)}
        present = [candidate for candidate in self._finding.found if candidate.id in documents]
        families = reader.relatives(documents)
        self._work.judge.fetch(documents)
        self._work.clock.grace()
        with self._work.clock.watching(self._work.connection):
            ranks = enumerate(present, 1 + len(self._finding.before))
            hits = [self._hit(rank, candidate, documents[candidate.id]) for rank, candidate in ranks]
        return [self._with_family(hit, families.get(hit.document, ())) for hit in hits]

    def _with_family(self, hit: DocumentHit, family: Sequence[Sibling]) -> DocumentHit:
        siblings, copies = split(hit.document, family, self._work.request.languages)
        return replace(hit, siblings=siblings, copies=copies) if family else hit

    def _hit(self, rank: int, candidate: Candidate, document: Document) -> DocumentHit:
        answering = Answering((), at_least=True)
        with self._work.clock.stage():
            answering = answering if self._work.clock.all_over() else self._answering(candidate.id)
        return DocumentHit(
            rank=rank,
            document=document.id,
            path=document.path,
            title=document.title,
            kind=document.kind.value,
            language=document.language,
            country=document.country,
            date=document.date,
            score=round(candidate.score, 6),
            missing=candidate.missing,
            pages=tuple(self._page_hits(candidate.id, answering)),
            page_hits=len(answering.numbers),
            at_least=answering.at_least and len(answering.numbers) < document.pages,
            paged=document.paged,
            why=candidate.why,
            also=self._is_wider and not candidate.missing,
        )

    def _answering(self, id: int) -> Answering:
        if self._finding.planned.wanted:
            return self._finding.pager.answering(id, enough=max(1, self._work.request.pages_per_document))
        return Answering((1,) if self._work.judge.shelf(id).pages else (), at_least=False)

    def _page_hits(self, id: int, answering: Answering) -> list[PageHit]:
        """Return the best pages with their snippets, out of time only the best; the first page when only the title has the words."""
        numbers = answering.numbers or ((1,) if self._work.judge.shelf(id).pages else ())
        lights = lights_of(self._finding.planned.wanted)
        hits: list[PageHit] = []
        with self._work.clock.stage():
            for number in numbers[: self._work.request.pages_per_document]:
                if self._work.clock.all_over() or (hits and self._work.clock.over()):
                    break
                page = self._work.judge.text(id, number)
                line, marks = self._work.judge.excerpts.excerpt(page, lights if answering.numbers else ())
                hits.append(PageHit(page=number, label=page.label, snippet=line, marks=marks))
        return hits
