"""The one writer of the index: keeps what was read, and the list of files still to be read, so that indexing survives a crash.

What is stored becomes visible, and safe against a power cut, in batches. A file is struck off the list in the same transaction
that stores its pages; so whatever moment a run ends at, the next one finds each file either read or still on the list.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType

from archiveviewer.index.connect import Connection, kept, open_writer, speaking
from archiveviewer.index.fulltext import TABLES, FullText
from archiveviewer.index.lock import WriterLock
from archiveviewer.index.related import IDENTITIES, identity
from archiveviewer.index.rows import document_rows, file_row, problem_rows, sound, unnamed
from archiveviewer.index.storing import clear, put_document, put_file, put_problems
from archiveviewer.index.values import loaded_path, stored_path
from archiveviewer.index.versions import is_current, is_outdated
from archiveviewer.records import ArchiveError, FoundFile, Identity, Problem, ProblemCode, ReadDocument
from archiveviewer.settings import INDEX_NAME

_BATCH_DOCUMENTS = 50
_BATCH_PAGES = 2000
_BATCH_SECONDS = 2.0
_MERGE_PAGES = 512
_MERGE_SECONDS = 3.0
_MERGE_SHARE = 0.15
"""Merging takes at most so many seconds, or this share of the time that the writer was open."""

_OUTDATED = -1
"""In the place of the time of a file that was read by other rules than those of today."""

AGAIN = (ProblemCode.CHANGED, ProblemCode.NO_PERMISSION)
"""A file with one of these is read again at the next run even when it looks the same."""


class Writer:
    """Writes to the index of the library in a folder, until it is closed. Use it from one thread."""

    def __init__(self, library: Path) -> None:
        """Open the index, made new when it is not there. Raises ArchiveError, also when another writer is at work."""
        self._path = library / INDEX_NAME
        self._lock = WriterLock(library)
        self._stored = 0
        self._since = 0.0
        self._untidy = False
        self._opened = time.monotonic()
        with ExitStack() as held:
            held.callback(self._lock.release)
            with kept(_opened(self._path)) as self._connection, speaking(self._path):
                self._prepare()
            held.pop_all()

    def _prepare(self) -> None:
        if not is_current(self._connection, self._path):
            from archiveviewer.index.migrations import bring_up, index_steps  # takes a tenth of a second to load

            bring_up(self._connection, self._path, steps=index_steps)
        self._full_text = FullText(self._connection)
        self._next_row = self._first_free_row()

    def _first_free_row(self) -> int:
        return int(self._connection.execute("SELECT coalesce(max(first_row + pages), 1) FROM document").fetchone()[0])

    def __enter__(self) -> Writer:
        """Return itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close; what was stored before an error is kept."""
        self.close()

    def close(self) -> None:
        """Commit, tidy up after a run that stored anything, and let another writer begin."""
        try:
            self.commit()
            if self._untidy:
                self.tidy()
            with speaking(self._path):
                self._connection.execute("PRAGMA optimize")
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            self._connection.close()
            self._lock.release()

    # -- questions ----------------------------------------------------------------------------------------------

    def known(self, *, again: Collection[ProblemCode] = AGAIN) -> set[tuple[str, int, int]]:
        """Return what each file that is not gone was found as (`FoundFile`), with size -1 where it has a problem of the kinds `again`."""
        marks = ", ".join("?" * len(again))
        query = (
            f"SELECT path, CASE WHEN id IN (SELECT file FROM problem WHERE code IN ({marks})) THEN -1 ELSE size END, mtime_ns "
            "FROM file WHERE state <> 'gone' AND typeof(path) = ?"
        )
        with speaking(self._path):
            known = set(self._connection.execute(query, [*again, "text"]))  # not row by row in Python: there may be many thousands
            for path, size, mtime_ns in self._connection.execute(query, [*again, "blob"]):
                known.add((loaded_path(path), size, mtime_ns))
        return known

    def waiting(self) -> tuple[FoundFile, ...]:
        """Return the files still to be read, in the order in which they came."""
        with speaking(self._path):
            rows = self._connection.execute("SELECT path, size, mtime_ns FROM job ORDER BY id")
            return tuple(FoundFile(loaded_path(path), size, mtime_ns) for path, size, mtime_ns in rows)

    def unrelated(self) -> bool:
        """Whether there are documents whose family was not worked out since they were stored."""
        with speaking(self._path):
            found = self._connection.execute("SELECT EXISTS (SELECT 1 FROM document WHERE family IS NULL)").fetchone()
        return bool(found[0])

    def identities(self) -> tuple[Identity, ...]:
        """Return what tells of each document to which family it belongs."""
        with speaking(self._path):
            return tuple(map(identity, self._connection.execute(IDENTITIES)))

    @property
    def pending(self) -> int:
        """How many files were stored and are not yet committed."""
        return self._stored

    # -- deeds --------------------------------------------------------------------------------------------------

    def enqueue(self, files: Iterable[FoundFile]) -> None:
        """Put `files` on the list of those to be read, for good: this commits."""
        with self._change() as connection:
            connection.executemany(
                "INSERT INTO job (path, size, mtime_ns) VALUES (?, ?, ?) "
                "ON CONFLICT (path) DO UPDATE SET size = excluded.size, mtime_ns = excluded.mtime_ns",
                [(stored_path(file.path), file.size, file.mtime_ns) for file in files],
            )
        self.commit()

    def renew(self, edition: int) -> int:
        """Have all files read again, if they were read by another edition of the rules; return how many. This commits.

        Until its turn comes each file stays as it is. A run that is ended before goes on where it stopped.
        """
        with self._change() as connection:
            if connection.execute("PRAGMA application_id").fetchone()[0] == edition:
                return 0
            connection.execute(f"PRAGMA application_id = {edition:d}")
            outdated = connection.execute("UPDATE file SET mtime_ns = ? WHERE state <> 'gone'", [_OUTDATED]).rowcount
        self.commit()
        return int(outdated)

    def same(self, file: FoundFile, sha256: str, *, again: Collection[ProblemCode] = AGAIN) -> bool:
        """Whether exactly these bytes are already stored for `file`, as the rules of today read them.

        If so, note its time and strike it off the list.
        """
        with self._change() as connection:
            changed = connection.execute(
                f"UPDATE file SET size = ?, mtime_ns = ? WHERE path = ? AND sha256 = ? AND mtime_ns <> {_OUTDATED} AND {_settled(again)}",
                [file.size, file.mtime_ns, stored_path(file.path), sha256, *again],
            ).rowcount
            if changed:
                connection.execute("DELETE FROM job WHERE path = ?", [stored_path(file.path)])
        return bool(changed)

    def store(
        self,
        file: FoundFile,
        *,
        sha256: str,
        folder: str,
        document: ReadDocument | None,
        problems: Sequence[Problem] = (),
        media_type: str = "",
    ) -> None:
        """Put what was read of `file` in the place of what was stored for its path, and strike it off the list.

        `problems` are all that this file has; without a `document` there is at least one.
        """
        if document is not None and not sound(document):
            document, problems = None, (Problem.of(ProblemCode.CRASHED, reason="The reader gave an answer that makes no sense."),)
        if document is None and not problems:
            raise ValueError(f"{file.path!r} has neither a document nor a problem")
        rows = document_rows(document) if document else None
        if document and rows:
            problems = (*problems, *unnamed(document, rows, problems))
        with self._change() as connection:
            number = put_file(connection, file_row(file, document, sha256=sha256, folder=folder, media_type=media_type), self._full_text)
            put_problems(connection, number, problems)
            if document and rows:
                put_document(connection, number, document, rows=rows, first_row=self._next_row)
                self._full_text.put(number, rows, self._next_row)
                self._next_row += len(rows.pages)
            connection.execute("DELETE FROM job WHERE path = ?", [stored_path(file.path)])
        self._stored += 1
        self._untidy = True
        if self._batch_is_full():
            self.commit()

    def relate(self, families: Mapping[int, int]) -> None:
        """Note the family of each document: the same number for all of its language versions and copies. This commits."""
        with self._change() as connection:
            connection.executemany(
                "UPDATE document SET family = ? WHERE id = ? AND family IS NOT ?", [(family, id, family) for id, family in families.items()]
            )
        self.commit()

    def note(self, folder: str, problems: Sequence[Problem]) -> None:
        """Put what a walk through the library folder `folder` met in the place of what the last one met."""
        with self._change() as connection:
            connection.execute("DELETE FROM problem WHERE folder = ?", [stored_path(folder)])
            connection.executemany(
                "INSERT INTO problem (folder, path, page, code, reason, next) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (stored_path(folder), stored_path(problem.path), *row)
                    for problem, row in zip(problems, problem_rows(problems), strict=True)
                ],
            )

    def gone(self, paths: Iterable[str]) -> None:
        """Note that files are no longer there: they stay listed as gone, and are found no more."""
        with self._change() as connection:
            for path in paths:
                for (number,) in connection.execute("SELECT id FROM file WHERE path = ?", [stored_path(path)]).fetchall():
                    clear(connection, number, self._full_text)
                    connection.execute("UPDATE file SET state = 'gone' WHERE id = ?", [number])
                connection.execute("DELETE FROM job WHERE path = ?", [stored_path(path)])

    def remove_folder(self, folder: str) -> None:
        """Forget everything that was read below the library folder `folder`."""
        with self._change() as connection:
            for (number,) in connection.execute("SELECT id FROM file WHERE folder = ?", [stored_path(folder)]).fetchall():
                clear(connection, number, self._full_text)
                connection.execute("DELETE FROM job WHERE path = (SELECT path FROM file WHERE id = ?)", [number])
                connection.execute("DELETE FROM file WHERE id = ?", [number])
            connection.execute("DELETE FROM problem WHERE folder = ?", [stored_path(folder)])
        self.commit()

    def commit(self) -> None:
        """Make everything stored so far visible to readers, and safe."""
        self._stored = 0
        if not self._connection.in_transaction:
            return
        with speaking(self._path):
            try:
                self._full_text.write()
                self._connection.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    def tidy(self) -> None:
        """Merge the parts of the full-text indexes as long as it is worth it, and give back free space: searches get quicker."""
        self.commit()
        self._untidy = False
        now = time.monotonic()
        until = now + max(_MERGE_SECONDS, _MERGE_SHARE * (now - self._opened))
        with speaking(self._path):
            for table in TABLES:
                amount = -_MERGE_PAGES  # the first, negative, call tells SQLite to merge all parts, also few
                while time.monotonic() < until and self._full_text.merge(table, amount):
                    amount = _MERGE_PAGES
            self._connection.execute("PRAGMA incremental_vacuum").fetchall()

    # -- how ----------------------------------------------------------------------------------------------------

    @contextmanager
    def _change(self) -> Iterator[Connection]:
        """Yield the connection inside the transaction of this batch; an error takes back the whole batch, jobs and all."""
        with speaking(self._path):
            if not self._connection.in_transaction:
                self._connection.execute("BEGIN IMMEDIATE")
                self._since = time.monotonic()
            try:
                yield self._connection
            except BaseException:
                self._roll_back()
                raise

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
        self._stored = 0
        self._full_text.forget()
        self._next_row = self._first_free_row()

    def _batch_is_full(self) -> bool:
        late = time.monotonic() - self._since > _BATCH_SECONDS
        return late or self._stored >= _BATCH_DOCUMENTS or self._full_text.pages >= _BATCH_PAGES


def _opened(path: Path) -> Connection:
    """Return a connection to the index, made new when it is outdated: it is derived, and every file is then read again."""
    connection = open_writer(path)
    with speaking(path):
        if not is_outdated(connection):
            return connection
    connection.close()
    try:
        for name in ("", "-wal", "-shm"):
            Path(f"{path}{name}").unlink(missing_ok=True)
    except OSError as error:
        raise ArchiveError(f"The old index {path} cannot be replaced ({error.strerror}). Close other programs that use it.") from error
    return open_writer(path)


def _settled(again: Collection[ProblemCode]) -> str:
    """Return the condition that a file is there and has none of the problems that are bound for it."""
    marks = ", ".join("?" * len(again))
    return f"state <> 'gone' AND NOT EXISTS (SELECT 1 FROM problem WHERE problem.file = file.id AND code IN ({marks}))"
