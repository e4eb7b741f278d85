"""Pages go to a printer, here one that writes a PDF."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

import papers
from archiveviewer.gui.reader.pane import ReaderPane
from archiveviewer.gui.theme import Theme
from archiveviewer.records import PageText, Place
from reading_room import Library

WAIT = 30_000
_COUNT = "import sys, pymupdf; d = pymupdf.open(sys.argv[1]); print(len(d), *(min(page.get_pixmap(dpi=20).samples) < 128 for page in d))"


@pytest.fixture
def library() -> Iterator[Library]:
    library = Library()
    yield library
    library.viewers.close()


def test_pages_are_printed_one_after_another(qtbot: QtBot, library: Library, theme: Theme, tmp_path: Path) -> None:
    paper = library.add(papers.make(tmp_path / "three.pdf", papers.THREE_PAGES), (PageText(1, "1", "text"),) * 3)
    reader = ReaderPane(library, theme)
    qtbot.addWidget(reader)
    reader.resize(700, 500)
    reader.show()
    with qtbot.waitSignal(reader.sharp, timeout=WAIT):
        reader.show_place(Place(paper.id, 1))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 3)
    sentences: list[str] = []
    reader.said.connect(sentences.append)
    reader.outside.print_with(printer)
    qtbot.waitUntil(lambda: any("sent to the printer" in said for said in sentences), timeout=WAIT)
    assert sentences[0] == "Printing page 1 of 2…"
    run = subprocess.run(
        [sys.executable, "-c", _COUNT, str(tmp_path / "printed.pdf")], capture_output=True, text=True, check=True, timeout=60
    )
    assert run.stdout.split() == ["2", "True", "True"], "two pages with something on each"
    reader.close_documents()
