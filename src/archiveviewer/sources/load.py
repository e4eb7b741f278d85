"""Reads a file that was found, as it is now; tells why one cannot be read, and when a whole folder has gone away."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import NamedTuple

from archiveviewer.records import FoundFile, Problem, ProblemCode

_HEAD = 1 << 16


class Loaded(NamedTuple):
    """A file as it was right after it was read, its bytes and its SHA-256; of one that is too large only the head."""

    file: FoundFile
    data: bytes
    sha256: str


def load(found: FoundFile, *, most: int) -> Loaded:
    """Return the file, only its head when it is larger than `most` bytes. Raises OSError."""
    with Path(found.path).open("rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        data = stream.read(most if size <= most else _HEAD)
        digest = hashlib.sha256(data if size <= most else data + str(size).encode())
        after = os.fstat(stream.fileno())
    return Loaded(FoundFile(found.path, after.st_size, after.st_mtime_ns), data, digest.hexdigest())


def unreadable(error: OSError) -> Problem:
    """Return why a file that was found cannot be read."""
    if isinstance(error, FileNotFoundError):
        return Problem.of(ProblemCode.CHANGED)
    reason = "" if isinstance(error, PermissionError) else f"It cannot be read: {error.strerror}."
    return Problem.of(ProblemCode.NO_PERMISSION, reason=reason)


def is_away(folder: str) -> bool:
    """Whether a library folder is not there, or empty as the place where a disk was connected; it may also be one file."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is None
    except NotADirectoryError:
        return False
    except OSError:
        return True
