"""Writes what a person hands over to a file, and says in words when that, or a change of the library, is not possible."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from archiveviewer.records import ArchiveError

translate = QCoreApplication.translate


def fixed_words() -> str:
    """Return why nothing can be added to a library that may not be written to, and what to do."""
    said = translate("writing", "This library cannot be changed here: its folder is write-protected, or belongs to somebody else.")
    return f"{said} {translate('writing', 'Copy it to a folder of your own to add folders, notes and searches.')}"


def write(path: Path, content: str | bytes) -> None:
    """Write a file whole, a text in UTF-8. Raises ArchiveError with a sentence."""
    from archiveviewer.archive.writing import WritingError, encoded, write_pieces

    try:
        write_pieces(path, [content] if isinstance(content, bytes) else encoded(path, [content]))
    except WritingError as error:
        said = translate("writing", "{name} could not be written: {reason}. Choose another folder.")
        raise ArchiveError(said.format(name=path.name, reason=error.strerror or str(error))) from error
