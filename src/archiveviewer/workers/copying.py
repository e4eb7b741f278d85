"""What an original does: a process that has loaded what its work needs, and is copied for each worker.

It reads numbers from its standard input, a socket, and answers each with a number. `COPY` comes with the three pipes of the new copy and
is answered with its process id. Any other number is the id of a copy that has been ended, and is answered with its exit code (negative
for a signal): until then no other process can get that id.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import struct
from collections.abc import Callable

from archiveviewer.workers import lockdown

ORIGINAL = "ARCHIVEVIEWER_ORIGINAL"
"""The variable that tells a child that it is to be copied."""
COPY = 0
NUMBER = struct.Struct("<q")
_PIPES = 3
_ALONE = 2
"""So many copies load by themselves what they turn out to need: many a run has no more of them, and may need nothing."""


def serve_copies(load_more: Callable[[], object]) -> None:
    """Make copies of this process as they are asked for, and return in each copy; ends the process when nobody is left to ask.

    It keeps its rights and never sees a request. The first copies are made at once. Before the third `load_more` is called: then there is
    much to do, and what each would have to load is loaded once.
    """
    original = os.getpid()
    line = socket.socket(fileno=os.dup(0))
    copies = 0
    while (asked := _next(line)) is not None:
        number, pipes = asked
        if number != COPY:
            line.sendall(NUMBER.pack(_exit_code(number)))
            continue
        if copies >= _ALONE:
            load_more()
        copies += 1
        gc.freeze()  # what is loaded stays; a copy need not look at it again, which would also make the memory its own
        copy = os.fork()
        if not copy:
            line.close()
            _take(pipes)
            lockdown.die_with_parent(original)
            return
        os.setpgid(copy, copy)  # before its id is told: from then on it may be ended, by its group
        for pipe in pipes:
            os.close(pipe)
        line.sendall(NUMBER.pack(copy))
    os._exit(0)


def _next(line: socket.socket) -> tuple[int, list[int]] | None:
    """Return the next number and the pipes that came with it; None when the other side has gone."""
    data, pipes, _, _ = socket.recv_fds(line, NUMBER.size, _PIPES)
    return (NUMBER.unpack(data)[0], pipes) if data else None


def _exit_code(copy: int) -> int:
    try:
        return os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])
    except ChildProcessError:  # a copy of the original before this one, which took it along
        return -signal.SIGKILL


def _take(pipes: list[int]) -> None:
    """Put the pipes of a copy where a process that was started by itself finds its own."""
    for place, pipe in enumerate(pipes):
        os.dup2(pipe, place)
        os.close(pipe)
