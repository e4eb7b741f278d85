"""Puts the documents that answer in order: by which parts of the question they have, raised by what else speaks for them.

FTS5 finds the best few, but weighs each form and each stem of a word for itself: a word with many of them counts several times, and a
rare form of a common word much. So these few are weighed anew, each part as one thing in whatever form it stands, and what most
documents have still tells a little. How often they have it, and how long they are, is left to FTS5, which can at most double that.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from archiveviewer.query.judging import Judge
from archiveviewer.query.leaves import Plan, leaves, shown
from archiveviewer.query.paging import Pager, Together
from archiveviewer.records import Kind, Reason, Why
from archiveviewer.text.terms import index_terms

Near = Callable[[str | None], Together]
"""Answers what finds the words of the question side by side on pages in a language."""

_IN_TITLE = 0.8
"""So much more a part weighs that is in the title."""
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
    parts = [_Weighed(part, shown(part), judge.weight(part), judge.titled(part, ids), judge.written(part, ids)) for part in wanted]
    asked = subject(wanted)
    most = max((candidate.score for candidate in candidates), default=0.0) or 1.0
    weighed = [_weighed(candidate, parts, most=most) for candidate in candidates]
    scored = [_raised(candidate, parts, judge, pager, asked=asked) for candidate in weighed]
    return sorted(scored, key=lambda candidate: (not pager.joined(candidate.id), -candidate.score))


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A part of the question: how much it tells, and which documents have it in their titles, and in the very forms that were typed."""

    plan: Plan
    shown: str
    weight: float
    titled: Set[int]
    written: Set[int]


def _weighed(candidate: Candidate, parts: Sequence[_Weighed], *, most: float) -> Candidate:
    """Return the candidate with the weight of the parts that it has as its score; `most` is the greatest score that FTS5 gave."""
    held = [part for part in parts if part.shown not in candidate.missing]
    weight = sum(part.weight * (1 + _IN_TITLE * (candidate.id in part.titled)) for part in held)
    return replace(candidate, score=weight * (1 + candidate.score / most))


def _raised(candidate: Candidate, parts: Sequence[_Weighed], judge: Judge, pager: Pager, *, asked: Subject) -> Candidate:
    """Return the candidate with its score raised by all that speaks for it."""
    titled = all(candidate.id in part.titled for part in parts)
    written = sum(part.weight for part in parts if candidate.id in part.written) / sum(part.weight for part in parts)
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
    yield Reason(Why.ONE_SENTENCE, _FIRST if pager.joined(id) else 0.0)


def _line(text: str) -> str:
    return index_terms(text, None).exact
