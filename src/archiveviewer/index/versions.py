"""Which forms of the databases this program reads."""

from __future__ import annotations

from pathlib import Path

from archiveviewer.index.connect import Connection
from archiveviewer.records import ArchiveError
from archiveviewer.settings import INDEX_NAME, LIBRARY_NAME

VERSIONS = {INDEX_NAME: 3, LIBRARY_NAME: 4}
SAVED, DECIDED, NOTES = 2, 3, 4
"""From which form on what a person made has searches and visits, decisions, notes; one on a stick that cannot be written to stays old."""
REBUILT_BELOW = 3
"""An index with a smaller number is thrown away and read again from the files; the library of what a person made never is."""


def refuse_newer(connection: Connection, path: Path) -> None:
    """Raise ArchiveError when a newer program wrote the database at `path`."""
    if version(connection) <= VERSIONS[path.name]:
        return
    remedy = f"or remove {INDEX_NAME} there and index the folders again" if path.name == INDEX_NAME else "or choose another library"
    raise ArchiveError(f"The library in {path.parent} was written by a newer version of this program. Update the program, {remedy}.")


def refuse_other(connection: Connection, path: Path) -> None:
    """Raise ArchiveError unless the database at `path` has the form that this program reads."""
    refuse_newer(connection, path)
    if not version(connection):
        raise ArchiveError(f"The library in {path.parent} was begun and not finished. Index its folders again.")
    if version(connection) < VERSIONS[path.name]:
        raise ArchiveError(f"The library in {path.parent} was written by an older version of this program. Index its folders again.")


def is_current(connection: Connection, path: Path) -> bool:
    """Whether the database at `path` has the newest form, so that nothing is to be brought up."""
    return version(connection) == VERSIONS[path.name]


def is_outdated(connection: Connection) -> bool:
    """Whether an index is so old that it is to be rebuilt; an empty one is not."""
    return 0 < version(connection) < REBUILT_BELOW


def version(connection: Connection) -> int:
    """Return the number of the form that a database has; 0 of an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
