"""What the reader says when a page or a file is not as one would wish, and where a document comes from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.dates import long_date
from archiveviewer.gui.reader.bars.banner import Notice
from archiveviewer.gui.reader.paper.page_paint import reason
from archiveviewer.gui.widgets.rows import joined
from archiveviewer.records import Document, Health, ViewFault
from archiveviewer.text.paths import shown

translate = QCoreApplication.translate
_NAMED = 5
_HTML = ("text/html", "application/xhtml+xml")


def of_health(health: Health) -> Notice | None:
    """Return what to know about the text of a page, or None when it can be trusted."""
    match health:
        case Health.NONE:
            return Notice(
                "scan-text",
                translate("reader", "This page is a picture. Its words cannot be searched or copied."),
                more=translate("reader", "Headquarters can recognise the text and send it with the next archive."),
            )
        case Health.GARBLED:
            return Notice(
                "spell-check",
                translate("reader", "The letters of this page are stored in a way that cannot be trusted."),
                more=translate("reader", "Read the page itself: words of it are not found, or found wrongly."),
            )
        case Health.PARTIAL:
            return Notice("info", translate("reader", "A part of this page has no text, and is not searched."))
        case Health.RECOGNISED:
            return Notice("scan-text", translate("reader", "Recognised text: compare with the page before you quote."))
        case _:
            return None


def of_absence(document: Document) -> Notice:
    """Return that the file of a document is not there now."""
    name = shown(PurePath(document.folder).name or document.folder)
    said = translate("reader", "The file is not there now. Its text is kept; the pages are on {folder}.").format(folder=name)
    return Notice("unplug", said, more=shown(document.path), action=translate("reader", "Try again"))


def of_fault(fault: ViewFault, document: Document) -> Notice:
    """Return that a document cannot be shown as pages."""
    said = translate("reader", "The pages of this file cannot be drawn.")
    damaged = translate("reader", "The file is damaged. Copy it again from its source.")
    if document.pages:
        damaged = translate("reader", "The file is damaged. Copy it again from its source. What was read of its text is kept.")
    more = {
        ViewFault.DAMAGED: damaged,
        ViewFault.EMPTY: translate("reader", "The file holds no pages. Copy it again from its source."),
        ViewFault.TOO_SLOW: translate("reader", "Opening it takes longer than 20 seconds. Waiting may take up to 3 minutes."),
    }.get(fault) or reason(fault)
    action = translate("reader", "Wait longer") if fault is ViewFault.TOO_SLOW else translate("reader", "Try again")
    return Notice("triangle-alert", said, more=more, action=action)


def of_slow_page() -> Notice:
    """Return that a page takes long, and that one may choose to wait."""
    said = translate("reader", "Drawing this page takes longer than 20 seconds.")
    more = translate("reader", "It was stopped, so that the others can be read. Waiting may take up to 3 minutes.")
    return Notice("hourglass", said, more=more, action=translate("reader", "Wait longer"))


def of_unread() -> Notice:
    """Return that a file can be looked at and not searched."""
    said = translate("reader", "This file was not read into the library.")
    return Notice("info", said, translate("reader", "Its pages can be looked at; their words are not searched."))


def of_change() -> Notice:
    """Return that the pages are not those that were read."""
    said = translate("reader", "This file has changed since it was read: the pages are new, what is said of them is not.")
    return Notice("triangle-alert", said, translate("reader", "Look for new and changed files in Library (F5), then open it again."))


def of_attached(names: Sequence[str]) -> Notice | None:
    """Return which files are inside a PDF, as they are neither shown nor searched; None when there are none."""
    if not names:
        return None
    said = translate("reader", "%n files are attached inside this one.", "", len(names))
    said = translate("reader", "A file is attached inside this one.") if len(names) == 1 else said
    listed = joined(*(shown(name) for name in names[:_NAMED])) + (" …" if len(names) > _NAMED else "")
    return Notice("file-archive", said, more=translate("reader", "{names}. Not searched; other programs open them.").format(names=listed))


def of_reading_view(document: Document) -> Notice | None:
    """Return what is left out in the reading view of a web page."""
    if document.media_type not in _HTML:
        return None
    return Notice("globe", "", translate("reader", "Reading view of a saved web page. Links and pictures are off."))


def where(document: Document, country: str) -> str:
    """Return place and date of a document, and whether it is a saved web page."""
    parts = [country, long_date(document.date) if document.date else ""]
    if document.media_type in _HTML:
        parts.append(translate("reader", "saved web page"))
    return joined(*parts)
