"""A quote with its citation, as it goes onto the clipboard: the sentence, and everything needed to find it again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.dates import long_date
from archiveviewer.records import Document, Span
from archiveviewer.text.flowing import in_one_line
from archiveviewer.text.paths import shown
from archiveviewer.text.sentences import LONGEST, ends

translate = QCoreApplication.translate
_HASH = 12


@dataclass(frozen=True, slots=True)
class Cited:
    """Where a quote stands: `country` and `archive` (the date of the newest document) in words, empty when not known."""

    document: Document
    label: str
    country: str = ""
    archive: str = ""


def sentence(text: str, span: Span) -> Span:
    """Return the span of the sentence around a hit, without white space at its ends; long ones are cut around the hit."""
    start = 0
    end = len(text)
    for at in ends(text):
        if at <= span[0]:
            start = at
        elif at >= span[1]:
            end = at
            break
    start, end = max(start, span[0] - LONGEST), min(end, span[1] + LONGEST)
    while start < span[0] and text[start].isspace():
        start += 1
    while end > span[1] and text[end - 1].isspace():
        end -= 1
    return (start, end)


def cite(quote: str, where: Cited) -> str:
    """Return the quote in quotation marks, and below it title, country, date, page, file name, start of its hash, date of the archive."""
    document = where.document
    page = translate("reader", "p. {label}") if document.paged else translate("reader", "section {label}")
    parts = [
        document.title.removesuffix("."),
        where.country,
        long_date(document.date) if document.date else "",
        page.format(label=where.label),
    ]
    source = ", ".join(part for part in parts if part)
    name = shown(PurePath(document.path).name)
    file = translate("reader", "File {name}, SHA-256 {digest}").format(name=name, digest=document.sha256[:_HASH])
    archive = translate("reader", "Archive of {date}").format(date=long_date(where.archive[:7])) if where.archive else ""
    return f"“{in_one_line(quote)}”\n{source}.\n" + ". ".join(part for part in (file, archive) if part) + "."
