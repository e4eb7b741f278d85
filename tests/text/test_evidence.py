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
        ("granted at Oslo, and a new deadline set for 31 December 2025.", "2025-12-31", "31 December 2025"),
        ("on 28th July 1999", "1999-07-28", "28th July 1999"),
        ("until December 31, 2025", "2025-12-31", "December 31, 2025"),
        ("el 31 de diciembre de 2025", "2025-12-31", "31 de diciembre de 2025"),
        ("не позднее 1 января 2010 года", "2010-01-01", "1 января 2010"),
        ("On 11 May 2009 it asked; until 1 January 2020", "2020-01-01", "1 January 2020"),
        ("in November 2019 in Oslo", "2019-11", "November 2019"),
        ("As of 2019, retained", "2019", "2019"),
        ("having destroyed 203,671 mines", "203671", "203,671"),
        ("3'438'492 stockpiled", "3438492", "3'438'492"),
        ("338, 356 mines", "338356", "338, 356"),
        ("801.64 square kilometres", "801.64", "801.64"),
        ("801,64 km2", "801.64", "801,64"),
        ("on 15 August 27", "INVALID:15 August 27", "15 August 27"),
        ("also a State Party to the Convention", "state_party", None),
        ("granted at the Cartagena Summit", "2RC", None),
        ("", "2025-12-31", None),
        ("1,203,671 mines", "203671", None),
        ("on 31 December 2025, 203,671 mines", "203671", "203,671"),
        ("it is not known", "no", None),
        ("No mines are known", "no", "No"),
        ("anything", "", None),
    ],
)
def test_find_value(quote: str, value: str, found: str | None) -> None:
    span = find_value(quote, value)
    assert (quote[span[0] : span[1]] if span else None) == found
