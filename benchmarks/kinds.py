"""Measures search by kind of question, on libraries of 50,000 and 1,000,000 pages built for it, snippets included.

Each kind is asked many times with other words, drawn by a seeded chance, as the window asks for somebody who reads two languages. The
time of the processor stands beside that of the clock: on a machine that does other things as well only the former tells what a question
costs.
"""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from archiveviewer.archive.door import Archive
from archiveviewer.records import SearchRequest
from benchmarks.budgets import Measured
from benchmarks.libraries import Maker, built
from benchmarks.making import COMMON

TIMES = 60
LIMITS_MS = {50_000: (30.0, 1000.0), 1_000_000: (100.0, 250.0)}
"""What 95 of 100 questions, and the slowest, may take on so many pages."""
APART_MS = 2000.0
"""For a phrase made only of the hundred commonest words: the deadline of a question."""

HOSTILE = (
    *("", " ", "\x00", "a\x00b", "\ud800", "\udfff the", '"', '"""', "'", "''--", "(", "((((((", ")", "-", "--", "*", "* *", "\\"),
    *("-the", "the -the", "NOT", "AND OR NOT", "OR", "the OR", "OR OR the", "NEAR(the of, 3)", "title:", "country:", "year:..", "lang:*"),
    *("'; DROP TABLE document; --", '" OR 1=1 --', "rowid:1", "{exact} : the", "the^2", "%", "_", "🙂 🙂", "\u202ethe\u202c", "\u200b"),
    *("(" * 60 + "the" + ")" * 60, "the " * 2000, "a* b* c* d* e* f*", " ".join("abcdefgh")),
    *("x" * 20_000, "-a -b -c", "year:9999999999", "第" * 3000, "e\u0301" * 800),
)
HOSTILE_PHRASES = ('"' + "the of and to " * 5000 + '"', "the-" * 500, '"the of" OR "of the" OR "in the" OR "to the"')
"""Phrases of nothing but the commonest words, as long and as many as there can be."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of question: what is asked, and whether its last word is being typed."""

    name: str
    asked: Sequence[str]
    typing: bool = False
    apart: bool = False


def kinds(maker: Maker, *, times: int = TIMES, seed: int = 23) -> list[Kind]:
    """Return the kinds, each with so many questions in the words of the documents that are made."""
    chance = random.Random(seed)
    words = maker.language.words
    said = [document for document, _ in zip(maker.documents(10_000), range(60), strict=False)]
    commonest = set(COMMON.split()[:100])
    pages = [page.text for document in said for page in document.pages]

    def ranked(low: int, high: int) -> str:
        return words[chance.randrange(low, high)]

    def stretch(length: int) -> str:
        while True:
            found = chance.choice(pages).replace(".", "").split()
            at = chance.randrange(len(found) - length)
            if not {word.lower() for word in found[at : at + length]} <= commonest:
                return " ".join(found[at : at + length])

    def many(ask: Callable[[], str]) -> list[str]:
        return [ask() for _ in range(times)]

    def any_word() -> str:
        return chance.choice((ranked(0, 60), ranked(100, 1500), ranked(2000, 20_000)))

    def beginning(length: int) -> Callable[[], str]:
        return lambda: (any_word() + "rastoprika")[:length]

    field = ("country:KHM", "lang:fr", "kind:decision", "year:2008..2010", "title:clearance")
    return [
        Kind("most common word", many(lambda: ranked(0, 12))),
        Kind("middling word", many(lambda: ranked(300, 3000))),
        Kind("rare word", many(lambda: chance.choice(pages).rpartition("\n\n")[2].split()[0])),
        *[Kind(f"beginning of {n} letters", many(beginning(n)), typing=True) for n in (2, 3, 5)],
        Kind("two words", many(lambda: f"{any_word()} {any_word()}")),
        Kind("two words, as typed", many(lambda: f"{any_word()} {any_word()[:3]}"), typing=True),
        Kind("three words", many(lambda: f"{any_word()} {any_word()} {any_word()}")),
        Kind("phrase", many(lambda: f'"{stretch(chance.randint(2, 5))}"')),
        Kind("near", many(lambda: f"{any_word()} ~ {any_word()}")),
        Kind("field", many(lambda: f"{any_word()} {chance.choice(field)}")),
        Kind("nonsense", many(lambda: "".join(chance.choices("bcdfghjklmnpqrstvwxz", k=chance.randint(3, 12))))),
        Kind("hostile", HOSTILE),
        Kind("phrase of the commonest", many(lambda: f'"{" ".join(chance.choices(COMMON.split()[:100], k=3))}"'), apart=True),
        Kind("hostile phrases of the commonest", HOSTILE_PHRASES, apart=True),
    ]


def measure(*, pages: int, keep: Path) -> Iterator[Measured]:
    """Yield p95 and the worst of each kind on a library of so many pages, built below `keep` unless it is there."""
    archive = Archive.open(built(keep, pages=pages))
    archive.search(SearchRequest("the"))  # reads which rows belong to which document, once for each state of the index
    usual, worst = LIMITS_MS[pages]
    asked = kinds(Maker())
    gc.collect()
    gc.freeze()  # as the window does: what was made to ask is not to be looked through while it is answered
    for kind in asked:
        clock, processor, unfinished = _times(archive, kind)
        p50, p95 = quantiles(clock, n=20)[9], quantiles(clock, n=20)[18]
        half, cost = quantiles(processor, n=20)[9], quantiles(processor, n=20)[18]
        spent = f"of the processor {half:.1f}, p95 {cost:.1f}, worst {max(processor):.0f} ms"
        how = f"{len(clock)} questions, half within {p50:.1f} ms; {spent}; {unfinished} ended with nothing found in time"
        yield Measured(f"{kind.name}, p95", p95, APART_MS if kind.apart else usual, "ms", how)
        slowest = repr(kind.asked[clock.index(max(clock))])[:60]
        yield Measured(f"{kind.name}, worst", max(clock), APART_MS if kind.apart else worst, "ms", slowest)
    archive.close()


def _times(archive: Archive, kind: Kind) -> tuple[list[float], list[float], int]:
    """Return how long each answer took, by the clock and of the processor, in milliseconds, and how many had to end with nothing."""
    clock, processor, unfinished = [], [], 0
    for text in kind.asked:
        before, start = time.thread_time(), time.perf_counter()
        answer = archive.search(SearchRequest(text, typing=kind.typing, collapse=True, languages=("fr", "en")))
        clock.append((time.perf_counter() - start) * 1000)
        processor.append((time.thread_time() - before) * 1000)
        unfinished += answer.at_least and not answer.hits
    return clock, processor, unfinished
