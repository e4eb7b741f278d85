"""How a worker starts as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

from archiveviewer.settings import Limits
from archiveviewer.workers.child import MEMORY, PARENT
from archiveviewer.workers.segments import ENVIRONMENT, Segment, environment

START_SECONDS = 60.0
"""For importing, on a slow disk; the time of a request begins afterwards."""


def command(main: str) -> list[str]:
    """Return the command line that runs the module `main` in a process of its own; a frozen build answers differently here.

    `-P` keeps the current folder, which may hold anybody's files, from being searched for modules.
    """
    return [sys.executable, "-P", "-X", "faulthandler", "-m", main]


def surroundings(memory: int) -> dict[str, str]:
    """Return the environment of a child of this process that may use `memory` bytes of data."""
    return {**os.environ, MEMORY: str(memory), PARENT: str(os.getpid())}


def start(main: str, *, limits: Limits, segments: Sequence[Segment]) -> subprocess.Popen[bytes]:
    """Start the module `main` with three pipes and the `segments`. Raises OSError when that cannot be done."""
    return subprocess.Popen(
        command(main),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
        env={**surroundings(limits.memory), ENVIRONMENT: environment(segments)},
        pass_fds=[segment.descriptor for segment in segments if segment.descriptor is not None],
        process_group=0,  # to be ended with all it starts; of another session Linux would not know that it is nicer than we are
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
