"""The first row of the reader: what kind of document it is, its title, place and date, and its other languages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QWidget

from archiveviewer.gui.kinds import in_order
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.chips import Chip, Look, chip_height, chip_width, paint_chip
from archiveviewer.gui.widgets.cut_label import CutLabel
from archiveviewer.records import Document
from archiveviewer.text.escaping import isolate

HEIGHT = 40
_BESIDE = 72
"""What icon, margins and gaps take beside title, place and chips."""

_LEAST = 60
_ICONS = {"application/pdf": "file-text", "text/html": "globe", "application/xhtml+xml": "globe"}


def icon_of(media_type: str) -> str:
    """Return the icon for a kind of file."""
    return _ICONS.get(media_type, "file-type" if media_type.startswith("text/") else "file-text")


class LanguageChip(QAbstractButton):
    """A language version of the document, to be opened by a click or a key."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chip = Chip("?", Look.OPEN)
        self.document: Document | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_document(self, document: Document, look: Look) -> None:
        """Stand for another document."""
        self.document, chip = document, Chip((document.language or "?").upper(), look)
        if chip == self._chip:
            return
        self._chip = chip
        self.updateGeometry()
        self.update()
        self.setCursor(Qt.CursorShape.PointingHandCursor if look is not Look.OPEN else Qt.CursorShape.ArrowCursor)
        name = QLocale.languageToString(QLocale(document.language or "").language()) if document.language else self.tr("no language")
        said = self.tr("{language}, open now") if look is Look.OPEN else self.tr("{language}, open this version")
        self.setAccessibleName(said.format(language=name))
        self.setToolTip(said.format(language=name))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the size of the chip with room for the focus, never under 24 high."""
        return QSize(chip_width(self._chip, self._theme) + 4, max(24, chip_height(self._theme) + 6))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint the chip, and the focus around it."""
        painter = QPainter(self)
        high = chip_height(self._theme)
        paint_chip(painter, QRect(2, (self.height() - high) // 2, self.width() - 4, high), self._chip, self._theme)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


class TitleRow(QWidget):
    """Shows one document; `sibling_chosen` comes with the Document of another language."""

    sibling_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document: Document | None = None
        self._siblings: tuple[Document, ...] = ()
        self._chips_of: Document | None = None
        self._kind = QLabel(self)
        self._title = CutLabel(theme, "title", parent=self)
        self._where = CutLabel(theme, "caption", "quiet", parent=self)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._kind)
        row.addWidget(self._title)
        row.addWidget(self._where)
        row.addStretch(1)
        row.addLayout(self._chips)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def title(self) -> str:
        """The title that is shown."""
        return self._title.text

    def show_document(self, document: Document | None, where: str = "") -> None:
        """Show what a document is; its languages come by `show_siblings`."""
        self._document = document
        self._title.set_text(isolate(document.title) if document else "")
        self._where.set_text(where)
        self._on_theme_changed()
        self.show_siblings((document,) if document and document.language else ())

    @property
    def siblings(self) -> tuple[Document, ...]:
        """The language versions of the document, itself among them."""
        return self._siblings

    def show_siblings(self, siblings: Sequence[Document]) -> None:
        """Show a chip for each language version that is here; one alone whose language is not known has nothing to say."""
        if self._siblings == tuple(siblings) and self._chips_of is self._document:
            return
        self._siblings, self._chips_of = tuple(siblings), self._document
        siblings = sorted(siblings, key=lambda one: in_order(one.language or ""))
        if len(siblings) == 1 and not siblings[0].language:
            siblings = []
        while self._chips.count() < len(siblings):
            self._add_chip()
        mine = QLocale.system().name()[:2]
        for index, chip in enumerate(self._all_chips()):
            if index < len(siblings):
                is_open = self._document is not None and siblings[index].id == self._document.id
                chip.show_document(siblings[index], Look.OPEN if is_open else Look.YOURS if siblings[index].language == mine else Look.HERE)
            chip.setVisible(index < len(siblings))
        self._fit()

    def _all_chips(self) -> list[LanguageChip]:
        widgets = [item.widget() for index in range(self._chips.count()) if (item := self._chips.itemAt(index))]
        return [widget for widget in widgets if isinstance(widget, LanguageChip)]

    def _add_chip(self) -> None:
        chip = LanguageChip(self._theme, self)
        chip.clicked.connect(lambda: self._on_chip_clicked(chip))
        self._chips.addWidget(chip)

    def _on_chip_clicked(self, chip: LanguageChip) -> None:
        if chip.document and self._document and chip.document.id != self._document.id:
            self.sibling_chosen.emit(chip.document)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Make the best of the room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the title what it needs before place and date get anything."""
        chips = self._chips.sizeHint().width()
        room = self.width() - self._theme.space(_BESIDE) - chips
        wide = max(min(self._title.sizeHint().width(), room), 0)
        self._title.setMaximumWidth(wide)
        left = room - wide
        self._where.setVisible(left >= _LEAST)
        self._where.setMaximumWidth(max(min(self._where.sizeHint().width(), left), 0))

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.space(HEIGHT))
        self._kind.setVisible(self._document is not None)
        if self._document:
            self._kind.setPixmap(self._theme.icon(icon_of(self._document.media_type), size=18, ratio=self.devicePixelRatioF()))
