"""What documents say about countries: facts, events, attachments, and the sentence each was read in."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]
"""Half-open, in code points of the text it belongs to."""
INVALID, INCOMPLETE = BROKEN = ("INVALID:", "INCOMPLETE:")
"""What stands before a value that is kept as printed: a date that cannot be, one that lacks its year."""
REGISTER_MONTH = "2025-12"
"""Nothing that happened after this month is in the reference register."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where something was read: enough to open the page and light the words.

    `page` counts from 1; `span` is half-open in code points of that page's text; `quote` is exactly the text of the span.
    """

    page: int
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure, date or status that a document states; types and forms of values as in the vocabulary of facts.

    `as_of` is the date for which the text says it, or None. `evidence` is None only when `computed` from the treaty text.
    """

    country: str
    type: str
    value: str
    unit: str | None
    as_of: str | None
    evidence: Evidence | None
    rule: str
    computed: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether the value could be read, and is not only kept as printed."""
        return not self.value.startswith(BROKEN)


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated. `treaty` is apmbc, ccm, ccw or crpd; `article` is as printed ("5") or empty; `date` is ISO 8601."""

    country: str
    treaty: str
    article: str
    date: str
    kind: str
    text: str
    evidence: Evidence | None
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a page lists. `size` is as printed, `bytes` what that comes to; `family` groups a request with its papers."""

    country: str
    title: str
    language: str | None
    size: str | None
    bytes: int | None
    received: str | None
    family: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Source:
    """The document in which something was read."""

    document: int
    path: str
    title: str
    kind: str
    date: str | None


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A fact with its source; `source` is None for computed and reference rows."""

    fact: Fact
    source: Source | None


@dataclass(frozen=True, slots=True)
class StatedEvent:
    """An event with its source; `source` is None for computed and reference rows. `state` is that of its chain, or None."""

    event: Event
    source: Source | None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class MatchDoubt:
    """Why a match is in doubt, for who says it in another language: what was `listed` and what is `here`, as far as it has values.

    `code` is unreadable, size, language, number, paper, year, only_title or only_size; languages are ISO 639-1, papers kinds of documents.
    """

    code: str
    listed: str = ""
    here: str = ""


@dataclass(frozen=True, slots=True)
class ListedAttachment:
    """An attachment, the page that lists it, and whether the file is here.

    `state` is present, missing or doubtful; `match` is the path of the file found, or None; `why` says why it is in doubt, in English,
    and `reasons` so that it can be said in other languages. `decided` says that a person has had a word in it.
    """

    attachment: Attachment
    source: Source
    state: str
    match: str | None = None
    why: str = ""
    decided: bool = False
    reasons: tuple[MatchDoubt, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A row of the reference register: known from elsewhere, never mixed with what the archive says."""

    country: str
    treaty: str
    event: str
    date: str
    value: str
    source_url: str
