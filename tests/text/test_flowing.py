"""Lines as they stand on a page, and the running text that is copied of them."""

from __future__ import annotations

import pytest

from archiveviewer.text.flowing import TextLine, flowing, in_one_line


def lines(*given: tuple[str, float, float, int]) -> list[TextLine]:
    """Return lines 10 high and 6 wide a letter, each given as text, left, top, block."""
    return [TextLine(text, (left, top, left + 6 * len(text), top + 10), block) for text, left, top, block in given]


@pytest.mark.parametrize(
    ("given", "copied"),
    [
        ([("The deadline is", 0, 0, 0), ("1 January 2020.", 0, 12, 0)], "The deadline is 1 January 2020."),
        ([("a dead-", 0, 0, 0), ("line near", 0, 12, 0)], "a deadline near"),
        ([("in Guinea-", 0, 0, 0), ("Bissau", 0, 12, 0)], "in Guinea-Bissau"),
        ([("a dead\u00ad", 0, 0, 0), ("line near", 0, 12, 0)], "a deadline near"),
        ([("one mine\x03field\x7f", 0, 0, 0)], "one minefield"),
        ([("pages 12-", 0, 0, 0), ("14", 0, 12, 0)], "pages 12- 14"),
        ([("First.", 0, 0, 0), ("Second.", 0, 12, 1)], "First.\nSecond."),
        ([("Heading", 0, 0, 0), ("far below", 0, 40, 0)], "Heading\nfar below"),
        ([("left column", 0, 0, 0), ("goes on", 0, 12, 0), ("right column", 200, 0, 1)], "left column goes on\nright column"),
        ([("Year", 0, 0, 0), ("Mines", 100, 0, 0), ("2019", 0, 12, 0), ("203,671", 100, 12, 0)], "Year\tMines\n2019\t203,671"),
        ([("It ended.", 0, 0, 0), ("Then a dead-", 66, 0, 0), ("line moved.", 0, 12, 0)], "It ended. Then a deadline moved."),
        ([("Year", 0, 0, 0), ("Mines", 36, 0, 0)], "Year\tMines"),
        ([("第二次延期", 0, 0, 0), ("请求", 0, 12, 0)], "第二次延期请求"),
        ([("الموعد النهائي", 0, 0, 0), ("لإزالة الألغام", 0, 12, 0)], "الموعد النهائي لإزالة الألغام"),
        (
            [
                ("قدمت طلبها في", 200, 0, 0),
                ("11", 186, 0, 0),
                ("مايو", 158, 0, 0),
                ("2009", 130, 0, 0),
                ("، ثم", 102, 0, 0),
                ("انتهى.", 240, 12, 0),
            ],
            "قدمت طلبها في 11 مايو 2009، ثم انتهى.",
        ),
        ([("طلبها في11مايو2009 .ثم،انتهى", 0, 0, 0)], "طلبها في 11 مايو 2009. ثم، انتهى"),
        ([("\ufefbزا\ufedfة ا\ufef7لغا\ufee1", 0, 0, 0)], "لازالة الألغام"),
        ([("the o\ufb03ce", 0, 0, 0)], "the office"),
        ([("end of a col-", 0, 300, 0), ("umn", 200, 0, 1)], "end of a column"),
        ([], ""),
        ([("  ", 0, 0, 0)], ""),
    ],
)
def test_lines_become_running_text(given: list[tuple[str, float, float, int]], copied: str) -> None:
    assert flowing(lines(*given)) == copied


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("the dead-\nline moved", "the deadline moved"),
        ("Guinea-\nBissau", "Guinea-Bissau"),
        ("2018-\n2020", "2018- 2020"),
        ("mine\u00ad\nfield and  more", "minefield and more"),
    ],
)
def test_words_broken_at_line_ends_are_mended(text: str, line: str) -> None:
    assert in_one_line(text) == line


def test_a_quote_is_one_line() -> None:
    assert in_one_line("a dead-\nline\n  is\u00ad near") == "a deadline is near"
