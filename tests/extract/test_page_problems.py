"""What is wrong with pages is said in few sentences."""

from __future__ import annotations

import pytest

from archiveviewer.extract.page_problems import PageState, page_problems
from archiveviewer.records import ProblemCode

TEXT, PICTURE, BLANK, BROKEN = PageState.TEXT, PageState.PICTURE, PageState.BLANK, PageState.BROKEN


@pytest.mark.parametrize(
    ("states", "mended", "said"),
    [
        ([TEXT, TEXT], False, []),
        ([TEXT, BLANK], False, []),
        ([PICTURE], False, [(ProblemCode.NO_TEXT, None, "The page is a picture without text.")]),
        ([PICTURE] * 16, False, [(ProblemCode.NO_TEXT, None, "All 16 pages are pictures, and none has text.")]),
        ([PICTURE, BLANK, PICTURE], False, [(ProblemCode.NO_TEXT, None, "2 of 3 pages are pictures, and none has text.")]),
        ([TEXT, PICTURE], False, [(ProblemCode.PARTIAL, 2, "This page is a picture without text.")]),
        ([PICTURE, TEXT, PICTURE], False, [(ProblemCode.PARTIAL, None, "2 of 3 pages are pictures without text: 1, 3.")]),
        ([TEXT, BROKEN], False, [(ProblemCode.PARTIAL, 2, "This page is damaged and could not be read.")]),
        ([BLANK], False, [(ProblemCode.EMPTY, None, "The page is empty.")]),
        ([BLANK, BLANK], False, [(ProblemCode.EMPTY, None, "All pages are empty.")]),
        ([BLANK], True, [(ProblemCode.DAMAGED, None, "The file is damaged, and what could be mended of it is empty.")]),
        ([BROKEN, BLANK], False, [(ProblemCode.DAMAGED, None, "The file is damaged: none of its pages can be read.")]),
        ([TEXT], True, [(ProblemCode.PARTIAL, None, "The file is damaged; what could be mended was read, and parts may be missing.")]),
        ([PageState.GARBLED] * 3, False, [(ProblemCode.GARBLED, None, "All 3 pages have text that cannot be trusted.")]),
        ([TEXT, PageState.MAIMED], False, [(ProblemCode.PARTIAL, 2, "This page is damaged, and parts of it may be missing.")]),
    ],
)
def test_sentences(states: list[PageState], said: list[tuple[ProblemCode, int | None, str]], *, mended: bool) -> None:
    problems = page_problems(states, len(states), mended=mended)
    assert [(problem.code, problem.page, problem.reason) for problem in problems] == said


def test_pages_that_were_given_up_count_as_broken() -> None:
    (problem,) = page_problems([TEXT], 1000, mended=False)
    assert problem.reason == "999 of 1000 pages are damaged and could not be read: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …."


def test_pages_of_which_none_was_read_are_damaged() -> None:
    (problem,) = page_problems([], 1000, mended=False)
    assert problem.code is ProblemCode.DAMAGED
