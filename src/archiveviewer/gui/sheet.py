"""Fills the style sheet of `resources/style.qss`: `@name` is a colour token, `12*px` a length that grows with the text.

Style sheets take pictures only from files, so arrows and ticks are drawn by the widgets themselves and none is named in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from archiveviewer.assets import resource

_TOKEN = re.compile(r"@([a-z_]+)")
_LENGTH = re.compile(r"\b(\d+)\*px")


@cache
def _template() -> str:
    return resource("style.qss").read_text(encoding="utf-8")


def sheet(colors: Mapping[str, str], *, space: Callable[[int], int]) -> str:
    """Return the style sheet with colours and lengths filled in. Raises KeyError for an unknown token."""
    filled = _TOKEN.sub(lambda found: colors[found[1]], _template())
    return _LENGTH.sub(lambda found: f"{space(int(found[1]))}px", filled)
