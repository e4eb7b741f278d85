"""Makes what a reader hands over of a text that has no pages: its sections, and what is wrong with it."""

from __future__ import annotations

from archiveviewer.records import Extracted, Health, PageText, Problem, ProblemCode
from archiveviewer.text.health import judge
from archiveviewer.text.sections import sections

_LOSSY = "Some letters could not be read: the encoding of the file is not certain."
_GARBLED = "Much of the text is stored in a way that cannot be trusted."


def unpaged(text: str, *, media_type: str, title: str, lossy: bool) -> Extracted:
    """Return the sections of `text`, or the problem that there is nothing to read; `lossy` says that decoding lost letters."""
    if not any(char.isalnum() for char in text):
        return Extracted(media_type, title, paged=False, pages=(), problems=(Problem.of(ProblemCode.EMPTY),))
    pages = tuple(PageText(number, str(number), part, _health(part)) for number, part in enumerate(sections(text), start=1))
    return Extracted(media_type, title, paged=False, pages=pages, problems=_problems(judge(text), lossy))


def _health(section: str) -> Health:
    health = judge(section)
    return Health.GOOD if health is Health.NONE else health  # a rule of dashes is no scan


def _problems(health: Health, lossy: bool) -> tuple[Problem, ...]:
    if health is Health.GARBLED:
        return (Problem.of(ProblemCode.GARBLED, reason=_GARBLED),)
    return (Problem.of(ProblemCode.PARTIAL, reason=_LOSSY),) if lossy else ()
