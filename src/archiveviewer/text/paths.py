"""Shows the names of files, also those that are not written in UTF-8, and tells which lie in a folder."""

from __future__ import annotations

import re

_UNSEEN = re.compile("[\ud800-\udfff\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Undecoded bytes, and what would break a line or turn it around: a name with a line end could pass for two files."""
_FIRST_BYTE, _LAST_BYTE = 0xDC80, 0xDCFF
_ONE_BYTE = 0x100


def shown(path: str) -> str:
    r"""Return the path with each byte that is not UTF-8, and each sign that steers a line, written as `\xNN` or `\uNNNN`.

    So it can be printed on one line, and stored.
    """
    return _UNSEEN.sub(_escaped, path)


def inside(path: str, folder: str) -> bool:
    """Whether a file lies in a folder or below it."""
    bare = folder.rstrip("/\\")
    return path.startswith((f"{bare}/", f"{bare}\\"))


def _escaped(found: re.Match[str]) -> str:
    code = ord(found.group())
    code = code - 0xDC00 if _FIRST_BYTE <= code <= _LAST_BYTE else code
    return f"\\x{code:02x}" if code < _ONE_BYTE else f"\\u{code:04x}"
