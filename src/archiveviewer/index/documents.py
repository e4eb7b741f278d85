"""Reads rows of documents, and of files that could not be read, as documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from archiveviewer.index.related import KINDS
from archiveviewer.index.values import loaded_path
from archiveviewer.records import Document, Kind

DOCUMENT = "SELECT id, path, folder, media_type, title, kind, language, country, date, paged, pages, size, sha256 FROM v_document"
UNREAD = """
SELECT 0, path, folder, media_type, size, sha256 FROM v_file
WHERE state <> 'gone' AND id NOT IN (SELECT id FROM v_document) ORDER BY path
"""
UNREAD_PDF = """
SELECT id, path, folder, media_type, size, sha256 FROM v_file
WHERE state = 'problem' AND (media_type = 'application/pdf' OR lower(CAST(path AS TEXT)) LIKE '%.pdf')
    AND id NOT IN (SELECT id FROM v_document)
"""


def as_document(row: tuple[Any, ...]) -> Document:  # Any: a row of the database
    """Return a row of DOCUMENT as a record."""
    id, path, folder, media_type, title, kind, language, country, date, paged, pages, size, sha256 = row
    return Document(
        id=id,
        path=loaded_path(path),
        folder=loaded_path(folder),
        media_type=media_type,
        title=title,
        kind=KINDS.get(kind, Kind.OTHER),
        language=language,
        country=country,
        date=date,
        paged=bool(paged),
        pages=pages,
        size=size,
        sha256=sha256,
    )


def as_unread(row: tuple[Any, ...], *, paged: bool) -> Document:  # Any: a row of the database
    """Return a row of UNREAD or UNREAD_PDF as a document without pages, which goes by the name of its file."""
    id, path, folder, media_type, size, sha256 = row
    title = Path(loaded_path(path)).stem
    return as_document((id, path, folder, media_type, title, Kind.OTHER, None, None, None, paged, 0, size, sha256))
