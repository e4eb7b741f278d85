"""A client whose answers are waited for, for the tests that put workers to work."""

from __future__ import annotations

import queue
from collections.abc import Callable, Sequence

from archiveviewer.settings import Limits
from archiveviewer.workers.answers import Answer
from archiveviewer.workers.client import Client
from archiveviewer.workers.original import Original
from archiveviewer.workers.segments import Segment

LIMITS = Limits(seconds=20, memory=256 << 20, jobs=0)


class Asker:
    """One client, asked one thing or many."""

    def __init__(
        self,
        main: str | Original,
        *,
        limits: Limits = LIMITS,
        segments: Sequence[Segment] = (),
    ) -> None:
        self.answers: queue.Queue[Answer] = queue.Queue()
        self.client = Client(main, limits=limits, on_answer=self.answers.put, segments=segments)

    def ask(self, request: bytes, blob: bytes = b"", *, seconds: float | None = None) -> Answer:
        """Ask one thing and wait for its answer."""
        ticket = self.client.ask(request, blob, seconds=seconds)
        answer = self.next()
        assert answer.ticket == ticket
        return answer

    def value(self, request: bytes, blob: bytes = b"") -> bytes:
        """Ask one thing that must have a value."""
        answer = self.ask(request, blob)
        assert answer.value is not None, answer
        return answer.value

    def next(self) -> Answer:
        """Wait for the next answer."""
        return self.answers.get(timeout=30)


AskerOf = Callable[..., Asker]
