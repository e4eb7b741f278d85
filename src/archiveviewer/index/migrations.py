"""Brings a database to the form that this program writes, and refuses one that a newer program has written.

Each step is a numbered file of SQL and leaves its record in the transaction that it makes its changes in.
"""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from archiveviewer.index.connect import Connection
from archiveviewer.index.versions import refuse_newer

_SCHEMA = Path(__file__).parent / "schema"

index_steps = Migrations("index")
library_steps = Migrations("library")


@index_steps()
def index_0001_first(db: Database) -> None:
    """Files, documents, pages and what was read in them."""
    db.executescript(_sql("index/0001_first.sql"))


@library_steps()
def library_0001_first(db: Database) -> None:
    """Folders and questions."""
    db.executescript(_sql("library/0001_first.sql"))


@library_steps()
def library_0002_saved(db: Database) -> None:
    """Make room for searches with a name, and for pages visited."""
    db.executescript(_sql("library/0002_saved.sql"))


@library_steps()
def library_0003_decided(db: Database) -> None:
    """Facts called wrong, and files matched by hand."""
    db.executescript(_sql("library/0003_decided.sql"))


@library_steps()
def library_0004_notes(db: Database) -> None:
    """Make room for highlights, notes and bookmarks."""
    db.executescript(_sql("library/0004_notes.sql"))


def bring_up(connection: Connection, path: Path, *, steps: Migrations) -> None:
    """Apply what is missing to the database at `path`. Raises ArchiveError when a newer program wrote it."""
    refuse_newer(connection, path)
    database = Database(connection)
    if steps.pending(database):
        steps.apply(database)


def _sql(name: str) -> str:
    return (_SCHEMA / name).read_text(encoding="utf-8")
