"""The command about listed files: which are here, what is missing, and a person's word about a match."""

from __future__ import annotations

import argparse

from archiveviewer.archive.door import Archive
from archiveviewer.cli import shapes
from archiveviewer.cli.countries import country_code, say_nothing
from archiveviewer.cli.exits import Exit
from archiveviewer.cli.library import opened
from archiveviewer.cli.output import Printer, say
from archiveviewer.records import ArchiveError, ListedAttachment
from archiveviewer.settings import absolute
from archiveviewer.text.paths import shown


def attachments(options: argparse.Namespace) -> int:
    """List the files that pages name, and whether each is here; or keep a word about one of them, named by its number in the list."""
    archive = opened(options)
    country = country_code(options.country)
    if options.missing:
        return _missing(archive, country, as_json=options.json)
    rows = archive.attachments(country)
    if options.chosen:
        number, file = options.chosen
        return _decide(archive, _numbered(rows, number), absolute(file), is_it=True)
    if options.refused:
        listed = _numbered(rows, options.refused)
        return _decide(archive, listed, listed.match, is_it=False)
    if options.undo:
        return _undo(archive, _numbered(rows, options.undo))
    if not rows and not options.json:
        say_nothing(archive, country)
    printer = Printer(as_json=options.json)
    for number, listed in enumerate(rows, 1):
        printer.row(shapes.attachment(listed), f"{number:4}  {_line(listed)}")
    return Exit.DONE


def _line(listed: ListedAttachment) -> str:
    found = listed.attachment
    details = " · ".join(part for part in (found.family, found.language, found.size, found.received) if part)
    why = f" ({listed.why})" if listed.why else ""
    decided = " (decided by a person)" if listed.decided else ""
    here = f"\n      {shown(listed.match)}" if listed.match else ""
    return f"{listed.state:9} {found.country}  {found.title}  [{details}]{why}{decided}{here}"


def _missing(archive: Archive, country: str | None, *, as_json: bool) -> int:
    """Print the shopping list."""
    rows = archive.missing(country)
    if as_json:
        printer = Printer(as_json=True)
        for listed in rows:
            printer.json(shapes.attachment(listed))
        return Exit.DONE
    from archiveviewer.archive import handover

    names = archive.country_name
    count = "1 file is" if len(rows) == 1 else f"{len(rows)} files are"
    of = f" {names(country)}:" if country else ""
    words = handover.ShoppingWords(head=f"Shopping list.{of} {count} listed and not in this library", country=names, language=str)
    say(handover.shopping_list(rows, words).rstrip("\n"))
    return Exit.DONE


def _numbered(rows: tuple[ListedAttachment, ...], number: str | int) -> ListedAttachment:
    """Return the row of a number. Raises ArchiveError when there is none."""
    try:
        wanted = int(number)
    except ValueError:
        wanted = 0
    if not 1 <= wanted <= len(rows):
        raise ArchiveError(f"No listed file has the number {number}. `archiveviewer attachments` with the same country prints the numbers.")
    return rows[wanted - 1]


def _decide(archive: Archive, listed: ListedAttachment, path: str | None, *, is_it: bool) -> int:
    if path is None:
        raise ArchiveError("No file was found for that one, so there is nothing to refuse.")
    archive.decide_match(listed, path, is_it=is_it)
    say(f"Kept: {shown(path)} {'is' if is_it else 'is not'} “{listed.attachment.title}”.")
    return Exit.DONE


def _undo(archive: Archive, listed: ListedAttachment) -> int:
    said = archive.match_decisions(listed)
    if not said:
        raise ArchiveError(f"Nothing was decided about “{listed.attachment.title}”.")
    archive.forget_match(said[-1])
    say(f"Taken back: the last word about “{listed.attachment.title}”.")
    return Exit.DONE
