"""The room of what a person did: questions asked, searches kept under a name, pages visited."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from archiveviewer.archive.lately import LastPages
from archiveviewer.archive.rooms.room import Room
from archiveviewer.records import SavedSearch, Visit


class MemoryRoom(Room):
    """Remembers for the person, in the library's own database."""

    def __init__(self, library: Path, *, today: Callable[[], date] = date.today) -> None:
        """Take the library in folder `library` as it is."""
        super().__init__(library, today=today)
        self._last_pages = LastPages(partial(_visits, library))

    def remember_query(self, text: str) -> None:
        """Keep a question for the list of recent ones."""
        with self._store() as store:
            store.remember_query(text)

    def queries(self) -> tuple[str, ...]:
        """Return the questions asked before, newest first."""
        from archiveviewer.index.store import queries

        return queries(self.library)

    def save_search(self, name: str, query: str, options: str = "") -> SavedSearch:
        """Keep a question under a name; `options` says how the window asks it. Raises ArchiveError when the name is taken or empty."""
        with self._store() as store:
            return store.save_search(name, query, options)

    def rename_search(self, saved: int, name: str) -> None:
        """Give a saved search another name. Raises ArchiveError when that is taken or empty."""
        with self._store() as store:
            store.rename_search(saved, name)

    def delete_search(self, saved: int) -> None:
        """Forget a saved search; `restore_search` brings it back."""
        with self._store() as store:
            store.delete_search(saved)

    def restore_search(self, saved: SavedSearch) -> None:
        """Keep a saved search again that was deleted. Raises ArchiveError when its name has been taken since."""
        with self._store() as store:
            store.restore_search(saved)

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """Return the searches that have a name, the newest first."""
        from archiveviewer.index.store import saved_searches

        return saved_searches(self.library)

    def remember_visit(self, visit: Visit) -> None:
        """Keep a page as the one visited last; without a time it is now."""
        with self._store() as store:
            store.remember_visit(visit)
        self._last_pages.note(visit)

    def visits(self) -> tuple[Visit, ...]:
        """Return the pages that were visited, the last one first."""
        return _visits(self.library)


def _visits(library: Path) -> tuple[Visit, ...]:
    from archiveviewer.index.store import visits

    return visits(library)
