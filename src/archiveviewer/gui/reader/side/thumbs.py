"""Small pictures of the pages in a list: where one is, what the others look like, and a way there. Drawn as they come into view."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archiveviewer.gui.reader.document.session import Session
from archiveviewer.gui.reader.paper.page_paint import colour_paper
from archiveviewer.gui.reader.paper.pictures import image_of
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets import rows
from archiveviewer.layout.tiles import Tile, thumb
from archiveviewer.records import OpenedDocument, PagePicture

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_KEPT = 120
_PRIORITY = 3
_HIGH = 150
_MARGIN = 8


class ThumbModel(QAbstractListModel):
    """A row for each page; only its label, as pictures come and go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels: tuple[str, ...] = ()

    def set_labels(self, labels: tuple[str, ...]) -> None:
        """Hold the pages of another document."""
        self.beginResetModel()
        self.labels = labels
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt calls it
        """Return how many pages there are."""
        return 0 if parent.isValid() else len(self.labels)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the label of a page, or what is heard of it."""
        if not 0 <= index.row() < len(self.labels):
            return None
        label = self.labels[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Page {label}").format(label=label)
        return label if role == Qt.ItemDataRole.DisplayRole else None


class ThumbDelegate(QStyledItemDelegate):
    """Paints the picture of a page, and its label below."""

    def __init__(self, theme: Theme, view: ThumbView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt calls it
        """Return room for a picture and a label."""
        return QSize(0, self._theme.space(_HIGH) + rows.line_height(self._theme, role="caption") + 3 * _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a page."""
        page = index.row() + 1
        painter.save()
        rows.ground(painter, option, self._theme, line=False)
        line = rows.line_height(self._theme, role="caption")
        room = option.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -2 * _MARGIN - line)
        wide, high = self._view.size_of(page)
        size = QSize(round(wide), round(high)).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        paper = QRect(room.center().x() - size.width() // 2, room.center().y() - size.height() // 2, size.width(), size.height())
        painter.fillRect(paper, Qt.GlobalColor.white)
        image = self._view.image(page)
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(paper, image)
        colour_paper(painter, self._theme, paper.toRectF(), night=self._view.night)
        painter.setPen(QPen(self._theme.color("edge"), 1))
        painter.drawRect(paper)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.color("text"))
        below = QRect(option.rect.left(), room.bottom() + _MARGIN, option.rect.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()


class ThumbView(QListView):
    """The list; `page_chosen` comes with a page. At `night` paper is black."""

    page_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.night = False
        self._session: Session | None = None
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._missing: set[int] = set()
        self._pages = ThumbModel(self)
        self._wanting = QTimer(self, singleShot=True, interval=40)
        self._wanting.timeout.connect(self._want)
        self.setModel(self._pages)
        self.setItemDelegate(ThumbDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Pages"))
        self.clicked.connect(lambda index: self.page_chosen.emit(index.row() + 1))
        self.activated.connect(lambda index: self.page_chosen.emit(index.row() + 1))
        theme.changed.connect(self.doItemsLayout)

    def show_document(self, session: Session | None, document: OpenedDocument | None) -> None:
        """Show the pages of another document, or none."""
        if self._session:
            self._session.pictured.disconnect(self._on_pictured)
        self._session = session
        self._images.clear()
        self._missing.clear()
        self._sizes = document.sizes if document else ()
        self._pages.set_labels(document.labels if document else ())
        if session:
            session.pictured.connect(self._on_pictured)

    def set_night(self, night: bool) -> None:
        """Show paper black, as the pages do."""
        self.night = night
        self.viewport().update()

    def set_page(self, page: int) -> None:
        """Select the page that is read."""
        index = self._pages.index(page - 1)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)

    def size_of(self, page: int) -> tuple[float, float]:
        """Return the size of a page."""
        return self._sizes[page - 1]

    def image(self, page: int) -> QImage | None:
        """Return the picture of a page, if it is there; else it is asked for, as it is being painted."""
        if page not in self._images:
            self._missing.add(page)
            if not self._wanting.isActive():
                self._wanting.start()
            return None
        self._images.move_to_end(page)
        return self._images[page]

    def _want(self) -> None:
        """Ask for what was to be painted since, and is still seen."""
        missing, self._missing = self._missing, set()
        if self._session is None or not self.isVisible():
            return
        for page in sorted(missing):
            if self.visualRect(self._pages.index(page - 1)).intersects(self.viewport().rect()):
                tile = thumb(page, self._sizes[page - 1])
                self._session.ask_picture(("thumb", tile), page, scale=tile.scale, part=tile.part, priority=_PRIORITY)

    def _on_pictured(self, name: object, picture: PagePicture) -> None:
        if not (isinstance(name, tuple) and name[0] == "thumb" and isinstance(name[1], Tile)):
            return
        self._images[picture.page] = image_of(picture)
        while len(self._images) > _KEPT:
            self._images.popitem(last=False)
        self.update(self._pages.index(picture.page - 1))
