"""Numbers that a PDF wrote from right to left, digit by digit, as laws and reports in Arabic have them."""

from __future__ import annotations

import pytest

from archiveviewer.text.printed_numbers import Line, in_order, may_be_reversed


def line(text: str, right: float, *, top: float = 100.0, leftwards: bool = True) -> Line:
    """Return a line of letters 5 wide, written to the left from `right`, or to the right up to it."""
    places = [right - 5 * (at + 1) for at in range(len(text))]
    placed = zip(text, places if leftwards else reversed(places), strict=True)
    chars = [{"c": char, "bbox": (left, top - 8, left + 5, top), "origin": (left, top)} for char, left in placed]
    return {"dir": (1.0, 0.0), "spans": [{"size": 10.0, "chars": chars}]}


def said(*lines: Line) -> list[str]:
    return ["".join(char["c"] for span in one["spans"] for char in span["chars"]) for one, _ in in_order(lines)]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ([line("المادة 3", 275), line("2 : تبرم", 235)], ["المادة 23 : تبرم"]),
        ([line("سنة 3", 141), line("2", 116), line("0", 111), line("2 م", 106)], ["سنة 2023 م"]),
        ([line("٩١ محرم", 141)], ["١٩ محرم"]),
        ([line("176,302 لغما", 300)], ["203,671 لغما"]),
        ([line("عام 5.2.", 300)], ["عام 2.5."]),
        ([line("2019", 300, leftwards=False)], ["2019"]),
        ([line("بند 3", 275), line("2 : تبرم", 235, top=120)], ["بند 3", "2 : تبرم"]),
        ([line("عمود 3", 275), line("2 آخر", 180)], ["عمود 3", "2 آخر"]),
        ([line("ab", 275)], ["ab"]),
    ],
)
def test_digits_are_read_from_the_left(written: list[Line], read: list[str]) -> None:
    assert said(*written) == read


def test_each_line_knows_where_it_begins() -> None:
    lines = [line("سنة 3", 141), line("2 م", 116), line("سطر", 141, top=120)]
    assert [at for _, at in in_order(lines)] == [0, 2]


@pytest.mark.parametrize(
    ("text", "may_be"), [("المادة 3\n2", True), ("المادة 23", True), ("المادة 3", False), ("Article 23", False), ("المادة الثالثة", False)]
)
def test_only_pages_with_both_are_looked_at(text: str, may_be: bool) -> None:
    assert may_be_reversed(text) is may_be
