"""Where an evidence lies in a text: the quote, and inside it the value that a rule took from it.

A quote is looked for letter by letter, white space and soft hyphens apart, because a page cuts its lines where it likes. A value comes in
a standard form ("2025-12-31", "203671") and is looked for as a person would have written it ("31 December 2025", "203,671").
"""

from __future__ import annotations

import re

from archiveviewer.records import Span
from archiveviewer.records.facts import INCOMPLETE, INVALID
from archiveviewer.text import dates
from archiveviewer.text.anchors import anchor

_NUMBER = re.compile(r"(?<!\d)(?:\d{1,3}(?:, \d{3})+(?!\d)|\d+(?:[,.\u2019'\u00a0\u2009\u202f ]\d{3})+(?!\d)|\d+)(?:[.,]\d+)?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_NO_DIGIT = re.compile(r"\D")


def find_quote(text: str, quote: str) -> Span | None:
    """Return the span of `quote` in `text`, or None. Differences of white space do not count."""
    if not quote.strip():
        return None
    start = text.find(quote)
    return (start, start + len(quote)) if start >= 0 else anchor(text, quote, 0)


def find_value(quote: str, value: str) -> Span | None:
    """Return the span in `quote` of what a rule read as `value`, or None when it is not written there as such."""
    if not value.strip():
        return None
    bare = value.removeprefix(INVALID).removeprefix(INCOMPLETE)
    if _PLAIN.fullmatch(bare):
        return _find_number(quote, bare)
    if bare.isalpha():  # "no" is not said by "not"
        word = re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", quote, re.IGNORECASE)
        return word.span() if word else None
    return anchor(quote.lower(), bare.lower(), 0) or _find_date(quote, bare)


def _find_number(quote: str, value: str) -> Span | None:
    whole, _, decimals = value.partition(".")
    for match in _NUMBER.finditer(quote):
        if _NO_DIGIT.sub("", match.group()) == whole + decimals and (
            not decimals or match.group().endswith((f".{decimals}", f",{decimals}"))
        ):
            return match.span()
    return None


def _find_date(quote: str, value: str) -> Span | None:
    if not value[:4].isdigit():
        return None
    found = dates.find(quote)
    exact = [mention.span for mention in found if value in (mention.value, mention.since)]
    within = [mention.span for mention in found if mention.value.startswith(f"{value}-")]
    return next(iter(exact or within), None)
