"""Tests of labels that make way for one another."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from archiveviewer.gui.chain.room import Label, fitted


def _places(labels: list[Label]) -> list[tuple[str, float]]:
    return [(label.text, start) for label, start in fitted(labels, left=0, right=400)]


def test_labels_stand_over_their_place() -> None:
    assert _places([Label("a", 100, 40), Label("b", 200, 40)]) == [("a", 80), ("b", 180)]


def test_labels_stay_inside() -> None:
    assert _places([Label("a", 5, 40), Label("b", 395, 40)]) == [("a", 0), ("b", 360)]


def test_the_lighter_label_makes_way() -> None:
    assert _places([Label("light", 110, 40), Label("heavy", 140, 40, weight=1)]) == [("light", 72), ("heavy", 120)]


def test_without_room_the_lighter_label_is_left_out() -> None:
    assert _places([Label("light", 101, 40), Label("heavy", 100, 40, weight=1)]) == [("heavy", 80)]


@given(st.lists(st.tuples(st.floats(-50, 450), st.floats(1, 120), st.integers(0, 3)), max_size=12))
def test_labels_never_touch(wishes: list[tuple[float, float, int]]) -> None:
    placed = fitted([Label(str(number), *wish) for number, wish in enumerate(wishes)], left=0, right=400)
    assert all(start >= 0 and start + label.width <= 400.001 for label, start in placed)
    assert all(start + label.width <= after for (label, start), (_, after) in pairwise(placed))
