"""Says in plain English how a question was read and why a document stands where it stands, for all but the window."""

from __future__ import annotations

from archiveviewer.records import Coverage, How, LeftOut, Reading, Reason, Remark, SearchAnswer, Why
from archiveviewer.text.language_names import language_name

_BETWEEN = {How.ALL: " and ", How.ANY: " or ", How.NEAR: " near "}
HAS = {
    "ocr": "with text recognised from pictures",
    "problem": "with something that could not be read",
    "scan": "with pages that are pictures without text",
}
"""What documents can have."""


def understood(answer: SearchAnswer) -> tuple[str, ...]:
    """Return how each part of the question was read, and what was left out."""
    return (*(reading_words(part.reading) for part in answer.parts), *map(remark_words, answer.notes))


def not_searched(coverage: Coverage) -> tuple[str, ...]:
    """Return how many files were not searched, and why, as one sentence; nothing when all were."""
    left = coverage.files - coverage.searched
    if not left:
        return ()
    kinds = (
        (coverage.scans, "scan without text" if coverage.scans == 1 else "scans without text"),
        (coverage.unreadable, "unreadable"),
        (coverage.unsupported, "in formats not read yet"),
        (left - coverage.scans - coverage.unreadable - coverage.unsupported, "still to read"),
    )
    why = ", ".join(f"{count} {words}" for count, words in kinds if count)
    if left == 1:
        return (f"1 file was not searched: {why}. The answer may be in it.",)
    return (f"{left} files were not searched: {why}. The answer may be in one of them.",)


def reading_words(reading: Reading) -> str:
    """Return how a piece of a question was read."""
    if reading.how in _BETWEEN:
        return f"({_BETWEEN[reading.how].join(map(reading_words, reading.inner))})"
    head = _alone(reading)
    return " ".join((head, *map(reading_words, reading.inner)))


def _alone(reading: Reading) -> str:
    first, last = (*reading.values, "", "")[:2]
    match reading.how:
        case How.COUNTRY:
            from archiveviewer.text.names import name_of  # reads tables that few questions need

            return f"about {name_of(first)} ({first})"
        case How.LANGUAGE:
            return f"in {language_name(first)}"
        case How.KIND:
            return f"of the kind {_plain(first)}"
        case How.YEARS:
            return _years(first, last)
        case How.HAS:
            return HAS[first]
    return {
        How.ANY_FORM: f"{first} in any form",
        How.BEGINNING: f"words that begin with {first}",
        How.EXACTLY: f'exactly "{first}"',
        How.EXACTLY_AND_ON: f'exactly "{first}" and on',
        How.NOTHING: f"{first} holds nothing to search for",
        How.UNFINISHED: f"{first} is not finished",
        How.UNKNOWN: f"{first} {last} is not known here, so it is searched for as words:",
        How.WITHOUT: "without",
        How.IN_TITLE: "in the title:",
        How.FOLDER: f"in the folder {first}",
        How.FOLDER_NAMED: f"in a folder with {first} in its name",
    }[reading.how]


def _years(first: str, last: str) -> str:
    if first == last:
        return f"dated {first}"
    if first and last:
        return f"dated {first} to {last}"
    return f"dated {first} or later" if first else f"dated {last} or earlier"


def remark_words(remark: Remark) -> str:
    """Return what of a question was left out."""
    first, last = (*remark.values, "", "")[:2]
    return {
        LeftOut.CHARACTERS: f"only the first {first} characters are used",
        LeftOut.TERMS: f"only the first {first} terms are used",
        LeftOut.BRACKETS: f"brackets deeper than {first} are passed over",
        LeftOut.NEARNESS: "only words and phrases can be near each other (~); the rest is looked for anywhere",
        LeftOut.BEGINNING: f"{first} needs a second letter, so only {last} itself is looked for",
    }[remark.what]


def reason_words(reason: Reason) -> str:
    """Return what speaks for a document, or against it."""
    value = reason.values[0] if reason.values else ""
    return {
        Why.WORDS: "how often its words stand in it, for its length, and how rare they are",
        Why.TITLE: "all the words are in its title",
        Why.WHOLE_TITLE: "they are its whole title",
        Why.COUNTRY: "it is about the country that is named",
        Why.OTHER_COUNTRY: "it is about another country",
        Why.AS_TYPED: "it has the words as they were typed",
        Why.PARTLY_AS_TYPED: "it has some words as they were typed",
        Why.IN_A_ROW: "they follow one another on a page",
        Why.NEAR: "they are near each other on a page",
        Why.ONE_PAGE: "all that it has of them is on one page",
        Why.PAGES: "a page answers" if value == "1" else f"{value} pages answer",
        Why.KIND: f"it is about the matter itself ({_plain(value)})",
        Why.ONE_SENTENCE: "what is to be near each other is in one sentence; this comes first",
    }[reason.why]


def _plain(kind: str) -> str:
    return kind.replace("_", " ")
