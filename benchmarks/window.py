"""Measures the window itself, on a screen of its own and by real keys: its start, its stalls, its pages, its memory.

It is driven while an indexing run adds to the library it shows, because that is when windows get slow.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from tools import desktop

from benchmarks.budgets import Measured
from benchmarks.making import Language, pdfs
from benchmarks.programs import ENV, ROOT, FailedError, Row, bare, ours, resident, settle
from benchmarks.timeline import timeline

STARTS = 5
SCALE = 1.4
"""Pixels to the point at which the bare page is drawn: about that of the reader on a small screen."""
SECONDS = 30.0
QUESTIONS = ("the of", "deadline", "mines country:KHM", '"square metres"', "progress districts teams", "su", "clearance", "zzzz")
"""What is asked of a large library."""


def window(work: Path, *, files: int) -> Iterator[Measured]:
    """Yield what the window costs: to start, to hold, to wait for; and its largest drawing, which needs no screen."""
    yield from timeline()
    if desktop.MISSING:
        raise FailedError(f"a real window needs {' and '.join(desktop.MISSING)}")
    library, more = work / "library-window", work / "more"
    pdfs(work / "shown", files=files, pages=25, language=Language())
    pdfs(more, files=files, pages=25, language=Language(seed=2))
    ours("index", work / "shown", library=library)
    settle()
    screen = desktop.start()
    try:
        env = {**ENV, **screen.variables, **_own_folders(work)}
        yield _start(env, library)
        yield from _session(screen, env, library=library, more=more, work=work)
    finally:
        screen.close()


def large(work: Path, *, library: Path) -> Iterator[Measured]:
    """Yield what the window holds and how long it stalls, while questions are asked of a library that is there already."""
    if desktop.MISSING:
        raise FailedError(f"a real window needs {' and '.join(desktop.MISSING)}")
    trace = work / "large.jsonl"
    screen = desktop.start()
    try:
        env = {**ENV, **screen.variables, **_own_folders(work)}
        program = subprocess.Popen(_command(library, trace), cwd=ROOT, env=env, text=True)
        _wait(partial(_is_usable, trace), program)
        screen.focus(program)
        for question in QUESTIONS:
            screen.press("ctrl+l", "ctrl+a")
            screen.type(question)
            time.sleep(1)
        memory = resident(program.pid)
        stalls = [row["ms"] for row in _rows(trace) if row["kind"] == "stall"]
        _end(program)
    finally:
        screen.close()
    yield Measured("memory of the window, large library", memory, 200, "MB", f"resident after {len(QUESTIONS)} questions")
    yield Measured("longest stall, large library", max(stalls, default=0), 50, "ms", f"{len(stalls)} over 8 ms while questions were typed")


def _own_folders(work: Path) -> dict[str, str]:
    """Keep the state of the window apart from that of the person who measures."""
    return {f"XDG_{name}_HOME": str(work / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "STATE")}


def _command(library: Path, trace: Path) -> list[str]:
    return [sys.executable, "-m", "archiveviewer", "--library", str(library), "--trace", str(trace)]


def _start(env: dict[str, str], library: Path) -> Measured:
    """Return how long it takes from the call of the program until the window takes keys, against a bare window."""
    ours_took, bare_took = [], []
    for run in range(STARTS + 1):
        begin = time.monotonic()
        usable = bare("window", env=env)["usable"] - begin
        trace = library.parent / f"start-{run}.jsonl"
        begin = time.monotonic()
        program = subprocess.Popen(_command(library, trace), cwd=ROOT, env=env)
        _wait(partial(_is_usable, trace), program)
        if run:  # the first start of each fills the caches
            ours_took.append(time.monotonic() - begin)
            bare_took.append(usable)
        _end(program)
    how = f"{median(ours_took):.2f} s against {median(bare_took):.2f} s from the call, {STARTS} starts each"
    return Measured("window usable", median(ours_took) / median(bare_took), 2.0, "×", how)


def _session(screen: desktop.Screen, env: dict[str, str], *, library: Path, more: Path, work: Path) -> Iterator[Measured]:
    """Search, walk the hits and turn pages while another run indexes; yield stalls, pages and memory."""
    trace = work / "session.jsonl"
    program = subprocess.Popen(_command(library, trace), cwd=ROOT, env=env, text=True)
    _wait(partial(_is_usable, trace), program)
    indexing = subprocess.Popen(
        [sys.executable, "-m", "archiveviewer", "--library", str(library), "--json", "index", str(more)],
        cwd=ROOT,
        env=ENV,
        stdout=subprocess.DEVNULL,
    )
    screen.focus(program)
    begin = time.monotonic()
    _use(screen, until=begin + SECONDS)
    took = time.monotonic() - begin
    memory = resident(program.pid)
    rows = _rows(trace)
    _end(program)
    indexing.wait()
    yield from _stalls([row["ms"] for row in rows if row["kind"] == "stall"], took)
    yield _pages([row["ms"] for row in rows if row["kind"] == "sharp"], next(iter(sorted((work / "shown").iterdir()))))
    yield Measured("memory of the window", memory, 200, "MB", f"resident after {took:.0f} s of use")


def _use(screen: desktop.Screen, *, until: float) -> None:
    """Type questions, walk down the list, open, go from hit to hit and turn pages, as fast as a person can."""
    language = Language()
    questions = iter(range(20, 2000, 13))
    while time.monotonic() < until:
        screen.press("ctrl+l", "ctrl+a")
        screen.type(f"{language.words[next(questions)]} deadline")
        for key in ("Down", "Down", "Down", "Return", "F3", "F3", "F3", "F3", "Next", "Next", "Next"):
            screen.press(key)
            time.sleep(0.2)


def _stalls(stalls: Sequence[float], seconds: float) -> Iterator[Measured]:
    """Yield the worst stall, and how long a key waits that is pressed at any moment, in 99 of 100 cases."""
    how = f"{len(stalls)} over 8 ms in {seconds:.0f} s of typing, walking and turning while a run indexes"
    wait = next(ms for ms in range(0, 100_000) if sum(max(stall - ms, 0) for stall in stalls) <= seconds * 1000 * 0.01)
    yield Measured("a key waits, p99", wait, 16, "ms", how)
    yield Measured("longest stall", max(stalls, default=0), 50, "ms", how)


def _pages(sharp: Sequence[float], file: Path) -> Measured:
    """Return how long a page of a hit takes from the choice until it is sharp, against opening and rendering it barely."""
    if not sharp:
        raise FailedError("the window wrote no times of pages")
    least = median(bare("page", file, "3", str(SCALE))["seconds"]) * 1000
    how = f"{median(sharp):.0f} ms against {least:.0f} ms, {len(sharp)} pages, worst {max(sharp):.0f} ms"
    return Measured("page of a hit", median(sharp) / least, 1.5, "×", how)


def _rows(trace: Path) -> list[Row]:
    """Return the whole lines of a trace that may still be written."""
    text = trace.read_text(encoding="utf-8") if trace.exists() else ""
    return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]


def _is_usable(trace: Path) -> bool:
    return any(row["kind"] == "usable" for row in _rows(trace))


def _wait(question: Callable[[], bool], program: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    """Ask again and again, until yes; a program that ended meanwhile cannot be measured."""
    end = time.monotonic() + 60
    while not question():
        if program.poll() is not None:
            raise FailedError(f"the window ended with {program.returncode}")
        if time.monotonic() > end:
            raise FailedError("the window did not become usable within a minute")
        time.sleep(0.002)


def _end(program: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    program.terminate()
    try:
        program.wait(timeout=10)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()
