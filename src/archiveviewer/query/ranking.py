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
from itertools import islice

from archiveviewer.query.judging import Judge
from archiveviewer.query.leaves import Plan, leaves, shown
from archiveviewer.query.paging import Pager, Together
from archiveviewer.records import Kind, Reason, Why
from archiveviewer.text.terms import index_terms

TogetherIn = Callable[[str | None], Together]
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


def ranked(
    candidates: Sequence[Candidate], *, judge: Judge, pager: Pager, wanted: Sequence[Plan], near: TogetherIn, most: int
) -> list[Candidate]:
    """Return the candidates, best first: those with words in one sentence that are to be near each other, then by score.

    No more than `most` are shown, so no more are looked for of the former.
    """
    ids = [candidate.id for candidate in candidates]
    languages = Counter(judge.shelf(id).language for id in ids)
    pager.prepare(ids, near(languages.most_common(1)[0][0]) if languages else Together())
    scale = _Scale(
        judge,
        pager,
        [_Part(shown(part), judge.weight(part), judge.titled(part, ids), judge.written(part, ids)) for part in wanted],
        asked=subject(wanted),
        greatest=max((candidate.score for candidate in candidates), default=0.0) or 1.0,
    )
    scored = sorted(map(scale.scored, candidates), key=lambda candidate: -candidate.score)
    joined = {one.id: _scored(one, (*one.why, Reason(Why.ONE_SENTENCE, _FIRST))) for one in islice(_joined(scored, pager), most)}
    return [*joined.values(), *(one for one in scored if one.id not in joined)]


def _joined(candidates: Sequence[Candidate], pager: Pager) -> Iterator[Candidate]:
    """Give those with words in one sentence that are to be near each other."""
    return (one for one in candidates if pager.joined(one.id))


def _scored(candidate: Candidate, why: tuple[Reason, ...]) -> Candidate:
    """Return the candidate with these reasons for its score: the weight of its words, and what raises that."""
    return replace(candidate, score=why[0].weight * (1 + sum(reason.weight for reason in why[1:])), why=why)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the question: how much it tells, and which documents have it in their titles, and in the very forms that were typed."""

    shown: str
    weight: float
    titled: Set[int]
    written: Set[int]


@dataclass(frozen=True, slots=True)
class _Scale:
    """Weighs the documents that answer; `greatest` is the greatest score that FTS5 gave to one of them."""

    judge: Judge
    pager: Pager
    parts: Sequence[_Part]
    asked: Subject
    greatest: float

    def scored(self, candidate: Candidate) -> Candidate:
        """Return the candidate with the weight of the parts that it has as its score, raised by all that speaks for it."""
        held = [part for part in self.parts if part.shown not in candidate.missing]
        weight = sum(part.weight * (1 + _IN_TITLE * (candidate.id in part.titled)) for part in held)
        words = Reason(Why.WORDS, weight * (1 + candidate.score / self.greatest))
        return _scored(candidate, (words, *(reason for reason in self._reasons(candidate) if reason.weight)))

    def _reasons(self, candidate: Candidate) -> Iterator[Reason]:
        id = candidate.id
        shelf = self.judge.shelf(id)
        parts, pages = self.pager.likely(id)
        close = self.pager.closeness(id)
        titled = all(id in part.titled for part in self.parts)
        written = sum(part.weight for part in self.parts if id in part.written) / sum(part.weight for part in self.parts)
        yield Reason(Why.TITLE, _TITLE if titled else 0.0)
        yield Reason(Why.WHOLE_TITLE, _WHOLE_TITLE if titled and _line(shelf.title) == self.asked.title else 0.0)
        if self.asked.countries and shelf.country:
            named = shelf.country in self.asked.countries
            yield Reason(Why.COUNTRY, _COUNTRY) if named else Reason(Why.OTHER_COUNTRY, -_ELSEWHERE)
        yield Reason(Why.AS_TYPED if written == 1 else Why.PARTLY_AS_TYPED, _AS_WRITTEN * written)
        yield Reason(Why.IN_A_ROW if close > 1 else Why.NEAR, _CLOSE * close)
        yield Reason(Why.ONE_PAGE, _SAME_PAGE if parts > 1 and parts == candidate.held else 0.0)
        yield Reason(Why.PAGES, min(_MOST_PAGES, _PAGES * math.log2(1 + pages)), (str(max(1, pages)),))
        yield Reason(Why.KIND, _KIND if shelf.kind in _SPOKEN_FOR else 0.0, (shelf.kind,))


def _line(text: str) -> str:
    return index_terms(text, None).exact
