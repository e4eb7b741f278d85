"""A question, and the answer with the pages under each document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from archiveviewer.records.facts import Span
from archiveviewer.records.readings import Reading, Reason, Remark


@dataclass(frozen=True, slots=True)
class Light:
    """Words to be lit in a text: one word, or a phrase. `prefix` lets the last word go on; `exact` excludes other forms."""

    words: str
    exact: bool = False
    prefix: bool = False


class Sort(StrEnum):
    """In which order documents that have all the words are listed."""

    RELEVANCE = "relevance"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A question as typed. `typing` treats the last word as a prefix.

    `seconds` is how long the answer may take; None is as long as people like to wait.
    `collapse` gives language versions and copies one row: the version that comes first in `languages`, else the best.
    Sorted by date the newest come first, those without a date last. `also` adds words of the trade that mean the same, in the languages
    of the library; not those of the groups named in `without`.
    """

    text: str
    sort: Sort = Sort.RELEVANCE
    limit: int = 20
    typing: bool = False
    collapse: bool = False
    pages_per_document: int = 5
    seconds: float | None = None
    languages: tuple[str, ...] = ()
    also: bool = False
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Also:
    """What was looked for beside `words` of the question, as it means the same: `terms`, from the `groups` of these names."""

    words: str
    groups: tuple[str, ...]
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another document with the same text: in another language, or a copy, where `sha256`, that of its bytes, is the same."""

    document: int
    language: str | None
    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Part:
    """How one part of a question was understood: what was typed for it, how it was read, and the question without it.

    All parts must hold. So each can be taken out by asking `rest` instead.
    """

    text: str
    reading: Reading
    rest: str


@dataclass(frozen=True, slots=True)
class PageHit:
    """A page that answers; `marks` are spans of `snippet`."""

    page: int
    label: str
    snippet: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class DocumentHit:
    """A document that answers, best pages first. `missing` are the words of the question that it lacks; `why` explains `score`.

    `page_hits` counts its pages that answer; `at_least` says that time ran out before all were counted. `siblings` are its versions in
    other languages and `copies` the files with the same bytes, as far as they are in the library, whether they answer or not. `also` says
    that it has other words in place of some of the question: words that mean the same.
    """

    rank: int
    document: int
    path: str
    title: str
    kind: str
    language: str | None
    country: str | None
    date: str | None
    score: float
    missing: tuple[str, ...]
    pages: tuple[PageHit, ...]
    page_hits: int
    at_least: bool = False
    paged: bool = True
    siblings: tuple[Sibling, ...] = ()
    copies: tuple[Sibling, ...] = ()
    why: tuple[Reason, ...] = ()
    also: bool = False


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The answer to one question. `documents` counts all that have all words; `pages` the pages of those of them that are listed.

    `at_least` and `pages_at_least` say that time ran out before all were counted.
    `parts` say how each part of the question was understood, `notes` what of it was left out; `wanted` counts the parts that are
    words, `held` how many of them the best of the listed documents have. `lights` is what to light in the pages; `milliseconds`
    how long it took. `also` says which words were added to the question.
    """

    text: str
    hits: tuple[DocumentHit, ...]
    documents: int
    pages: int
    at_least: bool
    parts: tuple[Part, ...]
    notes: tuple[Remark, ...]
    wanted: int
    held: int
    lights: tuple[Light, ...]
    milliseconds: float
    also: tuple[Also, ...] = ()
    pages_at_least: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """How many of the documents that answer a question have one value of a field; `field:value` in the question keeps to them.

    `name` is the value in plain English. `at_least` says that time ran out before all were counted.
    """

    field: str
    value: str
    name: str
    documents: int
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Completion:
    """How a question may go on: a field or its value as `shown`, in plain `words`, and how many documents have it.

    `text` is the question with it taken, and `caret` where one types on. `field` and `value` are what the words say, for those who
    say it in another language; a field itself has no value.
    """

    text: str
    caret: int
    shown: str
    words: str
    documents: int | None = None
    field: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """Another question in place of one that found nothing or little, what it leaves out of that one, and how many documents answer."""

    text: str
    documents: int
    left_out: tuple[Part, ...] = ()
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word as this library spells it in place of one that it hardly has.

    `documents` have the word; `way` is the whole question so spelt, which may still find nothing.
    """

    instead_of: str
    word: str
    documents: int
    way: Way


@dataclass(frozen=True, slots=True)
class WaysOut:
    """What would find something where a question found nothing or little; all but suggestions do find something.

    `unknown` are the words that stand in no file that was searched, and `suggestions` spell these and very rare ones otherwise, the best
    first. `without_word` leaves out one word, beginning with the rarest; `without_filter` one field or exclusion, beginning with
    what gives most; `without_filters` all of them, when there are several. `best` is what to try first.
    """

    best: Way | None = None
    unknown: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    without_word: tuple[Way, ...] = ()
    without_filter: tuple[Way, ...] = ()
    without_filters: Way | None = None
