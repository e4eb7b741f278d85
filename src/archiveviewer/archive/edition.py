"""Which edition of the rules documents are read by, as one number: another one may find other facts in the same files."""

from __future__ import annotations

import hashlib

from archiveviewer import __version__, assets

_TABLES = ("*.toml", "*.csv", "rules/*.toml")
_ASKED_LATER = frozenset(("register.csv", "synonyms.toml"))
"""Tables that no file is read by: they are looked into when somebody asks."""


def edition() -> int:
    """Return a number of four bytes, never 0, that is another one when the program, a rule or a name that files are read by is."""
    digest = hashlib.sha256(__version__.encode())
    for name in (name for pattern in _TABLES for name in assets.names(pattern)):
        if name not in _ASKED_LATER:
            digest.update(f"{name}\0{assets.text(name)}\0".encode())
    return int.from_bytes(digest.digest()[:4], "big", signed=True) or 1
