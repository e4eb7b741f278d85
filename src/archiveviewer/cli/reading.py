"""Commands about files: show, files, problems."""

from __future__ import annotations

import argparse
from pathlib import Path

from archiveviewer.archive.door import Archive
from archiveviewer.cli import shapes
from archiveviewer.cli.exits import Exit
from archiveviewer.cli.library import opened
from archiveviewer.cli.output import Printer
from archiveviewer.records import ArchiveError, Document
from archiveviewer.settings import absolute
from archiveviewer.text.paths import shown


def show(options: argparse.Namespace) -> int:
    """Print the text of a document, page by page."""
    printer = Printer(as_json=options.json)
    archive = opened(options)
    document = _find(archive, options.path)
    if options.note is not None:
        note = archive.footnote(document.id, str(options.note))
        if note is None:
            raise ArchiveError(f"There is no note [{options.note}] in {shown(document.path)}.")
        printer.row(shapes.footnote(document.path, note), f"[{note.number}] {' '.join(note.text.split())}\n    page {note.page}")
        return Exit.DONE
    if options.page and options.page > document.pages:
        raise ArchiveError(f"There is no page {options.page} in {shown(document.path)}; the last one is {document.pages}.")
    pages = [archive.page(document.id, options.page)] if options.page else archive.pages(document.id)
    for page in pages:
        printer.row(shapes.page(document.path, page), f"--- page {page.label or page.number} ({page.health})\n{page.text}")
    return Exit.DONE


def _find(archive: Archive, path: Path) -> Document:
    """Return the document at `path`, tried as written and as an absolute path. Raises ArchiveError."""
    for candidate in (str(path), absolute(path)):
        document = archive.document_at(candidate)
        if document is not None:
            return document
    raise ArchiveError(
        f"{shown(str(path))} is not in this library. `archiveviewer files` lists what is, `problems` what could not be read."
    )


def files(options: argparse.Namespace) -> int:
    """List every file with its state."""
    printer = Printer(as_json=options.json)
    for state in opened(options).files():
        printer.row(shapes.file(state), f"{state.state:8} {state.pages:6} pages  {state.health:10} {shown(state.path)}")
    return Exit.DONE


def problems(options: argparse.Namespace) -> int:
    """List what could not be read in full."""
    printer = Printer(as_json=options.json)
    for problem in opened(options).problems():
        where = f", page {problem.page}" if problem.page else ""
        printer.row(shapes.problem(problem), f"{problem.code}: {shown(problem.path)}{where}\n    {problem.reason} {problem.next}")
    return Exit.DONE
