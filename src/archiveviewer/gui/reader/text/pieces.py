"""A long text in pieces, each short enough to be put into a widget while nobody notices."""

from __future__ import annotations

from collections.abc import Iterator

LONGEST = 6_000
"""Letters of a piece; a widget takes some milliseconds for it."""


def cut(text: str, longest: int = LONGEST) -> Iterator[str]:
    """Yield a text in pieces, cut at ends of lines where they are near enough. A text that is short is one piece, also when empty."""
    start = 0
    while len(text) - start > longest:
        end = text.rfind("\n", start, start + longest) + 1 or start + longest
        yield text[start:end]
        start = end
    yield text[start:]
