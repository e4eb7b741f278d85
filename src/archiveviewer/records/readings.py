"""How a question was read, and why an answer stands where it stands: what is the case, with its values, but in no language.

The command line says it in plain English, the window in the language of the person.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class How(StrEnum):
    """How a piece of a question was read; behind each what its values are, or how many readings are inside."""

    ANY_FORM = "any_form"
    """A word."""
    BEGINNING = "beginning"
    """What words begin with."""
    EXACTLY = "exactly"
    """Words in their order."""
    EXACTLY_AND_ON = "exactly_and_on"
    """Words in their order, of which the last may go on."""
    NOTHING = "nothing"
    """What was typed; there is nothing in it to look for."""
    UNFINISHED = "unfinished"
    """What was typed of a field."""
    UNKNOWN = "unknown"
    """A field and a value that it cannot have; inside is how that was looked for instead."""
    WITHOUT = "without"
    """One inside, which documents must not have."""
    ALL = "all"
    """Several inside."""
    ANY = "any"
    """Several inside."""
    NEAR = "near"
    """Several inside."""
    IN_TITLE = "in_title"
    """One inside."""
    COUNTRY = "country"
    """Its code in ISO 3166."""
    LANGUAGE = "language"
    """Its code in ISO 639-1."""
    KIND = "kind"
    """The value of a `Kind`."""
    YEARS = "years"
    """The first and the last; one of them is empty when that side is open."""
    FOLDER = "folder"
    """A part of its path."""
    FOLDER_NAMED = "folder_named"
    """A part of its name."""
    HAS = "has"
    """`ocr`, `problem` or `scan`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a piece of a question was read."""

    how: How
    values: tuple[str, ...] = ()
    inner: tuple[Reading, ...] = ()


class LeftOut(StrEnum):
    """What of a question is not looked for as typed; behind each what its values are."""

    CHARACTERS = "characters"
    """How many are used."""
    TERMS = "terms"
    """How many are used."""
    BRACKETS = "brackets"
    """How many may stand in one another."""
    NEARNESS = "nearness"
    """Nothing: something that is neither word nor phrase was to be near another."""
    BEGINNING = "beginning"
    """What was typed, and the single letter that is looked for."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What of a question was left out."""

    what: LeftOut
    values: tuple[str, ...] = ()


class Why(StrEnum):
    """What speaks for a document, or against it; behind some what their value is."""

    WORDS = "words"
    TITLE = "title"
    WHOLE_TITLE = "whole_title"
    COUNTRY = "country"
    OTHER_COUNTRY = "other_country"
    AS_TYPED = "as_typed"
    PARTLY_AS_TYPED = "partly_as_typed"
    IN_A_ROW = "in_a_row"
    NEAR = "near"
    ONE_PAGE = "one_page"
    PAGES = "pages"
    """How many answer."""
    KIND = "kind"
    """The value of a `Kind`."""
    ONE_SENTENCE = "one_sentence"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a document stands where it stands. The first is what its words weigh; each other adds its share of that."""

    why: Why
    weight: float
    values: tuple[str, ...] = ()
