"""Looks for what would find something when a question finds nothing or little: another spelling, a word less, a filter less.

Each way is counted in the index. That takes longer than a search, so it is asked for only after the answer is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from archiveviewer.index.reader import Reader
from archiveviewer.query.clock import Clock, never
from archiveviewer.query.counting import Counting
from archiveviewer.query.leaf import Leaf
from archiveviewer.query.leaves import is_words, leaves
from archiveviewer.query.plan import Planned, PlannedPiece
from archiveviewer.query.spelling import Speller
from archiveviewer.query.tokens import Sign, tokens
from archiveviewer.records import Suggestion, Way, WaysOut
from archiveviewer.text.terms import query_terms

SECONDS = 1.0
_SPELLING = 0.6
"""The share of the time after which no further words are looked through."""
_MOST_PIECES = 6
_HARDLY = 2
_FAR_MORE = 10
"""A word that hardly any document has is spelt otherwise only when so many times as many documents have it so."""


def ways_out(reader: Reader, text: str, *, seconds: float = SECONDS, stop: Callable[[], bool] = never) -> WaysOut:
    """Return what would find something in place of the question `text`, as far as `seconds` reach."""
    clock = Clock(seconds, soft=_SPELLING * seconds, stop=stop)
    with reader.snapshot() as connection:
        counter, speller = Counting(reader, connection, clock), Speller(reader, connection, clock)
        with clock.watching(connection):
            looking = _Looking(counter, speller, text)
            with clock.stage():
                looking.find()
        return looking.found()


class _Looking:
    """The work on one question; what is found stays when time runs out."""

    def __init__(self, counter: Counting, speller: Speller, text: str) -> None:
        self._counter = counter
        self._speller = speller
        self._planned = counter.planned(text)
        self._words = [one for one in self._planned.pieces if one.plan is not None and is_words(one.plan)]
        self._filters = [one for one in self._planned.pieces if one.plan is not None and not is_words(one.plan)]
        self._unknown: list[str] = []
        self._suggestions: list[Suggestion] = []
        self._respelt: Way | None = None
        self._without_word: list[Way] = []
        self._without_filter: list[Way] = []
        self._without_filters: Way | None = None

    def found(self) -> WaysOut:
        """Return what was found so far."""
        filters = sorted(self._without_filter, key=lambda way: -way.documents)
        ways = [self._respelt, *filters[:1], self._without_filters, *self._without_word]
        return WaysOut(
            best=next((way for way in ways if way is not None), None),
            unknown=tuple(self._unknown),
            suggestions=tuple(self._suggestions),
            without_word=tuple(self._without_word),
            without_filter=tuple(filters),
            without_filters=self._without_filters,
        )

    def find(self) -> None:
        """Look for every kind of way."""
        for one in self._filters[:_MOST_PIECES]:
            self._without_filter.extend(self._leaving_out([one]))
        if len(self._filters) > 1:
            self._without_filters = next(self._leaving_out(self._filters), None)
        rarest = self._rarest_first()
        for one in rarest:
            self._without_word.extend(self._leaving_out([one]))
        if not self._without_word and self._filters:
            for one in rarest:
                self._without_word.extend(self._leaving_out([one, *self._filters]))
        self._spell()
        self._respelt = self._with_spelling()

    # -- spelling -----------------------------------------------------------------------------------------------

    def _spell(self) -> None:
        for leaf in self._rare_words():
            word, documents = leaf.light.words, self._counter.judge.frequency(leaf)
            if not documents:
                self._unknown.append(word)
            terms = dict.fromkeys(term.exact for term in query_terms(word, ()))
            for term in list(terms)[:_MOST_PIECES]:
                like = self._speller.like(term, as_typed=word) if len(terms) == 1 or not self._speller.holding(term) else ()
                better = [(_replaced(word, term, other), held) for other, held in like if held > _FAR_MORE * documents]
                better = self._that_are_whole(better) if len(terms) > 1 else better
                self._suggestions.extend(self._suggestion(word, *one) for one in better if one[0] != word)

    def _that_are_whole(self, words: list[tuple[str, int]]) -> list[tuple[str, int]]:
        """Return those words of several parts that documents have as a whole, with how many do, the commonest first; else all."""
        counted = [(word, self._counter.count(self._counter.planned(word).parts).documents) for word, _ in words]
        return sorted((one for one in counted if one[1]), key=lambda one: -one[1]) or words

    def _rare_words(self) -> list[Leaf]:
        """Return the words that hardly any document has, each once; of several parts, as anti-personnel, when none has them all."""
        found: dict[str, Leaf] = {}
        for leaf in (leaf for one in self._words if one.plan is not None for leaf in leaves(one.plan)):
            if not leaf.light.exact and not leaf.light.prefix:
                found.setdefault(leaf.light.words, leaf)
        return [leaf for leaf in found.values() if self._counter.judge.frequency(leaf) <= _HARDLY][:_MOST_PIECES]

    def _suggestion(self, word: str, better: str, documents: int) -> Suggestion:
        text = _respelled(self._planned.question.text, {word: better})
        counted = self._counter.count(self._counter.planned(text).parts)
        return Suggestion(word, better, documents, Way(text, counted.documents, at_least=counted.at_least))

    def _with_spelling(self) -> Way | None:
        """Return the question with every unknown word spelt as is likeliest, or left out when none is like it, also without filters."""
        better = {one.instead_of: one.word for one in reversed(self._suggestions)}
        if not self._unknown:
            return None
        respelled = self._counter.planned(_respelled(self._planned.question.text, better))
        lost = [one for one in respelled.pieces if isinstance(one.plan, Leaf) and one.plan.light.words in self._unknown]
        filters = [one for one in respelled.pieces if one.plan is not None and not is_words(one.plan)]
        tried = [lost, [*lost, *filters]] if filters else [lost]
        return next((way for out in tried for way in self._leaving_out(out, of=respelled)), None)

    # -- leaving out --------------------------------------------------------------------------------------------

    def _rarest_first(self) -> list[PlannedPiece]:
        """Return the words that could be left out, when there are several."""
        if len(self._words) < 2:  # noqa: PLR2004 - without its only word nothing is left of a question
            return []
        counted = [(self._counter.count([one.plan]).documents, at) for at, one in enumerate(self._words) if one.plan is not None]
        return [self._words[at] for _, at in sorted(counted)[:_MOST_PIECES]]

    def _leaving_out(self, out: Sequence[PlannedPiece], *, of: Planned | None = None) -> Iterator[Way]:
        """Give the question without some pieces, when it then finds something."""
        planned = of or self._planned
        counted = self._counter.count([one.plan for one in planned.pieces if one.plan is not None and one not in out])
        if counted.documents:
            parts = tuple(planned.part(one) for one in out)
            yield Way(planned.question.without(*(one.piece for one in out)), counted.documents, left_out=parts, at_least=counted.at_least)


def _replaced(word: str, term: str, better: str) -> str:
    """Return a word with one of its parts spelt otherwise; a word of one part as a whole, whatever marks it was typed with."""
    if len(query_terms(word, ())) == 1:
        return better
    at = word.casefold().find(term)
    return word[:at] + better + word[at + len(term) :] if at >= 0 else word


def _respelled(text: str, better: Mapping[str, str]) -> str:
    """Return the question with some words in place of others."""
    for token in reversed(list(tokens(text))):
        if token.sign is Sign.WORD and token.text in better:
            text = text[: token.start] + better[token.text] + text[token.end :]
    return text
