"""The command that hands over the sheet of a country, as the window does: a web page, a table, or PDF."""

from __future__ import annotations

import argparse
import sys

from archiveviewer.cli.countries import country_code
from archiveviewer.cli.exits import Exit
from archiveviewer.cli.library import opened
from archiveviewer.cli.output import say


def sheet(options: argparse.Namespace) -> int:
    """Write the sheet of a country to a file, or as HTML to standard output."""
    archive = opened(options)
    country = country_code(options.country) or ""
    from archiveviewer.gui.countries.export import Export, hand_over, origin_of, text_of
    from archiveviewer.gui.countries.load import load_country
    from archiveviewer.gui.language import interface_language, speak_english

    speak_english()
    language = interface_language()
    shown = load_country(archive, country, as_of=options.as_of, language=language)
    origin = origin_of(archive, language)
    wanted = {Export.SHEET_PDF: options.pdf, Export.SHEET_HTML: options.html, Export.SHEET_CSV: options.csv}
    named = [(what, path) for what, path in wanted.items() if path is not None]
    for what, path in named:
        hand_over(path, what, shown, origin)
        say(f"Written: {path}")
    if not named:
        sys.stdout.buffer.write(text_of(Export.SHEET_HTML, shown, origin).encode("utf-8"))
    return Exit.DONE
