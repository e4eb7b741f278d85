"""Makes text from documents safe to show: as HTML, and inside a line of another direction."""

from __future__ import annotations

import html as _html
import re

_OPENING = "\u2066\u2067\u2068"
_FIRST_STRONG = "\u2068"
_CLOSING = "\u2069"
_ISOLATES = re.compile(f"[{_OPENING}{_CLOSING}]")


def html(text: str) -> str:
    """Return the text so that HTML shows it as it is, in content and in attributes."""
    return _html.escape(text, quote=True)


def isolate(text: str) -> str:
    """Return the text between Unicode isolates, so that its direction does not disturb what stands around it.

    Isolates that the text itself opens or closes too often are evened out: it cannot break out of ours.
    """
    depth = lacking = 0
    for found in _ISOLATES.findall(text):
        depth += 1 if found in _OPENING else -1
        if depth < 0:
            depth, lacking = 0, lacking + 1
    return _FIRST_STRONG * (lacking + 1) + text + _CLOSING * (depth + 1)
