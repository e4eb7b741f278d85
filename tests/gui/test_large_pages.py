"""Which memory of the window is moved into large pages."""

from __future__ import annotations

import pytest

from archiveviewer.gui.large_pages import gather, places

SIZE = 0x200000


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("5584d3ea8000-5584d4400000 rw-p 00000000 00:00 0                          [heap]", [0x5584D4000000, 0x5584D4200000]),
        ("7ff294600000-7ff294a00000 rw-p 00000000 00:00 0 ", [0x7FF294600000, 0x7FF294800000]),
        ("7ff294733000-7ff294900000 rw-p 00000000 00:00 0 ", []),
        ("7ff297e00000-7ff298200000 r-xp 00000000 fe:00 1234                       /usr/lib/libQt6Gui.so.6", []),
        ("7ff298200000-7ff298600000 rw-s 00000000 00:01 99                         /memfd:archiveviewer (deleted)", []),
        ("7ff298600000-7ff298a00000 ---p 00000000 00:00 0 ", []),
        ("7ffc1e200000-7ffc1e600000 rw-p 00000000 00:00 0                          [stack]", []),
    ],
    ids=["heap", "own", "too small", "a library", "shared with a worker", "not used", "stack"],
)
def test_only_large_pieces_of_own_memory(line: str, expected: list[int]) -> None:
    assert list(places(line, SIZE)) == expected


def test_what_lies_in_memory_stays_as_it_is() -> None:
    there = bytearray(range(256)) * (8 * SIZE // 256)
    assert gather() % SIZE == 0
    assert there == bytes(range(256)) * (8 * SIZE // 256)
