"""Puts labels along a line so that none touches another: the weighty ones first, the others where room is left. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """A label that wants to stand with its middle at `x`; the greater its `weight`, the sooner it is placed."""

    text: str
    x: float
    width: float
    weight: int = 0


def fitted(labels: Sequence[Label], *, left: float, right: float, gap: float = 8.0, shift: float = 28.0) -> tuple[tuple[Label, float], ...]:
    """Return each label that finds room with the left edge of its place.

    A label stays between `left` and `right`, and may move by `shift` pixels to make way for one with more weight.
    """
    taken: list[tuple[float, float]] = []
    placed: list[tuple[Label, float]] = []
    for label in sorted(labels, key=lambda item: -item.weight):
        wanted = min(max(label.x - label.width / 2, left), right - label.width)
        start = _free(wanted, label.width, taken, left=left, right=right, gap=gap, shift=shift)
        if start is not None:
            taken.append((start, start + label.width))
            placed.append((label, start))
    return tuple(sorted(placed, key=lambda item: item[1]))


def _free(wanted: float, width: float, taken: list[tuple[float, float]], **room: float) -> float | None:
    ways = [wanted, *(end + room["gap"] for _, end in taken), *(start - room["gap"] - width for start, _ in taken)]
    fits = [
        way
        for way in ways
        if way >= room["left"]
        and way + width <= room["right"]
        and abs(way - wanted) <= room["shift"]
        and all(way >= end + room["gap"] - 0.01 or way + width <= start - room["gap"] + 0.01 for start, end in taken)
    ]
    return min(fits, key=lambda way: abs(way - wanted), default=None)
