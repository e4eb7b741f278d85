"""What every room has: the library, the day, and a read connection for each thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from archiveviewer.index.reader import Reader
from archiveviewer.records import ArchiveError

if TYPE_CHECKING:
    from archiveviewer.index.store import LibraryStore


class Room:
    """Reads the library in a folder; every method may be called from any thread."""

    def __init__(self, library: Path, *, today: Callable[[], date] = date.today) -> None:
        """Take the library in folder `library` as it is."""
        self.library = library
        self.today = today
        self._readers: dict[int, Reader] = {}
        self._guard = threading.Lock()

    @property
    def _reader(self) -> Reader:
        """The read connection of this thread."""
        me = threading.get_ident()
        with self._guard:
            reader = self._readers.get(me)
            if reader is None:
                reader = self._readers[me] = Reader(self.library)
        return reader

    def _store(self) -> LibraryStore:
        """Return the writer of what a person made, for one `with`; what it needs is imported only when something is written."""
        from archiveviewer.index.store import LibraryStore

        return LibraryStore(self.library)

    def close(self) -> None:
        """Close every connection; answers under way end with an error in their own thread."""
        with self._guard:
            readers, self._readers = self._readers, {}
        for reader in readers.values():
            with suppress(ArchiveError):
                reader.close()
