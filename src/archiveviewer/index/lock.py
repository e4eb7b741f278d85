"""The one writer lock of a library: held by an open file, so that it is free again however the writer ends."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from archiveviewer.records import ArchiveError

_NAME = "writer.lock"


class WriterLock:
    """Taken when made, freed by `release` or by the end of the process. Raises ArchiveError when another writer holds it."""

    def __init__(self, library: Path) -> None:
        """Take the lock of the library in folder `library`."""
        self._file = _open(library / _NAME)
        try:
            _take(self._file)
        except OSError as error:
            holder = _holder(self._file)
            self._file.close()
            raise ArchiveError(
                f"The library in {library} is being written to{holder}. Wait until that has finished, or end it, then try again."
            ) from error
        with suppress(OSError):  # on a full disk: the number only helps people, and the database says better what is wrong
            self._file.seek(1)
            self._file.truncate()
            self._file.write(str(os.getpid()).encode())
            self._file.flush()

    def release(self) -> None:
        """Let another writer begin."""
        _give_back(self._file)
        self._file.close()


def may_write(library: Path) -> bool:
    """Return whether a writer could begin now: none is at work, and the folder may be written to."""
    try:
        WriterLock(library).release()
    except ArchiveError:
        return False
    return True


def is_writable(library: Path) -> bool:
    """Return whether the folder of a library may be written to at all, whoever does so now."""
    try:
        _open(library / _NAME).close()
    except ArchiveError:
        return False
    return True


def _open(path: Path) -> BinaryIO:
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
    except OSError as error:
        raise ArchiveError(
            f"The library in {path.parent} cannot be written to ({error.strerror}). Choose a folder that you may change."
        ) from error
    return os.fdopen(descriptor, "r+b", buffering=0)


def _holder(file: BinaryIO) -> str:
    """Return who holds the lock, as far as the file tells; its first byte is the one that is locked."""
    try:
        file.seek(1)
        number = file.read(20).decode("ascii", "replace")
    except OSError:
        return ""
    return f" by process {number}" if number.isdigit() else ""


if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _give_back(file: BinaryIO) -> None:
        """Do nothing: to close the file is enough."""

else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _give_back(file: BinaryIO) -> None:
        """Free the lock itself: a process that another thread is starting has a copy of the file until it runs its program."""
        if not file.closed:
            fcntl.flock(file.fileno(), fcntl.LOCK_UN)
