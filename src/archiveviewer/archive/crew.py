"""The worker processes of one indexing run, and what they were asked.

To load takes a third of a second. So the first worker may be called before it is known what there is to read, and loads while the
command that called it loads, too. Where the system allows it, all workers are copies of one process, and loading is done once.
"""

from __future__ import annotations

import contextlib
import os
import queue
from pathlib import Path
from types import TracebackType

from archiveviewer.settings import Limits, is_library
from archiveviewer.workers.client import Answer, Client
from archiveviewer.workers.original import CAN_COPY, Original
from archiveviewer.workers.priority import give_way

_JOB_MAIN = "archiveviewer.archive.job"

Ticket = tuple[int, int]
"""Names a request: the number of its worker, and that worker's own ticket."""


class Crew:
    """Up to `most` workers (by default one for each core); used from one thread, answers arrive through a queue."""

    def __init__(self, limits: Limits, *, most: int | None = None) -> None:
        """Start nobody yet; `limits` are those of each worker and of the run that it works for."""
        self.limits = limits
        self._most = most or os.cpu_count() or 1
        self._original = Original(_JOB_MAIN, memory=limits.memory)
        self._clients: list[Client] = []
        self._busy: list[int] = []
        self._answers: queue.SimpleQueue[tuple[int, Answer]] = queue.SimpleQueue()

    def __enter__(self) -> Crew:
        """Return itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End all workers."""
        self.close()

    @property
    def size(self) -> int:
        """How many were called."""
        return len(self._clients)

    def call(self, number: int) -> None:
        """Have at least so many workers, as far as there are cores; those that are new load from now on."""
        if CAN_COPY and number and not self._clients:
            with contextlib.suppress(OSError):  # the first request will say why
                self._original.start()
        while len(self._clients) < min(number, self._most):
            client = self._client(len(self._clients))
            client.start()
            self._clients.append(client)
            self._busy.append(0)

    def ask(self, request: bytes, blob: bytes) -> Ticket:
        """Have the worker that has least to do work on this; there must be one."""
        number = min(range(len(self._clients)), key=self._busy.__getitem__)
        self._busy[number] += 1
        return number, self._clients[number].ask(request, blob)

    def answer(self, seconds: float) -> tuple[Ticket, Answer] | None:
        """Return the next answer, or None when none has come after so many seconds."""
        try:
            number, answer = self._answers.get(timeout=seconds)
        except queue.Empty:
            return None
        self._busy[number] -= 1
        return (number, answer.ticket), answer

    def close(self) -> None:
        """End all workers; what they were still asked is lost. Safe to call twice."""
        self._original.close()
        for client in self._clients:
            client.close()

    def _client(self, number: int) -> Client:
        main = self._original if CAN_COPY else _JOB_MAIN
        return Client(main, limits=self.limits, on_answer=lambda answer: self._answers.put((number, answer)))


def early(library: Path, limits: Limits) -> Crew:
    """Return the crew for a run that will come, and let this process, which is there for nothing else, give way to others.

    If the library is new there is something to read, and a worker is called at once.
    """
    give_way()
    crew = Crew(limits)
    if not is_library(library):
        crew.call(1)
    return crew
