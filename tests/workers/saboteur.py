"""A worker that does what it is told, also the worst: the main of the child in the tests of the client."""

from __future__ import annotations

import os
import signal
import sys
import time

from archiveviewer.workers.child import serve

greeted = b""


def load_more() -> None:
    """Load what the first requests do without: for all who come later it is as if they were greeted."""
    global greeted  # noqa: PLW0603 - as below
    greeted = b"more"


def handle(request: bytes, blob: memoryview) -> bytes:
    """Do the deed that the first word of the request names."""
    global greeted  # noqa: PLW0603 - a worker's one state, as the render worker keeps the open document
    word, _, rest = request.decode().partition(" ")
    match word:
        case "greet":
            greeted = rest.encode() + bytes(blob)
        case "greeted":
            return greeted
        case "sleep":
            time.sleep(float(rest))
        case "abort":
            os.abort()
        case "exit":
            os._exit(int(rest))
        case "die":
            os.kill(os.getppid() if rest == "parent" else os.getpid(), signal.SIGKILL)
            time.sleep(60)
        case "raise":
            raise ValueError(rest)
        case "eat":
            return str(len(bytearray(int(rest)))).encode()
        case "print":
            print("printed" * int(rest), flush=True)
            sys.stderr.write("said\n" * int(rest))
        case "pid":
            return str(os.getpid()).encode()
        case "measure":
            return f"{len(blob)} {sum(blob) % 251}".encode()
        case "long":
            return b"x" * int(rest)
    return request


if __name__ == "__main__":
    serve(handle, load_more=load_more)
