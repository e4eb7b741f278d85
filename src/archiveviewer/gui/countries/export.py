"""Hands facts and the shopping list of missing files over as files. The tables are the archive's; this writes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.countries.file_deeds import language_word
from archiveviewer.gui.libraries import name_of
from archiveviewer.gui.writing import write
from archiveviewer.records import ListedAttachment, Profile, StatedEvent, StatedFact

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive
    from archiveviewer.gui.countries.load import Shown

translate = QCoreApplication.translate


class Export(StrEnum):
    """What can be handed over."""

    SHEET_PDF = "sheet_pdf"
    SHEET_HTML = "sheet_html"
    SHEET_CSV = "sheet_csv"
    FACTS = "facts"
    EVENTS = "events"
    MISSING = "missing"
    MISSING_TEXT = "missing_text"


SUFFIX = {
    Export.SHEET_PDF: ".pdf",
    Export.SHEET_HTML: ".html",
    Export.SHEET_CSV: ".csv",
    Export.FACTS: ".csv",
    Export.EVENTS: ".csv",
    Export.MISSING: ".csv",
    Export.MISSING_TEXT: ".txt",
}


def file_name(what: Export, country: str) -> str:
    """Return the name that is offered for a file."""
    return f"{country}-{what.value.partition('_')[0]}{SUFFIX[what]}"


@dataclass(frozen=True, slots=True)
class From:
    """Where what is handed over comes from: name of the library, date of its newest document, language of the words (ISO 639-1)."""

    archive: str
    newest: str | None
    language: str


def facts_of(profile: Profile) -> tuple[StatedFact, ...]:
    """Return all facts of a profile, older and differing ones too."""
    return tuple(stated for group in profile.groups for line in group.lines for stated in (*line.current, *line.older))


def missing_of(profile: Profile) -> tuple[ListedAttachment, ...]:
    """Return the listed files that are not in the library."""
    return tuple(listed for listed in profile.attachments if listed.state == "missing")


def origin_of(archive: Archive, language: str) -> From:
    """Return what a file says about where it comes from."""
    return From(name_of(archive.library), archive.coverage().newest, language)


def hand_over(path: Path, what: Export, shown: Shown, origin: From) -> None:
    """Write a file with what is shown of a country. Raises ArchiveError with a sentence."""
    if what is Export.SHEET_PDF:
        from archiveviewer.gui.countries.country_sheet import country_sheet, pdf_of

        write(path, pdf_of(country_sheet(shown, archive=origin.archive, newest=origin.newest, language=origin.language)))
    else:
        write(path, text_of(what, shown, origin))


def text_of(what: Export, shown: Shown, origin: From) -> str:
    """Return the text of a file about a country; of PDF there is none."""
    if what not in {Export.SHEET_HTML, Export.SHEET_CSV}:
        return file_text(what, shown.profile, name=shown.name, events=shown.events)
    from archiveviewer.archive import handover
    from archiveviewer.gui.countries.country_sheet import country_sheet

    sheet = country_sheet(shown, archive=origin.archive, newest=origin.newest, language=origin.language)
    return handover.sheet_html(sheet) if what is Export.SHEET_HTML else handover.sheet_csv(sheet)


def file_text(what: Export, profile: Profile, *, name: str, events: Sequence[StatedEvent]) -> str:
    """Return the text of a table or list; `name` is that of the country."""
    from archiveviewer.archive import handover

    match what:
        case Export.EVENTS:
            return handover.timeline(events)
        case Export.MISSING:
            return handover.attachments(missing_of(profile))
        case Export.MISSING_TEXT:
            return shopping_list(missing_of(profile), name=name)
        case _:
            return handover.facts(facts_of(profile))


def shopping_list(files: Sequence[ListedAttachment], *, name: str) -> str:
    """Return the missing files of a country as a list to print or to send."""
    from archiveviewer.archive import handover

    words = handover.ShoppingWords(
        head=translate("export", "{country}: files that are listed and not in this library").format(country=name),
        country=lambda _: name,
        language=language_word,
        listed_in=translate("export", "listed in {title}, {path}"),
    )
    return handover.shopping_list(files, words)
