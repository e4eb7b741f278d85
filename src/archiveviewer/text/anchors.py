"""Finds in the text of a page the words of a note or a quote, though the page is cut into lines another way than they are."""

from __future__ import annotations

from archiveviewer.records import Span

_IGNORED = frozenset("\u00ad\u200b\ufeff")


def anchor(text: str, quote: str, start: int) -> Span | None:
    """Return the span of `quote` that begins nearest to `start`, white space and soft hyphens apart; None when it is not there."""
    kept = [index for index, letter in enumerate(text) if not letter.isspace() and letter not in _IGNORED]
    squeezed = "".join(text[index] for index in kept)
    wanted = "".join(letter for letter in quote if not letter.isspace() and letter not in _IGNORED)
    best: Span | None = None
    at = squeezed.find(wanted) if wanted else -1
    while at >= 0:
        span = (kept[at], kept[at + len(wanted) - 1] + 1)
        if best is None or abs(span[0] - start) < abs(best[0] - start):
            best = span
        at = squeezed.find(wanted, at + 1)
    return best
