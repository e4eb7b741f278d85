"""Draws the icons of `resources/icons` in a colour, a size and a line width, and keeps what it has drawn."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from archiveviewer.assets import resource

MIRRORED = frozenset(
    {"arrow-left", "arrow-right", "chevron-left", "chevron-right", "corner-down-left", "external-link", "list-tree", "log-out", "undo-2"}
)
"""Icons that point along the line of reading, and so turn round when it runs from right to left."""

LINE = 1.75
STATE_LINE = 2.1
_STROKE = re.compile(r'stroke-width="[^"]*"')


@cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def draw(name: str, *, color: QColor, size: int, ratio: float, line: float = LINE, mirrored: bool = False) -> QPixmap:
    """Return the icon `name` as a picture of `size` by `size` at the device pixel ratio `ratio`. Raises FileNotFoundError."""
    text = _STROKE.sub(f'stroke-width="{line}"', _source(name).replace("currentColor", color.name()))
    pixels = round(size * ratio)
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    if mirrored and name in MIRRORED:
        painter.translate(pixels, 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
