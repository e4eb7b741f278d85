"""Shows the names of files, also those that are not written in UTF-8, and tells which lie in a folder."""

from __future__ import annotations

import re

_SURROGATES = re.compile("[\ud800-\udfff]")
_FIRST_BYTE, _LAST_BYTE = 0xDC80, 0xDCFF


def shown(path: str) -> str:
    r"""Return the path with each byte that is not UTF-8 written as `\xNN`, so that it can be printed and stored."""
    return _SURROGATES.sub(_escaped, path)


def inside(path: str, folder: str) -> bool:
    """Whether a file lies in a folder or below it."""
    bare = folder.rstrip("/\\")
    return path.startswith((f"{bare}/", f"{bare}\\"))


def _escaped(found: re.Match[str]) -> str:
    r"""Return `\xNN` for an undecoded byte, `\uNNNN` for any other lone surrogate, which only Windows lets into a name."""
    code = ord(found.group())
    return f"\\x{code - 0xDC00:02x}" if _FIRST_BYTE <= code <= _LAST_BYTE else f"\\u{code:04x}"
