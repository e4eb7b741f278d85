"""A question, and the answer with the pages under each document."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]
"""Half-open, in code points of the text it belongs to."""


@dataclass(frozen=True, slots=True)
class Light:
    """Words to be lit in a text: one word, or a phrase. `prefix` lets the last word go on; `exact` excludes other forms."""

    words: str
    exact: bool = False
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A question as typed. `typing` treats the last word as a prefix; `seconds` is how long the answer may take.

    `collapse` gives language versions and copies one row: the version that comes first in `languages`, else the best.
    """

    text: str
    limit: int = 20
    typing: bool = False
    collapse: bool = False
    pages_per_document: int = 5
    seconds: float = 2.0
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another document with the same text: in another language, or a copy, where `sha256`, that of its bytes, is the same."""

    document: int
    language: str | None
    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class PageHit:
    """A page that answers; `marks` are spans of `snippet`."""

    page: int
    label: str
    snippet: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class DocumentHit:
    """A document that answers, best pages first. `missing` are the words of the question that it lacks.

    `page_hits` counts its pages that answer; `at_least` says that time ran out before all were counted. `siblings` are its versions in
    other languages and `copies` the files with the same bytes, as far as they are in the library, whether they answer or not.
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


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The answer to one question. `documents` counts all that have all words; `pages` those of the documents listed.

    `understood` says in plain words how each part of the question was read; `lights` is what to light in the pages;
    `milliseconds` how long it took.
    """

    text: str
    hits: tuple[DocumentHit, ...]
    documents: int
    pages: int
    at_least: bool
    understood: tuple[str, ...]
    lights: tuple[Light, ...]
    milliseconds: float


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
