"""Makes the sheet of a country out of what Countries shows, and prints it as PDF. The words are those of the window."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from PySide6.QtCore import QBuffer, QCoreApplication, QLocale, QMarginsF, Qt, QThread
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from archiveviewer.archive import handover
from archiveviewer.gui.countries.answer import answer, beyond, beyond_head
from archiveviewer.gui.countries.file_deeds import language_word
from archiveviewer.gui.countries.labels import where_label
from archiveviewer.gui.countries.load import Shown
from archiveviewer.gui.countries.row import Row, RowKind
from archiveviewer.gui.dates import long_date, short_date
from archiveviewer.records import Source
from archiveviewer.records.facts import REGISTER_MONTH
from archiveviewer.text.paths import shown as shown_path

translate = QCoreApplication.translate
_DIGEST = 12
_LETTER = (QLocale.Country.UnitedStates, QLocale.Country.Canada, QLocale.Country.Mexico, QLocale.Country.Colombia)


def country_sheet(shown: Shown, *, archive: str, newest: str | None, language: str) -> handover.CountrySheet:
    """Return the sheet of a country; `archive` is what the library is called, `newest` the date of its newest document."""
    day = shown.profile.as_of
    numbers = _Numbers(shown)
    groups = tuple(_group(row, numbers) for row in shown.rows if row.kind is RowKind.GROUP and not _is_left_out(row))
    known = beyond(shown.profile)
    said = answer(shown.profile, shown.today)
    name = f"{shown.name} ({shown.own_name})" if shown.own_name else shown.name
    return handover.CountrySheet(
        title=name,
        subtitle=_subtitle(shown.country, day, archive=archive, newest=newest),
        language=language,
        backwards=QLocale().textDirection() == Qt.LayoutDirection.RightToLeft,
        lead=(f"{said.head} – {said.chip}", said.text),
        apart=f"{beyond_head()} {', '.join(part for part in known if part)}" if known else "",
        head=(
            translate("sheet", "Article"),
            translate("sheet", "What"),
            translate("sheet", "Value"),
            translate("sheet", "As of"),
            translate("sheet", "Read in"),
        ),
        groups=groups,
        tables=(_listed(shown), _sources(numbers)),
        foot=_foot(shown),
        sources=tuple(numbers.sources),
    )


def _subtitle(code: str, day: str, *, archive: str, newest: str | None) -> str:
    parts = [
        code,
        translate("sheet", "as seen on {day}").format(day=long_date(day)),
        translate("sheet", "from the archive {name}").format(name=archive),
        translate("sheet", "newest document {date}").format(date=long_date(newest)) if newest else "",
    ]
    return " · ".join(part for part in parts if part)


def _is_left_out(row: Row) -> bool:
    return bool(row.children) and row.children[0].kind is RowKind.HIDDEN


class _Numbers:
    """Gives each source a number, in the order in which they are met."""

    def __init__(self, shown: Shown) -> None:
        self._shown = shown
        self.sources: list[handover.SheetSource] = []
        self._known: dict[int, int] = {}

    def of(self, source: Source) -> int:
        """Return the number of a source."""
        if source.document not in self._known:
            document = self._shown.documents.get(source.document)
            self._known[source.document] = len(self.sources) + 1
            made = handover.SheetSource(
                number=len(self.sources) + 1,
                title=" ".join(source.title.split()),
                date=long_date(source.date) if source.date else "",
                file=shown_path(PurePath(source.path).name),
                digest=document.sha256[:_DIGEST] if document else "",
            )
            self.sources.append(made)
        return self._known[source.document]

    def place(self, row: Row) -> str:
        """Return where in its source a row was read."""
        if row.source is None or row.place is None:
            return ""
        document = self._shown.documents.get(row.source.document)
        paged = document.paged if document else False
        return where_label(row.place.page, self._shown.labels.get((row.source.document, row.place.page), ""), paged=paged)


def _group(group: Row, numbers: _Numbers) -> handover.SheetGroup:
    apart = bool(group.children) and group.children[0].kind is RowKind.REFERENCE
    return handover.SheetGroup(group.label, group.value, tuple(_rows(group, numbers)), apart=apart)


def _rows(group: Row, numbers: _Numbers) -> Iterator[handover.SheetRow]:
    """Yield the rows of a group. Behind them stand older values; other sources that say the same are only named."""
    what = ""
    for row in group.children:
        if row.kind is RowKind.FOLDED:
            yield handover.SheetRow("", row.label, row.quote, quiet=True)
            continue
        differs = row.kind is RowKind.DIFFERS
        what = what if differs else row.label
        same = [child for child in row.children if child.says_the_same]
        made = _row(row, numbers)
        more = tuple((numbers.of(child.source), numbers.place(child)) for child in same if child.source is not None)
        yield replace(made, what=what, remark=row.label if differs else _remark(row), more=more)
        for child in row.children:
            if child not in same:
                yield replace(_row(child, numbers), what=what, remark=child.label, quote="")


def _remark(row: Row) -> str:
    """Return what a row of the reference list says of itself."""
    return row.as_of if row.kind is RowKind.REFERENCE else ""


def _row(row: Row, numbers: _Numbers) -> handover.SheetRow:
    """Return one row without what stands around it."""
    return handover.SheetRow(
        article=row.article,
        what=row.label,
        value=row.value,
        as_of="" if row.kind is RowKind.REFERENCE else row.as_of,
        source=numbers.of(row.source) if row.source is not None else 0,
        place=numbers.place(row),
        quote=row.quote if row.place is not None and row.kind is not RowKind.EVENT else "",
        quiet=row.kind in {RowKind.OLDER, RowKind.UNSTATED, RowKind.REFERENCE, RowKind.EVENT},
    )


def _listed(shown: Shown) -> handover.SheetTable:
    """Return the listed documents."""
    words = {
        "present": translate("sheet", "here"),
        "missing": translate("sheet", "missing"),
        "doubtful": translate("sheet", "in doubt"),
    }
    rows = tuple(
        (
            one.attachment.family,
            " ".join(one.attachment.title.split()),
            language_word(one.attachment.language) if one.attachment.language else "",
            one.attachment.size or "",
            short_date(one.attachment.received) if one.attachment.received else "",
            words.get(one.state, one.state),
        )
        for one in shown.profile.attachments
    )
    missing = sum(one.state == "missing" for one in shown.profile.attachments)
    answer = translate("sheet", "{listed} listed, {missing} missing").format(listed=len(rows), missing=missing)
    head = (
        translate("sheet", "Request family"),
        translate("sheet", "Title"),
        translate("sheet", "Language"),
        translate("sheet", "Size"),
        translate("sheet", "Received"),
        translate("sheet", "In this library"),
    )
    return handover.SheetTable(translate("sheet", "Listed documents"), answer, head, rows)


def _sources(numbers: _Numbers) -> handover.SheetTable:
    """Return the sources with their numbers."""
    head = ("", translate("sheet", "Title"), translate("sheet", "Date"), translate("sheet", "File"), translate("sheet", "SHA-256 begins"))
    rows = tuple((f"[{one.number}]", one.title, one.date, one.file, one.digest) for one in numbers.sources)
    return handover.SheetTable(translate("sheet", "Sources"), "", head, rows)


def _foot(shown: Shown) -> tuple[str, ...]:
    """Return what the reader of a report has to know about the sheet."""
    left_out = sum(len(row.children) for row in shown.rows if _is_left_out(row))
    parts = [
        translate("sheet", "Read from saved documents. What is not stated in this archive is not known from it: it is neither no nor zero.")
    ]
    if shown.profile.reference:
        said = translate("sheet", "Rows under “Not in this archive” are from a reference list known to {date}.")
        parts.append(said.format(date=long_date(REGISTER_MONTH)))
    if left_out:
        word = translate("sheet", "1 fact was called wrong in this library and is left out here.")
        many = translate("sheet", "%Ln facts were called wrong in this library and are left out here.", "", left_out)
        parts.append(word if left_out == 1 else many)
    return (" ".join(parts),)


class _Printing(QThread):
    """Prints in a thread of Qt's own, for a text document needs its event dispatcher."""

    def __init__(self, sheet: handover.CountrySheet) -> None:
        super().__init__()
        self._sheet = sheet
        self.printed = b""

    def run(self) -> None:
        """Print into memory: a writer that is given a file tells nobody when the disk is full."""
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.ReadWrite)
        writer = QPdfWriter(buffer)
        writer.setTitle(self._sheet.title)
        writer.setCreator("archiveviewer")
        size = QPageSize.PageSizeId.Letter if QLocale.system().territory() in _LETTER else QPageSize.PageSizeId.A4
        writer.setPageLayout(QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, QMarginsF()))  # Qt leaves 2 cm by itself
        document = QTextDocument()
        option = document.defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if self._sheet.backwards else Qt.LayoutDirection.LeftToRight)
        document.setDefaultTextOption(option)
        document.setHtml(handover.sheet_html(self._sheet, printed=True))
        document.print_(writer)
        self.printed = bytes(buffer.data().data())


def pdf_of(sheet: handover.CountrySheet) -> bytes:
    """Return a sheet as PDF, with page numbers; waits until that is printed."""
    alone = None if QGuiApplication.instance() else _without_a_window()
    printing = _Printing(sheet)
    printing.start()
    printing.wait()
    del alone  # held until here, for fonts need an application
    return printing.printed


def _without_a_window() -> QGuiApplication:
    """Return an application for who prints from the command line, where there may be no screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication([])
