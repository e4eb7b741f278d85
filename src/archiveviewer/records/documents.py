"""Documents, their pages, and what reading one yields on its way into the index."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from archiveviewer.records.facts import Attachment, Event, Fact, Span
from archiveviewer.records.files import Problem


class Health(StrEnum):
    """How far a page's text can be trusted."""

    GOOD = "good"
    NONE = "none"
    GARBLED = "garbled"
    RECOGNISED = "recognised"
    PARTIAL = "partial"


class Kind(StrEnum):
    """What a document is for the people who ask for it."""

    COUNTRY_PAGE = "country_page"
    PROFILE = "profile"
    REQUEST = "request"
    REVISED_REQUEST = "revised_request"
    ADDITIONAL_INFORMATION = "additional_information"
    ANALYSIS = "analysis"
    DECISION = "decision"
    ANNEX = "annex"
    ARTICLE_7_REPORT = "article_7_report"
    UPDATE = "update"
    LAW = "law"
    PRESS_RELEASE = "press_release"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of one page as written. `number` counts from 1; `label` is what is printed on it ("iv", "12").

    For unpaged documents a page is a section; the texts of all sections, put together without a separator, are the document.
    """

    number: int
    label: str
    text: str
    health: Health = Health.GOOD


@dataclass(frozen=True, slots=True)
class Footnote:
    """The note that a number in the text points to: its page from 1, its span in code points of that page's text, and the words."""

    number: str
    page: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """An entry of a document's outline. `level` counts from 1, `page` from 1."""

    level: int
    title: str
    page: int


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a reader finds in one file. `paged` is False where pages are sections."""

    media_type: str
    title: str
    paged: bool
    pages: tuple[PageText, ...]
    outline: tuple[OutlineItem, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page ready for the index: its text, its language, and its terms, stemmed and joined by single spaces."""

    number: int
    label: str
    text: str
    health: Health
    language: str | None
    stems: str


@dataclass(frozen=True, slots=True)
class RowTerms:
    """The terms by which a document is found, joined by spaces: forms as written, stems, and the beginnings of the written forms."""

    exact: str
    stems: str
    beginnings: str


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """All that the index stores of one document, as a worker hands it over.

    `language` is lower-case ISO 639-1, `country` ISO 3166 alpha-3, `date` ISO 8601 as precise as the text, each None when not known.
    `date` is the date of the source itself (last update, received, year of the report); `symbol` that of the United Nations.
    """

    media_type: str
    title: str
    kind: Kind
    language: str | None
    country: str | None
    date: str | None
    paged: bool
    pages: tuple[ReadPage, ...]
    terms: RowTerms
    title_terms: RowTerms
    outline: tuple[OutlineItem, ...] = ()
    facts: tuple[Fact, ...] = ()
    events: tuple[Event, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    problems: tuple[Problem, ...] = ()
    symbol: str | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells whether a document is another language version, or a copy, of another. `sha256` is that of its bytes."""

    id: int
    path: str
    language: str | None
    country: str | None
    kind: Kind
    date: str | None
    paged: bool
    pages: int
    sha256: str
    symbol: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the library as the index knows it. `pages` is how many there are, `folder` the library folder it lies in."""

    id: int
    path: str
    folder: str
    media_type: str
    title: str
    kind: Kind
    language: str | None
    country: str | None
    date: str | None
    paged: bool
    pages: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class FileState:
    """A row of `files`: `state` is indexed, problem or gone; `chars` counts code points; `health` is the worst of its pages."""

    path: str
    media_type: str
    state: str
    pages: int
    chars: int
    health: Health
