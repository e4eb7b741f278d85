"""Paints chips: the languages of a document, states of deadlines, and notes such as "recognised text"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from archiveviewer.gui.theme import Theme

GAP = 3
RADIUS = 3
_ANY = 1 << 20
_PAD = 5
_ICON_GAP = 6


class Look(StrEnum):
    """How a language stands to the reader: open now, one of yours, here, or listed but missing."""

    OPEN = "open"
    YOURS = "yours"
    HERE = "here"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Chip:
    """A language in two letters ("EN") and its look."""

    text: str
    look: Look


def chip_height(theme: Theme) -> int:
    """Return the height of a chip."""
    return theme.height("chip_strong") + 3


def chip_width(chip: Chip, theme: Theme) -> int:
    """Return the width of a language chip; two letters take the same room whichever they are."""
    return max(theme.cut(text, "chip_strong", _ANY)[1] for text in (chip.text, "EN")) + 2 * _PAD


def chips_width(chips: Sequence[Chip], theme: Theme) -> int:
    """Return the width of a row of chips."""
    return sum(chip_width(chip, theme) + GAP for chip in chips) - GAP if chips else 0


def paint_chips(painter: QPainter, rect: QRect, chips: Sequence[Chip], theme: Theme, *, rtl: bool = False) -> list[QRect]:
    """Paint chips from the leading edge of `rect`, and return where each stands."""
    places = chip_places(rect, chips, theme, rtl=rtl)
    for chip, place in zip(chips, places, strict=True):
        paint_chip(painter, place, chip, theme)
    return places


def chip_places(rect: QRect, chips: Sequence[Chip], theme: Theme, *, rtl: bool = False) -> list[QRect]:
    """Return where each chip stands when they are painted from the leading edge of `rect`."""
    places = []
    x = rect.left()
    height = chip_height(theme)
    top = rect.top() + (rect.height() - height) // 2
    for chip in chips:
        width = chip_width(chip, theme)
        left = x if not rtl else rect.left() + rect.right() - x - width + 1
        places.append(QRect(left, top, width, height))
        x += width + GAP
    return places


def paint_chip(painter: QPainter, rect: QRect, chip: Chip, theme: Theme) -> None:
    """Paint one language chip."""
    fill, edge, text, role = {
        Look.OPEN: ("accent", "accent", "accent_on", "chip_strong"),
        Look.YOURS: ("selected", "accent", "text", "chip_strong"),
        Look.HERE: ("pane", "edge", "text", "chip"),
        Look.MISSING: (None, "edge", "quiet", "chip"),
    }[chip.look]
    painter.save()
    frame(painter, rect, theme, fill=fill, edge=edge, dashed=chip.look is Look.MISSING)
    painter.setFont(theme.font(role))
    painter.setPen(theme.color(text))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, chip.text)
    painter.restore()


def frame(painter: QPainter, rect: QRect, theme: Theme, *, fill: str | None, edge: str | None, dashed: bool = False) -> None:
    """Paint a rounded box with the ground and the edge of two tokens."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(theme.color(edge), 1)
        if dashed:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


@dataclass(frozen=True, slots=True)
class Note:
    """A word with its icon in a small box; `token` colours the word, `fill` and `edge` the box."""

    text: str
    icon: QPixmap | None = None
    token: str = "quiet"
    fill: str | None = None
    edge: str | None = "line"
    dashed: bool = False


def state_note(state: str, word: str, theme: Theme) -> Note:
    """Return the note of a deadline's state: shape, word and colour on its soft ground; an edge only in high contrast."""
    _, token = theme.state(state)
    edge = token if theme.name == "contrast" else None
    return Note(word, icon=theme.state_icon(state), token=token, fill=f"{token}_soft", edge=edge)


def note_width(note: Note, theme: Theme) -> int:
    """Return the width of a note with its icon."""
    width = theme.cut(note.text, "caption", _ANY)[1] + 2 * (_PAD + 2)
    return width + (round(note.icon.deviceIndependentSize().width()) + _ICON_GAP if note.icon else 0)


def paint_note(painter: QPainter, rect: QRect, note: Note, theme: Theme, *, rtl: bool = False) -> None:
    """Paint a note such as "recognised text" or "passed"."""
    painter.save()
    frame(painter, rect, theme, fill=note.fill, edge=note.edge, dashed=note.dashed)
    inside = rect.adjusted(_PAD + 2, 0, -_PAD - 2, 0)
    if note.icon is not None:
        side = round(note.icon.deviceIndependentSize().width())
        left = inside.right() - side + 1 if rtl else inside.left()
        painter.drawPixmap(left, rect.top() + (rect.height() - side) // 2, note.icon)
        inside.adjust(0 if rtl else side + _ICON_GAP, 0, -side - _ICON_GAP if rtl else 0, 0)
    painter.setFont(theme.font("caption"))
    painter.setPen(theme.color(note.token))
    align = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    painter.drawText(inside, align | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, note.text)
    painter.restore()
