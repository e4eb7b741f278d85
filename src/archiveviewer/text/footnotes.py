"""Footnotes as saved web pages print them: a number in square brackets in the text, and the note behind the same number at its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from archiveviewer.records import Footnote, PageText, Span

_MARK = re.compile(r"\[(\d{1,3})\]")
_NOTE = re.compile(r"^[ \t\u00a0]*\[(\d{1,3})\][ \t\u00a0]*(?=\S)", re.MULTILINE)
_END = re.compile(r"\n[ \t\u00a0]*(?:\n|\[\d{1,3}\])")


def marks(text: str) -> Iterator[tuple[str, Span]]:
    """Yield the numbers in square brackets of a text, each with its place."""
    for found in _MARK.finditer(text):
        yield found[1], found.span()


def note(pages: Iterable[PageText], number: str) -> Footnote | None:
    """Return the note of a number; the last one when several lines begin with it, for notes stand at the end."""
    found = None
    for page in pages:
        for start in _NOTE.finditer(page.text):
            if start[1] == number:
                end = _END.search(page.text, start.end())
                stop = end.start() if end else len(page.text.rstrip())
                found = Footnote(number, page.number, (start.end(), stop), page.text[start.end() : stop])
    return found
