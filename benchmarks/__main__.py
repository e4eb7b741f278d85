"""Measures the budgets of the design and prints them as a table: `python3 dev.py bench`.

The sizes are small unless `--full` is given, so that it takes a minute or two; ratios are of runs that follow each other, on files
that are made for it. Nothing else should run meanwhile.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import hostile, indexing, kinds, known, reader, retrieval, rules, searching, timeline, window
from benchmarks.budgets import Measured, table
from benchmarks.libraries import built
from benchmarks.programs import ROOT, FailedError

JOBS = ("index", "again", "search", "window", "kinds", "million", "hostile", "known", "retrieval", "rules", "timeline", "reader")
_USUAL = 4
Job = Callable[[Path], Iterator[Measured]]


def _jobs(options: argparse.Namespace) -> dict[str, Job]:
    full = bool(options.full)
    return {
        "index": lambda work: indexing.throughput(work, files=800 if full else 160, pages=25, folder=options.folder),
        "again": lambda work: indexing.second_run(work, files=20_000 if full else 4_000),
        "search": lambda work: searching.as_you_type(work, pages=50_000 if full else 5_000),
        "window": lambda work: window.window(work, files=400 if full else 80),
        "reader": lambda work: reader.measure(work, corpus=options.corpus, most=100 if full else 40, pages=5_000),
        "kinds": lambda work: kinds.measure(pages=50_000, keep=options.keep or work),
        "hostile": lambda work: hostile.measure(pages=50_000, count=10_000 if full else 1_000, keep=options.keep or work),
        "million": lambda work: _million(work, keep=options.keep or work),
        "retrieval": lambda work: retrieval.measure(work, corpus=options.corpus),
        "rules": rules.measure,
        "timeline": lambda _: timeline.timeline(),
        "known": lambda work: known.measure(work, corpus=options.corpus),
    }


def _million(work: Path, *, keep: Path) -> Iterator[Measured]:
    yield from kinds.measure(pages=1_000_000, keep=keep)
    yield from hostile.measure(pages=1_000_000, count=1_000, keep=keep)
    yield from window.large(work, library=built(keep, pages=1_000_000))


def main() -> int:
    """Measure what was asked for; 1 when a budget was not kept, or something could not be measured."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("jobs", nargs="*", metavar="JOB", help=f"one or more of {', '.join(JOBS)} (default: the first four)")
    parser.add_argument("--full", action="store_true", help="the sizes of the budgets: 20,000 files, 50,000 pages")
    parser.add_argument("--folder", type=Path, help="real PDFs to measure the reading with")
    parser.add_argument(
        "--corpus",
        type=Path,
        default=ROOT.parent / "shared" / "corpus",
        help="the folder of real documents, for reader, known and retrieval",
    )
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the made libraries there, to measure on again")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the rows as JSON lines")
    options = parser.parse_args()
    jobs = _jobs(options)
    if unknown := set(options.jobs) - set(JOBS):
        parser.error(f"no such job: {', '.join(sorted(unknown))}")
    rows, failed = [], 0
    with tempfile.TemporaryDirectory(prefix="archiveviewer-bench-") as work:
        for name in options.jobs or JOBS[:_USUAL]:
            start = time.monotonic()
            try:
                rows += list(jobs[name](Path(work)))
            except FailedError as error:
                failed += 1
                print(f"{name}: not measured. {error}", file=sys.stderr, flush=True)
            print(f"{name}: {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
    table(rows, stream=sys.stdout)
    if options.json:
        options.json.write_text("".join(json.dumps(row.shape()) + "\n" for row in rows), encoding="utf-8")
    return 1 if failed or not all(row.met for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
