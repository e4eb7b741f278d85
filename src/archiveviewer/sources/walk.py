"""Finds the files below a folder, whatever else lies there.

Nothing is opened, so a pipe or a device cannot hold the walk up. No folder is entered twice, by whatever way, so a loop of links or
mounts ends; links to folders come last, so that a file is met under its real name. Links are followed also where they lead out of the
folder: who keeps part of an archive on another disk has put them there. A name that is not UTF-8 is no problem: such
a file is found like any other, and Python keeps its bytes as lone surrogates.
"""

from __future__ import annotations

import errno
import os
import stat
from collections import deque
from collections.abc import Callable, Collection, Iterator
from operator import attrgetter
from pathlib import Path

from archiveviewer.records import FoundFile, Problem, ProblemCode

_Identity = tuple[int, int]
_by_name = attrgetter("name")


def walk(root: Path, on_problem: Callable[[Problem], None], *, skip: Collection[str] = ()) -> Iterator[FoundFile]:
    """Return the regular files below `root` with absolute paths, folder by folder, each sorted by name.

    What cannot be entered or is no file goes to `on_problem`, and the walk goes on. `skip` are folders that are not entered (the
    library's own). A root that is not there, or that holds nothing at all, as the place where a disk was connected, is a missing
    folder. A root that is a file is that file.
    """
    path = os.path.abspath(root)  # noqa: PTH100 - Path.absolute() leaves ".." in
    try:
        status = Path(path).stat()
    except OSError as error:
        on_problem(_unreadable(path, error))
        return iter(())
    if stat.S_ISREG(status.st_mode):
        return iter([FoundFile(path, status.st_size, status.st_mtime_ns)])
    if not stat.S_ISDIR(status.st_mode):
        on_problem(Problem.of(ProblemCode.SPECIAL_FILE, path=path))
        return iter(())
    return _Walk(path, on_problem, skip).files()


class _Walk:
    """One walk: the folders still to be entered, those that come after them because a link leads there, and those met."""

    def __init__(self, root: str, on_problem: Callable[[Problem], None], skip: Collection[str]) -> None:
        self._root = root
        self._on_problem = on_problem
        self._met = {identity for folder in skip if (identity := _identity(folder))}
        self._folders = [root]
        self._links: deque[str] = deque()

    def files(self) -> Iterator[FoundFile]:
        while self._folders or self._links:
            folder = self._folders.pop() if self._folders else self._links.popleft()
            if self._is_new(folder):
                yield from self._files_in(folder)

    def _is_new(self, folder: str) -> bool:
        try:
            status = Path(folder).stat()
        except OSError as error:
            self._on_problem(_unreadable(folder, error))
            return False
        identity = (status.st_dev, status.st_ino)
        if identity not in self._met:
            self._met.add(identity)
            return True
        if identity in _identities_above(folder):
            self._on_problem(Problem.of(ProblemCode.LINK_LOOP, path=folder))
        return False

    def _files_in(self, folder: str) -> list[FoundFile]:
        entries = self._entries(folder)
        if not entries and folder == self._root:
            self._on_problem(Problem.of(ProblemCode.MISSING_FOLDER, path=folder, reason="The folder is not there now, or it is empty."))
        files, folders = [], []
        for entry in entries:
            if entry.is_file(follow_symlinks=False):
                if found := self._found(entry):
                    files.append(found)
            elif entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            elif found := self._linked(entry.path) if entry.is_symlink() else self._found(entry):
                files.append(found)
        self._folders.extend(reversed(folders))
        return files

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        entries: list[os.DirEntry[str]] = []
        try:
            with os.scandir(folder) as listing:
                entries.extend(listing)
        except OSError as error:  # also in the middle, when a disk is pulled
            self._on_problem(_unreadable(folder, error))
        return sorted(entries, key=_by_name)

    def _found(self, entry: os.DirEntry[str]) -> FoundFile | None:
        try:
            status = entry.stat(follow_symlinks=False)
        except FileNotFoundError:  # gone since the folder was listed: as if it had not been there
            return None
        except OSError as error:
            self._on_problem(_unreadable(entry.path, error))
            return None
        if stat.S_ISREG(status.st_mode):  # nearly always: a call more for each of 20,000 files can be felt
            return FoundFile(entry.path, status.st_size, status.st_mtime_ns)
        return self._regular(entry.path, status)

    def _linked(self, path: str) -> FoundFile | None:
        try:
            status = Path(path).stat()
        except FileNotFoundError:
            self._on_problem(Problem.of(ProblemCode.DAMAGED, path=path, reason="The link leads nowhere."))
            return None
        except OSError as error:
            self._on_problem(_unreadable(path, error))
            return None
        if stat.S_ISDIR(status.st_mode):
            self._links.append(path)
            return None
        return self._regular(path, status)

    def _regular(self, path: str, status: os.stat_result) -> FoundFile | None:
        if stat.S_ISREG(status.st_mode):
            return FoundFile(path, status.st_size, status.st_mtime_ns)
        self._on_problem(Problem.of(ProblemCode.SPECIAL_FILE, path=path))
        return None


def _identity(folder: str) -> _Identity | None:
    try:
        status = Path(folder).stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _identities_above(folder: str) -> set[_Identity]:
    """Return the identities of the folders that hold `folder`, as its path names them."""
    return {identity for parent in Path(folder).parents if (identity := _identity(str(parent)))}


def _unreadable(path: str, error: OSError) -> Problem:
    """Return the problem that an error of the system comes to."""
    if isinstance(error, PermissionError):
        return Problem.of(ProblemCode.NO_PERMISSION, path=path)
    if error.errno == errno.ENAMETOOLONG:
        return Problem.of(ProblemCode.BAD_NAME, path=path, reason="The names of the folders that it lies in are too long together.")
    if error.errno == errno.ELOOP:
        return Problem.of(ProblemCode.LINK_LOOP, path=path, reason="The link leads back to itself.")
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return Problem.of(ProblemCode.MISSING_FOLDER, path=path)
    return Problem.of(ProblemCode.MISSING_FOLDER, path=path, reason=f"It cannot be read now: {error.strerror}.")
