"""Prints pages: asks the worker for each of them in tiles, one page after another, so that the window goes on meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from archiveviewer.gui.reader.document.session import Session
from archiveviewer.gui.reader.paper.pictures import image_of
from archiveviewer.layout.tiles import Tile, grid
from archiveviewer.records import OpenedDocument, PagePicture, ViewFault

_POINTS = 72
_FINEST = 200
"""Dots to the inch: letters are sharp, and a page takes 12 MB at most while it is printed."""

_PRIORITY = 2


class Printing(QObject):
    """Prints one document at a time. `said` comes with a sentence for the footer, `finished` at the end."""

    said = Signal(str)
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._document = OpenedDocument((), ())
        self._printer: QPrinter | None = None
        self._painter: QPainter | None = None
        self._left: list[int] = []
        self._total = 0
        self._tiles: dict[Tile, QImage | None] = {}

    @property
    def is_busy(self) -> bool:
        """Whether something is being printed."""
        return self._painter is not None

    def start(self, session: Session, document: OpenedDocument, pages: Sequence[int], printer: QPrinter) -> bool:
        """Print pages; return whether the printer took the job."""
        painter = QPainter()
        if self.is_busy or not pages or not painter.begin(printer):
            return False
        self._session, self._document, self._printer, self._painter = session, document, printer, painter
        self._left, self._total = list(pages), len(pages)
        session.pictured.connect(self._on_pictured)
        session.refused.connect(self._on_refused)
        self._ask()
        return True

    def stop(self) -> None:
        """Give up what is being printed: its document is being left."""
        if self._session:
            self._session.pictured.disconnect(self._on_pictured)
            self._session.refused.disconnect(self._on_refused)
        if self._painter:
            self._painter.end()
        self._session = self._painter = self._printer = None
        self._left, self._tiles = [], {}

    def _ask(self) -> None:
        """Ask for all tiles of the next page."""
        page = self._left[0]
        assert self._printer
        assert self._session
        scale = min(self._printer.resolution(), _FINEST) / _POINTS
        self._tiles = dict.fromkeys(grid(page, self._document.sizes[page - 1], scale))
        number = self._total - len(self._left) + 1
        self.said.emit(self.tr("Printing page {number} of {total}…").format(number=number, total=self._total))
        for tile in self._tiles:
            self._session.ask_picture(("print", tile), page, scale=tile.scale, part=tile.part, priority=_PRIORITY)

    def _on_pictured(self, name: object, picture: PagePicture) -> None:
        if isinstance(name, tuple) and name[0] == "print" and name[1] in self._tiles:
            self._tiles[name[1]] = image_of(picture)
            if all(image is not None for image in self._tiles.values()):
                self._paint()

    def _on_refused(self, page: int, name: object, _fault: ViewFault) -> None:
        if self._left and page == self._left[0] and isinstance(name, tuple) and name[0] == "print" and name[1] in self._tiles:
            self._tiles = {}
            self._paint()

    def _paint(self) -> None:
        """Put a page on paper, as large as it fits; in words where it could not be drawn."""
        painter, printer = self._painter, self._printer
        assert painter
        assert printer
        page = self._left.pop(0)
        room = QRectF(printer.pageLayout().paintRectPixels(printer.resolution()))
        area = QRectF(QPointF(0, 0), room.size())
        if self._tiles:
            width, height = self._document.sizes[page - 1]
            scale = next(iter(self._tiles)).scale
            fitting = min(area.width() / (width * scale), area.height() / (height * scale))
            for tile, image in self._tiles.items():
                target = QRectF(tile.left * fitting, tile.top * fitting, tile.width * fitting, tile.height * fitting)
                if image is not None:
                    painter.drawImage(target, image)
        else:
            said = self.tr("Page {label} cannot be drawn.").format(label=self._document.labels[page - 1])
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), said)
        if self._left:
            printer.newPage()
            self._ask()
        else:
            self.stop()
            self.said.emit(self.tr("%n pages sent to the printer.", "", self._total))
            self.finished.emit()
