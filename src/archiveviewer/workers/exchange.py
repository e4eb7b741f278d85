"""One child process at a time and what is said with it: started when it is needed, greeted, asked, and replaced when it has ended.

Only one thread at a time may use it; `client` sees to that. Whatever goes wrong with the child ends it and is answered with the reason.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TypeVar

from archiveviewer.settings import Limits
from archiveviewer.workers.alarm import Alarm
from archiveviewer.workers.answers import Answer, Failure
from archiveviewer.workers.frames import READY, EndOfFramesError, FrameError, Reply, Request
from archiveviewer.workers.process import Child, LastWords, Process, read_outcome
from archiveviewer.workers.starting import START_SECONDS

_log = logging.getLogger(__name__)

_PATIENCE = 0.5  # for the last words of a child that is ending

Guard = AbstractContextManager[object]
_T = TypeVar("_T")


class _FailedError(Exception):
    """A step with the child did not come off."""

    def __init__(self, failure: Failure, detail: str) -> None:
        super().__init__(detail)
        self.failure = failure
        self.detail = detail


@dataclass(frozen=True, slots=True, eq=False)
class Greeting:
    """A request that every new child gets before anything else; answering it may take so many seconds."""

    request: bytes
    blob: bytes | memoryview
    seconds: float


class Exchange:
    """Asks a child.

    `start` starts a child, or raises OSError. `is_off` tells whether what is being asked is not wanted any more; it and the time limit
    change only under the `guard`.
    """

    def __init__(self, name: str, limits: Limits, start: Callable[[], Child], *, guard: Guard, is_off: Callable[[], bool]) -> None:
        self._limits, self._start_child, self._is_off, self._guard = limits, start, is_off, guard
        self.alarm = Alarm(f"time limit of {name}")
        self.process: Process | None = None
        self.greeting: Greeting | None = None
        self.protections: tuple[str, ...] = ()

    def prepare(self) -> None:
        """Have a child ready before it is needed; if that fails, the next request tries again and says why."""
        try:
            self._ready()
        except _FailedError as failed:
            _log.info("a worker did not start: %s", failed.detail)
        except Exception:  # the border of a thread, as in `answer`
            _log.exception("a worker could not be prepared")
            self.end()

    def begin(self, ticket: int, request: bytes | None, *, seconds: float) -> None:
        """Say the greeting to a child that runs and has not heard it, and a request after it, and do not wait for an answer.

        What fails now fails again when that is read.
        """
        process, greeting = self.process, self.greeting
        if process is None or greeting is None:
            return
        greets = process.greeting is not greeting and process.owes is None
        puts = request is not None and (greets or process.owes is greeting)
        said = [Request(READY, greeting.request, memoryview(greeting.blob))] if greets else []
        said += [Request(ticket, request)] if request is not None and puts else []
        if not said:
            return
        try:
            self._timed(process, max(greeting.seconds, seconds), step=lambda: process.say(*said))
        except _FailedError as failed:
            _log.info("a worker ended: %s", failed.detail)
            return
        process.owes = greeting if greets else process.owes
        if puts:
            process.said.append(ticket)

    def _put(self, process: Process, ticket: int, request: bytes, *, blob: bytes | memoryview, seconds: float) -> None:
        self._timed(process, seconds, step=lambda: process.say(Request(ticket, request, memoryview(blob))))
        process.said.append(ticket)

    def put(self, ticket: int, request: bytes | None, *, blob: bytes | memoryview, seconds: float, until: float) -> bool:
        """Put a request to a child that runs, and wait for a while: tell whether `answer` will have it at once.

        `until` is a time of the monotonic clock. What fails now is for `answer` to find out.
        """
        process = self.process
        try:
            if process is None or (process.owes and not process.answers(until)):
                return False
            if ticket not in process.said or process.owes:
                process = self._ready()
            if request is None:
                return True
            if ticket not in process.said:
                self._put(process, ticket, request, blob=blob, seconds=seconds)
            return process.answers(until)
        except _FailedError as failed:
            _log.info("a worker ended: %s", failed.detail)
            return False

    def answer(self, ticket: int, request: bytes | None, *, blob: bytes | memoryview, seconds: float) -> Answer:
        """Return the answer to a request; without one what was answered to the greeting."""
        try:
            process = self.process if self.has_put(ticket) else None
            if process:
                answer = self._hear(process, ticket, seconds)
                process.said.remove(ticket)
            else:
                process = self._ready()
                if request is None:
                    return Answer(ticket, process.greeted)
                answer = self._exchange(process, ticket, request=request, blob=blob, seconds=seconds)
        except _FailedError as failed:
            return Answer(ticket, None, failed.failure, failed.detail)
        except Exception as error:  # the border of a thread: an asker must not wait for ever because of a bug of ours
            _log.exception("request %s could not be put", ticket)
            self.end()
            return Answer(ticket, None, Failure.CRASHED, repr(error))
        process.served += 1
        return answer

    def has_put(self, ticket: int) -> bool:
        """Tell whether a request has been put and its answer is still to be read."""
        return self.process is not None and ticket in self.process.said

    def end(self, *, patience: float = 0.0) -> LastWords:
        """End the child, if there is one, and return how it went."""
        process, self.process = self.process, None
        return process.end(patience=patience) if process else LastWords(0, "")

    def _ready(self) -> Process:
        """Return a child that runs, waits, and has had the greeting."""
        process = self.process
        if process and (self._is_used_up(process) or not (process.owes or process.said or process.is_idle())):
            self.end()
            process = None
        process = process or self._start()
        greeting = self.greeting
        if greeting and process.greeting is not greeting:
            self._greet(process, greeting)
        return process

    def _start(self) -> Process:
        try:
            process = self.process = Process(self._start_child(), longest=self._limits.memory)
        except OSError as error:
            raise _FailedError(Failure.NOT_STARTED, f"it could not be started: {error}") from error
        try:
            self.protections = self._timed(process, START_SECONDS, step=process.wait_ready)
        except _FailedError as failed:
            if failed.failure is Failure.CANCELLED:
                raise
            raise _FailedError(Failure.NOT_STARTED, failed.detail) from failed
        return process

    def _greet(self, process: Process, greeting: Greeting) -> None:
        if process.owes and process.owes is not greeting:
            self._hear(process, READY, greeting.seconds)  # it was to be greeted otherwise in the meantime
            process.owes = None
        while process.said and process.owes is None:
            self._hear(process, process.said[0], greeting.seconds)
            process.said.popleft()
        if process.owes:
            answer = self._hear(process, READY, greeting.seconds)
            process.owes = None
        else:
            answer = self._exchange(process, READY, request=greeting.request, blob=greeting.blob, seconds=greeting.seconds)
        if answer.failure:
            raise _FailedError(answer.failure, answer.detail)
        process.greeting, process.greeted = greeting, answer.value

    def _hear(self, process: Process, ticket: int, seconds: float) -> Answer:
        return self._read(self._timed(process, seconds, step=lambda: process.hear(ticket)))

    def _exchange(self, process: Process, ticket: int, *, request: bytes, blob: bytes | memoryview, seconds: float) -> Answer:
        return self._read(self._timed(process, seconds, step=lambda: process.ask(ticket, request=request, blob=blob)))

    def _read(self, reply: Reply) -> Answer:
        answer = read_outcome(reply)
        if answer.failure is Failure.OUT_OF_MEMORY:
            self.end()  # it ends by itself after saying so, but perhaps not before the next request
        return answer

    def _timed(self, process: Process, seconds: float, *, step: Callable[[], _T]) -> _T:
        """Do one step with the child; whatever goes wrong with it ends the child and is raised as _FailedError."""
        with self._guard:
            if self._is_off():
                raise _FailedError(Failure.CANCELLED, "")
            self.alarm.set(seconds, process.kill)
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
            if self.alarm.clear():
                self.end()  # killed in the moment in which it answered
            return result
        rang = self.alarm.clear()
        words = self.end(patience=patience)
        raise _FailedError(Failure.TOO_SLOW if rang else failure or words.failure, f"{detail}{words}")

    def _is_used_up(self, process: Process) -> bool:
        return 0 < self._limits.jobs <= process.served
