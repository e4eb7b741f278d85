"""Asks which terms the library has, so that a question names only those."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from typing import Protocol

from archiveviewer.index.connect import Connection
from archiveviewer.query.clock import Clock
from archiveviewer.query.leaf import quoted

_LARGE, _SMALL, _TINY = (200, 1500), (600, 6000), (800, math.inf)
"""How many terms are spelled out that begin alike, and in how many documents they may be, in a large library and in smaller ones."""
_FEW = 40
"""So many always are."""
_BEGINNING = "SELECT term, doc FROM vocabulary WHERE term >= ? AND term < ?"
_KNOWN = "SELECT rowid FROM document_terms WHERE document_terms MATCH ? LIMIT 1"
"""The vocabulary itself counts the documents of a term, which takes a thousand times as long for the commonest."""
_FIRST = "SELECT rowid FROM page_terms WHERE page_terms MATCH ? LIMIT ?"
_SAMPLE = 50
_LAST = "\U0010ffff"


class Vocabulary(Protocol):
    """The terms of the library. In a `small` one it takes little time to ask the table of pages for the beginning of a word."""

    small: bool

    def beginning(self, letters: str) -> Sequence[str] | None:
        """Return all terms that begin so, or None when there are too many to name."""

    def known(self, terms: Collection[str]) -> Collection[str]:
        """Return those of `terms` that the library has."""

    def commonness(self, stems: Collection[str]) -> float:
        """Return on which part of the pages about any of `stems` stands."""


class NoVocabulary:
    """Stands for a library of which nothing is known: no beginning can be spelled out, and any term may be there."""

    small = False

    def beginning(self, letters: str) -> Sequence[str] | None:
        """Return None."""
        del letters
        return None

    def known(self, terms: Collection[str]) -> Collection[str]:
        """Return all of them."""
        return terms

    def commonness(self, stems: Collection[str]) -> float:
        """Return the same for all."""
        del stems
        return 0.0


class LibraryVocabulary:
    """The terms of the library, asked for while there is time."""

    def __init__(self, connection: Connection, clock: Clock, *, small: bool, tiny: bool = False) -> None:
        """Ask through `connection`, of a library that is `small` or even `tiny`, or not."""
        self.small = small
        self.tiny = tiny
        self._connection = connection
        self._clock = clock
        self._known: dict[str, bool] = {}

    def beginning(self, letters: str) -> Sequence[str] | None:
        """Return all terms that begin so, or None when there are too many to name: many, unless they are rare."""
        with self._clock.stage():
            most, places = _TINY if self.tiny else _SMALL if self.small else _LARGE
            found: list[str] = []
            met = 0
            for term, documents in self._connection.execute(_BEGINNING, (letters, letters + _LAST)):
                found.append(term)
                met += documents
                if len(found) > _FEW and (len(found) > most or met > places):
                    return None
            return found
        return None

    def known(self, terms: Collection[str]) -> Collection[str]:
        """Return those of `terms` that the library has."""
        with self._clock.stage():
            return [term for term in terms if self._has(term)]
        return terms

    def commonness(self, stems: Collection[str]) -> float:
        """Return on which part of the pages about any of `stems` stands, judged by the first of them."""
        with self._clock.stage():
            return sum(map(self._share, stems))
        return 0.0

    def _share(self, stem: str) -> float:
        rows = self._connection.execute(_FIRST, (quoted(stem), _SAMPLE)).fetchall()
        return len(rows) / rows[-1][0] if len(rows) == _SAMPLE else 0.0

    def _has(self, term: str) -> bool:
        if term not in self._known:
            self._known[term] = self._connection.execute(_KNOWN, (quoted(term),)).fetchone() is not None
        return self._known[term]
