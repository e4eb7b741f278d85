"""Starts workers as copies of one process that has loaded already: a copy takes milliseconds, loading half a second of a processor.

Only on Linux: elsewhere a process cannot be copied safely, and each worker loads by itself.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from io import FileIO

from archiveviewer.workers.copying import COPY, NUMBER, ORIGINAL
from archiveviewer.workers.starting import START_SECONDS, command, surroundings

CAN_COPY = sys.platform == "linux"

_LAST_WORDS = 4096


@dataclass(frozen=True, slots=True)
class Copy:
    """A worker that is a copy, with its pipes, as `subprocess.Popen` has them."""

    original: Original
    pid: int
    stdin: FileIO
    stdout: FileIO
    stderr: FileIO

    def wait(self) -> int:
        """Wait until the copy, which must have been ended, is gone, and return its exit code."""
        return self.original.wait(self.pid)


class Original:
    """The module `main` in a process whose copies do the work. Every method may be called from any thread.

    The process and all its copies end with the thread that started it.
    """

    def __init__(self, main: str, *, memory: int) -> None:
        """Start nothing yet; each copy may use `memory` bytes of data."""
        self.main, self._memory = main, memory
        self._turn = threading.Lock()
        self._closed = False
        self._running: _Running | None = None

    def start(self) -> None:
        """Let it load from now on. Raises OSError when it cannot be started."""
        with self._turn:
            self._ready()

    def copy(self) -> Copy:
        """Return a new copy, once all is loaded. Raises OSError, with the last words of the original, when there is none to be had."""
        with self._turn, contextlib.ExitStack() as theirs, contextlib.ExitStack() as ours:
            running = self._ready()
            asked, said, errors = os.pipe(), os.pipe(), os.pipe()
            given = (asked[0], said[1], errors[1])
            for end in given:
                theirs.callback(os.close, end)
            kept = [ours.enter_context(pipe) for pipe in (FileIO(asked[1], "wb"), FileIO(said[0], "rb"), FileIO(errors[0], "rb"))]
            copy = Copy(self, running.ask(COPY, given), *kept)
            ours.pop_all()
            return copy

    def wait(self, copy: int) -> int:
        """Return the exit code of a copy that has been ended; when its original was ended, both were killed."""
        with self._turn, contextlib.suppress(OSError):
            if self._running:
                return self._running.ask(copy)
        return -signal.SIGKILL

    def close(self) -> None:
        """End the process and all its copies; safe to call twice, and also while it loads."""
        self._closed = True
        if running := self._running:
            running.kill()  # whoever waits for it gives up the turn
        with self._turn:
            if self._running:
                self._running.close()
            self._running = None

    def _ready(self) -> _Running:
        """Return the process that runs, which is a new one when the last was ended."""
        if self._closed:
            raise OSError("it was closed")
        if self._running and not self._running.lives():
            self._running.close()
            self._running = None
        self._running = self._running or _Running(self.main, self._memory)
        return self._running


class _Running:
    """The process itself."""

    def __init__(self, main: str, memory: int) -> None:
        self._line, theirs = socket.socketpair()
        self._line.settimeout(START_SECONDS)
        with theirs, contextlib.ExitStack() as held:
            held.enter_context(self._line)
            self._errors = held.enter_context(tempfile.TemporaryFile())
            self._child = subprocess.Popen(
                command(main),
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                env={**surroundings(memory), ORIGINAL: "1"},
                process_group=0,
            )
            held.pop_all()

    def ask(self, number: int, pipes: Sequence[int] = ()) -> int:
        """Say a number and return the answer; raises OSError when there is none, and the process has ended then."""
        try:
            socket.send_fds(self._line, [NUMBER.pack(number)], pipes)
            data = self._line.recv(NUMBER.size)
        except OSError:
            data = b""
        if not data:
            self.kill()
            raise OSError(self._last_words())
        return int(NUMBER.unpack(data)[0])

    def lives(self) -> bool:
        return self._child.poll() is None

    def kill(self) -> None:
        """Kill it; the kernel then ends the copies."""
        self._child.kill()

    def close(self) -> None:
        self.kill()
        self._child.wait()
        self._line.close()
        self._errors.close()

    def _last_words(self) -> str:
        code = self._child.wait()
        self._errors.seek(max(self._errors.seek(0, os.SEEK_END) - _LAST_WORDS, 0))
        return f"exit code {code}\n{self._errors.read().decode(errors='replace')}".strip()
