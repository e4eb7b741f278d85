"""Writes a file that is handed over, so that there is all of it or none of it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_LONGEST = 200
"""Bytes of a name to which something may still be added on any file system."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file; what stood there stays until the new one is whole and on the disk. Raises OSError.

    What is no common file, such as a pipe or a link, is written to as it is. Half a sheet that looks like a whole one, on a stick that
    was full, would be taken into a meeting.
    """
    if path.is_symlink() or (path.exists() and not path.is_file()) or len(os.fsencode(path.name)) > _LONGEST:
        path.write_bytes(data)
        return
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        with unfinished.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
