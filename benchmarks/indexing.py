"""Measures reading: pages a second against bare PyMuPDF, a second run against a bare walk, the library against its text."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from archiveviewer.index.reader import Reader
from benchmarks.budgets import Measured
from benchmarks.making import Language, pdfs, texts
from benchmarks.programs import bare, ours, settle

EVERYTHING = 0.7
"""Of the pages a second of bare PyMuPDF, with terms, facts and storing."""
RUNS = 3


def throughput(work: Path, *, files: int, pages: int, folder: Path | None) -> Iterator[Measured]:
    """Yield pages a second against bare PyMuPDF on the same files and cores, and the size of the library that comes of it."""
    if folder is not None:
        yield _speed("indexing the PDFs given", folder, work / "library-given")
        yield _size(work / "library-given")
        return
    pdfs(work / "other", files=files, pages=pages, language=Language(stock=0))
    yield _speed("indexing PDF, on anything", work / "other", work / "library-other")
    pdfs(work / "clearance", files=files, pages=pages, language=Language())
    yield _speed("indexing PDF, on clearance", work / "clearance", work / "library-clearance")
    yield _size(work / "library-clearance")


def _speed(what: str, source: Path, library: Path) -> Measured:
    """Return the pages a second of an indexing run into a new library, against bare PyMuPDF just before."""
    settle()
    speeds, floors, summary, least = [], [], {}, {}
    for _ in range(RUNS):
        shutil.rmtree(library, ignore_errors=True)
        least = bare("text", source)
        floors.append(least["pages"] / least["seconds"])
        summary = ours("index", source, library=library)[-1]
        speeds.append(summary["pages"] / summary["seconds"])
    ratio = median(speed / floor for speed, floor in zip(speeds, floors, strict=True))
    how = f"{median(speeds):.0f} against {median(floors):.0f} pages/s, {summary['pages']} pages, {least['cores']} cores, {RUNS} runs"
    return Measured(what, ratio, EVERYTHING, "×", how, floor=True)


def _size(library: Path) -> Measured:
    """Return the size of a library on disk against the UTF-8 text in it."""
    disk = sum(path.stat().st_size for path in library.rglob("*") if path.is_file())
    reader = Reader(library)
    documents = (reader.by_path(state.path) for state in reader.files())
    text = sum(len(page.text.encode()) for document in documents if document for page in reader.pages(document.id))
    how = f"{disk / 1e6:.1f} MB on disk for {text / 1e6:.1f} MB of text"
    return Measured("library on disk", disk / max(text, 1), 1.3, "×", how)


def second_run(work: Path, *, files: int) -> Iterator[Measured]:
    """Yield the time of a run that finds nothing changed against a bare walk, by the command's own count of seconds."""
    source, library = work / "unchanged", work / "library-unchanged"
    for folder in range(20):
        texts(source / f"{folder:02}", files=files // 20, pages=0, language=Language(words=200))
    ours("index", source, library=library)
    settle()
    least = median(bare("walk", source)["seconds"] for _ in range(RUNS))
    runs = [ours("index", source, library=library)[-1] for _ in range(RUNS)]
    assert all(run["indexed"] == 0 for run in runs), f"a second run read again: {runs}"
    took = median(run["seconds"] for run in runs)
    how = f"{took * 1000:.0f} ms against {least * 1000:.0f} ms for {runs[0]['files']} files"
    yield Measured("second run, nothing changed", took / least, 2.0, "×", how)
