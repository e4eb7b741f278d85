"""Lets the work of a run give way to the person at the window."""

from __future__ import annotations

import os

_STEP = 10
"""How much nicer than usual; the scale of POSIX goes to 19."""


def give_way() -> None:
    """Let other processes go first when all want the processor; does nothing where the system has no such step."""
    if hasattr(os, "nice"):
        os.nice(_STEP)
