"""Words that a note was made on, found again."""

from __future__ import annotations

import pytest

from archiveviewer.text.anchors import anchor

TEXT = "The deadline moved. The dead\u00ad\nline moved again; the deadline  stands."


@pytest.mark.parametrize(
    ("quote", "start", "found"),
    [
        ("deadline", 0, "deadline"),
        ("deadline", 25, "dead\u00ad\nline"),
        ("deadline", 60, "deadline"),
        ("deadline stands", 0, "deadline  stands"),
        ("deadline\nmoved", 0, "deadline moved"),
        ("never", 0, None),
        (" ", 0, None),
    ],
)
def test_the_nearest_is_meant(quote: str, start: int, found: str | None) -> None:
    span = anchor(TEXT, quote, start)
    assert (TEXT[span[0] : span[1]] if span else None) == found
