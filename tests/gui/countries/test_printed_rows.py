"""The rows of a printed sheet where one page ends and another begins."""

from __future__ import annotations

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication

from archiveviewer.export.sheet import CountrySheet, SheetGroup, SheetRow, html

ROWS = tuple(SheetRow(f"Art. {n}", "First deadline", "1 January 2010", as_of="said 2019", source=1, place="p. 2") for n in range(60))


def test_a_row_is_on_one_page(qapp: QApplication) -> None:
    assert qapp is not None
    sheet = CountrySheet(
        title="Cambodia", subtitle="", language="en", backwards=False, lead=(), apart="",
        head=("Article", "What", "Value", "As of", "Read in"), groups=(SheetGroup("Mines", "", ROWS),), tables=(), foot=(), sources=(),
    )  # fmt: skip
    for height in range(300, 340):
        document = QTextDocument()
        document.setPageSize(QSizeF(500, height))
        document.setHtml(html(sheet, printed=True))
        (table,) = (frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable))
        for row in range(table.rows()):
            tops = {_page(table, row, column, height) for column in range(5)}
            assert len(tops) == 1, f"row {row} on pages of {height}"


def _page(table: QTextTable, row: int, column: int, height: int) -> int:
    block = table.cellAt(row, column).firstCursorPosition().block()
    top = table.document().documentLayout().blockBoundingRect(block).top() + block.layout().lineAt(0).y()
    return int(top // height)
