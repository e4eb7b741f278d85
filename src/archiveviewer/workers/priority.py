"""Lets the work of a run give way to the person at the window."""

from __future__ import annotations

import contextlib
import os
import sys

_STEP = 10
"""How much nicer than usual; the scale of POSIX goes to 19."""


def give_way() -> None:
    """Let other processes go first when all want the processor; does nothing where the system has no such step.

    To be nice is not enough on Linux: a process that wakes up may push the window aside, however nice it is, unless it says that it
    works in batches. What is started afterwards gives way as well, and does no more when it is told to.
    """
    if sys.platform == "linux":
        if os.sched_getscheduler(0) == os.SCHED_BATCH:
            return
        with contextlib.suppress(OSError):  # not every container lets one choose
            os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
    if hasattr(os, "nice"):
        os.nice(_STEP)
