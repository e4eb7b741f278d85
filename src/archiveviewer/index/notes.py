"""Highlights, notes and bookmarks, as `library.db` keeps them. `store` opens the database and the transactions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from uuid import uuid4

from archiveviewer.index.connect import Connection
from archiveviewer.index.remembered import now
from archiveviewer.index.values import clean_text, loaded_path, stored_path
from archiveviewer.index.versions import NOTES, version
from archiveviewer.records import Merged, Note, NoteColour, NoteKind

_COLUMNS = "id, uid, sha256, path, title, page, label, kind, colour, quote, start, text, made_at, changed_at, deleted"


def keep(connection: Connection, note: Note) -> Note:
    """Keep a new note, or one that has changed, and return it as it is kept."""
    moment = now()
    note = replace(
        note,
        uid=note.uid or uuid4().hex,
        made_at=note.made_at or moment,
        changed_at=moment,
        **_cleaned(note),  # type: ignore[arg-type]  # texts
    )
    _write(connection, note)
    (kept,) = connection.execute("SELECT id FROM note WHERE uid = ?", [note.uid]).fetchone()
    return replace(note, id=kept)


def notes(connection: Connection, *, everything: bool = False) -> tuple[Note, ...]:
    """Return all notes in the order of documents and pages; with `everything` also those that were deleted."""
    if version(connection) < NOTES:
        return ()
    where = "" if everything else "WHERE deleted = 0"
    rows = connection.execute(f"SELECT {_COLUMNS} FROM note {where} ORDER BY title, sha256, page, start, id")
    return tuple(map(_note, rows))


def merge(connection: Connection, found: Iterable[Note]) -> Merged:
    """Take notes of another library: those that are new, and those that were changed later than one's own. None is lost."""
    mine = {note.uid: note.changed_at for note in notes(connection, everything=True)}
    added = changed = 0
    for note in found:
        if note.uid not in mine:
            added += 1
        elif note.changed_at > mine[note.uid]:
            changed += 1
        else:
            continue
        _write(connection, replace(note, **_cleaned(note)))  # type: ignore[arg-type]  # texts
    return Merged(added, changed)


def _cleaned(note: Note) -> dict[str, str]:
    return {name: clean_text(getattr(note, name)) for name in ("title", "label", "quote", "text")}


def _write(connection: Connection, note: Note) -> None:
    values = [note.uid, note.sha256, stored_path(note.path), note.title, note.page, note.label, note.kind.value, note.colour.value]
    values += [note.quote, note.start, note.text, note.made_at, note.changed_at, int(note.deleted)]
    names = _COLUMNS.removeprefix("id, ")
    changes = ", ".join(f"{name} = excluded.{name}" for name in names.split(", ")[1:])
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT INTO note ({names}) VALUES ({marks}) ON CONFLICT (uid) DO UPDATE SET {changes}", values)


def _note(row: tuple[object, ...]) -> Note:
    id, uid, sha256, path, title, page, label, kind, colour, quote, start, text, made_at, changed_at, deleted = row
    return Note(
        sha256=str(sha256),
        path=loaded_path(path if isinstance(path, bytes) else str(path)),
        title=str(title),
        page=int(str(page)),
        label=str(label),
        kind=NoteKind(str(kind)),
        colour=NoteColour(str(colour)) if colour in list(NoteColour) else NoteColour.GREEN,
        quote=str(quote),
        start=int(str(start)),
        text=str(text),
        uid=str(uid),
        made_at=str(made_at),
        changed_at=str(changed_at),
        deleted=bool(deleted),
        id=int(str(id)),
    )
