"""Finds words of the trade inside what is written without spaces, as Chinese, Khmer and Thai are.

In `柬埔寨地雷受害者` stand mines and victims. There is no dictionary that parts such a question; but an expression of the list
stands in it as it is written, from the border of one cluster to that of another. So `មីន` (mine) is not found in `មីនា` (March).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from archiveviewer.query import synonyms
from archiveviewer.query.synonyms import Group, Meant
from archiveviewer.text.analysis import is_paired
from archiveviewer.text.scripts import IDEOGRAPHS, UNSPACED
from archiveviewer.text.terms import Line

JOINING = frozenset(("的", "和", "与", "及", "在", "之", "中的", "និង", "នៃ", "ក្នុង", "នៅ", "របស់", "ของ", "และ", "ใน", "ที่"))
"""What only joins words: a page in another language has no such word, and need not have this one."""

_WITHOUT_SPACES = re.compile(f"[{UNSPACED}{IDEOGRAPHS}]")
Letters = tuple[str, ...]
"""Characters of Han and Kana, clusters of the other scripts; each in the form in which they are compared."""


def inside(text: str) -> tuple[Meant, ...]:
    """Return the expressions of the trade in a word, from left to right, the longest first, with where they stand in it.

    None when the word is written with spaces around it.
    """
    return tuple(_inside(text)) if _WITHOUT_SPACES.search(text) else ()


def rests(text: str, found: Iterable[Meant]) -> Iterator[tuple[str, bool]]:
    """Give what is left of a word beside what was found in it, and whether that is its end; not what only joins words."""
    at = 0
    for start, end in [*((one.start, one.end) for one in found), (len(text), len(text))]:
        rest = text[at:start].strip()
        if rest and rest not in JOINING:
            yield rest, start == len(text)
        at = end


def _inside(text: str) -> Iterator[Meant]:
    letters, starts, ends = _letters(text)
    at = 0
    while at < len(letters):
        found = next((known for known in _expressions().get(letters[at], ()) if letters[at : at + len(known[0])] == known[0]), None)
        if found is not None:
            last = at + len(found[0]) - 1
            start, end = starts[at], ends[last]
            yield Meant(start, end, text[start:end], found[1])
        at += len(found[0]) if found else 1


def _letters(text: str) -> tuple[Letters, Sequence[int], Sequence[int]]:
    """Return the letters of a text, and where each begins and ends."""
    line = Line(text, None)
    spans = [line.span(number, number) for number in range(len(line.exact))]
    starts = [start for start, _ in spans]
    # of overlapping pairs, each stands for its first character
    ends = [min(end, following) for (_, end), following in zip(spans, [*starts, len(text)][1:], strict=True)]
    return tuple(term[0] if is_paired(term) else term for term in line.exact), starts, ends


@cache
def _expressions() -> dict[str, list[tuple[Letters, tuple[Group, ...]]]]:
    """Return the expressions of scripts without spaces with their groups, by their first letter, the longest first."""
    groups: dict[Letters, dict[str, Group]] = {}
    for group in synonyms.groups():
        for term in group.terms:
            if _WITHOUT_SPACES.match(term.words):
                groups.setdefault(_letters(term.words)[0], {})[group.name] = group
    found: dict[str, list[tuple[Letters, tuple[Group, ...]]]] = {}
    for letters, named in sorted(groups.items(), key=lambda one: -len(one[0])):
        found.setdefault(letters[0], []).append((letters, tuple(named.values())))
    return found
