"""Hands what is shown over as files: a calendar, a table, a picture, a drawing, a sheet to print.

Calendar and table are the archive's; picture and drawing are painted by the lanes themselves, so that they show what is seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QCoreApplication, QRect
from PySide6.QtGui import QPainter

from archiveviewer.records import Chain

if TYPE_CHECKING:
    from archiveviewer.gui.deadlines.drawing import LanesDrawing

translate = QCoreApplication.translate


class Export(StrEnum):
    """What can be handed over; the value is the ending of the file."""

    CALENDAR = ".ics"
    TABLE = ".csv"
    SHEET = ".pdf"
    PICTURE = ".png"
    DRAWING = ".svg"


def export_words(what: Export) -> str:
    """Return what an export is called in the menu."""
    return {
        Export.CALENDAR: translate("deadlines", "Calendar, with a reminder six months before (.ics)…"),
        Export.TABLE: translate("deadlines", "Table for a spreadsheet (.csv)…"),
        Export.SHEET: translate("deadlines", "Deadline sheet, one page (.pdf)…"),
        Export.PICTURE: translate("deadlines", "Picture of what is seen (.png)…"),
        Export.DRAWING: translate("deadlines", "Drawing of what is seen (.svg)…"),
    }[what]


def file_kinds(what: Export) -> str:
    """Return the kind of file as the file dialog says it."""
    return {
        Export.CALENDAR: translate("deadlines", "Calendars (*.ics)"),
        Export.TABLE: translate("deadlines", "Tables (*.csv)"),
        Export.SHEET: translate("deadlines", "Documents (*.pdf)"),
        Export.PICTURE: translate("deadlines", "Pictures (*.png)"),
        Export.DRAWING: translate("deadlines", "Drawings (*.svg)"),
    }[what]


def text_of(what: Export, chains: Sequence[Chain], *, name: str) -> str:
    """Return a calendar or a table of chains; `name` is that of the library."""
    from archiveviewer.archive import handover

    return handover.calendar(handover.deadlines(chains), name=name) if what == Export.CALENDAR else handover.chains(chains)


def picture(view: LanesDrawing) -> bytes:
    """Return the lanes as they are seen as pixels (PNG)."""
    buffer = _buffer()
    view.viewport().grab().save(buffer, "PNG")
    return bytes(buffer.data().data())


def drawing(view: LanesDrawing) -> bytes:
    """Return the lanes as they are seen as shapes that stay sharp (SVG)."""
    from PySide6.QtSvg import QSvgGenerator

    size, buffer = view.viewport().size(), _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(view.accessibleName())
    painter = QPainter(generator)
    view.paint(painter, as_shapes=True)
    painter.end()
    return bytes(buffer.data().data())


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.ReadWrite)
    return buffer
