"""One child process with its pipes: started, asked one thing at a time, and ended. `client` decides when."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from dataclasses import dataclass
from io import FileIO
from typing import cast

from archiveviewer.workers.answers import Answer, Failure
from archiveviewer.workers.child import NO_ROOM
from archiveviewer.workers.frames import READY, Outcome, Reply, Request, read_reply, send_requests
from archiveviewer.workers.original import Copy

_LAST_WORDS = 4096
_ROOM = 256 << 10
"""Bytes that may be on their way to a child: with the usual 64 KB, who writes a large file and who reads it change places too often."""
_NO_ROOM_SIGNS = ("MemoryError", "bad_alloc", "Cannot allocate memory")

Child = subprocess.Popen[bytes] | Copy
"""A process that was started by itself, or as a copy of one that has loaded already."""


@dataclass(frozen=True, slots=True)
class LastWords:
    """How a child ended: its exit code (negative for a signal) and the end of what it wrote to its error stream."""

    code: int
    text: str

    @property
    def failure(self) -> Failure:
        """What its death is called when nobody asked for it."""
        no_room = self.code == NO_ROOM or any(sign in self.text for sign in _NO_ROOM_SIGNS)
        return Failure.OUT_OF_MEMORY if no_room else Failure.CRASHED

    def __str__(self) -> str:
        return f"exit code {self.code}\n{self.text}".strip()


class Process:
    """A running child. All but `kill` is for one thread at a time; the child dies with the thread that made it."""

    def __init__(self, child: Child, *, longest: int) -> None:
        """Take over a child that has just been started; no answer can be of more bytes than the `longest`."""
        self._child, self._longest = child, longest
        self._alive = threading.Lock()
        self._ended = False
        self._rest = b""
        self._words = bytearray()
        self.greeting: object = None
        """What it was greeted with, `greeted` what it answered, and `owes` a greeting that it has not answered yet."""
        self.greeted: bytes | None = None
        self.owes: object = None
        self.said: deque[int] = deque()
        """The tickets of requests that were put and whose answers have not been read."""
        self.served = 0
        self.pid = self._child.pid
        _widen(self._in)
        self._listener = threading.Thread(target=self._listen, name=f"stderr of {self.pid}", daemon=True)
        self._listener.start()

    def wait_ready(self) -> tuple[str, ...]:
        """Wait until the child serves; returns the protections it is under. Raises what `ask` raises."""
        reply = self.hear(READY)
        return tuple(str(name) for name in json.loads(reply.value))

    def ask(self, ticket: int, *, request: bytes, blob: bytes | memoryview) -> Reply:
        """Send one request and wait for its answer. Raises FrameError for a lie, EndOfFramesError when the child has ended."""
        self.say(Request(ticket, request, memoryview(blob)))
        return self.hear(ticket)

    def say(self, *requests: Request) -> None:
        """Send requests; `hear` has to follow for each."""
        with contextlib.suppress(OSError):  # a child that ends in the middle may still have said why
            send_requests(self._in, requests)

    def hear(self, ticket: int) -> Reply:
        """Wait for the answer to the request that was sent last. Raises what `ask` raises."""
        reply = read_reply(self._out, ticket, longest=self._longest, before=self._rest)
        self._rest = reply.rest
        return reply

    def is_idle(self) -> bool:
        """Tell whether the child lives and has said nothing that it was not asked for."""
        if self._rest:
            return False
        if sys.platform == "win32":
            return self._child.poll() is None
        return not self.answers(0)

    def answers(self, until: float) -> bool:
        """Wait for the child to say something, or to end, until a time of the monotonic clock; tell whether it has. Not on Windows."""
        if self._rest:
            return True
        poll = select.poll()
        poll.register(self._out.fileno(), select.POLLIN)
        return bool(poll.poll(max(until - time.monotonic(), 0.0) * 1000))

    def kill(self) -> None:
        """End the child and all it may have started; from any thread, also when it has ended already."""
        with self._alive:
            if self._ended:
                return
            if sys.platform == "win32":
                self._child.kill()
            else:
                with contextlib.suppress(ProcessLookupError, PermissionError):  # gone, or (macOS) on its way
                    os.killpg(self.pid, signal.SIGKILL)

    def end(self, *, patience: float = 0) -> LastWords:
        """End the child, wait for it, close the pipes, and return how it went; one that is dying gets `patience` to say why."""
        if patience:
            self._listener.join(patience)  # it ends with the child's error stream
        self.kill()
        with self._alive:
            code = self._child.wait()
            self._ended = True
        self._listener.join()
        for pipe in (self._in, self._out, self._err):
            pipe.close()
        return LastWords(code, self._words.decode(errors="replace"))

    @property
    def _in(self) -> FileIO:
        return cast(FileIO, self._child.stdin)

    @property
    def _out(self) -> FileIO:
        return cast(FileIO, self._child.stdout)

    @property
    def _err(self) -> FileIO:
        return cast(FileIO, self._child.stderr)

    def _listen(self) -> None:
        """Keep the last of what the child writes to its error stream, so that it never waits for room there."""
        while words := self._err.read(_LAST_WORDS):
            self._words += words
            del self._words[:-_LAST_WORDS]


def _widen(pipe: FileIO) -> None:
    """Give a pipe more room, where the system lets one choose."""
    if sys.platform == "linux":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _ROOM)


def read_outcome(reply: Reply) -> Answer:
    """Return the answer that a reply comes to."""
    detail = reply.value.decode(errors="replace")
    match reply.outcome:
        case Outcome.DONE:
            return Answer(reply.ticket, reply.value)
        case Outcome.OUT_OF_MEMORY:
            return Answer(reply.ticket, None, Failure.OUT_OF_MEMORY, detail)
        case Outcome.RAISED:
            return Answer(reply.ticket, None, Failure.CRASHED, detail)
