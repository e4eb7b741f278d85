"""One indexing run: walks the folders, hands new and changed files to workers, stores what they read.

The run is the only writer. A file is struck off the list of jobs in the same transaction that stores its pages, so a run that is
killed goes on where it stopped. A worker that dies, hangs or lies costs the one file it was reading.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from archiveviewer.archive import wire
from archiveviewer.archive.crew import Crew, Ticket
from archiveviewer.facts.files.families import families
from archiveviewer.index.writer import AGAIN, Writer
from archiveviewer.records import ArchiveError, FoundFile, IndexSummary, Problem, ProblemCode, Progress
from archiveviewer.settings import Limits
from archiveviewer.sources.load import is_away, load, unreadable
from archiveviewer.sources.walk import walk
from archiveviewer.text.paths import shown
from archiveviewer.workers.answers import Answer, Failure

_log = logging.getLogger(__name__)

_AHEAD = 2
"""Files waiting at each worker: the next one is there when the last is done."""
_BYTES_AHEAD = 256 << 20
"""Bytes of files held in memory at once, unless a single file is larger."""
_FILES_EACH, _BYTES_EACH = 12, 1 << 20
"""The work that is worth having another worker for, which spends a fifth of a second of a processor on loading the rules."""
_POLL_SECONDS = 0.2
_FILES_A_STEP = 500
"""So many are walked over between two reports."""
_NOT_STARTED = (
    "The process that reads files cannot be started ({reason}). Nothing is wrong with the files, and what was read is kept. "
    "Close other programs, let the virus scanner allow this one, then index again."
)

_FAILURES = {
    Failure.CRASHED: ProblemCode.CRASHED,
    Failure.TOO_SLOW: ProblemCode.TOO_SLOW,
    Failure.OUT_OF_MEMORY: ProblemCode.OUT_OF_MEMORY,
    Failure.LIED: ProblemCode.CRASHED,
}


@dataclass(slots=True)
class _Task:
    """A file on its way through a worker; `folder` is the library folder it lies in."""

    file: FoundFile
    folder: str
    sha256: str
    size: int


@dataclass(slots=True)
class _Tally:
    """Counts of the run as it goes."""

    files: int = 0
    indexed: int = 0
    unchanged: int = 0
    failed: int = 0
    pages: int = 0
    total: int = 0
    done: int = 0
    started: float = field(default_factory=time.monotonic)

    def summary(self) -> IndexSummary:
        return IndexSummary(
            files=self.files,
            indexed=self.indexed,
            unchanged=self.unchanged,
            failed=self.failed,
            pages=self.pages,
            seconds=round(time.monotonic() - self.started, 3),
        )


def index(
    writer: Writer,
    folders: Sequence[Path],
    *,
    on_progress: Callable[[Progress], None],
    stop: Callable[[], bool],
    crew: Crew,
    skip: Sequence[str] = (),
) -> IndexSummary:
    """Bring the library up to date with `folders` (absolute paths) and return what was done.

    `stop` is asked between files; a stopped run keeps all that it has read. `crew` stays the caller's, and must be closed after the
    run. `skip` names folders that are never entered.
    Raises ArchiveError when no worker can be started: that is the fault of no file, and none is marked.
    """
    run = _Run(writer, on_progress=on_progress, stop=stop, crew=crew)
    todo = run.plan(folders, skip)
    run.read(todo)
    if writer.unrelated():
        writer.relate(families(writer.identities()))
    return run.tally.summary()


class _Run:
    """The state of one run; used from one thread."""

    def __init__(self, writer: Writer, *, on_progress: Callable[[Progress], None], stop: Callable[[], bool], crew: Crew) -> None:
        self.tally = _Tally()
        self._writer = writer
        self._on_progress = on_progress
        self._stop = stop
        self._crew = crew
        self._again = (*AGAIN, ProblemCode.TOO_SLOW) if crew.limits.seconds > Limits().seconds else AGAIN
        self._tasks: dict[Ticket, _Task] = {}
        self._bytes_out = 0
        self._second: list[tuple[FoundFile, str]] = []
        """Files whose worker ended while it had them: each is tried once more, for it may not have been the file's fault."""
        self._tried_twice: set[str] = set()
        self._away: set[str] = set()
        """Folders that went away during the run: what waits in them stays on the list, and what was read of it before stays known."""

    # -- finding out what is to be read -------------------------------------------------------------------------

    def plan(self, folders: Sequence[Path], skip: Sequence[str]) -> list[tuple[FoundFile, str]]:
        """Walk the folders; note what is gone; return the files to be read, each with its library folder."""
        known = self._writer.known(again=self._again)
        unmet = known.copy()
        new: dict[str, tuple[FoundFile, str]] = {}
        for folder in folders:
            root = str(folder)
            problems: list[Problem] = []
            for number, found in enumerate(walk(Path(root), problems.append, skip=skip), 1):
                try:
                    unmet.remove(found)  # nearly always, and half the time of asking first
                except KeyError:
                    if found not in known and found.path not in new:
                        self._crew.call(1)  # it loads while the walk goes on
                        new[found.path] = found, root
                if number % _FILES_A_STEP == 0:
                    self._report("walk", shown(found.path))
                    if self._stop():
                        return []
            self._writer.note(root, problems)
            self._note_gone(root, {path for path, _, _ in unmet} - new.keys(), problems)
        self.tally.unchanged = len(known) - len(unmet)
        self.tally.total = len(new)
        self.tally.files = self.tally.unchanged + self.tally.total
        self._writer.enqueue(found for found, _ in new.values())
        self._writer.commit()
        return list(new.values())

    def _note_gone(self, root: str, unmet: set[str], problems: Sequence[Problem]) -> None:
        """Mark as gone what lay below `root` and was not met, but nothing below a folder that could not be entered."""
        inside, closed = _inside(root), tuple(_inside(problem.path) for problem in problems)
        self._writer.gone(sorted(path for path in unmet if path.startswith(inside) and not path.startswith(closed)))

    # -- reading ------------------------------------------------------------------------------------------------

    def read(self, todo: Sequence[tuple[FoundFile, str]]) -> None:
        """Have all of `todo` read and store it; the order of storing is that in which the workers finish."""
        if not todo:
            return
        try:
            self._crew.call(_workers_for(todo))
            waiting = iter(todo)
            more = True
            while more or self._tasks or self._second:
                more = (more or bool(self._second)) and self._feed(waiting)
                if self._tasks:
                    self._take()
                if self._stop():
                    break
        finally:
            self._crew.close()
            self._writer.commit()
        self._report("finish", "")

    def _feed(self, waiting: Iterator[tuple[FoundFile, str]]) -> bool:
        """Hand out files until every worker has enough; return whether more are left."""
        while len(self._tasks) < _AHEAD * self._crew.size and (self._bytes_out < _BYTES_AHEAD or not self._tasks):
            item = self._second.pop() if self._second else next(waiting, None)
            if item is None:
                return False
            self._hand_out(*item)
        return True

    def _hand_out(self, found: FoundFile, folder: str) -> None:
        if folder in self._away:
            return
        self._report("read", shown(found.path))
        try:
            file, data, sha256 = load(found, most=self._crew.limits.file_bytes)
        except OSError as error:
            if is_away(folder):
                self._leave(folder)
            else:
                self._fail(_Task(found, folder, "", 0), unreadable(error))
            return
        if file.size != found.size or file.mtime_ns != found.mtime_ns:
            self._fail(_Task(file, folder, sha256, 0), Problem.of(ProblemCode.CHANGED))
            return
        if self._writer.same(file, sha256, again=self._again):
            self.tally.unchanged += 1
            self.tally.done += 1
            return
        job = wire.Job(name=shown(Path(file.path).name), whole=len(data) == file.size)
        self._tasks[self._crew.ask(wire.encode(job), data)] = _Task(file, folder, sha256, len(data))
        self._bytes_out += len(data)

    def _leave(self, folder: str) -> None:
        """Read no more of a folder that is not there any longer, as when a stick is pulled."""
        self._away.add(folder)
        self._writer.note(folder, [Problem.of(ProblemCode.MISSING_FOLDER, path=folder, reason="The folder went away while it was read.")])

    def _take(self) -> None:
        """Wait a moment for an answer, and store it."""
        came = self._crew.answer(_POLL_SECONDS)
        if came is None:
            return
        ticket, answer = came
        task = self._tasks.pop(ticket)
        self._bytes_out -= task.size
        if answer.failure is not None:
            _log.info("%s: %s, %s", shown(task.file.path), answer.failure, answer.detail)
        if answer.failure in (Failure.CRASHED, Failure.NOT_STARTED) and task.file.path not in self._tried_twice:
            self._tried_twice.add(task.file.path)
            self._second.append((task.file, task.folder))
            self._report("again", shown(task.file.path))
            return
        if answer.failure is Failure.NOT_STARTED:
            raise ArchiveError(_NOT_STARTED.format(reason=answer.detail.strip().rpartition("\n")[2] or "it ended at once"))
        outcome = _outcome(answer)
        if isinstance(outcome, Problem):
            self._fail(task, outcome)
        elif outcome.document is None:
            self._fail(task, *outcome.problems, media_type=outcome.media_type)
        else:
            self._keep(task, outcome)

    def _keep(self, task: _Task, outcome: wire.Outcome) -> None:
        assert outcome.document is not None
        self._writer.store(task.file, sha256=task.sha256, folder=task.folder, document=outcome.document, problems=outcome.document.problems)
        self.tally.indexed += 1
        self.tally.pages += len(outcome.document.pages)
        self.tally.done += 1
        self._report("read", shown(task.file.path))

    def _fail(self, task: _Task, *problems: Problem, media_type: str = "") -> None:
        self._writer.store(task.file, sha256=task.sha256, folder=task.folder, document=None, problems=problems, media_type=media_type)
        self.tally.failed += 1
        self.tally.done += 1
        self._report("read", shown(task.file.path))

    def _report(self, stage: str, current: str) -> None:
        committed = self.tally.done - self._writer.pending
        self._on_progress(Progress(stage=stage, done=committed, total=self.tally.total, current=current))


def _inside(folder: str) -> str:
    """Return what every path inside `folder` begins with."""
    return folder if folder.endswith(os.sep) else folder + os.sep


def _workers_for(todo: Sequence[tuple[FoundFile, str]]) -> int:
    """Return how many workers it is worth starting to read these files; at least one."""
    return 1 + max(len(todo) // _FILES_EACH, sum(found.size for found, _ in todo) // _BYTES_EACH)


def _outcome(answer: Answer) -> wire.Outcome | Problem:
    """Return what the worker found, or the problem that its failure is."""
    if answer.failure is not None:
        return Problem.of(_FAILURES.get(answer.failure, ProblemCode.CRASHED))
    try:
        return wire.decode_outcome(answer.value or b"")
    except msgspec.MsgspecError:
        return Problem.of(ProblemCode.CRASHED, reason="The reader gave an answer that makes no sense.")
