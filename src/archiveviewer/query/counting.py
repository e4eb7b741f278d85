"""Counts for how many documents a question holds, without ranking them or looking for pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archiveviewer.index.connect import Connection
from archiveviewer.index.reader import Reader
from archiveviewer.query.clock import Clock
from archiveviewer.query.judging import Judge
from archiveviewer.query.leaves import AllOf, Plan, is_final
from archiveviewer.query.parser import parse
from archiveviewer.query.plan import Planned, plan
from archiveviewer.query.sql import statement
from archiveviewer.query.vocabulary import LibraryVocabulary

_MOST_JUDGED = 400
"""Of documents that only their pages can tell about, so many of the best are looked into."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many documents there are, or at least are."""

    documents: int
    at_least: bool = False


class Counting:
    """Counts, remembering what it has found out about words, as long as there is time."""

    def __init__(self, reader: Reader, connection: Connection, clock: Clock) -> None:
        """Ask through `connection`, a snapshot of `reader`."""
        self._connection = connection
        self._clock = clock
        self._languages = reader.languages()
        self.judge = Judge(connection, reader.rows(), languages=self._languages)
        self._vocabulary = LibraryVocabulary(connection, clock, small=self.judge.tables.small)

    def planned(self, text: str) -> Planned:
        """Return the plan of a question."""
        return plan(parse(text), self._languages, vocabulary=self._vocabulary)

    def count(self, parts: Sequence[Plan]) -> Count:
        """Return for how many documents all `parts` hold; none when there are no parts, as then nothing is asked, and out of time."""
        if not parts or self._clock.over():
            return Count(0)
        asked = statement(parts)
        if all(map(is_final, parts)):
            return Count(asked.count(self._connection))
        rows = asked.first(self._connection, _MOST_JUDGED + 1)
        holding = self.judge.holding(AllOf(tuple(parts)), [id for id, _ in rows[:_MOST_JUDGED]])
        return Count(len(holding), at_least=len(rows) > _MOST_JUDGED)
