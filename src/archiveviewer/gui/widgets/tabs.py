"""The order in which Tab walks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def tab_chain(widgets: Sequence[QWidget]) -> None:
    """Let Tab walk these widgets in their order."""
    for first, second in pairwise(widgets):
        QWidget.setTabOrder(first, second)
