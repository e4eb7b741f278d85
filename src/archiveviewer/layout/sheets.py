"""Where the pages of a document lie in the scrolled area, at one scale: plain arithmetic, without Qt.

Pages stand under one another, or two and two beside one another, or one row of them alone. With "fit text" the margins of each page are
cut to 26 pixels, by at most a sixth of the page on each side, so that no title page turns into a strip; a page whose print is not known
yet is cut like the first that was.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from archiveviewer.layout.zoom import Fit
from archiveviewer.records import Box

GAP = 8.0
MARGIN = 26.0
_LEAST_MARGIN = 3.0
_CUT = 1 / 6
_STEADY = 0.85
_LARGEST_FIT = 3.5
_LARGEST_PAGE = 1000 / 72 * 96 / 100
"""1000 %: there are pages of the size of a stamp."""


class Spread(StrEnum):
    """How pages lie: all under one another, one alone, or two beside one another."""

    ALL = "all"
    ONE = "one"
    PAIRS = "pairs"


Rect = tuple[float, float, float, float]
"""Left, top, width, height in pixels of the scrolled area."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a page, in points from its top left. `page` counts from 1."""

    page: int
    x: float
    y: float


class Sheets:
    """The pages of one document as they lie. `sizes` are in points; `printed` is what is known of the boxes around their print.

    `_tops` are those of all rows, and the end of all; where one row is seen alone, it is moved to the top. `_crops` are the shown parts of
    pages that were asked for: that happens dozens of times each time a page is painted.
    """

    def __init__(self, sizes: tuple[tuple[float, float], ...], spread: Spread = Spread.ALL) -> None:
        self.sizes = sizes
        self.spread = spread
        self._across = 2 if spread is Spread.PAIRS else 1
        self._alone = 0
        self.scale = 1.0
        self.fit = Fit.TEXT
        self._view = (100.0, 100.0)
        self._printed: dict[int, Box | None] = {}
        self._usual: tuple[float, float] | None = None
        self._tops: list[float] = []
        self._crops: dict[int, Box] = {}
        self._widest = 0.0

    def __len__(self) -> int:
        return len(self.sizes)

    @property
    def height(self) -> float:
        """How high all that can be scrolled through is, with the gaps around it."""
        tops = self._all_tops()
        return tops[self._alone + 1] - tops[self._alone] + GAP if self.spread is Spread.ONE else tops[-1]

    @property
    def whole(self) -> float:
        """How high all pages are together, seen or not."""
        return self._all_tops()[-1]

    def turn_to(self, page: int) -> bool:
        """Where one row is seen alone, let it be that of a page; tell whether it is another than before."""
        row = self._row(page) if self.spread is Spread.ONE else 0
        row, self._alone = self._alone, row
        return row != self._alone

    @property
    def width(self) -> float:
        """How wide the widest row is, with the gaps beside it."""
        self._all_tops()
        return self._across * self._widest * self.scale + (self._across + 1) * GAP

    def knows(self, page: int) -> bool:
        """Tell whether the box around the print of a page is known."""
        return page in self._printed

    def printed(self, page: int) -> Box:
        """Return the box around the print of a page, the whole page when it is not known."""
        return self._printed.get(page) or (0.0, 0.0, *self.sizes[page - 1])

    def take_printed(self, other: Sheets) -> None:
        """Take over what is known of the print of the same pages."""
        self._printed, self._usual = other._printed, other._usual
        self._forget_places()

    def set_view(self, width: float, height: float) -> None:
        """Say how large the visible part is."""
        view = (max(width, 50.0), max(height, 50.0))
        if view != self._view:
            self._view = view
            self._forget_places()

    def set_scale(self, scale: float, fit: Fit) -> None:
        """Lay the pages out at `scale` pixels to the point."""
        if (scale, fit) != (self.scale, self.fit):
            self.scale, self.fit = scale, fit
            self._forget_places()

    def set_printed(self, page: int, box: Box | None) -> None:
        """Say where the print of a page lies."""
        self._printed[page] = box
        self._crops.pop(page, None)
        if self._usual is None and box is not None:
            self._usual = (box[1], self.sizes[page - 1][1] - box[3])
            self._forget_places()
        elif self._tops:
            self._move_below(page)

    def fitting(self, fit: Fit, page: int) -> float:
        """Return the scale at which a page fits as wished. One that is nearly right and shows all stays: pages should not jump in size."""
        width, height = self.sizes[page - 1]
        room = (self._view[0] - (self._across + 1) * GAP) / self._across
        if fit is Fit.PAGE:
            return min(room / width, (self._view[1] - 2 * GAP) / height, _LARGEST_PAGE)
        if fit is Fit.WIDTH:
            return min(room / width, _LARGEST_PAGE)
        box = self._printed.get(page) or (0.0, 0.0, width, height)
        if box[0] == box[2]:  # an empty page
            return self.scale if self.fit is Fit.TEXT else min(room / width, _LARGEST_FIT)
        best = min((room - 2 * MARGIN) / max(box[2] - box[0], width * (1 - 2 * _CUT)), _LARGEST_FIT)
        best = max(best, min(room / width, _LARGEST_FIT))
        return self.scale if self.fit is Fit.TEXT and _STEADY * best <= self.scale <= best else best

    def crop(self, page: int) -> Box:
        """Return the part of a page that is shown, in points."""
        if page not in self._crops:
            self._crops[page] = self._cropped(page)
        return self._crops[page]

    def _cropped(self, page: int) -> Box:
        width, height = self.sizes[page - 1]
        if self.fit is not Fit.TEXT:
            return (0.0, 0.0, width, height)
        top, bottom = self._margins(page)
        left, right = self._sides(page)
        return (left, top, right, height - bottom)

    def rect(self, page: int) -> Rect:
        """Return where the shown part of a page lies."""
        left, top, right, bottom = self.crop(page)
        wide = (right - left) * self.scale
        middle = max(self.width, self._view[0]) / 2
        x = max(middle - wide / 2, 0.0)
        if self._across > 1:
            x = middle + GAP / 2 if (page - 1) % self._across else middle - GAP / 2 - wide
        return (x, self._all_tops()[self._row(page)] - self._shift(), wide, (bottom - top) * self.scale)

    def box(self, page: int, box: Box) -> Rect:
        """Return where a box of a page lies."""
        x, y = self.place(Point(page, box[0], box[1]))
        return (x, y, (box[2] - box[0]) * self.scale, (box[3] - box[1]) * self.scale)

    def place(self, point: Point) -> tuple[float, float]:
        """Return where a point of a page lies."""
        crop, rect = self.crop(point.page), self.rect(point.page)
        return (rect[0] + (point.x - crop[0]) * self.scale, rect[1] + (point.y - crop[1]) * self.scale)

    def shown(self, point: Point) -> Point:
        """Return a point, or the nearest that is still shown where it lies in a margin that has been cut since."""
        crop, gap = self.crop(point.page), GAP / self.scale
        y = crop[1] if point.y < crop[1] - gap else crop[3] if point.y > crop[3] + gap else point.y
        return Point(point.page, point.x, y)

    def down(self, page: int, places: Sequence[float]) -> list[float]:
        """Return the heights of places on a page, which are given as parts of its height, among all pages."""
        tops, row = self._all_tops(), self._row(page)
        if not 1 <= page <= len(self.sizes):
            return []
        top, height = tops[row], tops[row + 1] - tops[row] - GAP
        return [top + place * height for place in places]

    def height_of(self, page: int, box: Box) -> float:
        """Return how far down among all pages a box of a page lies, seen or not."""
        return self.box(page, box)[1] + self._shift()

    def point(self, x: float, y: float) -> Point:
        """Return the point of a page that lies at a place, or the nearest page's point above, below or beside it."""
        page = self.page_at(y)
        if self._across > 1 and page < len(self.sizes) and x > max(self.width, self._view[0]) / 2:
            page += 1
        crop, rect = self.crop(page), self.rect(page)
        return Point(page, crop[0] + (x - rect[0]) / self.scale, crop[1] + (y - rect[1]) / self.scale)

    def page_at(self, y: float) -> int:
        """Return the first page at a height, that above a gap belonging to it."""
        row = self._alone + 1 if self.spread is Spread.ONE else bisect_right(self._all_tops(), y)
        return min(max((row - 1) * self._across + 1, 1), len(self.sizes))

    def pages(self, top: float, bottom: float) -> range:
        """Return the pages that touch a range of heights."""
        last = self.page_at(max(bottom - GAP, top)) + self._across - 1
        return range(self.page_at(top), min(last, len(self.sizes)) + 1)

    def _forget_places(self) -> None:
        self._tops.clear()
        self._crops.clear()

    def _row(self, page: int) -> int:
        return (page - 1) // self._across

    def _shift(self) -> float:
        """Return by how much the row that is seen alone is moved up."""
        return self._all_tops()[self._alone] - GAP if self.spread is Spread.ONE else 0.0

    def _all_tops(self) -> list[float]:
        """Return the tops of all rows, and at last the end of all. Pages not known yet are alike when their sizes are."""
        if not self._tops:
            alike: dict[tuple[float, float], Box] = {}
            crops = []
            for page, size in enumerate(self.sizes, start=1):
                if page in self._printed:
                    crops.append(self.crop(page))
                else:
                    crops.append(alike[size] if size in alike else alike.setdefault(size, self.crop(page)))
            self._widest = max((box[2] - box[0] for box in crops), default=0.0)
            heights = [(box[3] - box[1]) * self.scale + GAP for box in crops]
            if self._across > 1:
                heights = [max(heights[at : at + self._across]) for at in range(0, len(heights), self._across)]
            self._tops = list(accumulate(heights, initial=GAP))
        return self._tops

    def _move_below(self, page: int) -> None:
        """Move what lies below a page whose height has become known; there may be thousands of pages, and it happens at each."""
        row = self._row(page)
        crops = [self.crop(other) for other in range(row * self._across + 1, min((row + 1) * self._across, len(self.sizes)) + 1)]
        self._widest = max(self._widest, *(crop[2] - crop[0] for crop in crops))
        moved = self._tops[row] + max(crop[3] - crop[1] for crop in crops) * self.scale + GAP - self._tops[row + 1]
        if moved:
            self._tops[row + 1 :] = [top + moved for top in self._tops[row + 1 :]]

    def _margins(self, page: int) -> tuple[float, float]:
        height = self.sizes[page - 1][1]
        box = self._printed.get(page)
        above, below = (box[1], height - box[3]) if box else (self._usual or (0.0, 0.0)) if page not in self._printed else (0.0, 0.0)
        kept, most = MARGIN / self.scale, height * _CUT
        return (min(max(above - kept, 0.0), most), min(max(below - kept, 0.0), most))

    def _sides(self, page: int) -> tuple[float, float]:
        """Return the left and right end of what is shown: the print in the middle, and as much of the page as there is room for.

        All that is printed is shown, also where it is wider than the room; its margins give way first.
        """
        width = self.sizes[page - 1][0]
        room = (self._view[0] - (self._across + 1) * GAP) / self._across / self.scale
        if room >= width:
            return (0.0, width)
        box = self._printed.get(page)
        if box is None and page in self._printed:
            return (0.0, width)
        middle = (box[0] + box[2]) / 2 if box else width / 2
        left = min(max(middle - room / 2, 0.0), width - room)
        if box is None:
            return (left, left + room)
        spare = _LEAST_MARGIN / self.scale
        return (max(min(left, box[0] - spare), 0.0), min(max(left + room, box[2] + spare), width))
