"""Puts the documents that answer in order: BM25 of their rows, raised by what their titles and pages show."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from archiveviewer.query.judging import Judge
from archiveviewer.query.paging import Pager, Together
from archiveviewer.query.plan import Plan
from archiveviewer.records import Kind

Near = Callable[[str | None], Together]
"""Answers what finds the words of the question side by side on pages in a language."""

_TITLE = 1.0
_AS_WRITTEN = 1.0
_CLOSE = 0.35
_SAME_PAGE = 0.2
_PAGES = 0.1
_MOST_PAGES = 0.6
_KIND = 0.15
_EACH_PART = 0.05

_SPOKEN_FOR = frozenset(kind.value for kind in (Kind.COUNTRY_PAGE, Kind.REQUEST, Kind.REVISED_REQUEST, Kind.DECISION, Kind.ANALYSIS))
"""What is about the matter itself, before passing mentions of it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that answers: its score, and the parts of the question that it has."""

    id: int
    score: float
    held: int
    missing: tuple[str, ...] = ()


def ranked(candidates: Sequence[Candidate], *, judge: Judge, pager: Pager, wanted: Sequence[Plan], near: Near) -> list[Candidate]:
    """Return the candidates, best first."""
    ids = [candidate.id for candidate in candidates]
    languages = Counter(judge.shelf(id).language for id in ids)
    pager.prepare(ids, near(languages.most_common(1)[0][0]) if languages else Together())
    titled = _titled(judge, wanted, ids)
    written = Counter(id for part in wanted for id in judge.written(part, ids))
    scored = [
        _raised(candidate, judge, pager, titled=candidate.id in titled, written=written[candidate.id] / len(wanted))
        for candidate in candidates
    ]
    return sorted(scored, key=lambda candidate: -candidate.score)


def _raised(candidate: Candidate, judge: Judge, pager: Pager, *, titled: bool, written: float) -> Candidate:
    id = candidate.id
    parts, pages = pager.likely(id)
    raised = 1.0
    raised += _TITLE if titled else 0.0
    raised += _AS_WRITTEN * written
    raised += _CLOSE * pager.closeness(id)
    raised += _SAME_PAGE if parts > 1 and parts == candidate.held else 0.0
    raised += min(_MOST_PAGES, _PAGES * math.log2(1 + pages))
    raised += _KIND if judge.shelf(id).kind in _SPOKEN_FOR else 0.0
    raised += _EACH_PART * candidate.held
    return Candidate(id, candidate.score * raised, held=candidate.held, missing=candidate.missing)


def _titled(judge: Judge, wanted: Sequence[Plan], ids: Sequence[int]) -> set[int]:
    """Return the documents that have all the words in their titles."""
    found = set(ids) if wanted else set()
    for part in wanted:
        found = judge.titled(part, found) if found else found
    return found
