"""`Archive`: what the command line and the window call, and all that they call.

Every method may be called from any thread: each thread reads through a connection of its own. Nothing here touches Qt or loads
PyMuPDF, and the modules that write are imported only when something is written, so that a window starts without them. What it can be
asked stands in `rooms`, by what it is about.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from archiveviewer.archive.rooms.countries import CountriesRoom
from archiveviewer.archive.rooms.notes import NotesRoom
from archiveviewer.archive.rooms.questions import QuestionsRoom
from archiveviewer.settings import has_index


class Archive(QuestionsRoom, NotesRoom, CountriesRoom):
    """One library: its folders, its index, and what can be asked of it."""

    @classmethod
    def open(cls, library: Path, *, today: Callable[[], date] = date.today, renew: bool = False) -> Archive:
        """Return the library in folder `library`, made new when it is not there. Raises ArchiveError.

        With `renew`, for who is about to index, an index that only an older version of the program could read is made new.
        """
        if renew or not has_index(library):
            from archiveviewer.archive.library import make

            make(library)
        archive = cls(library, today=today)
        archive._reader.coverage()
        return archive

    @classmethod
    def open_anew(cls, library: Path) -> Archive:
        """Return a library with an empty index in the place of a damaged one; its folders are to be read again. Raises ArchiveError."""
        if has_index(library):
            from archiveviewer.archive.library import throw_index_away

            throw_index_away(library)
        return cls.open(library)

    @staticmethod
    def require(library: Path) -> None:
        """Raise ArchiveError, and make nothing, where no library is; an empty folder is an empty library."""
        if not has_index(library):
            from archiveviewer.archive.library import refuse_no_library

            refuse_no_library(library)
