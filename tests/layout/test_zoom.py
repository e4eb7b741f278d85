"""Zoom by fit and by number."""

from __future__ import annotations

import pytest

from archiveviewer.layout.zoom import Fit, Zoom, larger, smaller, typed


@pytest.mark.parametrize(
    ("text", "percent"),
    [("120", 120), (" 85 % ", 85), ("10", 10), ("1000%", 1000), ("9", None), ("1001", None), ("a lot", None), ("", None), ("٢٠٠", 200)],
)
def test_typed(text: str, percent: int | None) -> None:
    assert typed(text) == (None if percent is None else Zoom(Fit.NOTHING, float(percent)))


def test_steps_go_on_from_any_size() -> None:
    assert larger(104).percent == 125
    assert smaller(104).percent == 100
    assert larger(100).percent == 125
    assert smaller(100).percent == 75
    assert larger(1000).percent == 1000
    assert smaller(10).percent == 10
