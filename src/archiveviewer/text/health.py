"""Judges how far the text of a page can be trusted."""

from __future__ import annotations

import re

from archiveviewer.records import Health

_BROKEN = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\U000f0000-\U0010ffff]")
_GARBLED_SHARE = 0.1
_PARTIAL_SHARE = 0.01


def judge(text: str) -> Health:
    """Return none for a text without letters, garbled or partial for one with signs that were not read rightly, else good."""
    letters = sum(char.isalnum() for char in text)
    if not letters:
        return Health.NONE
    broken = len(_BROKEN.findall(text))
    if broken > _GARBLED_SHARE * (letters + broken):
        return Health.GARBLED
    return Health.PARTIAL if broken > _PARTIAL_SHARE * (letters + broken) else Health.GOOD
