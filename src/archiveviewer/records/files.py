"""What is known of a file before and after reading it: where it lies, and what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class FoundFile(NamedTuple):
    """A regular file below a library folder.

    `path` is absolute, with bytes that are not UTF-8 kept as lone surrogates (as `os.fsdecode` gives them).
    `size` is in bytes, `mtime_ns` in nanoseconds since the epoch. It is a tuple so that a walk over tens of thousands is quick.
    """

    path: str
    size: int
    mtime_ns: int


class ProblemCode(StrEnum):
    """Why a file or page could not be read in full; `problems --json` prints these."""

    UNSUPPORTED = "unsupported"
    DAMAGED = "damaged"
    EMPTY = "empty"
    NO_TEXT = "no_text"
    GARBLED = "garbled"
    PARTIAL = "partial"
    PASSWORD = "password"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    OUT_OF_MEMORY = "out_of_memory"
    CRASHED = "crashed"
    CHANGED = "changed"
    NO_PERMISSION = "no_permission"
    BAD_NAME = "bad_name"
    SPECIAL_FILE = "special_file"
    LINK_LOOP = "link_loop"
    MISSING_FOLDER = "missing_folder"


REASONS: dict[ProblemCode, tuple[str, str]] = {
    ProblemCode.UNSUPPORTED: ("This format is not read yet.", "Open it outside."),
    ProblemCode.DAMAGED: ("The file is damaged.", "Copy it again from its source."),
    ProblemCode.EMPTY: ("The file holds nothing to read.", "Copy it again from its source."),
    ProblemCode.NO_TEXT: ("Pictures only, without text.", "Look at the pages, or recognise the text."),
    ProblemCode.GARBLED: ("The text is stored in a way that cannot be trusted.", "Read the page itself."),
    ProblemCode.PARTIAL: ("A part of the file could not be read.", "Compare with the page itself."),
    ProblemCode.PASSWORD: ("The file asks for a password.", "Open it here with its password, or save a copy without one."),
    ProblemCode.TOO_LARGE: ("The file is larger than this program reads.", "Split it."),
    ProblemCode.TOO_SLOW: ("Reading took longer than the time limit.", "Index again with a longer --file-seconds."),
    ProblemCode.OUT_OF_MEMORY: ("Reading needed more memory than is allowed.", "Split the file."),
    ProblemCode.CRASHED: ("The file ended the reader.", "Copy it again from its source."),
    ProblemCode.CHANGED: ("The file changed while it was being read.", "Index again."),
    ProblemCode.NO_PERMISSION: ("Reading it is not permitted.", "Ask for the right to read it."),
    ProblemCode.BAD_NAME: ("The name is not written in UTF-8.", "Rename it."),
    ProblemCode.SPECIAL_FILE: ("This is a device or a pipe, not a document.", "Nothing to do."),
    ProblemCode.LINK_LOOP: ("The link leads back to a folder above it.", "Remove the link."),
    ProblemCode.MISSING_FOLDER: ("The folder is not there now.", "Connect the disk; what was read is kept."),
}
"""For each code what happened and what to do, in plain words; a reader may say it more exactly."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A file or page that could not be read in full. `page` counts from 1, or is None for the whole file."""

    path: str
    page: int | None
    code: ProblemCode
    reason: str
    next: str

    @classmethod
    def of(cls, code: ProblemCode, *, path: str = "", page: int | None = None, reason: str = "") -> Problem:
        """Return the problem with the usual sentences of its code, or with a more exact `reason`."""
        usual, remedy = REASONS[code]
        return cls(path=path, page=page, code=code, reason=reason or usual, next=remedy)
