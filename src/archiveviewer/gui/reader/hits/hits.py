"""The walk from hit to hit through the pages of one document: which is the current one, which comes next, how many there are.

How many hits a page has is learnt bit by bit, from a count in the background and from the pages that are shown; until all are known, the
total is not said.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Hit = tuple[int, int]
"""Page from 1, and which hit of the page, from 0."""


@dataclass(slots=True)
class Hits:
    """The hits of a document. `complete` says that the pages of all hits are known."""

    counts: dict[int, int] = field(default_factory=dict)
    current: Hit | None = None
    complete: bool = False

    def put(self, page: int, count: int) -> None:
        """Say how many hits a page has. The current hit stays on its page as well as it can."""
        self.counts[page] = count
        if self.current and self.current[0] == page and count:
            self.current = (page, min(self.current[1], count - 1))

    def at(self, page: int, *, last: bool = False) -> Hit | None:
        """Make the first or last hit of a page the current one, and return it; None when it has none."""
        count = self.counts.get(page, 0)
        self.current = (page, count - 1 if last else 0) if count else None
        return self.current

    def after(self, page: int, index: int = -1) -> Hit | None:
        """Return the hit that follows the one given, or the first behind the top of `page`."""
        if index + 1 < self.counts.get(page, 0):
            return (page, index + 1)
        following = min((other for other, count in self.counts.items() if other > page and count), default=None)
        return (following, 0) if following else None

    def before(self, page: int, index: int | None = None) -> Hit | None:
        """Return the hit that precedes the one given, or the last on or before `page`."""
        here = self.counts.get(page, 0) if index is None else index
        if here > 0:
            return (page, here - 1)
        earlier = max((other for other, count in self.counts.items() if other < page and count), default=None)
        return (earlier, self.counts[earlier] - 1) if earlier else None

    @property
    def number(self) -> int:
        """Which hit of the document the current one is, from 1; 0 when there is none."""
        if self.current is None:
            return 0
        page, index = self.current
        return sum(count for other, count in self.counts.items() if other < page) + index + 1

    @property
    def total(self) -> int:
        """How many hits there are, as far as is known."""
        return sum(self.counts.values())
