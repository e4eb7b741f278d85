"""Rows and columns of widgets, each made in one go, so that one sees in the code what stands beside what."""

from __future__ import annotations

from types import EllipsisType
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

Margins = tuple[int, int, int, int]
Part = QWidget | QLayout | int | EllipsisType | tuple[QWidget | QLayout, int] | tuple[QWidget, int, Qt.AlignmentFlag]
"""A widget or a layout, with its share of what room is left and where it stands in it; pixels that stay free; `...` what room is left."""
Box = TypeVar("Box", bound=QBoxLayout)
NONE = (0, 0, 0, 0)


def beside(*parts: Part, within: QWidget | None = None, margins: Margins = NONE, spacing: int | None = 0) -> QHBoxLayout:
    """Return parts beside each other, as the layout of the widget that they stand in; without `spacing` as far apart as around them."""
    return _filled(QHBoxLayout(within) if within is not None else QHBoxLayout(), parts, margins, spacing)


def stacked(*parts: Part, within: QWidget | None = None, margins: Margins = NONE, spacing: int | None = 0) -> QVBoxLayout:
    """Return parts below each other, as `beside` does."""
    return _filled(QVBoxLayout(within) if within is not None else QVBoxLayout(), parts, margins, spacing)


def _filled(box: Box, parts: tuple[Part, ...], margins: Margins, spacing: int | None) -> Box:
    box.setContentsMargins(*margins)
    if spacing is not None:
        box.setSpacing(spacing)
    for part in parts:
        match part:
            case EllipsisType():
                box.addStretch(1)
            case int():
                box.addSpacing(part)
            case (QLayout() as layout, int(share)):
                box.addLayout(layout, share)
            case (QWidget() as widget, int(share)):
                box.addWidget(widget, share)
            case (QWidget() as widget, int(share), side):
                box.addWidget(widget, share, side)
            case QLayout():
                box.addLayout(part)
            case QWidget():
                box.addWidget(part)
    return box
