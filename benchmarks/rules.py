"""What the rules about facts cost: their share of reading a PDF, and the time of each pattern on text made to be hard for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks import making
from benchmarks.budgets import Measured
from benchmarks.making import Language

SHARE, SLOWEST = 15, 100
"""Percent of the processor time of reading a file; milliseconds for one pattern on one text."""

FILES, PAGES, RUNS = 4, 25, 5
LENGTH = 100_000
BAITS = (
    "in its ", "the request was granted at ", "\ue000 reported ", "\ue001, ", "a" * 50 + " ", "extension ", "( ", "\ue004 and ",
    "it was extended to ", "on \ue001, it ", "more than about ", "also now since ", "a total of all ", "the first second ",
    "retained \ue003 ap anti-personnel ", "the deadline ", "report", "completed the destruction of all its ", "stockpile of ", "x",
    "mine ", "1 ", "stock ", "by ", "(", "granted ", "asked for ", "first extension (", "deadline \ue001 and the second ",
)  # fmt: skip
"""Each is repeated: beginnings of wordings that never come to their end. The signs are folded countries, dates, numbers and treaties."""


def measure(work: Path) -> Iterator[Measured]:
    """Measure all of it, in this process."""
    yield _share(work / "rules", making.TITLE, "of no single country")
    yield _share(work / "country", "Cambodia: request {number} for an extension", "of one country")
    yield _slowest()


def _share(folder: Path, title: str, about: str) -> Measured:
    from archiveviewer.extract.choose import load_readers, reader_for
    from archiveviewer.facts.reading.read import read
    from archiveviewer.text.terms import index_terms

    making.pdfs(folder, files=FILES, pages=PAGES, language=Language(), title=title)
    load_readers()
    spent = whole = 0.0
    for file in sorted(folder.glob("*.pdf")):
        blob = file.read_bytes()
        reader = reader_for(blob[:4096], file.name)
        assert reader
        extracted = reader.read(memoryview(blob), file.name)
        rules = _best(partial(read, extracted.pages, paged=True, title=extracted.title, name="report"))
        spent += rules
        whole += rules + _best(partial(reader.read, memoryview(blob), file.name))
        whole += sum(_best(partial(index_terms, page.text, "en")) for page in extracted.pages)
    how = f"{FILES} PDFs of {PAGES} pages dense with treaty words, {about}; the rest is their text and terms"
    return Measured(what=f"rules, share {about}", value=100 * spent / whole, budget=SHARE, unit="%", how=how)


def _best(run: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


def _slowest() -> Measured:
    from archiveviewer.facts.wording.rules import languages, rules

    texts = [(bait * (LENGTH // len(bait) + 1))[:LENGTH] for bait in BAITS]
    slowest, name = 0.0, ""
    for rule in (rule for language in languages() for rule in rules(language)):
        for pattern in rule.all_patterns:
            compiled = pattern.compile()
            for text in texts:
                start = time.process_time()
                for _ in compiled.finditer(text):
                    pass
                spent = time.process_time() - start
                slowest, name = max((slowest, name), (spent, rule.name))
    how = f"{len(texts)} texts of {LENGTH} characters that begin like a wording again and again; the slowest is in {name}"
    return Measured(what="rules, slowest pattern", value=1000 * slowest, budget=SLOWEST, unit="ms", how=how)
