"""Finds how this library spells a word that it hardly has.

Its own words are compared one after the other with rapidfuzz: those that begin with the same letter first, as most slips are further
on, then all. Of 230,000 words the first takes 25 ms and the second 160, so this is for when an answer is already shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from archiveviewer.index.connect import Connection
from archiveviewer.index.reader import Reader
from archiveviewer.query.clock import Clock
from archiveviewer.query.judging import Judge
from archiveviewer.query.leaves import leaves
from archiveviewer.query.parser import parse
from archiveviewer.query.plan import plan
from archiveviewer.text.spans import find

_SHORTEST = 4
_FIRST_OF_OTHERS = "\u0900"
"""Before it lie the letters of Latin, Greek, Cyrillic, Hebrew and Arabic script."""
_LONG = 6
"""In shorter words one letter may differ, in these two."""
_MOST = 3
_TRIED = 48
_LOOKED_AT = 3
_BETWEEN = 500
"""After so many words it is looked at the clock."""

_ALIKE = "SELECT term FROM vocabulary WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?"
_HOLDING = "SELECT count(*) FROM document_terms WHERE document_terms MATCH ?"
_LAST = "\U0010ffff"


class Speller:
    """Spells words as the library behind `connection` does, as long as there is time."""

    def __init__(self, reader: Reader, connection: Connection, clock: Clock) -> None:
        """Ask through `connection`, a snapshot of `reader`."""
        self._connection = connection
        self._clock = clock
        self._languages = reader.languages()
        self._judge = Judge(connection, reader.rows(), languages=self._languages)

    def like(self, term: str, *, as_typed: str) -> tuple[tuple[str, int], ...]:
        """Return up to three words of the library that look like `term`, the likeliest first, with the documents that have each.

        They are written as a document writes them, in small letters where `as_typed` is. Only for words of letters: another number
        is not another spelling. Nor are there words to compare where a script has no spaces between them.
        """
        if len(term) < _SHORTEST or not term.isalpha() or max(term) >= _FIRST_OF_OTHERS or self._clock.over():
            return ()
        found: tuple[tuple[str, int], ...] = ()
        with self._clock.stage():
            for first, last in ((term[0], term[0] + _LAST), ("", _LAST)):
                found = found or self._best(self._alike(term, first, last))
            return tuple((self._written(word, small=as_typed.islower()), documents) for word, documents in found)
        return found

    def _alike(self, term: str, first: str, last: str) -> list[tuple[str, int]]:
        from rapidfuzz.distance import OSA  # takes a twentieth of a second, for what is rarely needed
        from rapidfuzz.process import extract_iter

        most = 2 if len(term) >= _LONG else 1
        words = self._words(first, last, len(term) - most, len(term) + most)
        found = [(word, distance) for word, distance, _ in extract_iter(term, words, scorer=OSA.distance, score_cutoff=most)]
        return sorted((pair for pair in found if pair[0] != term), key=lambda pair: (pair[1], pair[0]))[:_TRIED]

    def _words(self, first: str, last: str, shortest: int, longest: int) -> Iterator[str]:
        for at, (word,) in enumerate(self._connection.execute(_ALIKE, (first, last, shortest, longest))):
            if at % _BETWEEN == 0 and self._clock.soft_over():
                break
            yield word

    def _best(self, alike: list[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
        """Return the likeliest; the list also has stems, which stand in no document as written, and drop out here."""
        counted = [(word, distance, self.holding(word)) for word, distance in alike]
        real = sorted((one for one in counted if one[2]), key=lambda one: (one[1], -one[2], one[0]))
        return tuple((word, documents) for word, _, documents in real[:_MOST])

    def holding(self, word: str) -> int:
        """Return how many documents have a term as written."""
        quoted = word.replace('"', '""')
        return int(self._connection.execute(_HOLDING, (f'{{exact title_exact}} : "{quoted}"',)).fetchone()[0])

    def _written(self, word: str, *, small: bool) -> str:
        """Return a term of the table as it stands in a document that has it: with its accents."""
        (leaf,) = leaves(*plan(parse(f'"{word}"'), self._languages).parts)
        row = self._connection.execute(
            "SELECT rowid FROM document_terms WHERE document_terms MATCH ? LIMIT 1", (leaf.documents,)
        ).fetchone()
        for number in sorted(self._judge.pages(leaf, row[0]) or ())[:_LOOKED_AT] if row else ():
            page = self._judge.text(row[0], number)
            for start, end in find(page.text, page.language, [leaf.light], languages=())[:1]:
                found = page.text[start:end]
                return found.lower() if small else found
        return word
