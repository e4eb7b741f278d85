"""Where a quote and the value in it are found."""

from __future__ import annotations

import pytest

from archiveviewer.text.evidence import find_quote, find_value


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("It was granted. New deadline.", "New deadline.", "New deadline."),
        ("new dead\u00adline of 1\u00a0January\n2020, and", "deadline of 1 January 2020", "dead\u00adline of 1\u00a0January\n2020"),
        ("the text", "something else", None),
        ("the text", " ", None),
    ],
)
def test_find_quote(text: str, quote: str, found: str | None) -> None:
    span = find_quote(text, quote)
    assert (text[span[0] : span[1]] if span else None) == found


@pytest.mark.parametrize(
    ("quote", "value", "found"),
    [
        ("new deadline 31 December 2025.", "2025-12-31", "31 December 2025"),
        ("not later than 1\u00a0January\u00a02010", "2010-01-01", "1\u00a0January\u00a02010"),
        ("destroyed 203,671 mines", "203671", "203,671"),
        ("destroyed 203\u00a0671 mines in 2008", "203671", "203\u00a0671"),
        ("retains 1235 mines", "1235", "1235"),
        ("retains 11235 mines", "1235", None),
        ("a decision of the Fourth Review Conference", "fourth review conference", "Fourth Review Conference"),
        ("submitted on 15 August 27", "INVALID:15 August 27", "15 August 27"),
        ("is a State Party", "party", "Party"),
        ("has not signed", "not_party", None),
        ("anything", "", None),
    ],
)
def test_find_value(quote: str, value: str, found: str | None) -> None:
    span = find_value(quote, value)
    assert (quote[span[0] : span[1]] if span else None) == found
