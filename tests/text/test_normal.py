"""The one form that is matched, and the way back to the text as written."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiveviewer.text.normal import fold, mapped

MELTING = "\u0301\u0308\u3099\u0654\u093c\u17d2\u0bbe\u102e\u1161\u11a8\uff9e\uffc2ㅏa각é"


@settings(max_examples=1000)
@given(text=st.text(max_size=30) | st.text(alphabet="aeKｶᄀ가ㄱﾡا\u0627नကน" + MELTING, max_size=8))
def test_the_way_back_gives_the_same_form(text: str) -> None:
    folded, starts, ends = mapped(text)
    assert folded == fold(text)
    assert len(folded) == len(starts) == len(ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))
    assert starts == sorted(starts)


@pytest.mark.parametrize("plane", [range(0x10000), range(0x10000, 0x20000), range(0xE0000, 0xE0200)])
def test_every_character_folds_to_what_fts_can_hold(plane: range) -> None:
    assert plane.stop <= sys.maxunicode
    forms = "".join(fold(chr(code)) for code in plane)
    assert not any(char.isspace() or (char < "\x80" and not (char.isdigit() or char.islower() or char == "_")) for char in set(forms))


def test_the_place_of_each_character() -> None:
    assert mapped("e\u0301½ﬁ") == ("e1_2fi", [0, 2, 2, 2, 3, 3], [2, 3, 3, 3, 4, 4])
