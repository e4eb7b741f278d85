"""How fast a run reads, to say how long the rest will take.

Files are counted when they are stored, many at once, so only the moments at which the count rose tell something. The time before the first
of them is left out, and so is what lies long behind: a folder of text goes faster than one of scans.
"""

from __future__ import annotations

from collections import deque

_LEAST = 10.0
"""Seconds before which nothing is said: what is over by then needs no guess, and the first files say little."""
_WINDOW = 120.0
"""Seconds that count."""
_FEWEST = 2
"""Moments that make a pace."""


class Pace:
    """Told of each count with `note`; times are seconds of one clock."""

    def __init__(self, now: float) -> None:
        self._begun = now
        self._rises: deque[tuple[float, int]] = deque()

    def note(self, done: int, now: float) -> None:
        """Note that so many files are done."""
        if self._rises and done <= self._rises[-1][1]:
            return
        self._rises.append((now, done))
        while len(self._rises) > _FEWEST and now - self._rises[1][0] > _WINDOW:
            self._rises.popleft()

    def seconds_left(self, total: int, now: float) -> float | None:
        """Return how long the rest will take, or None while that is not known."""
        if now - self._begun < _LEAST or len(self._rises) < _FEWEST:
            return None
        (first, done_first), (last, done) = self._rises[0], self._rises[-1]
        if total <= done or last <= first:
            return None
        return max(0.0, (total - done) * (last - first) / (done - done_first) - (now - last))
