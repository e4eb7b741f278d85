"""Where a user's libraries and settings lie, and the settings that the command line and the window share."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_APP = "archiveviewer"
INDEX_NAME, LIBRARY_NAME = "index.db", "library.db"
"""The files of a library: what can be read again from the documents, and what a person made."""


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders of the current user; nothing is made by asking for them."""

    library: Path
    state: Path

    @classmethod
    def of_user(cls) -> Paths:
        """Return the folders that the platform keeps for this program: the default library, and the window's state."""
        data = Path(platformdirs.user_data_dir(_APP, appauthor=False))
        return cls(library=data / "library", state=Path(platformdirs.user_config_dir(_APP, appauthor=False)))


@dataclass(frozen=True, slots=True)
class Limits:
    """What one worker process may use, and when it is replaced: `memory` in bytes, `seconds` for each file, `jobs` files."""

    seconds: float = 60.0
    memory: int = 1 << 30
    jobs: int = 200
    file_bytes: int = 512 << 20


def absolute(path: Path) -> str:
    """Return a path in full, without following links: a person knows a folder by the name that they chose."""
    return os.path.abspath(path)  # noqa: PTH100 - Path.resolve would follow links, Path.absolute keeps ".."


def has_index(library: Path) -> bool:
    """Whether a library has an index; an empty file, as a full disk or a cut connection leaves it, is none."""
    try:
        return (library / INDEX_NAME).stat().st_size > 0
    except OSError:
        return False


def is_library(folder: Path) -> bool:
    """Whether a folder holds a library, be its index whole or not."""
    return os.path.isfile(folder / INDEX_NAME)  # noqa: PTH113 - Path.is_file raises where the folder may not be entered
