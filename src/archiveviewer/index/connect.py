"""Opens databases, always through the SQLite that comes with pysqlite3, and puts its errors into words.

Two SQLite libraries on one file in one process drop each other's locks, so nothing else in the program may open these files.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from archiveviewer.records import ArchiveError, DamagedIndexError
from archiveviewer.settings import INDEX_NAME, LIBRARY_NAME

if TYPE_CHECKING:
    import sqlite3
else:
    from pysqlite3 import dbapi2 as sqlite3

Connection = sqlite3.Connection
DatabaseError = sqlite3.DatabaseError
OperationalError = sqlite3.OperationalError

_BUSY_SECONDS = 10.0
_WAL_LIMIT = 64 << 20
_READ_CACHE_KIB = 8 << 10
"""A question to a million pages reads the same pages of the database hundreds of times; with the usual 2 MiB it takes a sixth longer."""
_PRIMARY = 0xFF
"""The part of an extended error code that names its family."""

_SENTENCES = {
    sqlite3.SQLITE_FULL: "The disk is full. Make room, then go on: what was already read is kept.",
    sqlite3.SQLITE_READONLY: "The library cannot be written to. Choose a folder that you may change, or copy the library there.",
    sqlite3.SQLITE_PERM: "The library cannot be written to. Choose a folder that you may change, or copy the library there.",
    sqlite3.SQLITE_CANTOPEN: "The library cannot be opened. Check that its folder is there and that you may read and change it.",
    sqlite3.SQLITE_BUSY: "Another program is using the library. Wait until it has finished, then try again.",
    sqlite3.SQLITE_LOCKED: "Another program is using the library. Wait until it has finished, then try again.",
    sqlite3.SQLITE_IOERR: "The disk of the library does not answer as it should. Check that it is connected and not full.",
}
_NOT_KEPT = {**_SENTENCES, sqlite3.SQLITE_FULL: "The disk is full, so this was not kept. Make room, then try again."}
"""The same of what a person makes: nothing goes on there by itself."""
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_LIST_DAMAGED = "The list of folders is damaged. Move library.db to another place and keep it, then add the folders again."
"""What a person made is never thrown away."""


def sqlite_version() -> str:
    """Return the version of SQLite in use."""
    return sqlite3.sqlite_version


def open_writer(path: Path) -> Connection:
    """Return a connection that writes to the database at `path`, made new when it is not there. Raises ArchiveError."""
    with speaking(path), kept(sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)) as connection:
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")  # counts only while the file is still empty
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute(f"PRAGMA journal_size_limit = {_WAL_LIMIT}")
        return connection


def open_reader(path: Path) -> Connection:
    """Return a connection that only reads the database at `path`. Raises ArchiveError.

    It may be interrupted from any thread, and is otherwise used from one thread at a time. On media that cannot be written,
    a database in WAL mode opens only as immutable, which is safe only when no log lies beside it.
    """
    with speaking(path):
        connection = _open(path, "mode=ro")
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except OperationalError as error:
            connection.close()
            if not _unwritable(error) or log_beside(path):
                raise
            connection = _open(path, "mode=ro&immutable=1")
        connection.execute(f"PRAGMA cache_size = -{_READ_CACHE_KIB}")  # not before: it reads the file
    return connection


def _open(path: Path, how: str) -> Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}", uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA query_only = ON")
    return connection


def _unwritable(error: OperationalError) -> bool:
    return error.sqlite_errorcode & _PRIMARY in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR)


def log_beside(path: Path) -> bool:
    """Whether changes of the database at `path` lie in a log beside it."""
    log = Path(f"{path}-wal")
    return log.exists() and log.stat().st_size > 0


def interrupted(error: Exception) -> bool:
    """Whether `error` says only that a query was ended from outside."""
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT


@contextmanager
def kept(connection: Connection) -> Iterator[Connection]:
    """Yield a connection that was just opened, and close it when what is done with it first fails."""
    with ExitStack() as held:
        held.enter_context(closing(connection))
        yield connection
        held.pop_all()


@contextmanager
def speaking(path: Path) -> Iterator[None]:
    """Turn what SQLite complains about, where the user can do something, into an ArchiveError about the library at `path`."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        family = code & _PRIMARY if isinstance(code, int) else None
        library = os.fspath(path.parent)
        if family in _DAMAGED and path.name == INDEX_NAME:
            raise DamagedIndexError(library) from error
        own = path.name == LIBRARY_NAME
        sentence = _LIST_DAMAGED if family in _DAMAGED and own else (_NOT_KEPT if own else _SENTENCES).get(family or 0)
        if sentence is None:  # a fault of ours
            raise
        raise ArchiveError(f"{sentence} ({library})") from error
