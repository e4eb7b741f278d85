"""The time axis: days to pixels and back, zooming, moving, and the ticks of its grid. Pure, so that it is tested without a window.

Days are those of `gui.days`. The axis never mirrors.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

YEAR = 365.2425
_CLOSEST = 6.0
"""Pixels to a day beyond which zooming in stops: two months fill a small pane."""
_WIDEST = 40 * YEAR
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240)
"""Distances of the grid in months; the first that leaves room for its labels is taken."""
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid; `month` is 0 where only the year is worth naming."""

    day: float
    year: int
    month: int = 0


@dataclass(frozen=True, slots=True)
class Axis:
    """The stretch of time that `width` pixels from `left` on show: it begins at `first` and has `scale` pixels to the day."""

    first: float
    scale: float
    left: float
    width: float

    @classmethod
    def over(cls, first: float, last: float, *, left: float, width: float) -> Axis:
        """Return the axis that shows all from `first` to `last`."""
        length = max(last - first, YEAR / 4)
        return cls(first=first, scale=max(width, 1.0) / length, left=left, width=max(width, 1.0))

    @property
    def last(self) -> float:
        """The day at the right end."""
        return self.first + self.width / self.scale

    def x(self, day: float) -> float:
        """Return the pixel of a day."""
        return self.left + (day - self.first) * self.scale

    def day(self, x: float) -> float:
        """Return the day of a pixel."""
        return self.first + (x - self.left) / self.scale

    def shows(self, day: float) -> bool:
        """Return whether the day is in sight."""
        return self.first <= day <= self.last

    def zoomed(self, factor: float, *, at: float) -> Axis:
        """Return the axis `factor` times as close; the day under the pixel `at` stays where it is."""
        scale = min(_CLOSEST, max(self.width / _WIDEST, self.scale * factor))
        return replace(self, first=self.day(at) - (at - self.left) / scale, scale=scale)

    def moved(self, pixels: float) -> Axis:
        """Return the axis moved so that what is shown goes `pixels` to the right."""
        return replace(self, first=self.first - pixels / self.scale)

    def resized(self, *, left: float, width: float) -> Axis:
        """Return the axis that shows the same stretch in another place."""
        same = (left, max(width, 1.0)) == (self.left, self.width)
        return self if same else Axis.over(self.first, self.last, left=left, width=width)

    def revealing(self, day: float, *, margin: float = 40.0) -> Axis:
        """Return the axis moved as little as needed to have the day in sight, `margin` pixels from the ends."""
        low, high = self.left + margin, self.left + self.width - margin
        return self.moved(min(0.0, high - self.x(day)) or max(0.0, low - self.x(day)))

    def ticks(self, room: float) -> tuple[Tick, ...]:
        """Return the lines of the grid, so far apart that labels of `room` pixels do not touch."""
        months = next((step for step in _STEPS if step * YEAR / 12 * self.scale >= room), _STEPS[-1])
        start = date.fromordinal(max(1, int(self.first)))
        index = (start.year * 12 + start.month - 1) // months * months
        ticks: list[Tick] = []
        while index // 12 < date.max.year:
            tick = _tick(index, yearly=months >= _MONTHS)
            if tick.day > self.last:
                break
            if tick.day >= self.first:
                ticks.append(tick)
            index += months
        return tuple(ticks)


def _tick(index: int, *, yearly: bool) -> Tick:
    year, month = max(1, index // 12), index % 12 + 1
    return Tick(day=float(date(year, month, 1).toordinal()), year=year, month=0 if yearly else month)
