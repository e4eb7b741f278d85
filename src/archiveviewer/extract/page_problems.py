"""Puts into few plain sentences what is wrong with the pages of a document."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from archiveviewer.records import Problem, ProblemCode

_LISTED = 10
_MENDED = "The file is damaged; what could be mended was read, and parts may be missing."


class PageState(Enum):
    """What reading a page came to."""

    TEXT = auto()
    PARTIAL = auto()
    GARBLED = auto()
    PICTURE = auto()
    NEARLY_PICTURE = auto()
    MAIMED = auto()
    BLANK = auto()
    BROKEN = auto()


_SENTENCES: dict[PageState, tuple[ProblemCode, str, str]] = {
    PageState.BROKEN: (ProblemCode.PARTIAL, "This page is damaged and could not be read.", "are damaged and could not be read"),
    PageState.MAIMED: (
        ProblemCode.PARTIAL,
        "This page is damaged, and parts of it may be missing.",
        "are damaged, and parts of them may be missing",
    ),
    PageState.PICTURE: (ProblemCode.PARTIAL, "This page is a picture without text.", "are pictures without text"),
    PageState.NEARLY_PICTURE: (ProblemCode.PARTIAL, "This page is a picture with hardly any text.", "are pictures with hardly any text"),
    PageState.GARBLED: (ProblemCode.GARBLED, "The text of this page cannot be trusted.", "have text that cannot be trusted"),
}
"""For the kinds of pages that are a problem: its code, and how it is said of one page and of several."""


def page_problems(states: Sequence[PageState], count: int, *, mended: bool) -> tuple[Problem, ...]:
    """Return at most one problem of each kind for a document of `count` pages, of which `states` were looked at.

    A document without any text always has one, so that none is silently empty.
    """
    if not any(state in _WITH_TEXT for state in states):
        return (_nothing(states, count, mended=mended),)
    problems = []
    if mended:
        problems.append(Problem.of(ProblemCode.PARTIAL, reason=_MENDED))
    for kind, (code, one, many) in _SENTENCES.items():
        numbers = _numbers(states, kind)
        if kind is PageState.BROKEN:
            numbers += range(len(states) + 1, count + 1)
        if len(numbers) == 1:
            problems.append(Problem.of(code, page=numbers[0], reason=one))
        elif numbers:
            problems.append(Problem.of(code, reason=f"{_share(len(numbers), count)} {many}{_listed(numbers, count)}."))
    return tuple(problems)


def _nothing(states: Sequence[PageState], count: int, *, mended: bool) -> Problem:
    """Return why a document has no text at all."""
    pictures = len(_numbers(states, PageState.PICTURE))
    if pictures:
        reason = (
            "The page is a picture without text."
            if len(states) == 1
            else f"{_share(pictures, len(states))} are pictures, and none has text."
        )
        return Problem.of(ProblemCode.NO_TEXT, reason=reason)
    if PageState.BROKEN in states or len(states) < count:
        return Problem.of(ProblemCode.DAMAGED, reason="The file is damaged: none of its pages can be read.")
    if mended:
        return Problem.of(ProblemCode.DAMAGED, reason="The file is damaged, and what could be mended of it is empty.")
    return Problem.of(ProblemCode.EMPTY, reason="The page is empty." if len(states) == 1 else "All pages are empty.")


def _numbers(states: Sequence[PageState], wanted: PageState) -> list[int]:
    return [number for number, state in enumerate(states, start=1) if state is wanted]


def _share(some: int, count: int) -> str:
    return f"All {count} pages" if some == count > 1 else f"{some} of {count} pages"


def _listed(numbers: Sequence[int], count: int) -> str:
    if len(numbers) == count:
        return ""
    more = ", …" if len(numbers) > _LISTED else ""
    return f": {', '.join(map(str, numbers[:_LISTED]))}{more}"


_WITH_TEXT = {PageState.TEXT, PageState.PARTIAL, PageState.GARBLED, PageState.NEARLY_PICTURE, PageState.MAIMED}
