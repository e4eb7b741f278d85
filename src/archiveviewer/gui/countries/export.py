"""Hands facts and the shopping list of missing files over as files. The tables are the archive's; this writes them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.countries.files import language_word
from archiveviewer.records import ArchiveError, ListedAttachment, Profile, StatedEvent, StatedFact

translate = QCoreApplication.translate


class Export(StrEnum):
    """What can be handed over."""

    FACTS = "facts"
    EVENTS = "events"
    MISSING = "missing"
    MISSING_TEXT = "missing_text"


SUFFIX = {Export.FACTS: ".csv", Export.EVENTS: ".csv", Export.MISSING: ".csv", Export.MISSING_TEXT: ".txt"}


def facts_of(profile: Profile) -> tuple[StatedFact, ...]:
    """Return all facts of a profile, older and differing ones too."""
    return tuple(stated for group in profile.groups for line in group.lines for stated in (*line.current, *line.older))


def missing_of(profile: Profile) -> tuple[ListedAttachment, ...]:
    """Return the listed files that are not in the library."""
    return tuple(listed for listed in profile.attachments if listed.state == "missing")


def file_text(what: Export, profile: Profile, *, name: str, events: Sequence[StatedEvent]) -> str:
    """Return the text of the file; `name` is that of the country."""
    from archiveviewer.archive import handover

    match what:
        case Export.FACTS:
            return handover.facts(facts_of(profile))
        case Export.EVENTS:
            return handover.timeline(events)
        case Export.MISSING:
            return handover.attachments(missing_of(profile))
        case Export.MISSING_TEXT:
            return shopping_list(missing_of(profile), name=name)


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


def write(path: Path, text: str) -> None:
    """Write a file in UTF-8, with the mark by which spreadsheets know it. Raises ArchiveError with a sentence."""
    try:
        path.write_text(text, encoding="utf-8-sig" if path.suffix.lower() == ".csv" else "utf-8", newline="")
    except OSError as error:
        reason = error.strerror or str(error)
        said = translate("export", "{name} could not be written: {reason}. Choose another folder.")
        raise ArchiveError(said.format(name=path.name, reason=reason)) from error
