"""Headings among the lines of pages, as the library gives them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from archiveviewer.pages.headings import Finder

BOLD = 16


def block(*lines: str, size: float = 10.0, flags: int = 0, top: float = 60.0) -> Mapping[str, Any]:
    spans = [{"text": line, "size": size, "flags": flags, "font": "Times"} for line in lines]
    return {"lines": [{"dir": (1.0, 0.0), "bbox": (60.0, top, 300.0, top + size), "spans": [span]} for span in spans]}


def narrow(line: str, *, top: float, left: float) -> Mapping[str, Any]:
    """Return a strong line on the left of the page, in its middle, or on the right as in Arabic."""
    made = block(line, flags=BOLD, top=top)
    made["lines"][0]["bbox"] = (left, top, left + 60.0, top + 10)
    return made


BODY = block(*["Words of the text, as long as a line of a report is, and some more."] * 12)


def outline(*pages: list[Mapping[str, Any]]) -> list[tuple[int, str, int]]:
    finder = Finder()
    for number, blocks in enumerate(pages, start=1):
        finder.read(number, blocks)
    return [(item.level, item.title, item.page) for item in finder.outline()]


def test_larger_lines_are_headings_and_the_largest_are_the_first_level() -> None:
    found = outline([block("Clearance plan", size=18), BODY, block("Methods", size=13), BODY], [block("Annex", size=18), BODY])
    assert found == [(1, "Clearance plan", 1), (2, "Methods", 1), (1, "Annex", 2)]


def test_a_strong_line_alone_in_its_block_is_a_heading() -> None:
    assert outline([block("3.1 Survey", flags=BOLD), BODY]) == [(1, "3.1 Survey", 1)]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (block("12", size=18), "a number of a page"),
        (block("Introduction ........ 4", size=18), "an entry of a table of contents"),
        (block("Note that this is all.", flags=BOLD), "a strong sentence"),
        (block("x" * 130, size=18), "a paragraph in large letters"),
        (block("12. The request indicates that Chad released 84 areas.", flags=BOLD), "a numbered paragraph"),
        (block("12. The request indicates that Chad released 84 areas.", size=14), "a numbered paragraph in large letters"),
    ],
)
def test_what_is_no_heading(line: Mapping[str, Any], why: str) -> None:
    assert outline([line, BODY]) == [], why


def test_two_lines_of_one_heading_are_one() -> None:
    assert outline([block("Request for an", "extension", size=18), BODY]) == [(1, "Request for an extension", 1)]


PARAGRAPH = (
    "12. The request indicates that during the initial extension period",
    "Chad released 84 hazardous areas measuring several square kilometres",
    "in the province of Tibesti",
)


@pytest.mark.parametrize("look", [{"flags": BOLD}, {"size": 14.0}])
def test_a_numbered_paragraph_of_which_each_line_is_a_block_is_no_heading(look: dict[str, Any]) -> None:
    lines = [block(line, top=60.0 + 20 * row, **look) for row, line in enumerate(PARAGRAPH)]
    assert outline([*lines, BODY]) == []


@pytest.mark.parametrize("left", [60.0, 150.0, 240.0])
def test_two_headings_close_to_each_other_stay_two(left: float) -> None:
    lines = [narrow("4. Survey", top=60.0, left=left), narrow("4.1 Methods", top=80.0, left=left)]
    assert [title for _, title, _ in outline([*lines, BODY])] == ["4. Survey", "4.1 Methods"]


def test_what_stands_on_many_pages_is_a_running_title() -> None:
    pages = [[block(f"Second request {number}", size=14), BODY] for number in range(1, 7)]
    assert outline(*pages) == []


def test_articles_that_only_their_number_tells_apart_are_headings() -> None:
    pages = [[block(f"Article {number}", size=14, top=60.0 + 40 * number), BODY] for number in range(1, 7)]
    assert [title for _, title, _ in outline(*pages)] == [f"Article {number}" for number in range(1, 7)]


def test_a_page_of_large_print_has_no_headings() -> None:
    assert outline([block("All of it is large", size=20), block("and nothing is a text", size=18), block("a little", size=9)]) == []
