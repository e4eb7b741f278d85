"""Gives one text one row: of its language versions and copies that answer, the one that a person reads first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from itertools import islice

from archiveviewer.index.reader import Reader
from archiveviewer.query.judging import Judge
from archiveviewer.query.ranking import Candidate
from archiveviewer.records import Sibling

VERSIONS = 8
"""So many documents are looked at for each row: a text may be here in six languages, and twice."""

Holding = Callable[[Collection[int]], Collection[int]]
"""Returns those documents for which the whole question holds."""


class Folding:
    """Folds the rows of one question. `languages` are those that a person reads, the dearest first."""

    def __init__(self, reader: Reader, judge: Judge, languages: Sequence[str]) -> None:
        """Begin with no row taken."""
        self._reader = reader
        self._judge = judge
        self._places = {language: place for place, language in reversed(list(enumerate(languages)))}
        self._taken: set[int | str] = set()

    def first(self, rows: Iterable[tuple[int, float]], most: int) -> list[tuple[int, float]]:
        """Return the best document of each text, at most so many, without those whose row is taken."""
        seen = set(self._taken)
        first: list[tuple[int, float]] = []
        left = iter(rows)
        while len(first) < most and (some := list(islice(left, most))):
            self._judge.fetch(id for id, _ in some)
            first.extend(row for row in some if self._is_new(row[0], seen))
        return first[:most]

    def take(self, candidates: Sequence[Candidate], most: int, *, answering: Holding | None) -> list[Candidate]:
        """Return a row for each text, in the language that comes first among the versions that answer; these are now taken."""
        rows = [candidate for candidate in candidates if self._is_new(candidate.id, self._taken)][:most]
        if not self._places or answering is None:
            return rows
        families = self._reader.relatives(row.id for row in rows)
        others = {one.document for row in rows for one in families.get(row.id, ()) if self._place(one.language) < self._place_of(row.id)}
        good = set(answering(others)) if others else set()
        return [replace(row, id=self._best(row.id, [one for one in families.get(row.id, ()) if one.document in good])) for row in rows]

    def _best(self, id: int, others: Sequence[Sibling]) -> int:
        best = min(others, key=lambda one: (self._place(one.language), one.document), default=None)
        return best.document if best and self._place(best.language) < self._place_of(id) else id

    def _is_new(self, id: int, seen: set[int | str]) -> bool:
        """Whether no document of the same text came before; from now on one has."""
        family = self._judge.shelf(id).family if self._judge.knows(id) else None
        if family in seen:
            return False
        seen.update([family] if family is not None else [])
        return True

    def _place_of(self, id: int) -> int:
        return self._place(self._judge.shelf(id).language)

    def _place(self, language: str | None) -> int:
        return self._places.get(language or "", len(self._places))


def split(hit: int, family: Sequence[Sibling], languages: Sequence[str]) -> tuple[tuple[Sibling, ...], tuple[Sibling, ...]]:
    """Return the versions of a document in other languages, those that a person reads first, and its copies; of copies only one each."""
    own = next((one.sha256 for one in family if one.document == hit), "")
    copies = tuple(one for one in family if one.sha256 == own and one.document != hit)
    texts = {one.sha256: one for one in reversed(family) if one.sha256 != own}
    places = {language: place for place, language in enumerate(languages)}
    return tuple(
        sorted(texts.values(), key=lambda one: (places.get(one.language or "", len(places)), one.language or "", one.path))
    ), copies
