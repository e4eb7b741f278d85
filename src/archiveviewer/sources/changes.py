"""Tells whether a file is new or may have changed since it was read: by size and time first, then by its bytes."""

from __future__ import annotations

from enum import Enum

from archiveviewer.records import FoundFile, Known


class Change(Enum):
    """What became of a file since it was read."""

    NEW = "new"
    UNCHANGED = "unchanged"
    MAYBE_CHANGED = "maybe changed"


def compare(found: FoundFile, known: Known | None) -> Change:
    """Return how `found` stands to what is known of it; a file that may have changed is to be told by its SHA-256."""
    if known is None:
        return Change.NEW
    same = (found.size, found.mtime_ns) == (known.size, known.mtime_ns)
    return Change.UNCHANGED if same else Change.MAYBE_CHANGED
