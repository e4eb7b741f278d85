"""The side that asks: keeps one child process at work, and gets an answer for every request whatever becomes of the child.

A client has two threads of its own. The worker thread takes the waiting request that comes first, starts a child when there is
none, sends the request, waits, and tells the answer. The alarm kills the child when the time of the request in flight is over;
the worker thread then finds the pipe closed, which is how it learns of every kind of death. So only the request in flight can
be lost. A thread in a hurry may borrow the client, and do the work of the worker thread itself for a moment.
"""

from __future__ import annotations

import heapq
import itertools
import logging
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from archiveviewer.settings import Limits
from archiveviewer.workers.answers import Answer, Failure
from archiveviewer.workers.exchange import Exchange, Greeting
from archiveviewer.workers.frames import READY
from archiveviewer.workers.original import Original
from archiveviewer.workers.segments import Segment
from archiveviewer.workers.starting import start

__all__ = ["Answer", "Client", "Failure"]

_log = logging.getLogger(__name__)
_CAN_WAIT = sys.platform != "win32"
_NEXT = 1 << 30
"""The priority of what has been put already and is to be heard before anything else is put."""


@dataclass(order=True, slots=True)
class _Job:
    rank: tuple[int, int]
    request: bytes | None = field(compare=False)
    blob: bytes | memoryview = field(compare=False)
    seconds: float = field(compare=False)
    cancelled: bool = field(default=False, compare=False)

    @property
    def ticket(self) -> int:
        return self.rank[1]


