"""Finds the symbol under which the United Nations keep a document, such as APLC/MSP.14/2015/WP.1: the same in every language."""

from __future__ import annotations

import re
import unicodedata

_HEAD = 4000
_ALONE = re.compile(r"^[ \t]*([A-Z][A-Z.]*(?:/[A-Z0-9][A-Za-z0-9.()\-]*){2,})\*{0,3}[ \t]*$", re.MULTILINE)
_UNSEEN = dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF])


def symbol(text: str) -> str | None:
    """Return the symbol of the document whose first page is `text`; None unless exactly one stands on a line of its own."""
    head = unicodedata.normalize("NFKC", text[:_HEAD]).translate(_UNSEEN)
    found = {one for one in _ALONE.findall(head) if any(char.isdigit() for char in one)}
    return found.pop() if len(found) == 1 else None
