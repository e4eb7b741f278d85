"""Memory that a client and its child both see, for pixels that are too many for a pipe.

The client makes a segment before the child starts; the child gets the open descriptor (a memfd where the system has it, else a
temporary file that has already lost its name) or, on Windows, the name of a temporary file. No name is ever left behind.
"""

from __future__ import annotations

import contextlib
import mmap
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ENVIRONMENT = "ARCHIVEVIEWER_SEGMENTS"
"""The variable that tells a child its segments: `size:descriptor` or `size:path`, one a line."""


class Segment:
    """A piece of shared memory of a fixed size. `memory` is what both sides read and write; close it when the child has ended."""

    def __init__(self, size: int) -> None:
        """Make a segment of `size` bytes, all zero."""
        self.size = size
        self._descriptor, self._path = _anonymous(size)
        self.memory = mmap.mmap(self._descriptor, size)

    @property
    def descriptor(self) -> int | None:
        """The descriptor for the child to inherit, or None where it opens a path."""
        return None if self._path else self._descriptor

    @property
    def address(self) -> str:
        """How the child finds it, as it stands in the environment."""
        return f"{self.size}:{self._path or self._descriptor}"

    def close(self) -> None:
        """Give the memory back; safe to call twice. A view that still exists keeps it alive."""
        if self._descriptor < 0:
            return
        with contextlib.suppress(BufferError):  # a picture on the screen still looks at it; the memory goes when that goes
            self.memory.close()
        os.close(self._descriptor)
        self._descriptor = -1
        if self._path:
            Path(self._path).unlink(missing_ok=True)


def environment(segments: Sequence[Segment]) -> str:
    """Return the value of the environment variable that tells a child these segments."""
    return "\n".join(segment.address for segment in segments)


def inherited() -> tuple[mmap.mmap, ...]:
    """Return the segments that this child was given, in their order; to be called before the lock-down."""
    lines = os.environ.get(ENVIRONMENT, "").splitlines()
    return tuple(_attach(*line.split(":", 1)) for line in lines)


def _attach(size: str, place: str) -> mmap.mmap:
    if place.isdigit():
        return mmap.mmap(int(place), int(size))
    with Path(place).open("r+b") as file:
        return mmap.mmap(file.fileno(), int(size))


def _anonymous(size: int) -> tuple[int, str]:
    if sys.platform == "linux":
        descriptor, path = os.memfd_create("archiveviewer"), ""
    else:
        descriptor, path = tempfile.mkstemp(prefix="archiveviewer-")
        if sys.platform != "win32":
            Path(path).unlink()
            path = ""
    os.ftruncate(descriptor, size)
    return descriptor, path
