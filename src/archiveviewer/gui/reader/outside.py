"""Lets the document out of the reader: to a printer, to another program, to the folder it lies in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from archiveviewer.gui.reader.document.attempt import Ready
from archiveviewer.gui.reader.views import Views
from archiveviewer.text.paths import shown

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from archiveviewer.gui.reader.document.printing import Printing


class Outside(QObject):
    """Prints and hands over what is open. `said` comes with a sentence for the footer."""

    said = Signal(str)

    def __init__(self, views: Views, pane: QWidget) -> None:
        super().__init__(pane)
        self._views, self._pane = views, pane
        self._ready: Ready | None = None
        self._printing: Printing | None = None
        self.open: Callable[[str], bool] = _open

    def show_document(self, ready: Ready | None) -> None:
        """Take note of what is open; what is being printed of the document before is given up."""
        self._ready = ready
        if self._printing:
            self._printing.stop()

    def ask_to_print(self) -> None:
        """Ask for a printer and pages, and print them while one reads on."""
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

        if self._ready is None or self._views.pages.document is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._pane)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, len(self._views.pages.document.sizes))
        dialog.finished.connect(dialog.deleteLater)
        dialog.accepted.connect(lambda: self.print_with(printer))
        dialog.setModal(True)
        dialog.show()

    def print_with(self, printer: QPrinter) -> None:
        """Print the pages that a printer is set to, all when it is set to none."""
        from archiveviewer.gui.reader.document.printing import Printing

        ready, document = self._ready, self._views.pages.document
        if ready is None or ready.session is None or document is None:
            return
        if self._printing is None:
            self._printing = Printing(self)
            self._printing.said.connect(self.said)
        first, last = printer.fromPage() or 1, printer.toPage() or len(document.sizes)
        if not self._printing.start(ready.session, document, range(first, min(last, len(document.sizes)) + 1), printer):
            self.said.emit(self.tr("The printer does not take the pages. Check that it is connected and not busy."))

    def open_file(self, *, folder: bool) -> None:
        """Open the file, or the folder it lies in, with the program that the system has for it."""
        if self._ready is None:
            return
        path = Path(self._ready.document.path.partition("!/")[0])
        if not self.open(str(path.parent if folder else path)):
            self.said.emit(self.tr("No program opens {file}.").format(file=shown(path.name)))


def _open(path: str) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))
