"""The command about notes: print, export, merge."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from archiveviewer.archive.door import Archive
from archiveviewer.cli import shapes
from archiveviewer.cli.exits import Exit
from archiveviewer.cli.library import opened
from archiveviewer.cli.output import Printer
from archiveviewer.records import ArchiveError, Note
from archiveviewer.text.flowing import in_one_line
from archiveviewer.text.paths import shown


def notes(options: argparse.Namespace) -> int:
    """Print notes, export them, or merge those of another library."""
    if options.merge:
        return _merge(Archive.open(options.library), options)
    archive = opened(options)
    words = " ".join(options.words)
    found = archive.notes(text=words)
    if options.markdown or options.csv:
        sys.stdout.write(archive.export_notes(found if words else None, markdown=options.markdown))
        return Exit.DONE
    printer = Printer(as_json=options.json)
    for note in found:
        printer.row(shapes.note(note), _line(note))
    return Exit.DONE


def _merge(archive: Archive, options: argparse.Namespace) -> int:
    merged = archive.merge_notes(_read(options.merge))
    said = f"{merged.added} new notes, {merged.changed} newer ones"
    said += f", {merged.refused} rows that could not be understood." if merged.refused else "."
    shape = {"added": merged.added, "changed": merged.changed, "refused": merged.refused}
    Printer(as_json=options.json).row(shape, said)
    return Exit.PROBLEMS if merged.refused else Exit.DONE


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise ArchiveError(f"{shown(str(file))} cannot be read: {error.strerror}. Check its name.") from error


def _line(note: Note) -> str:
    words = f"“{in_one_line(note.quote)}”" if note.quote else note.kind.value
    text = f"\n    {in_one_line(note.text)}" if note.text.strip() else ""
    return f"{note.title}, {'p.' if note.paged else 'section'} {note.label}: {words}{text}"
