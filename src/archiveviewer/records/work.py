"""What the work on a library reports: folders, progress, outcome and coverage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of the library. `connected` says whether it is there now; `read_at` is the ISO 8601 time of the last full reading."""

    path: str
    connected: bool
    files: int
    read_at: str | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is. `done` counts committed files; `current` is the file being read.

    `stage` is walk, read, again (the process that had the file ended; it is tried once more) or finish.
    """

    stage: str
    done: int
    total: int
    current: str


@dataclass(frozen=True, slots=True)
class IndexSummary:
    """The outcome of a run: files seen, newly indexed, unchanged, failed; pages stored; seconds taken.

    `outdated` is how many files had been read by another edition of the rules, and so were to be read again.
    """

    files: int
    indexed: int
    unchanged: int
    failed: int
    pages: int
    seconds: float
    outdated: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """What can be searched: files in all, with text, scans without text, unreadable, not supported, waiting to be read.

    A file that waits may have been read before; then it counts as what it was until it is read again. `newest` is
    the date of the newest document (ISO 8601), or None.
    """

    files: int
    searched: int
    scans: int
    unreadable: int
    unsupported: int
    waiting: int
    pages: int
    newest: str | None

    @property
    def unread(self) -> int:
        """How many of the files that wait were never read."""
        return min(self.waiting, self.files - self.searched - self.scans - self.unreadable - self.unsupported)

    @property
    def again(self) -> int:
        """How many of the files that wait were read before."""
        return self.waiting - self.unread


class ArchiveError(Exception):
    """Something that the user can act on: the message says what happened and what to do."""


class DamagedIndexError(ArchiveError):
    """The index in the folder `library` is damaged. It can be made anew from the files; what a person made is kept apart.

    `SENTENCE` is what is said wherever that is met, so that a person meets one thing, and the window knows it from other processes.
    """

    SENTENCE = "The index of the library is damaged. It can be made anew from the files; notes and corrections are kept."

    def __init__(self, library: str) -> None:
        super().__init__(f"{self.SENTENCE} ({library})")
        self.library = library
