"""Measures the reader: first pages of real PDFs against bare PyMuPDF, a document of 5,000 pages, and a drawing of the size A0."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import paper
from benchmarks.budgets import Measured
from benchmarks.making import Language
from benchmarks.programs import FailedError, offscreen, ours, settle

A0 = (2384, 3370)
"""Width and height in points."""


def measure(work: Path, *, corpus: Path, most: int, pages: int) -> Iterator[Measured]:
    """Yield what pages cost in the window."""
    yield from _first(work, corpus, most=most)
    yield from _long(work, pages=pages)
    yield from _drawing(work)


def chosen(corpus: Path, most: int) -> list[Path]:
    """Return so many PDFs, spread evenly over the folders, so that all kinds are among them."""
    files = sorted(path for path in corpus.rglob("*") if path.is_file() and path.read_bytes()[:5] == b"%PDF-")
    step = max(len(files) / most, 1.0)
    return [files[int(number * step)] for number in range(min(most, len(files)))]


def _first(work: Path, corpus: Path, *, most: int) -> Iterator[Measured]:
    if not corpus.is_dir():
        raise FailedError(f"there are no real documents in {corpus}")
    folder = work / "first"
    folder.mkdir()
    for number, path in enumerate(chosen(corpus, most * 3 // 2)):  # some are locked or damaged
        shutil.copy(path, folder / f"{number:03}.pdf")
    read: list[dict[str, float]] = _read(work, folder, "first")
    found = [read[number * len(read) // min(most, len(read))] for number in range(min(most, len(read)))]
    ratios = sorted(row["ours"] / row["bare"] for row in found)
    times = sorted(row["ours"] * 1000 for row in found)
    how = f"{len(found)} PDFs, median {median(times):.0f} ms against {median(row['bare'] * 1000 for row in found):.0f} ms"
    yield Measured("first page sharp, median", median(ratios), 1.5, "×", how)
    yield Measured("first page sharp, p95", _share(ratios, 0.95), 2.0, "×", f"{how}, worst {ratios[-1]:.1f} ×")


def _long(work: Path, *, pages: int) -> Iterator[Measured]:
    folder, language = work / "long", Language()
    folder.mkdir()
    paper.write(folder / "long.pdf", title="A long report", pages=[language.page() for _ in range(pages)])
    found = _read(work, folder, "long")
    opened = found["opened"] * 1000
    yield Measured("5,000 pages open", opened, 300, "ms", f"{found['pages']} pages, from the choice to the sharp first page")
    for name, words in (("open", "opened"), ("wheel", "scrolled"), ("drag", "scrolled from end to end"), ("jump", "jumped in")):
        worst, p99 = found["stalls"][name]
        yield Measured(f"longest stall, {words}", worst, 50, "ms", f"{found['pages']} pages")
        yield Measured(f"a key waits, p99, {words}", p99, 16, "ms", f"{found['pages']} pages")
    jumps = sorted(jump * 1000 for jump in found["jumps"])
    yield Measured("page jumped to, median", median(jumps), 100, "ms", f"{len(jumps)} jumps, worst {jumps[-1]:.0f} ms")
    following = sorted(took * 1000 for took in found["next"])
    yield Measured("next page, drawn ahead, p95", _share(following, 0.95), 16, "ms", f"median {median(following):.1f} ms")
    window, worker = found["memory"]
    yield Measured("memory of the window, 5,000 pages", window, 200, "MB", "after scrolling and jumping")
    yield Measured("memory of the worker, 5,000 pages", worker, 300, "MB", "after scrolling and jumping")


def _drawing(work: Path) -> Iterator[Measured]:
    folder = work / "drawing"
    folder.mkdir()
    _draw(folder / "drawing.pdf")
    found = _read(work, folder, "drawing")
    window, worker = found["memory"]
    how = f"at {found['percent']:.0f} %; window {window:.0f} MB, worker {worker:.0f} MB; before {found['before'][0]:.0f} MB"
    yield Measured("memory of an A0 drawing", max(window, worker), 300, "MB", how)
    yield Measured("longest stall, A0 drawing", found["stalls"][0], 50, "ms", how)


def _draw(path: Path) -> None:
    """Write a drawing of many lines, as one of a mined area with its contours is."""
    width, height = A0
    lines = [f"{x % width} {x * 7 % height} m {(x + 613) % width} {(x * 7 + 911) % height} l S" for x in range(0, 40 * width, 7)]
    words = [f"BT /F2 9 Tf {x * 97 % width} {x * 61 % height} Td (Area {x}) Tj ET" for x in range(1500)]
    paper.write_drawing(path, size=A0, content="\n".join(["0.3 w", *lines, *words]))


def _read(work: Path, folder: Path, job: str) -> Any:  # noqa: ANN401 - what the other process printed, as JSON has it
    library = work / f"library-{job}"
    ours("index", folder, library=library)
    settle()
    return offscreen("benchmarks.reading", library, job)


def _share(ordered: Sequence[float], part: float) -> float:
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)]
