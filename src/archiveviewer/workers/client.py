"""The side that asks: keeps one child process at work, and gets an answer for every request whatever becomes of the child.

A client has two threads of its own. The worker thread takes the waiting request that comes first, starts a child when there is
none, sends the request, waits, and tells the answer. The alarm kills the child when the time of the request in flight is over;
the worker thread then finds the pipe closed, which is how it learns of every kind of death. So only the request in flight can
be lost.
"""

from __future__ import annotations

import heapq
import itertools
import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from archiveviewer.settings import Limits
from archiveviewer.workers.alarm import Alarm
from archiveviewer.workers.answers import Answer, Failure
from archiveviewer.workers.child import CAN_RENEW
from archiveviewer.workers.frames import READY, EndOfFramesError, FrameError
from archiveviewer.workers.process import LastWords, Process, read_outcome
from archiveviewer.workers.segments import Segment

__all__ = ["Answer", "Client", "Failure"]

_log = logging.getLogger(__name__)

_START_SECONDS = 60.0  # for importing, on a slow disk; the time of a request begins afterwards
_PATIENCE = 0.5  # for the last words of a child that is ending


_T = TypeVar("_T")


class _FailedError(Exception):
    """A step with the child did not come off."""

    def __init__(self, failure: Failure, detail: str) -> None:
        super().__init__(detail)
        self.failure = failure
        self.detail = detail


@dataclass(order=True, slots=True)
class _Job:
    rank: tuple[int, int]
    request: bytes = field(compare=False)
    blob: bytes | memoryview = field(compare=False)
    seconds: float = field(compare=False)
    cancelled: bool = field(default=False, compare=False)

    @property
    def ticket(self) -> int:
        return self.rank[1]


