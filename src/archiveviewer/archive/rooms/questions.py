"""The room of questions: answers, how a question may go on, and what would find something in its place."""

from __future__ import annotations

from collections.abc import Callable

from archiveviewer.archive.rooms.folders import FoldersRoom
from archiveviewer.query import lights as query_lights
from archiveviewer.query import search as query_search
from archiveviewer.query.clock import never
from archiveviewer.records import Completion, Document, Facet, Light, SearchAnswer, Searched, SearchRequest, WaysOut


class QuestionsRoom(FoldersRoom):
    """Answers what a person asks of all documents."""

    def search(self, request: SearchRequest, *, stop: Callable[[], bool] = never) -> SearchAnswer:
        """Answer a question; `stop` is asked now and then and ends the search early."""
        return query_search.search(self._reader, request, stop=stop)

    def facets(self, request: SearchRequest, *, stop: Callable[[], bool] = never) -> tuple[Facet, ...]:
        """Count all documents that answer by country, kind, language, year and folder; of an empty question, the whole library."""
        from archiveviewer.query.facets import facets

        return facets(self._reader, request, stop=stop)

    def searched(self) -> Searched:
        """Return what an evidence sheet says of the library: how much of it can be searched today."""
        return Searched(str(self.library), self.today().isoformat(), self.coverage(), self.problems())

    def ways_out(self, request: SearchRequest, *, stop: Callable[[], bool] = never) -> WaysOut:
        """Return what would find something in place of a question that found nothing or little, each way with a count.

        It looks through all words of the library and counts several questions, for a second at most (50,000 pages: a fifth). So it
        is not part of the answer: show that first, then ask for this.
        """
        from archiveviewer.query.ways import ways_out

        return ways_out(self._reader, request.text, stop=stop)

    def completions(self, text: str, caret: int) -> tuple[Completion, ...]:
        """Return how the question `text` may go on at `caret`: fields with what they are for, or values with their documents.

        Names of fields cost nothing; values are counted in the index (50,000 pages: some milliseconds).
        """
        from archiveviewer.query.completing import completions

        return completions(self._reader, text, caret)

    def hit_pages(self, document: int, text: str, *, also: bool = False, without: tuple[str, ...] = ()) -> tuple[int, ...]:
        """Return all pages of `document` that answer the question `text`, in order; `also` and `without` as in a SearchRequest."""
        return query_search.pages_of(self._reader, document, text, also=also, without=without)

    def documents_named(self, text: str, *, limit: int = 12, stop: Callable[[], bool] = never) -> tuple[Document, ...]:
        """Return documents that have all words of `text`, or words that begin so, in their title or the name of their file."""
        from archiveviewer.query.naming import documents_named

        return documents_named(self._reader, text, limit=limit, stop=stop)

    def lights(self, text: str) -> tuple[Light, ...]:
        """Return what the question `text` lights in a page."""
        return query_lights.lights(text)
