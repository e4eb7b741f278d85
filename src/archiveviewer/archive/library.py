"""Makes a library and reads folders into it; imported only when something is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from archiveviewer.archive.crew import Crew
from archiveviewer.archive.edition import edition
from archiveviewer.archive.indexing import index
from archiveviewer.index.lock import WriterLock
from archiveviewer.index.store import LibraryStore
from archiveviewer.index.writer import Writer
from archiveviewer.records import ArchiveError, IndexSummary, Progress
from archiveviewer.settings import INDEX_NAME, LIBRARY_NAME, Limits, absolute, has_index
from archiveviewer.text.paths import shown

_NAME_IT = "Connect its disk, or check how it is written; `archiveviewer index FOLDER --library DIR` makes a new one."


def make(library: Path) -> None:
    """Make an empty library. Raises ArchiveError."""
    try:
        library.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(f"A library cannot be made in {library}: {error.strerror}. Choose another folder.") from error
    with Writer(library), LibraryStore(library):
        pass


def throw_index_away(library: Path) -> None:
    """Take a damaged index out of a library; what a person made stays. Raises ArchiveError, also while somebody writes to it."""
    lock = WriterLock(library)
    try:
        for name in ("", "-wal", "-shm"):
            (library / f"{INDEX_NAME}{name}").unlink(missing_ok=True)
    except OSError as error:
        raise ArchiveError(f"The damaged index in {library} cannot be removed: {error.strerror}. Close other programs first.") from error
    finally:
        lock.release()


def refuse_no_library(library: Path) -> None:
    """Raise ArchiveError where there is no library: a name may be mistyped, or that of the documents. One emptied of its index is one."""
    try:
        held = {path.name for path in library.iterdir()}
    except PermissionError as error:
        raise ArchiveError(f"The library in {library} cannot be opened. Ask for the right to read its folder.") from error
    except OSError as error:
        raise ArchiveError(f"There is no library in {library}. {_NAME_IT}") from error
    if held and not held & {INDEX_NAME, LIBRARY_NAME}:
        raise ArchiveError(f"There is no library in {library}, only other files. {_NAME_IT}")


def read(
    library: Path,
    folders: Sequence[Path],
    *,
    on_progress: Callable[[Progress], None],
    stop: Callable[[], bool],
    crew: Crew | None,
) -> IndexSummary:
    """Read what is new or changed in `folders`, which become part of the library, or in those that it has. Raises ArchiveError.

    `crew` are workers that were called early, or with limits of their own; they have done their work when this returns.
    """
    with crew or Crew(Limits()) as workers, Writer(library) as writer, LibraryStore(library) as store:
        chosen = _chosen(store, folders, library)
        own = (absolute(library),)
        outdated = writer.renew(edition())
        summary = index(writer, chosen, on_progress=on_progress, stop=stop, crew=workers, skip=own)
        for folder in chosen:
            if not stop() and folder.exists():
                store.note_read(str(folder))
        if not has_index(library):
            raise ArchiveError(f"The library in {library} was removed while it was written to. Nothing of this run is kept.")
    return replace(summary, outdated=outdated)


def _chosen(store: LibraryStore, folders: Sequence[Path], library: Path) -> list[Path]:
    """Return the folders to be read: those named, which are remembered, or all of the library. Raises ArchiveError."""
    _check_folders(folders, [folder.path for folder in store.folders()], library)
    for folder in folders:
        store.add_folder(absolute(folder))
    chosen = [Path(absolute(folder)) for folder in folders] or [Path(folder.path) for folder in store.folders()]
    if not chosen:
        raise ArchiveError("This library has no folders yet. Name the folder to be read.")
    return chosen


def _check_folders(folders: Sequence[Path], known: Sequence[str], library: Path) -> None:
    """Raise ArchiveError for a folder that cannot be meant; one of the library may be away, when its disk is."""
    for folder in folders:
        name = shown(str(folder))
        if not (folder.is_dir() or folder.is_file()) and absolute(folder) not in known:
            raise ArchiveError(f"There is no folder {name}. Check how it is written, and that its disk is connected.")
        if folder.is_dir() and folder.samefile(library):
            raise ArchiveError(f"{name} is the library's own folder. Keep the library (--library) apart from the documents.")
