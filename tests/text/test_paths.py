"""Names of files made printable."""

from __future__ import annotations

import os

import pytest

from archiveviewer.text.paths import shown


@pytest.mark.parametrize(
    ("path", "printed"),
    [
        ("/home/archive/Rapport été.pdf", "/home/archive/Rapport été.pdf"),
        ("/home/archive/ខ្មែរ.pdf", "/home/archive/ខ្មែរ.pdf"),
        ("/home/archive/r\udce9sum\udce9.pdf", "/home/archive/r\\xe9sum\\xe9.pdf"),
        ("/a/first\nsecond.pdf", "/a/first\\x0asecond.pdf"),
        ("/a/\u202efdp.exe", "/a/\\u202efdp.exe"),
        ("C:\\archive\\\ud83d.pdf", "C:\\archive\\\\ud83d.pdf"),
    ],
)
def test_shown(path: str, printed: str) -> None:
    assert shown(path) == printed
    shown(path).encode()


def test_bytes_of_a_name_that_are_not_utf8() -> None:
    assert shown(os.fsdecode(b"/a/\xff\xfe.txt")) == "/a/\\xff\\xfe.txt"
