"""How unpaged text is cut."""

from __future__ import annotations

from typing import SupportsIndex

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiveviewer.text import sections as module
from archiveviewer.text.sections import sections


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("", 10, ("",)),
        ("short\n", 10, ("short\n",)),
        ("first block\n\nsecond block\n\nthird\n", 26, ("first block\n\n", "second block\n\nthird\n")),
        ("intro text\n\n# Heading\n\nbody", 40, ("intro text\n\n", "# Heading\n\nbody")),
        ("intro text.\n\nArticle 5\n\nbody", 40, ("intro text.\n\n", "Article 5\n\nbody")),
        ("one two. three four five six", 16, ("one two. three ", "four five six")),
        ("x" * 25, 10, ("x" * 10, "x" * 10, "x" * 5)),
    ],
)
def test_where_the_cuts_fall(text: str, limit: int, expected: tuple[str, ...]) -> None:
    assert sections(text, limit) == expected


class _Counted(str):
    """A text that counts the characters that are copied out of it."""

    copied = 0

    def __getitem__(self, where: SupportsIndex | slice) -> str:
        part = _Counted(super().__getitem__(where))
        _Counted.copied += len(part)
        return part


def test_each_character_is_copied_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_Counted, "copied", 0)
    text = _Counted("a line that no blank line follows\n" * 1000)
    assert "".join(module._pieces(text, 100)) == text
    assert _Counted.copied == len(text)


@settings(max_examples=300, deadline=None)
@given(text=st.text(alphabet="ab. \n\r\t#=\u2029地ក្", max_size=300), limit=st.integers(10, 60))
def test_put_together_they_are_the_text(text: str, limit: int) -> None:
    parts = sections(text, limit)
    assert "".join(parts) == text
    assert all(len(part) <= limit for part in parts)


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=200))
def test_nothing_is_lost_of_any_text(text: str) -> None:
    assert "".join(sections(text, 20)) == text
