"""Asks what nobody should have to fear: ten thousand questions that were pasted, broken off, or made to break something.

Each is answered within a second, whatever it is; what cannot be answered so quickly is answered in part. Everything comes from a seed.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from archiveviewer.archive.door import Archive
from archiveviewer.records import SearchRequest, Sort
from benchmarks.budgets import Measured
from benchmarks.libraries import built
from benchmarks.making import COMMON

MOST_MS = 1000.0
_WORDS_SHARE = 0.7
"""How much of what is put together is words; the rest is signs."""
WORDS = COMMON.split()
SIGNS = (
    *('"', "(", ")", "-", " ", "*", ":", "\\", "/", "'", ";--", "NEAR(", " OR ", " ~ ", " AND ", " NOT ", "^", "{exact} : ", "%", "_"),
    *("country:", "year:", "title:", "has:", "folder:", "lang:", "2008..", "KHM", "fr", "pr", "th", "a"),
    *("\x00", "\ud800", "\u202e", "\u0301", "\u200b", "\u00a0", "\U0001f4a3", "地", "⺀", "កម្ពុជា", "الألغام", "203 671"),
)
PASTED = (
    *('"' + "mines " * 20_000 + '"', "mines clearance " * 10_000, "x" * 100_000, "(" * 5000 + "the", "-" * 500 + "the", "the-" * 500),
    *(" ".join(WORDS[:32]), " OR ".join(WORDS[:32]), " ~ ".join(WORDS[:32]), " -".join(WORDS[:32]), '"' + " ".join(WORDS) + '"'),
    *(" ".join(f"{word[:2]}*" for word in WORDS[:32]), "(the OR of) ~ (to OR in) ~ (for OR is)", "第" * 3000, "កម្ពុជា" * 70),
    *(sign.join(f'"{one} {other}"' for one, other in pairwise(WORDS[:33])) for sign in (" ", " OR ", " ~ ")),
    *("'; DROP TABLE document; --", "mines') OR 1=1 UNION SELECT * FROM sqlite_master --", "", " ", '"', "NOT", "*", "\x00"),
)
"""Long, deep, and nothing but common words in every way in which they can be joined."""


def questions(count: int, *, seed: int = 5) -> Iterator[str]:
    """Yield what is pasted, then words and signs put together by chance, and characters of all kinds, so many in all."""
    chance = random.Random(seed)
    yield from PASTED[:count]
    for _ in range(count - len(PASTED)):
        yield chance.choice((_spoken, _put_together, _characters))(chance)


def _spoken(chance: random.Random) -> str:
    """Return common words with signs between them."""
    return " ".join(chance.choice(WORDS if chance.random() < _WORDS_SHARE else SIGNS) for _ in range(chance.randint(1, 40)))


def _put_together(chance: random.Random) -> str:
    return "".join(chance.choice((*SIGNS, *SIGNS, *WORDS[:20])) for _ in range(chance.randint(1, 80)))


def _characters(chance: random.Random) -> str:
    kinds = (0x7F, 0x2FFF, 0x10FFFF)
    return "".join(chr(chance.randint(0, chance.choice(kinds))) for _ in range(chance.randint(1, 600)))


def measure(*, pages: int, count: int, keep: Path) -> Iterator[Measured]:
    """Yield how long the slowest takes on a library of so many pages, built below `keep` unless it is there."""
    archive = Archive.open(built(keep, pages=pages))
    archive.search(SearchRequest("the"))
    chance = random.Random(7)
    took = []
    for text in questions(count):
        request = chance.choice(_ways(text))
        start = time.perf_counter()
        archive.search(request)
        took.append(((time.perf_counter() - start) * 1000, text))
    archive.close()
    worst, slowest = max(took)
    late = sum(one > MOST_MS / 2 for one, _ in took)
    how = f"{count} questions on {pages} pages, {late} over half a second; the slowest is {slowest[:40]!r}"
    yield Measured("hostile questions, worst", worst, MOST_MS, "ms", how)


def _ways(text: str) -> Sequence[SearchRequest]:
    """Return the ways in which a text may be asked for."""
    return (
        SearchRequest(text),
        SearchRequest(text, typing=True, collapse=True, languages=("fr", "en")),
        SearchRequest(text, also=True, collapse=True),
        SearchRequest(text, sort=Sort.DATE),
    )
