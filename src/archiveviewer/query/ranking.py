"""Puts the documents that answer in order: BM25 of their rows, raised by what their titles and pages show."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from archiveviewer.query.judging import Judge
from archiveviewer.query.paging import Pager, Together
from archiveviewer.query.plan import Plan, leaves
from archiveviewer.records import Kind, Reason, Why
from archiveviewer.text.terms import index_terms

Near = Callable[[str | None], Together]
"""Answers what finds the words of the question side by side on pages in a language."""

_TITLE = 1.0
_WHOLE_TITLE = 0.5
_COUNTRY = 1.0
_ELSEWHERE = 0.5
_AS_WRITTEN = 1.0
_CLOSE = 0.35
_SAME_PAGE = 0.2
_PAGES = 0.1
_MOST_PAGES = 0.6
_KIND = 0.15
_EACH_PART = 0.05
_FIRST = 0.001
"""Next to nothing: it is not by their score that these come first."""

_SHORTEST_NAME = 4
_MOST_WORDS_OF_NAME = 4
_SPOKEN_FOR = frozenset(kind.value for kind in (Kind.COUNTRY_PAGE, Kind.REQUEST, Kind.REVISED_REQUEST, Kind.DECISION, Kind.ANALYSIS))
"""What is about the matter itself, before passing mentions of it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that answers: its score and why it is so, and the parts of the question that it has."""

    id: int
    score: float
    held: int
    missing: tuple[str, ...] = ()
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """What a question may be about: a title as its terms, and countries that it names."""

    title: str
    countries: frozenset[str]


def subject(wanted: Sequence[Plan]) -> Subject:
    """Return what the words of a question name when they are taken together; of South Sudan, not also Sudan."""
    words = [leaf.light.words for part in wanted for leaf in leaves(part)]
    countries = set()
    at = 0
    while at < len(words):
        code, length = _country_at(words, at)
        countries.add(code)
        at += length
    return Subject(_line(" ".join(words)), frozenset(countries - {""}))


def _country_at(words: Sequence[str], at: int) -> tuple[str, int]:
    """Return the country of the longest name that begins there, and of how many words it is; nothing and 1 where none does."""
    from archiveviewer.text.names import code_of  # reads tables

    for length in range(min(_MOST_WORDS_OF_NAME, len(words) - at), 0, -1):
        name = " ".join(words[at : at + length])
        if len(name) >= _SHORTEST_NAME and (code := code_of(name)):
            return code, length
    return "", 1


def ranked(candidates: Sequence[Candidate], *, judge: Judge, pager: Pager, wanted: Sequence[Plan], near: Near) -> list[Candidate]:
    """Return the candidates, best first: those with words in one sentence that are to be near each other, then by score."""
    ids = [candidate.id for candidate in candidates]
    languages = Counter(judge.shelf(id).language for id in ids)
    pager.prepare(ids, near(languages.most_common(1)[0][0]) if languages else Together())
    titled = _titled(judge, wanted, ids)
    written = Counter(id for part in wanted for id in judge.written(part, ids))
    asked = subject(wanted)
    scored = [
        _raised(candidate, judge, pager, asked=asked, titled=candidate.id in titled, written=written[candidate.id] / len(wanted))
        for candidate in candidates
    ]
    return sorted(scored, key=lambda candidate: (not pager.joined(candidate.id), -candidate.score))


def _raised(candidate: Candidate, judge: Judge, pager: Pager, *, asked: Subject, titled: bool, written: float) -> Candidate:
    """Return the candidate with its score raised by all that speaks for it."""
    reasons = [reason for reason in _reasons(candidate, judge, pager, asked=asked, titled=titled, written=written) if reason.weight]
    raised = candidate.score * (1 + sum(reason.weight for reason in reasons))
    return replace(candidate, score=raised, why=(Reason(Why.WORDS, candidate.score), *reasons))


def _reasons(candidate: Candidate, judge: Judge, pager: Pager, *, asked: Subject, titled: bool, written: float) -> Iterator[Reason]:
    id = candidate.id
    shelf = judge.shelf(id)
    parts, pages = pager.likely(id)
    close = pager.closeness(id)
    yield Reason(Why.TITLE, _TITLE if titled else 0.0)
    yield Reason(Why.WHOLE_TITLE, _WHOLE_TITLE if titled and _line(shelf.title) == asked.title else 0.0)
    if asked.countries and shelf.country:
        named = shelf.country in asked.countries
        yield Reason(Why.COUNTRY, _COUNTRY) if named else Reason(Why.OTHER_COUNTRY, -_ELSEWHERE)
    yield Reason(Why.AS_TYPED if written == 1 else Why.PARTLY_AS_TYPED, _AS_WRITTEN * written)
    yield Reason(Why.IN_A_ROW if close > 1 else Why.NEAR, _CLOSE * close)
    yield Reason(Why.ONE_PAGE, _SAME_PAGE if parts > 1 and parts == candidate.held else 0.0)
    yield Reason(Why.PAGES, min(_MOST_PAGES, _PAGES * math.log2(1 + pages)), (str(max(1, pages)),))
    yield Reason(Why.KIND, _KIND if shelf.kind in _SPOKEN_FOR else 0.0, (shelf.kind,))
    yield Reason(Why.PARTS, _EACH_PART * candidate.held, (str(candidate.held),))
    yield Reason(Why.ONE_SENTENCE, _FIRST if pager.joined(id) else 0.0)


def _line(text: str) -> str:
    return index_terms(text, None).exact


def _titled(judge: Judge, wanted: Sequence[Plan], ids: Sequence[int]) -> set[int]:
    """Return the documents that have all the words in their titles."""
    found = set(ids) if wanted else set()
    for part in wanted:
        found = judge.titled(part, found) if found else found
    return found
