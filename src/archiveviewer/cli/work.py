"""Commands that look after the library: index, check, doctor."""

from __future__ import annotations

import argparse
from dataclasses import replace

from archiveviewer.archive.crew import early
from archiveviewer.cli.exits import Exit
from archiveviewer.cli.output import Printer, mend
from archiveviewer.records import DamagedIndexError
from archiveviewer.settings import Limits


def index(options: argparse.Namespace) -> int:
    """Read folders into the library; 1 when a file of this run could not be read."""
    if not options.folders:
        from archiveviewer.cli.library import require

        require(options)
    with early(options.library, replace(Limits(), seconds=options.file_seconds)) as crew:
        from archiveviewer.cli.indexing import index  # loads while the first worker does

        return index(options, crew)


def check(options: argparse.Namespace) -> int:
    """Test both databases and every stored text; 0 when all is well."""
    from archiveviewer.cli.library import opened

    printer = Printer(as_json=options.json)
    if not options.library.exists():
        printer.note(f"There is no library in {options.library} yet: nothing to test. Check how it is written.")
        return Exit.DONE
    findings = opened(options).check()
    for finding in findings:
        printer.row({"finding": finding}, finding)
    if findings:
        if DamagedIndexError.SENTENCE in findings:
            printer.note(mend(options.library))
        return Exit.PROBLEMS
    printer.note("All is well: both databases and every stored text were read.")
    return Exit.DONE


def doctor(options: argparse.Namespace) -> int:
    """Print versions, protections in force and free space."""
    from archiveviewer.archive.doctor import examine

    printer = Printer(as_json=options.json)
    for name, value in examine(options.library):
        printer.row({"name": name, "value": value}, f"{name:28} {value}")
    return Exit.DONE