class Client:
    """Asks a supervised child process. Every method may be called from any thread.

    `on_answer` is called on the client's own thread, or on one that has borrowed the client, once for each ticket, except for what is
    still open at `close`.
    """

    def __init__(
        self,
        main: str | Original,
        *,
        limits: Limits,
        on_answer: Callable[[Answer], None],
        segments: Sequence[Segment] = (),
    ) -> None:
        """Prepare to run the module `main`, or copies of an original; no process starts before the first request, or `start`.

        Both the original and the `segments`, which copies do not get, stay the caller's.
        """
        self._name = main if isinstance(main, str) else main.main
        begin = partial(start, main, limits=limits, segments=segments) if isinstance(main, str) else main.copy
        self._limits, self._on_answer = limits, on_answer
        self._changed = threading.Condition()
        self._waiting: list[_Job] = []
        self._in_flight: _Job | None = None
        self._tickets = itertools.count(READY + 1)
        self._wanted = self._closed = self._is_working = False
        self._borrower: int | None = None
        self._exchange = Exchange(self._name, limits, begin, guard=self._changed, is_off=self._is_off)
        self._thread: threading.Thread | None = None

    @property
    def pid(self) -> int | None:
        """The process id of the child, or None while there is none."""
        process = self._exchange.process
        return process.pid if process else None

    @property
    def protections(self) -> tuple[str, ...]:
        """What the child was protected by when it started."""
        return self._exchange.protections

    def start(self) -> None:
        """Start the child now, so that the first request finds it ready."""
        with self._changed:
            self._wanted = True
            self._wake()

    def greet(self, request: bytes, blob: bytes | memoryview = b"", *, seconds: float | None = None) -> None:
        """Set the greeting, a request that every new child gets before anything else, and one that already runs before the next request.

        `seconds` stands in for the usual limit.
        """
        with self._changed:
            self._exchange.greeting = Greeting(request, blob, seconds or self._limits.seconds)
            self._wake()

    def ask_greeted(self) -> int:
        """Queue a request for what the child answers to the greeting, before all others, and return its ticket."""
        return self._queue(None, b"", self._limits.seconds, _NEXT + 1)

    def ask(self, request: bytes, blob: bytes | memoryview = b"", *, seconds: float | None = None, priority: int = 0) -> int:
        """Queue a request and return its ticket. A higher `priority` goes first, then the order of asking.

        `seconds` stands in for the usual limit; it counts from when the child gets the request. `blob` must not change meanwhile.
        """
        return self._queue(request, blob, self._limits.seconds if seconds is None else seconds, priority)

    def cancel(self, ticket: int, *, grace: float = 0.3) -> None:
        """Let a request be answered with `cancelled`; does nothing when it has been answered.

        One that is in flight gets `grace` seconds to end by itself, which spares the child, before the child is ended.
        """
        with self._changed:
            if self._in_flight and self._in_flight.ticket == ticket:
                self._in_flight.cancelled = True
                self._exchange.alarm.sooner(grace)
            for job in self._waiting:
                job.cancelled = job.cancelled or job.ticket == ticket

    def close(self) -> None:
        """End the child and both threads; quick, and safe to call twice. No answer comes after it, unless called by `on_answer`."""
        with self._changed:
            self._closed = True
            self._waiting.clear()
            self._changed.notify_all()
            if self._borrower == threading.get_ident():
                self._borrower = None
            process, thread = self._exchange.process, self._thread
        if process:
            process.kill()
        if thread and thread is not threading.current_thread():
            thread.join()
        self._exchange.alarm.close()

    # -- in another thread --------------------------------------------------------------------------------------

    def borrow(self) -> bool:
        """Let the calling thread do the work until it calls `give_back`: a thread that hands over to another waits for it.

        False, and nothing is borrowed, when the client is at work or no child runs, and where one cannot wait for a pipe for a moment.
        """
        with self._changed:
            free = not (self._is_working or self._borrower or self._closed) and self._exchange.process is not None and _CAN_WAIT
            self._borrower = threading.get_ident() if free else self._borrower
        return free

    def begin(self, ticket: int = 0) -> None:
        """Let the child, which is borrowed, begin with the greeting and go on with a request, and do not wait for it."""
        job = next((job for job in self._waiting if job.ticket == ticket and not job.blob), None)
        if job:
            job.rank = (-_NEXT, ticket)
            heapq.heapify(self._waiting)
        self._exchange.begin(ticket, job.request if job else None, seconds=job.seconds if job else 0)

    def work(self, enough: Callable[[], bool], *, seconds: float) -> None:
        """Put what is waiting to the child, which is borrowed, until it is enough, or what takes longer is left to the client's thread."""
        until = time.monotonic() + seconds
        while not self._closed and not enough():
            job = self._take()
            if job is None:
                return
            is_there = job.cancelled or self._exchange.put(job.ticket, job.request, blob=job.blob, seconds=job.seconds, until=until)
            if not is_there:
                self._put_back(job)
                return
            self._do(job)

    def give_back(self) -> None:
        """Let the client's own thread go on, if there is anything to do: it would wait for its turn to run Python, and let others wait."""
        with self._changed:
            self._borrower = None
            if self._waiting or self._wanted or self._closed:
                self._wake()

    # -- the work -----------------------------------------------------------------------------------------------

    def _queue(self, request: bytes | None, blob: bytes | memoryview, seconds: float, priority: int) -> int:
        with self._changed:
            ticket = next(self._tickets)
            heapq.heappush(self._waiting, _Job((-priority, ticket), request, blob, seconds))
            self._wake()
        return ticket

    def _wake(self) -> None:
        if self._borrower:
            return
        if self._thread is None and not self._closed:
            self._thread = threading.Thread(target=self._run, name=f"client of {self._name}", daemon=True)
            self._thread.start()
        self._changed.notify_all()

    def _run(self) -> None:
        while self._wait():
            self._step()
        self._exchange.end()

    def _wait(self) -> bool:
        with self._changed:
            self._is_working = False
            self._changed.wait_for(lambda: not self._borrower and (self._closed or self._waiting or self._wanted))
            self._is_working = True
            return not self._closed

    def _step(self) -> None:
        job = self._take()
        if job is None:
            self._exchange.prepare()
        else:
            self._do(job)

    def _do(self, job: _Job) -> None:
        if job.cancelled and not self._exchange.has_put(job.ticket):
            self._tell(job, Answer(job.ticket, None, Failure.CANCELLED))
        else:
            self._tell(job, self._exchange.answer(job.ticket, job.request, blob=job.blob, seconds=job.seconds))

    def _put_back(self, job: _Job) -> None:
        """Let a job be the next, as it may have been put already."""
        with self._changed:
            self._in_flight = None
            if self._exchange.has_put(job.ticket):
                job.rank = (-_NEXT, job.ticket)
            heapq.heappush(self._waiting, job)

    def _take(self) -> _Job | None:
        with self._changed:
            self._wanted = False
            self._in_flight = heapq.heappop(self._waiting) if self._waiting else None
            return self._in_flight

    def _is_off(self) -> bool:
        """Tell whether what is being asked is not wanted any more; under the lock."""
        job = self._in_flight
        return self._closed or (job is not None and job.cancelled and not self._exchange.has_put(job.ticket))

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
