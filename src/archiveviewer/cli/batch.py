"""The command search --batch: many questions from a file; and --report, which keeps the answers as an evidence sheet."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from archiveviewer.archive.door import Archive
from archiveviewer.cli import shapes
from archiveviewer.cli.exits import Exit
from archiveviewer.cli.output import Printer
from archiveviewer.records import Answered, ArchiveError, SearchRequest
from archiveviewer.text.paths import shown

Question = tuple[str, SearchRequest]

_BETWEEN = 0.1
"""Seconds between two lines of progress."""
_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How a text in UTF-16 begins, as some spreadsheets write it."""


def batch(archive: Archive, printer: Printer, questions: Sequence[Question], *, report: Path | None) -> int:
    """Answer all questions, print what answers, and keep it in `report`. Returns 1 when one could not be answered."""
    run = _Run(archive, printer, questions)
    if report is None:
        for _ in run.answers():
            pass
    else:
        _write(report, _sheet(archive, report, run.answers()))
    return Exit.PROBLEMS if run.faults else Exit.DONE


class _Run:
    """Answers one question after the other. `faults` counts those that could not be answered."""

    def __init__(self, archive: Archive, printer: Printer, questions: Sequence[Question]) -> None:
        self._archive = archive
        self._printer = printer
        self._questions = questions
        self._shows_progress = sys.stderr.isatty() and not sys.stdout.isatty()
        self.faults = 0

    def answers(self) -> Iterator[Answered]:
        """Give each answer, printed."""
        from archiveviewer.archive.asking import answered

        last = 0.0
        for done, (name, request) in enumerate(self._questions):
            if self._shows_progress and time.monotonic() - last > _BETWEEN:
                last = time.monotonic()
                print(f"\r{done} of {len(self._questions)} questions", end="", file=sys.stderr, flush=True)
            started = time.perf_counter()
            one = answered(self._archive, name, request)
            self._print(one, round((time.perf_counter() - started) * 1000, 3))
            yield one
        if self._shows_progress:
            print(f"\r{len(self._questions)} of {len(self._questions)} questions", file=sys.stderr)

    def _print(self, one: Answered, milliseconds: float) -> None:
        extra: dict[str, object] = {"query_id": one.name, "ms": milliseconds}
        if one.answer is None:
            self.faults += 1
            self._printer.row({**extra, "rank": None, "error": one.fault}, f"{one.name}\t{one.fault}")
            print(f"archiveviewer: question {one.name}: {one.fault}", file=sys.stderr)
            return
        added = shapes.added(one.answer)
        for hit in one.answer.hits:
            self._printer.row({**shapes.hit(hit), "added": added, **extra}, f"{one.name}\t{hit.rank}\t{shown(hit.path)}")
        if not one.answer.hits:
            self._printer.row({**extra, "rank": None}, f"{one.name}\tno hits")


def _sheet(archive: Archive, report: Path, answers: Iterable[Answered]) -> Iterator[str]:
    from archiveviewer.archive import handover

    make = handover.evidence_csv if report.suffix.casefold() == ".csv" else handover.evidence_html
    return make(archive.searched(), answers)


def _write(path: Path, pieces: Iterable[str]) -> None:
    """Write a file that is there whole or not at all. Raises ArchiveError."""
    from archiveviewer.archive.writing import WritingError, encoded, write_pieces

    try:
        write_pieces(path, encoded(path, pieces))
    except WritingError as error:
        raise ArchiveError(f"The report cannot be written to {path}: {error.strerror}. Choose another place.") from error


def questions(path: Path) -> Iterator[tuple[str, str]]:
    """Give the names and texts of the questions in a file; what is no question is said and left out. Raises ArchiveError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ArchiveError(f"{path} cannot be read: {error.strerror}. Name a file whose lines are an id, a tab and a question.") from error
    for number, raw in enumerate(_lines(data), start=1):
        try:
            name, tab, question = raw.decode("utf-8").removesuffix("\r").partition("\t")
        except UnicodeDecodeError:
            print(f"archiveviewer: line {number} of {path} is not in UTF-8 and was left out.", file=sys.stderr)
            continue
        if tab:
            yield name, question
        elif name.strip():
            print(f"archiveviewer: line {number} of {path} has no tab and was left out.", file=sys.stderr)


def _lines(data: bytes) -> Sequence[bytes]:
    """Return the lines of a file as UTF-8, cut at line feeds alone: splitlines() would also cut at marks inside a question."""
    if data.startswith(_WIDE):
        data = data.decode("utf-16", "replace").encode("utf-8")
    return data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
