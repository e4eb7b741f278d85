"""A worker that tries what the lock-down should deny, and reads a PDF, which it should not."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pymupdf

from archiveviewer.workers.child import serve


def _read_pdf(blob: memoryview) -> str:
    with pymupdf.open(stream=blob, filetype="pdf") as document:
        page = document[0]
        return f"{page.get_text().strip()} {page.get_pixmap(dpi=72).width}"


def _thread() -> str:
    said: list[str] = []
    thread = threading.Thread(target=lambda: said.append("a thread ran"))
    thread.start()
    thread.join()
    return said[0]


def _map_executable() -> str:
    library = ctypes.CDLL(None, use_errno=True)
    if library.ptrace(16, os.getppid(), None, None) < 0:  # PTRACE_ATTACH
        raise OSError(ctypes.get_errno(), "ptrace")
    return "attached"


DEEDS: dict[str, Callable[[memoryview], object]] = {
    "pdf": _read_pdf,
    "thread": lambda _: _thread(),
    "read": lambda _: Path("/etc/passwd").read_text(),
    "read own code": lambda _: Path(__file__).read_text(),
    "list": lambda _: list(Path("/").iterdir()),
    "write": lambda blob: Path(bytes(blob).decode()).write_text("x"),
    "remove": lambda blob: Path(bytes(blob).decode()).unlink(),
    "rename": lambda blob: Path(bytes(blob).decode()).rename(bytes(blob).decode() + "2"),
    "make folder": lambda blob: Path(bytes(blob).decode() + "-folder").mkdir(),
    "change mode": lambda blob: Path(bytes(blob).decode()).chmod(0o777),
    "socket": lambda _: socket.socket(),
    "socket pair": lambda _: socket.socketpair(),
    "unix socket": lambda _: socket.socket(socket.AF_UNIX),
    "run": lambda _: subprocess.run(["/bin/true"], check=True),
    "exec": lambda _: os.execv(sys.executable, [sys.executable, "-V"]),
    "fork": lambda _: os.fork(),
    "kill parent": lambda _: os.kill(os.getppid(), signal.SIGTERM),
    "attach": lambda _: _map_executable(),
    "abort": lambda _: os.abort(),
}


def handle(request: bytes, blob: memoryview) -> bytes:
    """Do the deed and say what came of it; an OSError is named by its number."""
    try:
        return f"done: {DEEDS[request.decode()](blob)}".encode()
    except OSError as error:
        return f"denied: {error.errno}".encode()


if __name__ == "__main__":
    serve(handle)
