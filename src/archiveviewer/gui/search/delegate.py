"""Paints the results: documents with kind, date and languages, and the pages below them with the found words marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPixmap, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from archiveviewer.gui.kinds import file_icon, page_word
from archiveviewer.gui.search.model import Index, ResultsModel
from archiveviewer.gui.search.rows import (
    CountryRow,
    DocumentRow,
    EndRow,
    MoreRow,
    NoteRow,
    PageRow,
    WayRow,
    hits_word,
    page_text,
    second_line,
)
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets import chips, marked
from archiveviewer.gui.widgets.chips import Chip, Look
from archiveviewer.gui.widgets.rows import SIDE, Pen, ground, joined, line_height, mirrored, selected, visual

_ICON = 34
"""Where the icon of a document begins, at 100 per cent; the arrow stands before it."""
_TITLE = 58
_SNIPPET = 98
_END = 14
_PAD = 12
_HIT_PAD = 10


@dataclass(frozen=True, slots=True)
class _Laid:
    """A snippet laid out for one width."""

    layout: QTextLayout
    height: float


class ResultsDelegate(QStyledItemDelegate):
    """Paints rows of a `ResultsModel`. `lit` is set while the search field has the keys and moves the selection."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._laid: dict[tuple[int, int, int], _Laid] = {}
        self._two_lines_high: float | None = None
        self._chips: Mapping[int, Sequence[Chip]] = {}
        self.lit = False

    def forget(self) -> None:
        """Drop what was laid out for other rows, colours or sizes."""
        self._laid.clear()
        self._two_lines_high = None

    def set_chips(self, chips_of: Mapping[int, Sequence[Chip]]) -> None:
        """Show these languages for documents."""
        self._chips = chips_of

    # -- sizes --------------------------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt calls it
        """Return the height of a row; a snippet takes one line or two."""
        model = self._model()
        row = model.row_at(index)
        body, caption = line_height(self._theme), line_height(self._theme, role="caption")
        match row:
            case DocumentRow() | WayRow() | CountryRow():
                height = body + caption + _PAD
            case PageRow():
                height = round(self._height(row)) + _HIT_PAD
            case _:
                height = body + 2 * _HIT_PAD
        return QSize(self._width(), height)

    def _model(self) -> ResultsModel:
        model = self._view.model()
        assert isinstance(model, ResultsModel)
        return model

    def _width(self) -> int:
        return self._view.viewport().width()

    def _snippet_width(self) -> int:
        return self._width() - self._theme.space(_SNIPPET) - SIDE

    def _height(self, row: PageRow) -> float:
        """Return the height of a snippet. The view asks for all, and most are seen to take two lines without laying them out."""
        if not marked.surely_two_lines(row.page.snippet, width=self._snippet_width(), theme=self._theme):
            return self._snippet(row).height
        if self._two_lines_high is None:
            self._two_lines_high = self._snippet(row).height
        return self._two_lines_high

    def _snippet(self, row: PageRow) -> _Laid:
        width = self._snippet_width()
        key = (row.hit.document, row.page.page, width)
        if key not in self._laid:
            self._laid[key] = _Laid(*marked.lay_out(row.page.snippet, row.page.marks, width=width, theme=self._theme))
        return self._laid[key]

    # -- painting -----------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        model = self._model()
        row = model.row_at(index)
        if row is None:
            return
        painter.save()
        pen = Pen(painter, self._theme, mirrored(option))
        ground(painter, option, self._theme, lit=self.lit, line=self._ends_group(model, index))
        match row:
            case DocumentRow():
                self._document(pen, option, row, country=model.country_of(row), unfolded=self._view.isExpanded(index))
            case PageRow():
                self._page(pen, option, row)
            case CountryRow():
                icon = self._theme.state_icon(row.state)
                self._two_lines(pen, option, title=row.name, detail=row.sentence, icon=icon)
            case WayRow():
                self._way(pen, option, row)
            case EndRow():
                self._end(pen, option, row)
            case NoteRow(text):
                pen.write(option.rect.adjusted(SIDE, 0, -SIDE, 0), text, role="caption_strong")
            case MoreRow(text):
                pen.write(self._from(option, _TITLE), text, token="accent")
        painter.restore()

    def _ends_group(self, model: ResultsModel, index: Index) -> bool:
        """Whether the line between documents stands below this row."""
        row = model.row_at(index)
        if isinstance(row, PageRow):
            return index.row() == model.rowCount(index.parent()) - 1
        if isinstance(row, DocumentRow):
            return not (self._view.isExpanded(index) and model.rowCount(index))
        return not isinstance(row, EndRow)

    def _from(self, option: QStyleOptionViewItem, left: int, *, right: int = _END) -> QRect:
        """Return the part of a row from `left` on, in the direction of the layout."""
        rect = QRect(option.rect)
        rect.setLeft(rect.left() + self._theme.space(left))
        rect.setRight(rect.right() - right)
        return visual(rect, option.rect, rtl=mirrored(option))

    def _slot(self, option: QStyleOptionViewItem, left: int, width: int) -> QRect:
        rect = QRect(option.rect.left() + self._theme.space(left), option.rect.top(), self._theme.space(width), option.rect.height())
        return visual(rect, option.rect, rtl=mirrored(option))

    def _lines(self, rect: QRect) -> tuple[QRect, QRect]:
        """Return the two lines of a row of a document."""
        body, caption = line_height(self._theme), line_height(self._theme, role="caption")
        top = rect.top() + (rect.height() - body - caption) // 2
        return QRect(rect.left(), top, rect.width(), body), QRect(rect.left(), top + body, rect.width(), caption)

    def _document(self, pen: Pen, option: QStyleOptionViewItem, row: DocumentRow, *, country: str, unfolded: bool) -> None:
        hit = row.hit
        first_half = QRect(option.rect.left(), option.rect.top() + 3, option.rect.width(), line_height(self._theme) + 8)
        if hit.pages:
            arrow = "chevron-down" if unfolded else "chevron-right"
            pen.icon(_over(self._slot(option, 10, 16), first_half), self._theme.icon(arrow))
        pen.icon(_over(self._slot(option, _ICON, 16), first_half), self._theme.icon(file_icon(hit.path)))
        whole = self._from(option, _TITLE)
        taken = self._at_end(pen, whole, row, unfolded=unfolded)
        rest = QRect(option.rect)
        rest.setLeft(rest.left() + self._theme.space(_TITLE))
        rest.setRight(rest.right() - _END - (taken + 8 if taken else 0))
        first, second = self._lines(visual(rest, option.rect, rtl=pen.rtl))
        pen.write(first, hit.title, role="title")
        _, below = self._lines(whole)
        about = joined(country, *second_line(hit), self._languages_word(hit.document))
        pen.write(second if taken else below, about, role="caption", token="quiet")

    def _languages_word(self, document: int) -> str:
        row = self._chips.get(document, ())
        missing = sum(chip.look is Look.MISSING for chip in row)
        if not missing:
            return ""
        return self.tr("%n of {all} listed languages here", "", len(row) - missing).format(all=len(row))

    def _at_end(self, pen: Pen, whole: QRect, row: DocumentRow, *, unfolded: bool) -> int:
        """Paint languages, or how many pages answer; return the width that this took."""
        languages = self._chips.get(row.hit.document, ())
        first, _ = self._lines(whole)
        if len(languages) > 1:
            place = self._chips_place(first, languages, rtl=pen.rtl)
            chips.paint_chips(pen.painter, place, languages, self._theme, rtl=pen.rtl)
            return place.width()
        if not row.hit.page_hits or (unfolded and row.hit.page_hits == len(row.hit.pages) == 1 and row.hit.paged):
            return 0
        return pen.write(first, hits_word(row.hit), role="caption", token="quiet", trailing=True)

    def _chips_place(self, first: QRect, languages: Sequence[Chip], *, rtl: bool) -> QRect:
        """Return where the languages stand in the first line of a document."""
        width = chips.chips_width(languages, self._theme)
        return visual(QRect(first.right() - width + 1, first.top(), width, first.height()), first, rtl=rtl)

    def language_at(self, option: QStyleOptionViewItem, row: DocumentRow, point: QPoint) -> str:
        """Return the language whose chip is at a point of a row; empty where none is."""
        languages = self._chips.get(row.hit.document, ())
        if len(languages) < 2:  # noqa: PLR2004 - one alone has no chip
            return ""
        rtl = mirrored(option)
        first, _ = self._lines(self._from(option, _TITLE))
        places = chips.chip_places(self._chips_place(first, languages, rtl=rtl), languages, self._theme, rtl=rtl)
        return next((chip.text.lower() for chip, place in zip(languages, places, strict=True) if place.contains(point)), "")

    def _page(self, pen: Pen, option: QStyleOptionViewItem, row: PageRow) -> None:
        laid = self._snippet(row)
        top = option.rect.top() + _HIT_PAD // 2
        label = self._slot(option, _ICON, _SNIPPET - 8 - _ICON)
        label.setTop(top)
        label.setHeight(line_height(self._theme))
        pen.write(label, page_word(row.page.label, paged=row.hit.paged), role="caption", token="quiet", trailing=True)
        beside = self._from(option, _SNIPPET, right=SIDE)
        if not row.page.snippet:
            beside.setTop(top)
            beside.setHeight(line_height(self._theme))
            pen.write(beside, page_text(row.page), role="caption", token="quiet")
            return
        left = beside.left()
        marked.paint(pen.painter, laid.layout, QPointF(left, top), theme=self._theme)

    def _two_lines(self, pen: Pen, option: QStyleOptionViewItem, *, title: str, detail: str, icon: QPixmap, right: int = _END) -> None:
        pen.icon(self._slot(option, _ICON, 16), icon)
        first, second = self._lines(self._from(option, _TITLE, right=right))
        pen.write(first, title, role="title")
        pen.write(second, detail, role="caption", token="quiet")

    def _way(self, pen: Pen, option: QStyleOptionViewItem, row: WayRow) -> None:
        icon = self._theme.icon("corner-down-left", token="accent")
        taken = pen.write(self._from(option, _TITLE), row.count, role="title", trailing=True)
        self._two_lines(pen, option, title=row.title, detail=row.detail, icon=icon, right=_END + taken + 8)

    def _end(self, pen: Pen, option: QStyleOptionViewItem, row: EndRow) -> None:
        rect = self._from(option, _ICON)
        taken = pen.write(rect, row.text, role="caption", token="quiet")
        if row.link:
            rest = QRect(rect)
            if pen.rtl:
                rest.setRight(rest.right() - taken - 8)
            else:
                rest.setLeft(rest.left() + taken + 8)
            pen.write(rest, row.link, role="caption", token="text" if selected(option) else "accent")


def _over(slot: QRect, line: QRect) -> QRect:
    return QRect(slot.left(), line.top(), slot.width(), line.height())
