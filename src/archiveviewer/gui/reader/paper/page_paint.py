"""Paints a page: paper, tiles, the words lit on it, the bar beside an evidence, or in grey why it cannot be drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from archiveviewer.gui.theme import Theme
from archiveviewer.layout.tiles import Tile
from archiveviewer.records import Box, ViewFault

translate = QCoreApplication.translate
_LINE = 2.0
_PULSE = 4.0
_ROUND = 3.0
_BAR = 4.0
_BAR_AWAY = 14.0
_WHITE = QColor(255, 255, 255)
_AROUND = 1.0
_AT_NIGHT = 300
_SIGN, _SIGN_AWAY = 14, 5


@dataclass(frozen=True, slots=True)
class NoteLook:
    """A highlight on a page: the name of its colour, its boxes, and whether something was written to it."""

    colour: str
    boxes: Sequence[Box]
    written: bool = False


@dataclass(frozen=True, slots=True)
class PageLook:
    """What is to be seen of a page: `frame` is its shown part, `origin` the top left of the whole page, both in the viewport.

    `sharp` and `blurred` are the pictures there are, `unfinished` that sharp ones are lacking, `late`
    that one should say so; `hits` are boxes by hit, `now` which of
    them is the current one, `selected` the boxes of what is selected; at `night` paper is black; it may
    be the `only` page;
    `notes` are a person's own, below all that was found.
    """

    frame: QRectF
    origin: QPointF
    scale: float
    ratio: float
    sharp: Sequence[tuple[Tile, QImage]] = ()
    blurred: Sequence[tuple[Tile, QImage]] = ()
    hits: Sequence[Sequence[Box]] = ()
    now: int | None = None
    quote: Sequence[Box] = ()
    value: Sequence[Box] = ()
    selected: Sequence[Box] = ()
    night: bool = False
    only: bool = False
    notes: Sequence[NoteLook] = ()
    bookmarked: bool = False
    pulse: bool = False
    fault: ViewFault | None = None
    unfinished: bool = False
    late: bool = False

    def rect(self, box: Box) -> QRectF:
        """Return where a box of the page lies in the viewport."""
        left, top, right, bottom = (side * self.scale for side in box)
        return QRectF(self.origin.x() + left, self.origin.y() + top, right - left, bottom - top)


def paint_page(painter: QPainter, theme: Theme, look: PageLook) -> None:
    """Paint one page."""
    painter.save()
    painter.setClipRect(look.frame)
    if look.fault:
        _paint_fault(painter, theme, look)
    else:
        _paint_paper(painter, theme, look)
        _paint_lights(painter, theme, look)
    painter.setClipping(False)
    painter.setPen(QPen(theme.color("edge"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(look.frame.adjusted(-0.5, -0.5, 0.5, 0.5))
    painter.restore()


def _paint_paper(painter: QPainter, theme: Theme, look: PageLook) -> None:
    paper = theme.color("paper")
    if look.unfinished or not look.sharp:
        painter.fillRect(look.frame, paper if not (look.sharp or look.blurred) else _WHITE)
    if look.late and not (look.sharp or look.blurred):
        painter.setFont(theme.font("body"))
        painter.setPen(QColor(theme.color("paper_line")))
        area = look.frame.adjusted(24, 24, -24, 0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), translate("reader", "Drawing the page…"))
    for tile, image in look.blurred:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(_stretched(tile, look), image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
    for tile, image in look.sharp:
        image.setDevicePixelRatio(look.ratio)
        painter.drawImage(look.origin + QPointF(tile.left / look.ratio, tile.top / look.ratio), image)
    if look.night or look.sharp or look.blurred:
        colour_paper(painter, theme, look.frame, night=look.night)


def colour_paper(painter: QPainter, theme: Theme, frame: QRectF, *, night: bool) -> None:
    """Give the white paper of a picture the colour that paper has in the theme; at `night` it is black, and what is printed white."""
    modes = QPainter.CompositionMode
    paper = _WHITE if night else theme.color("paper")
    if night or paper != _WHITE:
        painter.setCompositionMode(modes.CompositionMode_Difference if night else modes.CompositionMode_Multiply)
        painter.fillRect(frame, paper)
        painter.setCompositionMode(modes.CompositionMode_SourceOver)


def _stretched(tile: Tile, look: PageLook) -> QRectF:
    grown = look.scale / tile.scale
    return QRectF(look.origin.x() + tile.left * grown, look.origin.y() + tile.top * grown, tile.width * grown, tile.height * grown)


def _paint_lights(painter: QPainter, theme: Theme, look: PageLook) -> None:
    modes = QPainter.CompositionMode
    painter.setCompositionMode(modes.CompositionMode_Screen if look.night else modes.CompositionMode_Multiply)
    ground = "night" if look.night else "paper"
    current = look.hits[look.now] if look.now is not None and look.now < len(look.hits) else look.value
    for note in look.notes:
        colour = theme.color(note.colour)
        for box in note.boxes:
            painter.fillRect(look.rect(box), colour.darker(_AT_NIGHT) if look.night else colour)
    for boxes in (look.quote, *(hit for hit in look.hits if hit is not current)):
        for box in boxes:
            painter.fillRect(look.rect(box).adjusted(-_AROUND, 0, _AROUND, 0), theme.color(f"{ground}_hit"))
    for box in current:
        painter.fillRect(look.rect(box).adjusted(-_AROUND, 0, _AROUND, 0), theme.color(f"{ground}_now"))
    for box in look.selected:
        painter.fillRect(look.rect(box), theme.color(f"{ground}_selected"))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    _paint_lines(painter, theme, look, current)
    _paint_signs(painter, theme, look)
    if look.quote:
        _paint_bar(painter, theme, look)


def _paint_signs(painter: QPainter, theme: Theme, look: PageLook) -> None:
    """Draw a sign in the margin beside words that something was written to, and a ribbon at the top of a page with a bookmark."""
    for note in look.notes:
        if note.written and note.boxes:
            first = look.rect(note.boxes[0])
            left = look.frame.left() + _SIGN_AWAY
            icon = theme.icon("notebook-pen", size=_SIGN, token="night_line" if look.night else "paper_line", ratio=look.ratio)
            painter.drawPixmap(QPointF(left, first.center().y() - _SIGN / 2), icon)
    if look.bookmarked:
        left, top, wide, high = look.frame.right() - 34, look.frame.top(), 16.0, 26.0
        ribbon = QPainterPath(QPointF(left, top))
        for x, y in ((left + wide, top), (left + wide, top + high), (left + wide / 2, top + high - 7), (left, top + high), (left, top)):
            ribbon.lineTo(x, y)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(ribbon, theme.color("accent"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _paint_lines(painter: QPainter, theme: Theme, look: PageLook, boxes: Sequence[Box]) -> None:
    """Draw the line of the current hit outside its words, thicker while it calls for the eye."""
    width = _PULSE if look.pulse else _LINE
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("night_line" if look.night else "paper_line"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    away = _AROUND + width / 2
    for box in boxes:
        painter.drawRoundedRect(look.rect(box).adjusted(-away, -away, away, away), _ROUND, _ROUND)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _paint_bar(painter: QPainter, theme: Theme, look: PageLook) -> None:
    rects = [look.rect(box) for box in look.quote]
    left = max(min(rect.left() for rect in rects) - _BAR_AWAY, look.frame.left() + _LINE)
    top, bottom = min(rect.top() for rect in rects), max(rect.bottom() for rect in rects)
    path = QPainterPath()
    path.addRoundedRect(QRectF(left, top, _BAR, bottom - top), _BAR / 2, _BAR / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, theme.color("night_line" if look.night else "paper_line"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def reason(fault: ViewFault) -> str:
    """Return why a page cannot be drawn, in a sentence."""
    return {
        ViewFault.DAMAGED: translate("reader", "Its part of the file is damaged."),
        ViewFault.EMPTY: translate("reader", "The file holds no pages."),
        ViewFault.PASSWORD: translate("reader", "The file asks for a password."),
        ViewFault.CRASHED: translate("reader", "Drawing it ended the page reader twice."),
        ViewFault.TOO_SLOW: translate("reader", "Drawing it takes longer than 20 seconds."),
        ViewFault.OUT_OF_MEMORY: translate("reader", "Drawing it needs more memory than is allowed."),
    }[fault]


def _paint_fault(painter: QPainter, theme: Theme, look: PageLook) -> None:
    painter.fillRect(look.frame, theme.color("unknown_soft"))
    visible = look.frame
    icon = theme.icon("triangle-alert", size=20, token="quiet", ratio=look.ratio)
    middle = visible.center()
    painter.drawPixmap(QPointF(middle.x() - 10, max(visible.top() + 40, min(middle.y(), visible.top() + 160)) - 30), icon)
    text = QRectF(visible.left() + 24, max(visible.top() + 40, min(middle.y(), visible.top() + 160)), visible.width() - 48, 120)
    painter.setPen(theme.color("text"))
    painter.setFont(theme.font("title"))
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    said = translate("reader", "This page cannot be drawn. The others can.")
    if look.only:
        said = translate("reader", "This page cannot be drawn.")
    drawn = painter.boundingRect(text, int(flags), said)
    painter.drawText(text, int(flags), said)
    painter.setFont(theme.font("body"))
    painter.setPen(theme.color("quiet"))
    assert look.fault
    painter.drawText(text.adjusted(0, drawn.height() + 4, 0, 0), int(flags), reason(look.fault))
