"""Measures search on a made-up library: every word as it is typed, letter by letter from the second on, snippets included."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import quantiles

from archiveviewer.archive.door import Archive
from archiveviewer.records import SearchRequest
from benchmarks.budgets import Measured
from benchmarks.making import Language, questions, texts
from benchmarks.programs import ours, settle

AS_YOU_TYPE_MS = 30.0
WHOLE_MS = 100.0


def made_library(work: Path, *, pages: int) -> Path:
    """Return a library of made-up reports of 25 pages each."""
    library = work / f"library-{pages}"
    if not library.exists():
        texts(work / "texts", files=max(pages // 25, 1), pages=25, language=Language())
        ours("index", work / "texts", library=library)
        settle()
    return library


def as_you_type(work: Path, *, pages: int) -> Iterator[Measured]:
    """Yield the time of answers while a word is typed, and of whole questions."""
    archive = Archive.open(made_library(work, pages=pages))
    held = archive.coverage().pages
    language = Language()
    chance = random.Random(3)
    words = [language.of_rank(chance.random()) for _ in range(120)] + ["deadline", "convention", "mines", "progress"]
    typed = _times(archive, [word[:end] for word in words for end in range(2, len(word) + 1)], typing=True)
    yield _row("search as you type, p95", typed, budget=AS_YOU_TYPE_MS, pages=held)
    yield _row("whole questions, p95", _times(archive, [*questions(language, count=200)], typing=False), budget=WHOLE_MS, pages=held)
    archive.close()


def _times(archive: Archive, asked: Sequence[str], *, typing: bool) -> list[float]:
    """Return how long each answer took, in milliseconds, by our own clock."""
    took = []
    for text in asked:
        start = time.perf_counter()
        archive.search(SearchRequest(text, typing=typing))
        took.append((time.perf_counter() - start) * 1000)
    return took


def _row(what: str, took: Sequence[float], *, budget: float, pages: int) -> Measured:
    p50, p95 = quantiles(took, n=20)[9], quantiles(took, n=20)[18]
    how = f"{len(took)} questions on {pages} pages, half within {p50:.1f} ms, worst {max(took):.0f} ms"
    return Measured(what, p95, budget, "ms", how)
