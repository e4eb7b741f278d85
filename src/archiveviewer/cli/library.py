"""Opens the library that a command is about."""

from __future__ import annotations

import argparse

from archiveviewer.archive.door import Archive
from archiveviewer.settings import Paths


def require(options: argparse.Namespace) -> None:
    """Raise ArchiveError where the library that was named is not there: its name may be mistyped, or its stick pulled."""
    if options.library != Paths.of_user().library:
        Archive.require(options.library)


def opened(options: argparse.Namespace) -> Archive:
    """Return the library of a command that reads no folders; only the usual one is made when it is not there. Raises ArchiveError."""
    require(options)
    return Archive.open(options.library)