class Client:
    """Asks a supervised child process. Every method may be called from any thread.

    `on_answer` is called on the client's own thread, once for each ticket, except for what is still open at `close`.
    """

    def __init__(
        self,
        main: str,
        *,
        limits: Limits,
        on_answer: Callable[[Answer], None],
        segments: Sequence[Segment] = (),
        greeting: tuple[bytes, bytes | memoryview] | None = None,
        renews: bool = False,
    ) -> None:
        """Prepare to run the module `main`; no process starts before the first request, or `start`.

        `segments` stay the caller's. `greeting` is a request and a blob that every new child gets before anything else.
        A child that keeps nothing from one request to the next `renews` itself after `limits.jobs`, where the system lets it; others
        are replaced then.
        """
        self._main, self._limits, self._on_answer, self._segments = main, limits, on_answer, tuple(segments)
        self._greeting = greeting
        self._renews = renews and CAN_RENEW
        self._greeting_seconds = limits.seconds
        self._changed = threading.Condition()
        self._waiting: list[_Job] = []
        self._in_flight: _Job | None = None
        self._tickets = itertools.count(READY + 1)
        self._wanted = False
        self._closed = False
        self._process: Process | None = None
        self._alarm = Alarm(f"time limit of {main}")
        self._thread: threading.Thread | None = None
        self.protections: tuple[str, ...] = ()

    @property
    def pid(self) -> int | None:
        """The process id of the child, or None while there is none."""
        process = self._process
        return process.pid if process else None

    def start(self) -> None:
        """Start the child now, so that the first request finds it ready."""
        with self._changed:
            self._wanted = True
            self._wake()

    def greet(self, request: bytes, blob: bytes | memoryview = b"", *, seconds: float | None = None) -> None:
        """Set the greeting; a child that already runs gets it before the next request. `seconds` stands in for the usual limit."""
        with self._changed:
            self._greeting = (request, blob)
            self._greeting_seconds = seconds or self._limits.seconds
            self._wake()

    def ask(self, request: bytes, blob: bytes | memoryview = b"", *, seconds: float | None = None, priority: int = 0) -> int:
        """Queue a request and return its ticket. A higher `priority` goes first, then the order of asking.

        `seconds` stands in for the usual limit; it counts from when the child gets the request. `blob` must not change meanwhile.
        """
        with self._changed:
            ticket = next(self._tickets)
            limit = self._limits.seconds if seconds is None else seconds
            heapq.heappush(self._waiting, _Job((-priority, ticket), request, blob, limit))
            self._wake()
        return ticket

    def cancel(self, ticket: int, *, grace: float = 0.3) -> None:
        """Let a request be answered with `cancelled`; does nothing when it has been answered.

        One that is in flight gets `grace` seconds to end by itself, which spares the child, before the child is ended.
        """
        with self._changed:
            if self._in_flight and self._in_flight.ticket == ticket:
                self._in_flight.cancelled = True
                self._alarm.sooner(grace)
            for job in self._waiting:
                job.cancelled = job.cancelled or job.ticket == ticket

    def close(self) -> None:
        """End the child and both threads; quick, and safe to call twice. No answer comes after it, unless called by `on_answer`."""
        with self._changed:
            self._closed = True
            self._waiting.clear()
            self._changed.notify_all()
            process, thread = self._process, self._thread
        if process:
            process.kill()
        if thread and thread is not threading.current_thread():
            thread.join()
        self._alarm.close()

    def _wake(self) -> None:
        if self._thread is None and not self._closed:
            self._thread = threading.Thread(target=self._run, name=f"client of {self._main}", daemon=True)
            self._thread.start()
        self._changed.notify_all()

    def _run(self) -> None:
        while self._wait():
            job = self._take()
            if job is None:
                self._prepare()
                continue
            answer = Answer(job.ticket, None, Failure.CANCELLED) if job.cancelled else self._answer(job)
            self._tell(job, answer)
        self._end_process()

    def _wait(self) -> bool:
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._waiting or self._wanted)
            return not self._closed

    def _take(self) -> _Job | None:
        with self._changed:
            self._wanted = False
            self._in_flight = heapq.heappop(self._waiting) if self._waiting else None
            return self._in_flight

    def _tell(self, job: _Job, answer: Answer) -> None:
        with self._changed:
            self._in_flight = None
            if self._closed:
                return
            if job.cancelled:
                answer = Answer(job.ticket, None, Failure.CANCELLED, answer.detail)
        try:
            self._on_answer(answer)
        except Exception:  # the border of the thread: it must live on to answer the others
            _log.exception("the answer to request %s was not taken", answer.ticket)

    def _prepare(self) -> None:
        """Have a child ready before it is needed; if that fails, the next request tries again and says why."""
        try:
            self._ready()
        except _FailedError as failed:
            _log.info("a worker did not start: %s", failed.detail)
        except Exception:  # the border of the thread, as in _answer
            _log.exception("a worker could not be prepared")
            self._end_process()

    def _answer(self, job: _Job) -> Answer:
        try:
            process = self._ready()
            answer = self._exchange(process, job.ticket, request=job.request, blob=job.blob, seconds=job.seconds)
        except _FailedError as failed:
            return Answer(job.ticket, None, failed.failure, failed.detail)
        except Exception as error:  # the border of the thread: an asker must not wait for ever because of a bug of ours
            _log.exception("request %s could not be put", job.ticket)
            self._end_process()
            return Answer(job.ticket, None, Failure.CRASHED, repr(error))
        process.served += 1
        return answer

    def _ready(self) -> Process:
        """Return a child that runs, waits, and has had the greeting."""
        process = self._process
        if process and (self._is_used_up(process) or not process.is_idle()):
            self._end_process()
            process = None
        process = process or self._begin()
        greeting = self._greeting
        if greeting and process.greeting is not greeting:
            self._greet(process, greeting)
        return process

    def _begin(self) -> Process:
        try:
            process = self._process = Process(self._main, limits=self._limits, segments=self._segments, renews=self._renews)
        except OSError as error:
            raise _FailedError(Failure.NOT_STARTED, f"it could not be started: {error}") from error
        try:
            self.protections = self._timed(process, _START_SECONDS, step=process.wait_ready)
        except _FailedError as failed:
            if failed.failure is Failure.CANCELLED:
                raise
            raise _FailedError(Failure.NOT_STARTED, failed.detail) from failed
        return process

    def _greet(self, process: Process, greeting: tuple[bytes, bytes | memoryview]) -> None:
        request, blob = greeting
        answer = self._exchange(process, READY, request=request, blob=blob, seconds=self._greeting_seconds)
        if answer.failure:
            raise _FailedError(answer.failure, answer.detail)
        process.greeting = greeting

    def _exchange(self, process: Process, ticket: int, *, request: bytes, blob: bytes | memoryview, seconds: float) -> Answer:
        answer = read_outcome(self._timed(process, seconds, step=lambda: process.ask(ticket, request=request, blob=blob)))
        if answer.failure is Failure.OUT_OF_MEMORY:
            self._end_process()  # it ends by itself after saying so, but perhaps not before the next request
        return answer

    def _timed(self, process: Process, seconds: float, *, step: Callable[[], _T]) -> _T:
        """Do one step with the child; whatever goes wrong with it ends the child and is raised as _FailedError."""
        with self._changed:
            if self._closed or (self._in_flight and self._in_flight.cancelled):
                raise _FailedError(Failure.CANCELLED, "")
            self._alarm.set(seconds, process.kill)
        failure, detail, patience = None, "", 0.0
        try:
            result = step()
        except (EndOfFramesError, OSError):
            patience = _PATIENCE
        except (FrameError, ValueError) as error:
            failure, detail = Failure.LIED, f"{error}\n"
        except MemoryError:
            failure = Failure.OUT_OF_MEMORY
        else:
            if self._alarm.clear():
                self._end_process()  # killed in the moment in which it answered
            return result
        rang = self._alarm.clear()
        words = self._end_process(patience=patience)
        raise _FailedError(Failure.TOO_SLOW if rang else failure or words.failure, f"{detail}{words}")

    def _is_used_up(self, process: Process) -> bool:
        return not self._renews and 0 < self._limits.jobs <= process.served

    def _end_process(self, *, patience: float = 0.0) -> LastWords:
        process, self._process = self._process, None
        return process.end(patience=patience) if process else LastWords(0, "")
