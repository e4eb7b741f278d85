"""Looks for what would find something when a question finds nothing: a filter too many, a word misspelt, a word too rare.

Only ways that lead somewhere are kept, each with the number of documents it would give. The archive is asked for every number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from archiveviewer.gui.search.question import Question, single_words
from archiveviewer.records import SearchRequest

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive

_LEAST_PREFIX = 3
_MOST_WORDS = 6
_ALIKE = 0.75
_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Way:
    """Another question and how many documents it finds. `spelling` and `filters_off` say what is different."""

    question: Question
    documents: int
    spelling: bool = False
    filters_off: bool = False


@dataclass(frozen=True, slots=True)
class Misspelt:
    """A word that stands nowhere in the archive, and words like it that do, each with the documents that hold it."""

    word: str
    like: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """All that was found: the best way out, and what each part of the question does."""

    best: Way | None = None
    misspelt: tuple[Misspelt, ...] = ()
    without_filters: Way | None = None
    rarest: str = ""
    without_rarest: Way | None = None

    @property
    def found(self) -> bool:
        """Whether anything leads somewhere."""
        return self.best is not None


def ways_out(archive: Archive, question: Question, stop: Callable[[], bool]) -> Ways:
    """Ask the archive for what would find something."""
    words = single_words(question.text)[:_MOST_WORDS]
    open_question = question.without_filters()
    counts = (
        {word: _count(archive, replace(open_question, text=word), stop) for word in words} if len(words) > 1 or question.filters else {}
    )
    if len(words) == 1:
        counts = {words[0]: _count(archive, replace(open_question, text=words[0]), stop)}
    misspelt = tuple(Misspelt(word, _words_like(archive, word, stop)) for word, count in counts.items() if not count)
    without_filters = _way(archive, open_question, stop, filters_off=True) if question.filters else None
    rarest = min((word for word in counts if counts[word]), key=counts.__getitem__, default="") if len(words) > 1 and not misspelt else ""
    rest = replace(open_question, text=" ".join(word for word in words if word != rarest))
    without_rarest = _way(archive, rest, stop, filters_off=bool(question.filters)) if rarest else None
    best = next(_best(archive, question, misspelt, stop), None) or without_filters or without_rarest
    return Ways(best, tuple(item for item in misspelt), without_filters, rarest if without_rarest else "", without_rarest)


def _count(archive: Archive, question: Question, stop: Callable[[], bool]) -> int:
    if stop():
        return 0
    request = SearchRequest(question.query, limit=1, pages_per_document=1, seconds=_SECONDS)
    return archive.search(request, stop=stop).documents


def _way(
    archive: Archive, question: Question, stop: Callable[[], bool], *, spelling: bool = False, filters_off: bool = False
) -> Way | None:
    documents = _count(archive, question, stop)
    return Way(question, documents, spelling=spelling, filters_off=filters_off) if documents else None


def _best(archive: Archive, question: Question, misspelt: tuple[Misspelt, ...], stop: Callable[[], bool]) -> Iterator[Way]:
    """Yield the question spelt better, without words that nothing looks like, with its filters and then without."""
    text = " ".join(better for word in single_words(question.text) if (better := _better(word, misspelt)))
    if not misspelt or not text:
        return
    spelt = replace(question, text=text)
    changed = any(item.like for item in misspelt)
    for candidate, filters_off in ((spelt, False), (spelt.without_filters(), True)):
        way = _way(archive, candidate, stop, spelling=changed, filters_off=filters_off and bool(question.filters))
        if way is not None:
            yield way


def _better(word: str, misspelt: tuple[Misspelt, ...]) -> str:
    """Return the word that is meant, the word itself when it is known, nothing when no word looks like it."""
    return next((item.like[0][0] if item.like else "" for item in misspelt if item.word == word), word)


def _words_like(archive: Archive, word: str, stop: Callable[[], bool]) -> tuple[tuple[str, int], ...]:
    """Return up to two words of the archive that begin as `word` does and look like it."""
    for length in range(len(word) - 2, _LEAST_PREFIX - 1, -1):
        if stop():
            return ()
        answer = archive.search(SearchRequest(f"{word[:length]}*", limit=20, pages_per_document=2, seconds=_SECONDS), stop=stop)
        seen = {hit.snippet[start:end].casefold() for found in answer.hits for hit in found.pages for start, end in hit.marks}
        alike = sorted((other for other in seen if _alike(word, other) >= _ALIKE), key=lambda other: -_alike(word, other))
        counted = [(other, _count(archive, Question(other), stop)) for other in alike[:2]]
        if any(count for _, count in counted):
            return tuple((other, count) for other, count in counted if count)
    return ()


def _alike(word: str, other: str) -> float:
    return SequenceMatcher(None, word.casefold(), other).ratio()
