"""Walks a folder and names every regular file in it, whatever else lies there.

Nothing is opened, so a pipe or a device cannot hold the walk up. A link to a folder is followed, once: a folder that was already
entered, by whatever way, is not entered again, so a loop of links ends. What is passed over is told with the reason.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from archiveviewer.records import FoundFile, Problem, ProblemCode

_Identity = tuple[int, int]


def walk(root: Path, on_problem: Callable[[Problem], None], *, skip: Collection[str] = ()) -> Iterator[FoundFile]:
    """Yield the regular files below `root`, sorted by name within each folder.

    `skip` holds absolute paths of folders that are not entered (the library's own). Names that are not UTF-8 are read like others:
    Python keeps their bytes. When `root` is not there, or vanishes on the way, that is one problem and no file is lost by it.
    """
    try:
        identity = _identity(root)
    except OSError:
        on_problem(Problem.of(ProblemCode.MISSING_FOLDER, path=str(root)))
        return
    entered: dict[_Identity, str] = {identity: str(root)}
    waiting = [str(root)]
    while waiting:
        folder = waiting.pop()
        below: list[str] = []
        for entry in _entries(folder, on_problem):
            if entry.is_dir(follow_symlinks=False) or (entry.is_symlink() and _leads_to_folder(entry)):
                if entry.path not in skip and _is_first(entry, entered, on_problem):
                    below.append(entry.path)
            else:
                yield from _file(entry, on_problem)
        waiting.extend(reversed(below))


def _entries(folder: str, on_problem: Callable[[Problem], None]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        on_problem(_closed(folder, error))
    return []


def _closed(path: str, error: OSError) -> Problem:
    """Return the problem that a folder or file cannot be looked at."""
    if isinstance(error, FileNotFoundError):
        return Problem.of(ProblemCode.MISSING_FOLDER, path=path)
    reason = "" if isinstance(error, PermissionError) else f"It cannot be looked at: {error.strerror}."
    return Problem.of(ProblemCode.NO_PERMISSION, path=path, reason=reason)


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_first(entry: os.DirEntry[str], entered: dict[_Identity, str], on_problem: Callable[[Problem], None]) -> bool:
    """Note that a folder is entered; False when it was before, which is a problem only when it leads back to a folder above."""
    try:
        identity = _identity(Path(entry.path))
    except OSError as error:
        on_problem(_closed(entry.path, error))
        return False
    if identity not in entered:
        entered[identity] = entry.path
        return True
    if Path(entry.path).is_relative_to(entered[identity]):
        on_problem(Problem.of(ProblemCode.LINK_LOOP, path=entry.path))
    return False


def _identity(folder: Path) -> _Identity:
    """Return what tells a folder from all others; on Windows an entry of a listing does not know it. Raises OSError."""
    status = folder.stat()
    return status.st_dev, status.st_ino


def _file(entry: os.DirEntry[str], on_problem: Callable[[Problem], None]) -> Iterator[FoundFile]:
    try:
        status = entry.stat()
    except FileNotFoundError:
        if entry.is_symlink():
            on_problem(Problem.of(ProblemCode.DAMAGED, path=entry.path, reason="The link leads nowhere."))
    except OSError as error:
        on_problem(_closed(entry.path, error))
    else:
        if stat.S_ISREG(status.st_mode):
            yield FoundFile(entry.path, status.st_size, status.st_mtime_ns)
        else:
            on_problem(Problem.of(ProblemCode.SPECIAL_FILE, path=entry.path))
