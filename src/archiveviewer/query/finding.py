"""Finds and ranks the documents of a plan: those that have all the words, then those with most of them."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from archiveviewer.index.connect import Connection
from archiveviewer.query.clock import Clock
from archiveviewer.query.folding import VERSIONS, Folding
from archiveviewer.query.judging import Judge
from archiveviewer.query.leaf import Leaf
from archiveviewer.query.leaves import Plan, is_final, shown
from archiveviewer.query.paging import Pager, Together
from archiveviewer.query.plan import Planned
from archiveviewer.query.ranking import Candidate, ranked
from archiveviewer.query.sql import Statement, statement
from archiveviewer.query.terms import is_row, together
from archiveviewer.records import SearchRequest, Sort

_RERANKED = 2
"""So many times the limit are looked into before the best are chosen."""
_CHUNK, _LARGEST_CHUNK = 40, 160
"""The pages of so many documents are asked for at first, then of twice as many each time, until enough of them answer."""
_MOST_TELLING = 5
_FIRST_JUDGED, _MOST_JUDGED = 2000, 100_000
_NEAR = 10
_PATIENCE_SECONDS, _WITH_DISK = 0.02, 2
"""How long it takes to find all pages with a phrase, before some are enough; and so many times as long where a disk is waited for."""
_SOME_PAGES, _FOR_FEWER = 60, 15
"""So many are some. For fewer it is worth so many times the patience, which is enough for a million pages: otherwise thousands of
documents are looked into for each that has it, until time is over."""
_MOST_WITH_PHRASES = 8000
"""Documents with a phrase, or with its words in the title, that are ranked apart from all others."""


@dataclass(frozen=True, slots=True)
class Work:
    """What the search for one question goes on with; `folding` gives one text one row, when that was asked for."""

    connection: Connection
    judge: Judge
    clock: Clock
    request: SearchRequest
    folding: Folding | None


class Finding:
    """Finds the documents of one plan.

    `documents` counts those that have all words, as far as they were counted; `found` are the best, behind those of `before`.
    """

    def __init__(self, work: Work, planned: Planned, *, before: Sequence[Candidate] = ()) -> None:
        """Begin; with `before`, behind the documents that a narrower plan found."""
        self._connection = work.connection
        self.planned = planned
        self._request = work.request
        self._clock = work.clock
        self._judge = work.judge
        self._telling = self._rarest()
        self.pager = Pager(self._judge, self._telling, clock=self._clock)
        self._folding = work.folding
        self.before = tuple(before)
        self.found: list[Candidate] = []
        self.documents = 0
        self.at_least = False

    def find(self, *, relax: bool) -> None:
        """Find and rank documents, with `relax` also such that lack words; what is found stays when it is ended in between."""
        if self.planned.root is None or self._request.limit < 1:
            return
        strict = self._strict()
        has_time = not (self._clock.over() or self._clock.cut_short)
        self._clock.grace()
        self._keep(strict)
        if relax and self._room and len(self.planned.wanted) > 1 and has_time and not self._clock.over():
            self._keep(self._relaxed({candidate.id for candidate in (*self.before, *strict)}))

    def _rarest(self) -> list[Plan]:
        """Return the parts by which pages are chosen: of a long question the rarest, since common words stand on every page."""
        wanted = self.planned.wanted
        if len(wanted) <= _MOST_TELLING:
            return list(wanted)
        with self._clock.stage():
            rare = sorted(wanted, key=self._judge.frequency)[:_MOST_TELLING]
            return [part for part in wanted if part in rare]
        return list(wanted[:_MOST_TELLING])

    # -- documents ----------------------------------------------------------------------------------------------

    def _strict(self) -> list[Candidate]:
        """Return documents that have all the words, and count them."""
        asked = statement(self.planned.parts)
        held = len(self.planned.wanted)
        root = self.planned.root
        assert root is not None
        if not self._room and not is_final(root):
            self.at_least = True  # none would be shown, and counting them takes long
            return []
        if is_final(root):
            rows = self._shallow(self._best(asked, self._deep, newest=self._by_date))
            self.documents = len(rows)
            with self._clock.stage():
                self.documents = asked.count(self._connection)
        elif asked.match and not self._by_date:
            rows = self._judged(self._likely(asked), root)
        else:
            rows = self._judged(self._with_all_phrases(self._best(asked, _MOST_JUDGED, newest=self._by_date)), root)
        return [Candidate(id, score, held=held) for id, score in rows]

    def _best(self, asked: Statement, limit: int, *, newest: bool = False) -> Sequence[tuple[int, float]]:
        """Return the best documents, or the newest; where it takes too long to rank them all, some, so that there is something to show."""
        with self._clock.stage(self._clock.late):
            return asked.newest(self._connection, limit) if newest else asked.first(self._connection, limit)
        self.at_least = True
        return asked.some(self._connection, self._depth)

    def _likely(self, asked: Statement) -> Iterator[tuple[int, float]]:
        """Give documents that may answer, those on whose pages phrases were found first, each sort best first."""
        given: set[int] = set()
        self._judge.narrowed.update(part for part in self.planned.parts if isinstance(part, Leaf))
        few, all_of_them = self._with_phrases()
        if few is not None:
            given = few
            yield from asked.ranked(self._connection, _MOST_JUDGED, among=few)
        for skipped, most in () if all_of_them else ((0, _FIRST_JUDGED), (_FIRST_JUDGED, _MOST_JUDGED)):
            rows = self._best(asked, most)
            yield from (row for row in rows[skipped:] if row[0] not in given)
            if len(rows) < most:
                return

    def _with_all_phrases(self, rows: Iterable[tuple[int, float]]) -> Iterator[tuple[int, float]]:
        """Give those documents that may have the phrases, as far as it is known which do, in their order."""
        few, all_of_them = self._with_phrases()
        return (row for row in rows if few is None or not all_of_them or row[0] in few)

    def _with_phrases(self) -> tuple[set[int] | None, bool]:
        """Return documents that may have the phrases of the question, and whether these are all; None where they stand everywhere."""
        few: set[int] | None = None
        complete = True
        processor, clock = time.thread_time(), time.perf_counter()
        rows: list[int] = []

        def enough() -> bool:
            patience = _PATIENCE_SECONDS * (1 if len(rows) >= _SOME_PAGES else _FOR_FEWER)
            return time.thread_time() - processor > patience or time.perf_counter() - clock > _WITH_DISK * patience

        for part in self.planned.parts:
            if isinstance(part, Leaf) and is_row(part.pages):
                rows = []
                found: bool | None = False
                with self._clock.stage(enough):
                    found = self._judge.tables.first_rows(part.pages, rows, enough=enough)
                if found is not None:
                    having = self._judge.having(part, rows)
                    few, complete = having if few is None else few & having, complete and found
        useful = few is not None and len(few) <= _MOST_WITH_PHRASES and (complete or len(few) >= self._depth)
        return (few, complete) if useful else (None, False)

    def _judged(self, rows: Iterator[tuple[int, float]], root: Plan) -> list[tuple[int, float]]:
        """Return the best documents for which the whole question holds; count on as long as there is time."""
        found: list[tuple[int, float]] = []
        size, left = _CHUNK, True
        while left and not self._clock.over() and not (len(found) >= self._request.limit and self._clock.soft_over()):
            chunk: list[tuple[int, float]] = []
            with self._clock.stage():
                chunk = list(islice(rows, size))
                holding = self._judge.holding(root, [id for id, _ in chunk])
                found.extend(row for row in chunk if row[0] in holding)
            left = len(chunk) == size
            size = size if len(found) >= self._request.limit else min(2 * size, _LARGEST_CHUNK)
        self.at_least = self.at_least or left
        self.documents = len(found)
        self._clock.grace()  # or what was found is lost where time is over, as it is still to be looked up
        return self._shallow(found)

    def _relaxed(self, taken: set[int]) -> list[Candidate]:
        """Return documents that have some of the words and lack others, without those `taken`."""
        wanted = self.planned.wanted
        asked = statement(self.planned.required, wanted=wanted if self._judge.tables.small else self._telling)
        best = self._best(asked, self._deep + len(taken))
        rows = self._shallow([row for row in best if row[0] not in taken])
        allowed = {id for id, _ in rows}
        for part in self.planned.required:
            if not is_final(part):
                allowed = self._judge.holding(part, allowed)
        holding = [self._judge.holding(part, allowed) for part in wanted]
        found = []
        for id, score in rows:
            missing = tuple(shown(part) for part, having in zip(wanted, holding, strict=True) if id not in having)
            if id in allowed and 0 < len(missing) < len(wanted):
                found.append(Candidate(id, score, held=len(wanted) - len(missing), missing=missing))
        return found

    def _keep(self, candidates: Sequence[Candidate]) -> None:
        """Rank `candidates` and put the best behind those already found."""
        if not self._room:
            return
        self._judge.fetch(candidate.id for candidate in candidates)
        ordered = list(candidates)
        if self.planned.wanted and not (self._by_date and candidates and not candidates[0].missing):
            with self._clock.stage():
                wanted = self.planned.wanted
                ordered = ranked(candidates, judge=self._judge, pager=self.pager, wanted=wanted, near=self._near, most=self._room)
        if self._folding is None:
            self.found.extend(ordered[: self._room])
        else:
            answering = None if any(candidate.missing for candidate in ordered) else self._answering_ids
            self.found.extend(self._folding.take(ordered, self._room, answering=answering))

    def _answering_ids(self, ids: Collection[int]) -> Collection[int]:
        """Return those of `ids` for which the whole question holds."""
        self._judge.fetch(ids)
        with self._clock.stage():
            return self._judge.holding(self.planned.root, ids) if self.planned.root is not None else ids
        return ()

    def _near(self, language: str | None) -> Together:
        """Return what finds the words of the question side by side, when it names a few that are not being typed."""
        leaves = [part for part in self.planned.wanted if isinstance(part, Leaf) and part.pages and not part.light.prefix]
        if not 1 < len(leaves) <= _MOST_TELLING:
            return Together()
        rarest = min(leaves, key=self._judge.frequency).pages
        near = together([leaf.light.words for leaf in leaves], language, distance=_NEAR)
        return Together(rarest, *(f"{rarest} NOT {one}" for one in near))

    @property
    def _room(self) -> int:
        """How many documents may still come."""
        return self._request.limit - len(self.before) - len(self.found)

    @property
    def _by_date(self) -> bool:
        return self._request.sort is Sort.DATE

    @property
    def _depth(self) -> int:
        return self._request.limit * _RERANKED

    @property
    def _deep(self) -> int:
        """How many documents are fetched, so that enough are left without those that were there before or fold."""
        return (self._depth * VERSIONS if self._folding else self._depth) + len(self.before)

    def _shallow(self, rows: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
        """Return the documents that are looked into: the best that were not there before, of one text only one."""
        before = {candidate.id for candidate in self.before}
        new = [row for row in rows if row[0] not in before]
        return self._folding.first(new, self._depth) if self._folding else new[: self._depth]
