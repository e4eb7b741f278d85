"""Questions, saved searches and pages that were visited, as `library.db` keeps them. `store` opens the database and the transactions."""

from __future__ import annotations

from datetime import UTC, datetime

from archiveviewer.index.connect import Connection
from archiveviewer.index.values import clean_text, loaded_path, stored_path
from archiveviewer.index.versions import SAVED, version
from archiveviewer.records import ArchiveError, SavedSearch, Visit

_MOST_QUERIES = 200
_MOST_VISITS = 500
_LONGEST_NAME = 100


def now() -> str:
    """Return this moment in UTC, as ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


# -- questions ------------------------------------------------------------------------------------------------------


def keep_query(connection: Connection, text: str) -> None:
    """Keep a question as the newest; the oldest beyond two hundred are forgotten."""
    connection.execute(
        "INSERT INTO query (text, asked_at, position) VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM query)) "
        "ON CONFLICT (text) DO UPDATE SET asked_at = excluded.asked_at, position = excluded.position",
        [clean_text(text), now()],
    )
    connection.execute("DELETE FROM query WHERE id NOT IN (SELECT id FROM query ORDER BY position DESC LIMIT ?)", [_MOST_QUERIES])


def queries(connection: Connection) -> tuple[str, ...]:
    """Return the questions asked, newest first."""
    return tuple(text for (text,) in connection.execute("SELECT text FROM query ORDER BY position DESC"))


# -- saved searches -------------------------------------------------------------------------------------------------


def save_search(connection: Connection, name: str, query: str, options: str) -> SavedSearch:
    """Keep a question under a name. Raises ArchiveError when the name is taken or empty."""
    name = _free_name(connection, name, but=None)
    cursor = connection.execute(
        "INSERT INTO saved_search (name, query, options, saved_at) VALUES (?, ?, ?, ?)",
        [name, clean_text(query), clean_text(options), now()],
    )
    return SavedSearch(cursor.lastrowid or 0, name, clean_text(query), clean_text(options))


def rename_search(connection: Connection, saved: int, name: str) -> None:
    """Give a saved search another name. Raises ArchiveError when that is taken or empty."""
    connection.execute("UPDATE saved_search SET name = ? WHERE id = ?", [_free_name(connection, name, but=saved), saved])


def delete_search(connection: Connection, saved: int) -> None:
    """Forget a saved search."""
    connection.execute("DELETE FROM saved_search WHERE id = ?", [saved])


def restore_search(connection: Connection, saved: SavedSearch) -> None:
    """Keep a saved search again that was deleted, in its old place. Raises ArchiveError when its name has been taken since."""
    name = _free_name(connection, saved.name, but=saved.id)
    connection.execute(
        "INSERT OR REPLACE INTO saved_search (id, name, query, options, saved_at) VALUES (?, ?, ?, ?, ?)",
        [saved.id, name, saved.query, saved.options, now()],
    )


def saved_searches(connection: Connection) -> tuple[SavedSearch, ...]:
    """Return the saved searches, the newest first."""
    if version(connection) < SAVED:
        return ()
    return tuple(SavedSearch(*row) for row in connection.execute("SELECT id, name, query, options FROM saved_search ORDER BY id DESC"))


def _free_name(connection: Connection, name: str, *, but: int | None) -> str:
    """Return a name as it is kept. Raises ArchiveError when it is empty or another search has it."""
    name = " ".join(clean_text(name).split())[:_LONGEST_NAME].strip()
    if not name:
        raise ArchiveError("A saved search needs a name.")
    if connection.execute("SELECT 1 FROM saved_search WHERE name = ? AND id IS NOT ?", [name, but]).fetchone():
        raise ArchiveError(f"There is a saved search “{name}” already. Choose another name.")
    return name


# -- visits ---------------------------------------------------------------------------------------------------------


def keep_visit(connection: Connection, visit: Visit) -> None:
    """Keep a page as the one visited last; the oldest beyond five hundred are forgotten."""
    connection.execute(
        "INSERT INTO visit (path, page, label, title, query, seen_at, position) "
        "VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM visit)) "
        "ON CONFLICT (path, page) DO UPDATE SET label = excluded.label, title = excluded.title, query = excluded.query, "
        "seen_at = excluded.seen_at, position = excluded.position",
        [stored_path(visit.path), visit.page, *map(clean_text, (visit.label, visit.title, visit.query)), visit.seen_at or now()],
    )
    connection.execute("DELETE FROM visit WHERE id NOT IN (SELECT id FROM visit ORDER BY position DESC LIMIT ?)", [_MOST_VISITS])


def visits(connection: Connection) -> tuple[Visit, ...]:
    """Return the pages visited, the last one first."""
    if version(connection) < SAVED:
        return ()
    rows = connection.execute("SELECT path, page, label, title, query, seen_at FROM visit ORDER BY position DESC")
    return tuple(Visit(loaded_path(path), *rest) for path, *rest in rows)
