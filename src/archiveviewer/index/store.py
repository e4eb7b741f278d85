"""Keeps what a person made of a library, which is never rebuilt: folders, questions, searches, visits, words on facts and files.

Each change is one short transaction, so the window and an indexing run may both make changes; SQLite's own lock lets one at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType

from archiveviewer.index import decided, remembered
from archiveviewer.index import notes as kept_notes
from archiveviewer.index.checking import database_findings
from archiveviewer.index.connect import Connection, DatabaseError, kept, log_beside, open_reader, open_writer, speaking
from archiveviewer.index.reader import Reader
from archiveviewer.index.values import loaded_path, stored_path
from archiveviewer.index.versions import is_current, refuse_newer, version
from archiveviewer.records import ArchiveError, Decided, Folder, HiddenFact, MatchDecision, Merged, Note, SavedSearch, Visit
from archiveviewer.settings import LIBRARY_NAME

_HEADER = 100
"""Bytes that every database begins with, once anything was written to it."""


class LibraryStore:
    """Changes what a person made, until it is closed."""

    def __init__(self, library: Path) -> None:
        """Open it, made new when it is not there. Raises ArchiveError."""
        self._library = library
        self._path = library / LIBRARY_NAME
        _refuse_emptied(library)
        with kept(open_writer(self._path)) as self._connection, speaking(self._path):
            self._bring_up()

    def _bring_up(self) -> None:
        if not is_current(self._connection, self._path):
            from archiveviewer.index.migrations import bring_up, library_steps  # takes a tenth of a second to load

            bring_up(self._connection, self._path, steps=library_steps)

    def __enter__(self) -> LibraryStore:
        """Return itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close; every change made is already kept."""
        self.close()

    def close(self) -> None:
        """Close; every change made is already kept."""
        self._connection.close()

    def folders(self) -> tuple[Folder, ...]:
        """Return the folders of the library, in the order in which they were added."""
        with speaking(self._path):
            return _folders(self._connection, self._library)

    def add_folder(self, folder: str) -> Folder:
        """Remember `folder`; return it as it is now. Adding it again changes nothing."""
        with self._change() as connection:
            connection.execute("INSERT OR IGNORE INTO folder (path, added_at) VALUES (?, ?)", [stored_path(folder), remembered.now()])
        return next(one for one in self.folders() if one.path == folder)

    def remove_folder(self, folder: str) -> None:
        """Forget `folder`."""
        with self._change() as connection:
            connection.execute("DELETE FROM folder WHERE path = ?", [stored_path(folder)])

    def note_read(self, folder: str) -> None:
        """Note that `folder` has been read in full just now."""
        with self._change() as connection:
            connection.execute("UPDATE folder SET read_at = ? WHERE path = ?", [remembered.now(), stored_path(folder)])

    def remember_query(self, text: str) -> None:
        """Keep a question as the newest; the oldest beyond two hundred are forgotten."""
        if not text.strip():
            return
        with self._change() as connection:
            remembered.keep_query(connection, text)

    def save_search(self, name: str, query: str, options: str = "") -> SavedSearch:
        """Keep a question under a name. Raises ArchiveError when the name is taken or empty."""
        with self._change() as connection:
            return remembered.save_search(connection, name, query, options)

    def rename_search(self, saved: int, name: str) -> None:
        """Give a saved search another name. Raises ArchiveError when that is taken or empty."""
        with self._change() as connection:
            remembered.rename_search(connection, saved, name)

    def delete_search(self, saved: int) -> None:
        """Forget a saved search; `restore_search` brings it back."""
        with self._change() as connection:
            remembered.delete_search(connection, saved)

    def restore_search(self, saved: SavedSearch) -> None:
        """Keep a saved search again that was deleted. Raises ArchiveError when its name has been taken since."""
        with self._change() as connection:
            remembered.restore_search(connection, saved)

    def remember_visit(self, visit: Visit) -> None:
        """Keep a page as the one visited last; without a time it is now."""
        with self._change() as connection:
            remembered.keep_visit(connection, visit)

    def hide_fact(self, fact: HiddenFact) -> HiddenFact:
        """Keep a fact as called wrong; return it as it is kept. Hiding it again changes nothing."""
        with self._change() as connection:
            return decided.hide_fact(connection, fact)

    def show_fact(self, id: int) -> None:
        """Take back that a fact was called wrong."""
        with self._change() as connection:
            decided.show_fact(connection, id)

    def decide_match(self, decision: MatchDecision) -> MatchDecision:
        """Keep a person's word about a listed file; return it as it is kept. It stands over an earlier word."""
        with self._change() as connection:
            return decided.decide_match(connection, decision)

    def forget_match(self, id: int) -> None:
        """Take back a person's word about a listed file."""
        with self._change() as connection:
            decided.forget_match(connection, id)

    def keep_note(self, note: Note) -> Note:
        """Keep a new note, or one that has changed or was deleted; return it as it is kept."""
        with self._change() as connection:
            return kept_notes.keep(connection, note)

    def merge_notes(self, found: Sequence[Note]) -> Merged:
        """Take the notes of another library that are new here or newer."""
        with self._change() as connection:
            return kept_notes.merge(connection, found)

    @contextmanager
    def _change(self) -> Iterator[Connection]:
        with speaking(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # SQLite has ended it itself where the disk is full
                    self._connection.execute("ROLLBACK")
                raise


def folders(library: Path) -> tuple[Folder, ...]:
    """Return the folders of `library`, in the order in which they were added; none when nothing was made of it yet."""
    with _reading(library) as connection:
        return _folders(connection, library) if connection else ()


def queries(library: Path) -> tuple[str, ...]:
    """Return the questions asked of `library`, newest first."""
    with _reading(library) as connection:
        return remembered.queries(connection) if connection else ()


def saved_searches(library: Path) -> tuple[SavedSearch, ...]:
    """Return the searches of `library` that have a name, the newest first."""
    with _reading(library) as connection:
        return remembered.saved_searches(connection) if connection else ()


def visits(library: Path) -> tuple[Visit, ...]:
    """Return the pages of `library` that were visited, the last one first."""
    with _reading(library) as connection:
        return remembered.visits(connection) if connection else ()


def decisions(library: Path, country: str | None = None) -> Decided:
    """Return what a person decided about one country or all of `library`, oldest first."""
    with _reading(library) as connection:
        return decided.decisions(connection, country) if connection else Decided()


def notes(library: Path, *, everything: bool = False) -> tuple[Note, ...]:
    """Return the notes of `library` in the order of documents and pages; with `everything` also those that were deleted."""
    with _reading(library) as connection:
        return kept_notes.notes(connection, everything=everything) if connection else ()


def check(library: Path) -> tuple[str, ...]:
    """Return what is wrong with what a person made of `library`, in plain words; nothing when all is well."""
    try:
        with _reading(library) as connection:
            return tuple(database_findings(connection, name="list of folders and questions")) if connection else ()
    except (ArchiveError, DatabaseError) as error:
        return (str(error),)


@contextmanager
def _reading(library: Path) -> Iterator[Connection | None]:
    _refuse_emptied(library)
    path = library / LIBRARY_NAME
    if not path.exists():
        yield None
        return
    with closing(open_reader(path)) as connection, speaking(path):
        refuse_newer(connection, path)
        yield connection if version(connection) else None


def _refuse_emptied(library: Path) -> None:
    """Raise ArchiveError where the file has lost what it held, as when the power went: opened, it would be taken for a new one.

    SQLite would also throw away the log beside it, in which the newest changes may lie. A file that is not there was moved by somebody.
    """
    path = library / LIBRARY_NAME
    size = path.stat().st_size if path.exists() else None
    if (size or 0) < _HEADER and (log_beside(path) or (size is not None and _has_files(library))):
        raise ArchiveError(
            f"{LIBRARY_NAME} in {library} has lost the folders, notes and searches that it held. Put a copy of it back. Without one, "
            f"move it and {LIBRARY_NAME}-wal to another place and keep them, then add the folders again."
        )


def _has_files(library: Path) -> bool:
    """Whether files were read into the library, so that it had folders."""
    with suppress(ArchiveError), closing(Reader(library)) as reader:
        return any(reader.folder_files().values())
    return False


def _folders(connection: Connection, library: Path) -> tuple[Folder, ...]:
    counts: dict[str, int] = {}
    with suppress(ArchiveError), closing(Reader(library)) as reader:
        counts = reader.folder_files()
    rows = connection.execute("SELECT path, read_at FROM folder ORDER BY id").fetchall()
    return tuple(_folder(loaded_path(path), read_at, counts) for path, read_at in rows)


def _folder(path: str, read_at: str | None, counts: dict[str, int]) -> Folder:
    return Folder(path=path, connected=Path(path).is_dir(), files=counts.get(path, 0), read_at=read_at)
