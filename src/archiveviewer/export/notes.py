"""Notes as Markdown to be read, and as a table that a spreadsheet opens and another library merges."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import groupby

from archiveviewer.export.tables import csv_text
from archiveviewer.records import Note, NoteColour, NoteKind
from archiveviewer.text.flowing import in_one_line
from archiveviewer.text.paths import shown

HEAD = ("title", "page", "quote", "note", "kind", "colour", "made", "changed", "file", "sha256", "number", "start", "deleted", "uid")
_HASH, _UID = 64, 32
_HEX = frozenset("0123456789abcdef")
_LONGEST = 100_000
_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>#|"})


def as_csv(notes: Iterable[Note]) -> str:
    """Return notes as CSV with a head, deleted ones among them when they are given."""
    return csv_text(HEAD, (_row(note) for note in notes))


def as_markdown(notes: Iterable[Note]) -> str:
    """Return notes as Markdown: a heading for each document, and what was marked in it page by page."""
    parts = []
    for (title, path, sha256), group in groupby(notes, key=lambda note: (note.title, note.path, note.sha256)):
        parts.append(f"## {_plain(title)}\n\n{_plain(shown(path))} · SHA-256 {sha256[:12]}\n")
        parts += [_item(note) for note in group]
        parts.append("")
    return "\n".join(parts)


def read_csv(text: str) -> tuple[tuple[Note, ...], int]:
    """Return the notes of a table that `as_csv` made, and how many of its rows could not be understood."""
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    if rows.fieldnames is None or not set(HEAD) <= set(rows.fieldnames):
        return (), 1
    notes, refused = [], 0
    try:
        for row in rows:
            note = _read(row)
            if note:
                notes.append(note)
            else:
                refused += 1
    except csv.Error:  # a field that is larger than any of ours
        refused += 1
    return tuple(notes), refused


def _item(note: Note) -> str:
    where = f"{'p.' if note.paged else 'section'} {_plain(note.label)}"
    if note.kind is NoteKind.BOOKMARK:
        return f"- {where} · bookmark" + (f"\n  {_plain(in_one_line(note.text))}" if note.text.strip() else "")
    lines = [f"- {where} · {note.colour.value}"]
    if note.quote.strip():
        lines.append(f"  > {_plain(in_one_line(note.quote))}")
    lines += [f"  {_plain(line)}" for line in note.text.splitlines() if line.strip()]
    return "\n".join(lines)


def _plain(text: str) -> str:
    """Return a text that Markdown shows as it is."""
    return text.translate(_MARKS)


def _row(note: Note) -> Sequence[str]:
    what = (note.title, note.label, note.quote, note.text, note.kind.value, note.colour.value)
    where = (note.made_at, note.changed_at, shown(note.path), note.sha256)
    return (*what, *where, str(note.page), str(note.start), "yes" if note.deleted else "", note.uid)


def _read(row: dict[str, str | None]) -> Note | None:
    """Return the note of a row; None when it is not one of ours, whoever changed it."""
    cells = {name: _cell(row.get(name) or "") for name in HEAD}
    numbers = (cells["number"], cells["start"])
    right = (
        _is_hex(cells["sha256"], _HASH)
        and _is_hex(cells["uid"], _UID)
        and all(number.isascii() and number.isdigit() and len(number) < 10 for number in numbers)  # noqa: PLR2004 - fits an integer
        and cells["kind"] in list(NoteKind)
        and cells["colour"] in list(NoteColour)
        and all(len(cell) <= _LONGEST for cell in cells.values())
    )
    if not right:
        return None
    return Note(
        sha256=cells["sha256"],
        path=cells["file"],
        title=cells["title"],
        page=max(int(cells["number"]), 1),
        label=cells["page"],
        kind=NoteKind(cells["kind"]),
        colour=NoteColour(cells["colour"]),
        quote=cells["quote"],
        start=int(cells["start"]),
        text=cells["note"],
        uid=cells["uid"],
        made_at=cells["made"],
        changed_at=cells["changed"],
        deleted=cells["deleted"] == "yes",
    )


def _cell(cell: str) -> str:
    """Return a cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@", "\t", "\r") else cell


def _is_hex(text: str, length: int) -> bool:
    return len(text) == length and set(text) <= _HEX
