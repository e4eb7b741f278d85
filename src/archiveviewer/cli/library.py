"""Opens the library that a command is about."""

from __future__ import annotations

import argparse

from archiveviewer.archive.door import Archive
from archiveviewer.settings import Paths


def opened(options: argparse.Namespace) -> Archive:
    """Return the library of a command that reads no folders. The usual one is made when it is not there; a name may be mistyped.

    Raises ArchiveError.
    """
    usual = options.library == Paths.of_user().library
    return Archive.open(options.library) if usual else Archive.open_made(options.library)
