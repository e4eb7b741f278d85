"""The side that answers: the loop of a worker process, between its pipe and a function that does the work.

The order matters. The process takes its pipes for itself and gives everyone else the error stream, so that a library that
prints cannot break a message; then it gives up its rights (`lockdown`), says that it is ready, and serves until the client
closes the pipe. All that the work needs must be imported, and every data file read, before `serve` is called: afterwards no
file can be opened.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import traceback
from collections.abc import Callable
from io import FileIO

from archiveviewer.workers import lockdown
from archiveviewer.workers.copying import ORIGINAL, serve_copies
from archiveviewer.workers.frames import READY, EndOfFramesError, Outcome, Request, read_request, send_reply

MEMORY = "ARCHIVEVIEWER_MEMORY"
PARENT = "ARCHIVEVIEWER_PARENT"
"""Variables by which the client tells its child how much memory it may use, and who started it."""

_LATE = (
    "bisect", "decimal", "encodings.ascii", "encodings.idna", "encodings.latin_1", "encodings.raw_unicode_escape",
    "encodings.unicode_escape",
    "encodings.utf_16", "heapq", "linecache", "locale", "random", "tokenize", "unicodedata",
)  # fmt: skip
"""What the standard library imports only when a function is called, which is too late here (Counter.most_common wants heapq)."""

NO_ROOM = 77
"""The exit code of a child that a request did not fit into."""


def serve(handle: Callable[[bytes, memoryview], bytes], *, load_more: Callable[[], object] | None = None) -> None:
    """Answer requests with what `handle(request, blob)` returns until the client closes the pipe.

    `load_more` loads what can be done without for a few requests; a process
    that is to be copied calls it before it makes many. What `handle` raises costs only its request; when memory runs out, the
    process ends after saying so, and the client starts another.
    """
    for module in _LATE:
        importlib.import_module(module)
    lockdown.die_with_parent(int(os.environ.get(PARENT, os.getppid())))
    if os.environ.get(ORIGINAL):
        serve_copies(load_more or bool)
    asked, said = _own_pipes()
    protections = lockdown.apply(int(os.environ.get(MEMORY, "0")))
    try:
        send_reply(said, READY, outcome=Outcome.DONE, value=json.dumps(protections).encode())
        while _serve_one(asked, said, handle=handle):
            pass
    except (EndOfFramesError, BrokenPipeError):
        return


def _serve_one(asked: FileIO, said: FileIO, *, handle: Callable[[bytes, memoryview], bytes]) -> bool:
    try:
        request = read_request(asked)
    except MemoryError:
        os._exit(NO_ROOM)  # the rest of the request is still in the pipe: this process is of no more use
    outcome, value = _work(request, handle)
    send_reply(said, request.ticket, outcome=outcome, value=value)
    return outcome is not Outcome.OUT_OF_MEMORY


def _work(request: Request, handle: Callable[[bytes, memoryview], bytes]) -> tuple[Outcome, bytes]:
    try:
        return Outcome.DONE, handle(request.request, request.blob)
    except MemoryError as error:
        return Outcome.OUT_OF_MEMORY, repr(error).encode()
    except Exception:  # the border of the process: whatever a document brings about costs only its request
        return Outcome.RAISED, traceback.format_exc(limit=-8).encode(errors="backslashreplace")


def _own_pipes() -> tuple[FileIO, FileIO]:
    """Take the pipes to the client away from descriptors 0 and 1, which everything else in the process believes in."""
    asked, said = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(asked, os.O_BINARY)
        msvcrt.setmode(said, os.O_BINARY)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return FileIO(asked, "rb"), FileIO(said, "wb")
