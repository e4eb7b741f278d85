"""Writes a file that is handed over, so that there is all of it or none of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_LONGEST = 200
"""Bytes of a name to which something may still be added on any file system."""


class WritingError(OSError):
    """A file could not be written; what was to be written may raise errors of its own."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, as `write_pieces` does. Raises WritingError."""
    write_pieces(path, [data])


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file; what stood there stays until the new one is whole and on the disk. Raises WritingError.

    What is no common file, such as a pipe or a link, is written to as it is. Half a sheet that looks like a whole one, on a stick that
    was full, would be taken into a meeting.
    """
    if path.is_symlink() or (path.exists() and not path.is_file()) or len(os.fsencode(path.name)) > _LONGEST:
        _write(path, pieces)
        return
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        _write(unfinished, pieces, sync=True)
        with _of_the_file():
            unfinished.replace(path)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def encoded(path: Path, texts: Iterable[str]) -> Iterator[bytes]:
    """Yield a text in UTF-8, that of a table with the mark by which spreadsheets know it."""
    if path.suffix.casefold() == ".csv":
        yield "\ufeff".encode()
    for text in texts:
        yield text.encode("utf-8", "backslashreplace")


def _write(path: Path, pieces: Iterable[bytes], *, sync: bool = False) -> None:
    with _of_the_file():
        stream = path.open("wb")
    with stream:
        for piece in pieces:
            with _of_the_file():
                stream.write(piece)
        with _of_the_file():
            stream.flush()
            if sync:
                os.fsync(stream.fileno())


@contextmanager
def _of_the_file() -> Iterator[None]:
    """Tell what goes wrong with the file from what goes wrong while its pieces are made."""
    try:
        yield
    except OSError as error:
        raise WritingError(error.errno, error.strerror) from error
