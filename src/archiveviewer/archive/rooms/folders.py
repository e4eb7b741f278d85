"""The room of folders: which ones the library has, what was read from them, and what could not be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from archiveviewer.archive.rooms.room import Room
from archiveviewer.query.clock import never
from archiveviewer.records import ArchiveError, Coverage, DamagedIndexError, FileState, Folder, IndexSummary, Problem, Progress
from archiveviewer.settings import absolute

if TYPE_CHECKING:
    from archiveviewer.archive.crew import Crew


class FoldersRoom(Room):
    """Reads folders into the library and tells how far that went."""

    def folders(self) -> tuple[Folder, ...]:
        """Return the folders of the library, in the order in which they were added."""
        from archiveviewer.index.store import folders

        return folders(self.library)

    def add_folder(self, folder: Path) -> Folder:
        """Remember `folder` as part of the library; `index` reads it. Raises ArchiveError when it is not a folder."""
        if not folder.is_dir():
            raise ArchiveError(f"{folder} is not a folder. Choose the folder that holds the documents.")
        with self._store() as store:
            return store.add_folder(absolute(folder))

    def remove_folder(self, folder: str) -> None:
        """Forget `folder` and what was read from it; the files themselves are not touched."""
        from archiveviewer.index.writer import Writer

        with Writer(self.library) as writer, self._store() as store:
            store.remove_folder(folder)
            writer.remove_folder(folder)

    def index(
        self,
        folders: Sequence[Path] = (),
        *,
        on_progress: Callable[[Progress], None] = lambda _: None,
        stop: Callable[[], bool] = never,
        crew: Crew | None = None,
    ) -> IndexSummary:
        """Read what is new or changed in `folders` (those of the library when none are named). Raises ArchiveError.

        `crew` are workers that were called early, or with limits of their own; they have done their work when this returns.
        """
        from archiveviewer.archive.library import read

        return read(self.library, folders, on_progress=on_progress, stop=stop, crew=crew)

    def outdated(self) -> bool:
        """Return whether files were read by another edition of the rules, so that reading them again may find other facts."""
        from archiveviewer.archive.edition import edition

        return self._reader.coverage().searched > 0 and self._reader.edition() != edition()

    def may_index(self) -> bool:
        """Return whether folders could be read now: nobody else does so, and the library may be written to."""
        from archiveviewer.index.lock import may_write

        return may_write(self.library)

    def may_change(self) -> bool:
        """Return whether the library may be written to at all; one on a disk that is protected, or of somebody else, may not."""
        from archiveviewer.index.lock import is_writable

        return is_writable(self.library)

    def coverage(self) -> Coverage:
        """Return how much of the library can be searched."""
        return self._reader.coverage()

    def problems(self) -> tuple[Problem, ...]:
        """Return every file and page that could not be read in full, sorted by path."""
        return self._reader.problems()

    def files(self) -> Iterator[FileState]:
        """Yield the state of every file, sorted by path."""
        return self._reader.files()

    def check(self) -> tuple[str, ...]:
        """Return what is wrong with the databases and stored texts, in plain words; nothing when all is well.

        What mends it comes first.
        """
        from archiveviewer.index.store import check as check_store

        found = self._reader.check()
        return (*((DamagedIndexError.SENTENCE,) if found else ()), *found, *check_store(self.library))
