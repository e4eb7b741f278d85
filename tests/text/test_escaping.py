"""Text from documents made safe to show."""

from __future__ import annotations

import pytest

from archiveviewer.text.escaping import html, isolate


def test_html() -> None:
    assert html("""<a href="x" onload='y'> & \u202e""") == "&lt;a href=&quot;x&quot; onload=&#x27;y&#x27;&gt; &amp; \u202e"


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("الألغام", "\u2068الألغام\u2069"),
        ("a\u2069b", "\u2068\u2068a\u2069b\u2069"),
        ("a\u2067b", "\u2068a\u2067b\u2069\u2069"),
        ("", "\u2068\u2069"),
    ],
)
def test_isolate(text: str, isolated: str) -> None:
    assert isolate(text) == isolated
