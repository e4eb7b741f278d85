"""Where one has been: each stop is a place of the window with its question or country, and what the reader showed.

Stops of earlier days are kept per library, so that Alt+Left leads back to them after a restart. Documents are kept by path, because
their numbers in the index may change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field

from archiveviewer.gui.search.question import Question
from archiveviewer.records import Place

_MOST = 100


@dataclass(frozen=True, slots=True)
class Stop:
    """A place one can come back to. `path` and `title` are those of the document in `shown`; `day` is ISO 8601."""

    place: str = "search"
    question: Question = field(default_factory=Question)
    country: str = ""
    shown: Place | None = None
    path: str = ""
    title: str = ""
    day: str = ""

    def same_as(self, other: Stop) -> bool:
        """Whether both lead to the same view; the day and titles do not count."""
        return (self.place, self.question, self.country, self.shown) == (other.place, other.question, other.country, other.shown)


class History:
    """Stops behind and ahead of where one is."""

    def __init__(self, stops: Iterable[Stop] = ()) -> None:
        self._behind: list[Stop] = list(stops)
        self._ahead: list[Stop] = []

    @property
    def behind(self) -> tuple[Stop, ...]:
        """Stops one came from, the newest last."""
        return tuple(self._behind)

    @property
    def ahead(self) -> tuple[Stop, ...]:
        """Stops one has gone back from, the nearest last."""
        return tuple(self._ahead)

    def leave(self, stop: Stop) -> None:
        """Remember the stop that one goes on from."""
        if not self._behind or not self._behind[-1].same_as(stop):
            self._behind.append(stop)
        del self._behind[:-_MOST]
        self._ahead.clear()

    def back(self, here: Stop) -> Stop | None:
        """Return the stop before, and keep `here` to come forward to; None when there is none."""
        while self._behind:
            stop = self._behind.pop()
            if not stop.same_as(here):
                self._ahead.append(here)
                return stop
        return None

    def forward(self, here: Stop) -> Stop | None:
        """Return the stop that one went back from; None when there is none."""
        if not self._ahead:
            return None
        self._behind.append(here)
        return self._ahead.pop()


def to_shape(stop: Stop) -> dict[str, object]:
    """Return a stop as plain values for JSON."""
    return asdict(stop)


def from_shape(shape: Mapping[str, object]) -> Stop | None:
    """Return the stop that plain values stand for, or None when they stand for none."""
    import msgspec  # 6 ms of the start, for those who come back

    try:
        return msgspec.convert(shape, Stop)
    except msgspec.ValidationError:
        return None
