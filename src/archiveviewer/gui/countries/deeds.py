"""What can be done with a row of a profile: copy its sentence, call it wrong, take that back. At the end of the row, and in its menu."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QRect

from archiveviewer.gui.countries.row import Row, RowKind

translate = QCoreApplication.translate
SIDE = 24
"""Width and least height of a small picture that can be pressed."""


class Deed(StrEnum):
    """Something that is done with a row."""

    OPEN = "open"
    COPY = "copy"
    WRONG = "wrong"
    RIGHT = "right"


ICONS = {Deed.COPY: "quote", Deed.WRONG: "flag", Deed.RIGHT: "undo-2"}


@dataclass(frozen=True, slots=True)
class Offered:
    """A deed with its words, and its key when it has one."""

    deed: Deed
    words: str
    key: str = ""


def offered(row: Row) -> tuple[Offered, ...]:
    """Return what can be done with a row, in the order of its menu."""
    found = []
    if row.place is not None:
        found.append(Offered(Deed.OPEN, translate("deeds", "Open the sentence"), "Return"))
        found.append(Offered(Deed.COPY, translate("deeds", "Copy the sentence with its source"), "Ctrl+C"))
    if row.hidden is not None:
        found.append(Offered(Deed.RIGHT, translate("deeds", "Take it back: show this fact again"), "Del"))
    elif row.stated is not None and row.stated.fact.evidence is not None and row.kind is not RowKind.HIDDEN:
        found.append(Offered(Deed.WRONG, translate("deeds", "Wrong? Leave this fact out"), "Del"))
    return tuple(found)


def at_the_end(row: Row) -> tuple[Offered, ...]:
    """Return what stands at the end of a row: that which has a picture."""
    return tuple(one for one in offered(row) if one.deed in ICONS)


def place_of(number: int, count: int, row: QRect, *, side: int, mirrored: bool) -> QRect:
    """Return where picture `number` of `count` stands at the trailing end of a row."""
    before = (count - 1 - number) * side
    left = row.left() + before if mirrored else row.right() + 1 - before - side
    return QRect(left, row.top(), side, row.height())
