"""How large a page is shown: by what should fit, or by a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

SMALLEST, LARGEST = 10, 1000
"""Per cent of the size on paper."""

STEPS = (10, 15, 20, 25, 33, 50, 67, 75, 100, 125, 150, 175, 200, 250, 300, 400, 600, 800, 1000)
"""Where "larger" and "smaller" stop."""

OFFERED = (50, 75, 100, 125, 150, 200, 300, 400)
"""What the menu offers."""

_TYPED = re.compile(r"\s*(\d{1,4})\s*[%٪]?\s*")


class Fit(StrEnum):
    """What should fit into the reader."""

    TEXT = "text"
    WIDTH = "width"
    PAGE = "page"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Zoom:
    """The zoom chosen. `percent` counts where nothing has to fit."""

    fit: Fit = Fit.TEXT
    percent: float = 100.0


def typed(text: str) -> Zoom | None:
    """Return what a person typed as a zoom, or None when it is no number from 10 to 1000."""
    match = _TYPED.fullmatch(text)
    if not match or not SMALLEST <= int(match[1]) <= LARGEST:
        return None
    return Zoom(Fit.NOTHING, float(int(match[1])))


def larger(percent: float) -> Zoom:
    """Return the next step up."""
    return Zoom(Fit.NOTHING, float(next((step for step in STEPS if step > percent * 1.01), LARGEST)))


def smaller(percent: float) -> Zoom:
    """Return the next step down."""
    return Zoom(Fit.NOTHING, float(next((step for step in reversed(STEPS) if step < percent * 0.99), SMALLEST)))


def bounded(percent: float) -> float:
    """Return `percent` within what is possible."""
    return min(max(percent, float(SMALLEST)), float(LARGEST))
