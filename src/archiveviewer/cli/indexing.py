"""The command that reads folders into the library: once, or again and again."""

from __future__ import annotations

import argparse
import gc
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial

from archiveviewer.archive.crew import Crew
from archiveviewer.archive.door import Archive
from archiveviewer.cli import shapes
from archiveviewer.cli.exits import Exit
from archiveviewer.cli.output import Printer, counted
from archiveviewer.records import IndexSummary, Problem, ProblemCode, Progress
from archiveviewer.settings import absolute
from archiveviewer.text.paths import shown

_WATCH_SECONDS = 10.0
"""Between two looks at the folders. Looking is cheap, and works on sticks and network disks, where the system gives no notice."""


def index(options: argparse.Namespace, crew: Crew) -> int:
    """Read folders into the library with the help of `crew`; 1 when a file of this run could not be read."""
    opened = Archive.open_anew(options.library) if options.anew else Archive.open(options.library, renew=True)
    with closing(opened) as archive, _settled():
        return _index(archive, options, crew)


@contextmanager
def _settled() -> Iterator[None]:
    """Spare what is loaded the look of the garbage collector, which takes a tenth of a run that finds nothing new."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _index(archive: Archive, options: argparse.Namespace, crew: Crew) -> int:
    printer = Printer(as_json=options.json)
    with _stop_on_signal() as stop, _progress(printer, as_json=options.json) as on_progress:
        read = partial(archive.index, options.folders, on_progress=on_progress, stop=stop.is_set)
        done = read(crew=crew)
        while options.watch and not stop.is_set():
            if done.indexed or done.failed:
                _tell(printer, done)
            stop.wait(_WATCH_SECONDS)
            done = read(crew=Crew(crew.limits))
    _tell(printer, done)
    if stop.is_set() and not options.watch:
        printer.note("Stopped. What was read is kept; the next run goes on from here.")
        return Exit.CANNOT
    missing = _missing(archive, options)
    for problem in missing:
        printer.note(f"{shown(problem.path)}: {problem.reason} {problem.next}")
    if done.failed:
        printer.note("`archiveviewer problems` says why, and what to do.")
    return Exit.PROBLEMS if done.failed or missing else Exit.DONE


def _missing(archive: Archive, options: argparse.Namespace) -> list[Problem]:
    """Return which of the folders of this run were not there."""
    named = {absolute(folder) for folder in options.folders}
    roots = named or {folder.path for folder in archive.folders()}
    return [problem for problem in archive.problems() if problem.code == ProblemCode.MISSING_FOLDER and problem.path in roots]


def _tell(printer: Printer, done: IndexSummary) -> None:
    if done.outdated:
        printer.note(
            f"The rules about facts are others than before, so what was read by those is read again: {counted(done.outdated, 'file')}."
        )
    printer.row(shapes.summary(done), _sentence(done))


def _sentence(done: IndexSummary) -> str:
    return (
        f"{counted(done.files, 'file')}: {done.indexed} read, {done.unchanged} unchanged, {done.failed} could not be read; "
        f"{counted(done.pages, 'page')} in {done.seconds:.1f} s."
    )


@contextmanager
def _stop_on_signal() -> Iterator[threading.Event]:
    """Let Ctrl+C and a polite end (SIGTERM) finish the batch under way instead of cutting it off."""
    stop = threading.Event()
    before = {number: signal.signal(number, lambda *_: stop.set()) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _progress(printer: Printer, *, as_json: bool) -> Iterator[Callable[[Progress], None]]:
    """Give a function that shows each step: as JSON, as a bar on a terminal, or not at all when piped."""
    if as_json:
        yield lambda step: printer.json(shapes.progress(step))
    elif sys.stderr is not None and sys.stderr.isatty():
        with _bar() as show:
            yield show
    else:
        yield lambda _: None


@contextmanager
def _bar() -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False))
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("looking for files", total=None)

        def show(step: Progress) -> None:
            bar.update(task, completed=step.done, total=step.total or None, description=step.current[-60:])

        yield show
