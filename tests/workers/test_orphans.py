"""A worker does not outlive the program that started it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

_PARENT = """
import queue, sys, time
from archiveviewer.settings import Limits
from archiveviewer.workers.client import Client
answers = queue.Queue()
client = Client("saboteur", limits=Limits(), on_answer=answers.put)
client.ask(b"pid")
print(answers.get().value.decode(), flush=True)
client.ask({request!r})
time.sleep({seconds})
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a busy worker ends only when it has done what it is at")
def test_killed_parent_takes_a_busy_worker_along() -> None:
    _, child = _start(b"sleep 60", seconds=60)
    assert _ends(child)


def test_idle_worker_ends_with_a_parent_that_forgot_to_close() -> None:
    parent, child = _start(b"hello", seconds=0)
    assert parent.returncode == 0
    assert _ends(child)


def _start(request: bytes, *, seconds: float) -> tuple[subprocess.Popen[str], int]:
    """Run a parent until it ends by itself or, when it would go on for `seconds`, is killed; return it and the id of its worker."""
    here = os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, "-c", _PARENT.format(request=request, seconds=seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": here}) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        if seconds:
            time.sleep(0.1)
            parent.send_signal(signal.SIGKILL)
    return parent, child


def _ends(process: int) -> bool:
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        if not _runs(process):
            return True
        time.sleep(0.02)
    return False


def _runs(process: int) -> bool:
    """Tell whether the process is there; one that has ended and only waits for somebody to ask how is not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")
