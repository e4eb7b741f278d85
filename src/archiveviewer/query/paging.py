"""Chooses the pages of a document that answer best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain

from archiveviewer.query.clock import Clock
from archiveviewer.query.judging import Judge
from archiveviewer.query.leaf import Leaf
from archiveviewer.query.leaves import AllOf, AnyOf, Beside, Plan, leaves

_ADJACENT, _NEAR = 4.0, 2.0
_MOST_SENTENCES, _MOST_SENTENCE_LOOKS = 5, 80
"""Pages of a document that are looked at for sentences, and all of those for one question."""
_MOST_LOOKED_AT, _LEAST_LOOKED_AT = 400, 16
"""Pages of a document whose text is looked at for what its tables cannot tell: at most, and when time is short."""


@dataclass(frozen=True, slots=True)
class Together:
    """What tells the pages where the words of the question stand together; all is empty when there is but one word.

    `pages` finds those with one of the words, the rarest. Of them `apart` finds those where the words are not near each other, and
    `parted` those where they do not follow one another: there are such pages in any document, so SQLite soon finds the next one.
    Asked for words that are together, it would go on to the next document where they are, which may be the last.
    """

    pages: str = ""
    apart: str = ""
    parted: str = ""


@dataclass(frozen=True, slots=True)
class Answering:
    """The pages that answer, best first. `at_least` says that there may be more."""

    numbers: tuple[int, ...]
    at_least: bool


class Pager:
    """Looks for the pages that answer one question."""

    def __init__(self, judge: Judge, wanted: Sequence[Plan], *, clock: Clock, complete: bool = False) -> None:
        """Answer for the parts `wanted`; `complete` looks everywhere, where otherwise the pages that tables name are enough."""
        self._complete = complete
        self._judge = judge
        self._wanted = [part for part in wanted if any(not leaf.in_title for leaf in leaves(part))]
        words = [leaf for part in self._wanted for leaf in leaves(part) if not leaf.in_title]
        self._unsure = [leaf for leaf in words if not (leaf.sure and leaf.pages)]
        self._together = Together()
        self._clock = clock
        self._beside = [part for part in self._wanted if isinstance(part, Beside)]
        self._close: dict[tuple[str, int], Set[int]] = {}
        self._joined: dict[int, frozenset[int]] = {}
        self._looks = 0
        self._claims: dict[int, list[Collection[int] | None]] = {}
        self._level_of: dict[int, Mapping[int, int]] = {}
        self._likely: dict[int, tuple[int, int]] = {}

    def prepare(self, ids: Sequence[int], together: Together) -> None:
        """Ask the table of pages for several documents at once."""
        self._together = together
        asked = [part for part in self._wanted if not (isinstance(part, Beside) and part.sure)]
        self._judge.prepare([leaf for part in asked for leaf in leaves(part)], ids)
        for beside in self._beside:
            self._judge.tables.prepare_rows(beside.pages, ids)
        if self._together.pages:
            self._judge.tables.prepare_rows(self._together.apart, [id for id in ids if self._has_all(id)])
            self._judge.tables.prepare_rows(self._together.parted, [id for id in ids if self._near(id)])

    def closeness(self, id: int) -> float:
        """Return how near each other the words stand on the best page: 2 following, 1 near, 0 otherwise."""
        return 2.0 if self._adjacent(id) else 1.0 if self._near(id) else 0.0

    def _has_all(self, id: int) -> bool:
        """Whether some page of `id` may have all the parts: others are never asked whether the words stand together."""
        return self.likely(id)[0] == len(self._wanted)

    def _near(self, id: int) -> Set[int]:
        """Return the pages where the words are near each other."""
        return self._but(self._together.apart, id) if self._together.pages and self._has_all(id) else frozenset()

    def _adjacent(self, id: int) -> Set[int]:
        """Return the pages where the words follow one another, which are then also near."""
        return self._but(self._together.parted, id) if self._near(id) else frozenset()

    def _but(self, others: str, id: int) -> Set[int]:
        """Return the pages with the rarest word that are not among `others`."""
        key = (others, id)
        if key not in self._close:
            rows = self._judge.tables.rows
            self._close[key] = frozenset(rows(self._together.pages, id)).difference(rows(others, id))
        return self._close[key]

    def joined(self, id: int) -> frozenset[int]:
        """Return the first page with what is to be near each other in one sentence: of the first pages, and not of too many documents."""
        if id not in self._joined:
            found = (self._first_joined(beside, id) for beside in self._beside if not self._complete)
            self._joined[id] = frozenset(number for number in found if number is not None)
        return self._joined[id]

    def _first_joined(self, beside: Beside, id: int) -> int | None:
        lights = [[leaf.light for leaf in leaves(one)] for one in beside.plans]
        for number in self._judge.numbers(beside.pages, id)[:_MOST_SENTENCES]:
            if self._looks == _MOST_SENTENCE_LOOKS or self._clock.over():
                return None
            self._looks += 1
            if self._judge.excerpts.in_one_sentence(self._judge.text(id, number), lights):
                return number
        return None

    def likely(self, id: int) -> tuple[int, int]:
        """Return how many parts the best pages of `id` have, and how many such pages there are, without looking at any text."""
        if id not in self._likely:
            levels = list(self._levels(id).values())
            best = max(levels, default=0)
            self._likely[id] = (best, levels.count(best) if best else 0)
        return self._likely[id]

    def answering(self, id: int, *, enough: int | None) -> Answering:
        """Return the pages of `id` that answer, at least `enough` of them when there are so many; None asks for all."""
        ordered = self._ordered(id)
        if not self._unsure:
            levels = self._levels(id)
            best = max(levels.values(), default=0)
            return Answering(tuple(number for number in ordered if best and levels[number] == best), at_least=False)
        return self._looked_at(id, ordered, enough)

    def _looked_at(self, id: int, ordered: Sequence[int], enough: int | None) -> Answering:
        """Choose by what stands in the text; where no table tells, first among pages that a plain search lets through."""
        if enough is not None and None in self._claims_of(id):
            likely = (number for number in ordered if self._may_stand(id, number))
            found = self._chosen(id, likely, top=len(self._claims_of(id)), enough=enough)
            if found.numbers:
                return Answering(found.numbers, at_least=True)
        top = max(self._levels(id).values(), default=0)
        found = self._chosen(id, ordered, top=top, enough=enough)
        guessed = not self._complete and any(not leaf.pages for leaf in self._unsure)
        return Answering(found.numbers, at_least=found.at_least or guessed)

    def _chosen(self, id: int, numbers: Iterable[int], *, top: int, enough: int | None) -> Answering:
        """Return the pages that have the most parts, looking on until `enough` of them have `top` or it takes too long."""
        found: dict[int, int] = {}
        full = 0
        for seen, number in enumerate(numbers):
            if (enough is not None and self._is_hurried(seen, full=full, enough=enough)) or self._clock.over():
                return _best(found, at_least=True)
            level = self._true_level(id, number)
            full += level >= top
            if level:
                found[number] = level
        return _best(found, at_least=False)

    def _is_hurried(self, seen: int, *, full: int, enough: int) -> bool:
        """Whether to stop after so many pages, of which so many have all: in a tiny library all are counted, as long as there is time."""
        has_time = not self._clock.soft_over()
        goes_on = has_time and self._judge.tables.tiny
        return seen >= (_MOST_LOOKED_AT if has_time else _LEAST_LOOKED_AT) or (full >= enough and not goes_on)

    def _may_stand(self, id: int, number: int) -> bool:
        """Whether a plain search finds one of the words that no table of pages tells of."""
        page = self._judge.text(id, number)
        return any(self._judge.excerpts.may_hold(page, leaf.light) for leaf in self._unsure if not leaf.pages)

    def _candidates(self, id: int) -> Sequence[int]:
        """Return the pages that may answer: those that a table names, or all where it cannot tell for the only parts there are."""
        claims = self._claims_of(id)
        named: set[int] = set().union(*(pages for pages in claims if pages))
        return range(1, self._judge.shelf(id).pages + 1) if not named and None in claims else sorted(named)

    def _claims_of(self, id: int) -> list[Collection[int] | None]:
        """Return for each part the pages that may have it, None when all of them may."""
        if id not in self._claims:
            self._claims[id] = [self._pages(part, id) for part in self._wanted]
        return self._claims[id]

    def _pages(self, part: Plan, id: int) -> Collection[int] | None:
        match part:
            case Leaf():
                return None if part.in_title else self._judge.pages(part, id)
            case AllOf(plans):
                known = [pages for one in plans if (pages := self._pages(one, id)) is not None]
                return set(known[0]).intersection(*known[1:]) if known else None
            case Beside(plans):
                return self._judge.tables.rows(part.pages, id) if part.pages else None
            case AnyOf(plans):
                either = [self._pages(one, id) for one in plans]
                named: set[int] = set().union(*(pages for pages in either if pages))
                return None if None in either and (self._complete or not named) else named
            case _:
                return set()

    def _levels(self, id: int) -> Mapping[int, int]:
        """Return how many parts each page that may answer may have."""
        if id not in self._level_of:
            claims = self._claims_of(id)
            named = Counter(chain.from_iterable(pages for pages in claims if pages))
            anywhere = claims.count(None)
            self._level_of[id] = {number: named[number] + anywhere for number in self._candidates(id)}
        return self._level_of[id]

    def _true_level(self, id: int, number: int) -> int:
        """Return how many parts a page has, by its text where a table cannot tell."""
        return sum(1 for part in self._wanted if self._stands(part, id, number))

    def _stands(self, part: Plan, id: int, number: int) -> bool:
        match part:
            case Leaf():
                pages = self._judge.pages(part, id)
                if part.in_title or (pages is not None and number not in pages):
                    return False
                thorough = pages is not None or all(claim is None for claim in self._claims_of(id))
                return self._judge.on_page(part, id, number, thorough=thorough)
            case AllOf(plans) | Beside(plans):
                return all(self._stands(one, id, number) for one in plans)
            case AnyOf(plans):
                return any(self._stands(one, id, number) for one in plans)
            case _:
                return False

    def _ordered(self, id: int) -> Sequence[int]:
        """Return the pages that may answer, those first that do so best: rarer parts count more, and words that stand together."""
        telling = [(pages, 1 + 1 / (1 + len(pages))) for pages in self._claims_of(id) if pages]
        joined, adjacent, near = self.joined(id), self._adjacent(id), self._near(id)

        def weight(number: int) -> float:
            together = _ADJACENT if number in adjacent else _NEAR if number in near else 0.0
            return together + _ADJACENT * (number in joined) + sum(tells for pages, tells in telling if number in pages)

        return sorted(self._candidates(id), key=lambda number: (-weight(number), number))


def _best(found: dict[int, int], *, at_least: bool) -> Answering:
    best = max(found.values(), default=0)
    return Answering(tuple(number for number, level in found.items() if level == best), at_least=at_least)
