"""The one analyser: what the terms of a chunk are, and which of its characters each of them came from.

A compound is the phrase of its parts: digits and letters are parted, clusters stand one by one, and Han, Kana and Hangul give
overlapping pairs with the last character alone at the end, so that any single character is the beginning of some term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from archiveviewer.text import clusters
from archiveviewer.text.chunks import BREAK
from archiveviewer.text.normal import SEPARATOR, fold, mapped
from archiveviewer.text.scripts import HANGUL, IDEOGRAPHS, UNSPACED

LONGEST = 64
"""Characters of a term; of a longer word the beginning stands for the whole."""

_CLUSTER = "|".join((clusters.KHMER, clusters.THAI, clusters.LAO, clusters.BURMESE))
_ASCII_PARTS = re.compile(f"[0-9]+|[^0-9{SEPARATOR}]+")
_CLUSTERED = re.compile(f"[{UNSPACED}]")
_clusters: dict[str, str] = {}
_MOST_CLUSTERS = 20_000
"""Each cluster met so far, and its form in order; a language has some thousands."""

_BREAK = re.compile(BREAK)


class Token(NamedTuple):
    """A term and the half-open span of the text that it came from."""

    term: str
    start: int
    end: int


def terms(chunk: str) -> list[str]:
    """Return the terms of a chunk, in order."""
    if chunk.isascii() and chunk.isalpha():
        return [chunk.lower()[:LONGEST]]
    if "\n" in chunk:
        return [term for start, end in _readings(chunk) for term in _terms(fold(chunk[start:end]))]
    return _terms(fold(chunk))


def tokens(chunk: str) -> list[Token]:
    """Return the terms of a chunk with their spans in it: the same as `terms`, in the same order."""
    if chunk.isascii() and chunk.isalpha():
        return [Token(chunk.lower()[:LONGEST], 0, len(chunk))]
    return [token for start, end in _readings(chunk) for token in _tokens(chunk[start:end], start)]


def is_paired(term: str) -> bool:
    """Whether the term is one of Han, Kana or Hangul."""
    return not term.isascii() and _paired().match(term) is not None


@cache
def _paired() -> re.Pattern[str]:
    """Return what a character of Han, Kana or Hangul matches."""
    return re.compile(f"[{IDEOGRAPHS}{HANGUL}]")


@cache
def _parts() -> re.Pattern[str]:
    """Return the pattern of the parts of a folded stretch, made when the first one beyond ASCII comes: it takes a while."""
    return re.compile(
        f"[0-9]+|{_CLUSTER}|[{IDEOGRAPHS}]+|[{HANGUL}]+|[{UNSPACED}]|[^0-9{SEPARATOR}{UNSPACED}{IDEOGRAPHS}{HANGUL}]+",
    )


def _readings(chunk: str) -> list[tuple[int, int]]:
    """Return the stretches to read, in order: a word broken at a line's end is read whole, then part by part.

    `demi-` / `ning` may be one word and `anti-` / `personnel` two; nothing in the text tells them apart, so both are kept.
    Before a capital (`Guinea-` / `Bissau`) it is always two.
    """
    breaks = list(_BREAK.finditer(chunk))
    parts = list(zip([0, *(found.end() for found in breaks)], [*(found.start() for found in breaks), len(chunk)], strict=True))
    whole = len(parts) > 1 and all(chunk[start : start + 1].islower() for start, _ in parts[1:])
    return [(0, len(chunk)), *parts] if whole else parts


def _terms(folded: str) -> list[str]:
    """Return the terms of a folded stretch."""
    if folded.isascii():
        return [part[:LONGEST] for part in _ASCII_PARTS.findall(folded)]
    parts: list[str] = _parts().findall(folded)
    known = [_clusters.get(part, "") for part in parts]
    return known if all(known) else [term for part in parts for term in _split(part)]


def _tokens(stretch: str, offset: int) -> Iterator[Token]:
    """Give the terms of a stretch as written, with their spans."""
    folded, starts, ends = mapped(stretch)
    for match in _parts().finditer(folded):
        first, paired = match.start(), is_paired(match.group())
        for at, term in enumerate(_split(match.group())):
            begin, last = (first + at, min(first + at + 2, match.end()) - 1) if paired else (first, match.end() - 1)
            yield Token(term, offset + starts[begin], offset + ends[last])


def _split(part: str) -> list[str]:
    """Return the terms of one part: pairs, a cluster in order, or the part itself."""
    if known := _clusters.get(part):
        return [known]
    if part.isascii():
        return [part[:LONGEST]]
    if _paired().match(part):
        return [*(first + second for first, second in pairwise(part)), part[-1]]
    if _CLUSTERED.match(part):
        if len(_clusters) >= _MOST_CLUSTERS:
            _clusters.clear()
        _clusters[part] = made = clusters.ordered(part)[:LONGEST]
        return [made]
    return [part[:LONGEST]]
