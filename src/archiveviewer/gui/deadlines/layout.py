"""Where things are in the drawing of the lanes, in pixels of its viewport. Pure arithmetic.

Years run from left to right in every language; right to left only moves the names to the other side.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF

_LEAST_NAMES = 120
_NAMES = 0.27
"""Of the width, at most so much is for names."""
_EDGE = 8
_LEAST_PLOT = 40


@dataclass(frozen=True, slots=True)
class Layout:
    """The drawing at one moment: `head` is the height of the line of years, `tall` that of a row, `names` the width of the names."""

    width: int
    height: int
    head: int
    tall: int
    names: int
    rows: int
    scrolled: int
    mirrored: bool

    @property
    def plot(self) -> QRectF:
        """The place of bars and marks."""
        left = _EDGE if self.mirrored else self.names
        return QRectF(left, self.head, max(self.width - self.names - _EDGE, _LEAST_PLOT), self.height - self.head)

    @property
    def names_rect(self) -> QRect:
        """The place of the names."""
        return QRect(self.width - self.names if self.mirrored else 0, 0, self.names, self.height)

    @property
    def bottom(self) -> float:
        """The lower end of the last row, or of the drawing."""
        return min(self.height, self.top(self.rows))

    def top(self, row: int) -> int:
        """Return the upper edge of a row."""
        return self.head + row * self.tall - self.scrolled

    def row_at(self, y: float) -> int:
        """Return the row at a height, -1 beside all rows."""
        row = int((y - self.head + self.scrolled) // self.tall)
        return row if y >= self.head and 0 <= row < self.rows else -1

    def in_sight(self) -> range:
        """Return the rows in sight."""
        first = max(0, self.scrolled // self.tall)
        return range(first, min(self.rows, first + self.height // self.tall + 2))


def names_width(widest: int, width: int) -> int:
    """Return how wide the names are, the widest being `widest`, in a drawing of a width."""
    return round(min(max(widest, _LEAST_NAMES), max(_LEAST_NAMES, width * _NAMES)))
