"""Cuts from a text the line that shows best why it was found."""

from __future__ import annotations

from collections.abc import Sequence

from archiveviewer.records import Span
from archiveviewer.text.scripts import is_mark

ELLIPSIS = "…"
_REACH = 24
"""How far a cut may be moved to fall between two words."""


def snippet(text: str, spans: Sequence[Span], width: int = 160) -> tuple[str, tuple[Span, ...]]:
    """Return one line of about `width` characters where the spans stand closest, and the spans in it.

    White space is folded; an ellipsis stands at an end that goes on. Without spans it is the beginning of the text.
    """
    first, last = _window(text, spans, width)
    start, end = _start(text, first), _end(text, last)
    if start >= end:  # one long word: it is cut, but not within a written character
        start, end = _whole(text, first), _whole(text, last)
    stretch = text[start:end]
    line = " ".join(stretch.split())
    lead, tail = (ELLIPSIS if text[:start].strip() else ""), (ELLIPSIS if text[end:].strip() else "")
    places = [(max(begin, start) - start, min(stop, end) - start) for begin, stop in spans if begin < end and stop > start]
    if len(line) < len(stretch):
        places = [(_folded(stretch, begin), min(_folded(stretch, stop), len(line))) for begin, stop in places]
    return lead + line + tail, tuple((len(lead) + begin, len(lead) + stop) for begin, stop in places if begin < stop)


def _window(text: str, spans: Sequence[Span], width: int) -> Span:
    """Return the place of that width with the most different words lit, and of those the one with the most."""
    if not spans:
        return 0, min(width, len(text))
    begin, stop = max(_groups(text, spans, width), key=lambda group: group[0])[1]
    spare = max(0, width - (stop - begin)) // 2
    first = max(0, begin - spare)
    last = min(len(text), max(first + width, min(stop, begin + width)))
    return max(0, min(first, last - width)), last


def _groups(text: str, spans: Sequence[Span], width: int) -> list[tuple[tuple[int, int, int], Span]]:
    """Return for each span how well it would begin a window, and the stretch from it to the last that fits."""
    words = [text[begin:stop].casefold() for begin, stop in spans]
    groups = []
    after = 0
    for at, (begin, stop) in enumerate(spans):
        after = max(after, at + 1)
        while after < len(spans) and spans[after][1] - begin <= width:
            after += 1
        groups.append(((len(set(words[at:after])), after - at, -at), (begin, max(stop, spans[after - 1][1]))))
    return groups


def _start(text: str, at: int) -> int:
    """Move a cut forward to the beginning of a word, or at least off the middle of a written character."""
    if at == 0 or text[at - 1].isspace():
        return at
    near = next((place + 1 for place in range(at, min(at + _REACH, len(text))) if text[place].isspace()), at)
    return _whole(text, near)


def _end(text: str, at: int) -> int:
    """Move a cut back to the end of a word, or at least off the middle of a written character."""
    if at >= len(text) or text[at].isspace():
        return at
    near = next((place for place in range(at, max(at - _REACH, 0), -1) if text[place].isspace()), at)
    return _whole(text, near)


def _whole(text: str, at: int) -> int:
    """Move a cut forward over the marks that belong to the character before it."""
    while at < len(text) and (is_mark(text[at]) or text[at] in "\u200d\u200c" or text[at - 1] in "\u200d\u17d2\u1039"):
        at += 1
    return at


def _folded(stretch: str, at: int) -> int:
    """Return where a place of the stretch comes to be once its white space is folded."""
    before = stretch[:at]
    folded = len(" ".join(before.split()))
    return folded + 1 if folded and before[-1].isspace() else folded
