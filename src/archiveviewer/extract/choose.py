"""Finds the reader for a file by its content.

Readers are entry points of the group `archiveviewer.readers`, so that another package can bring one. Our own are also listed here: a frozen
build, and a checkout that is not installed, have no entry points.
"""

from __future__ import annotations

import functools
import importlib
import logging
import sys
from pathlib import Path

from archiveviewer.extract.reader import Reader

GROUP = "archiveviewer.readers"

_OWN: dict[str, str] = {
    "pdf": "archiveviewer.extract.pdf:PdfReader",
    "html": "archiveviewer.extract.html:HtmlReader",
    "text": "archiveviewer.extract.plain:PlainReader",
}
_log = logging.getLogger(__name__)


def reader_for(head: bytes, name: str) -> Reader | None:
    """Return the reader that claims a file with this beginning and name most surely, or None when all decline."""
    claims = [(claim, reader) for reader in load_readers() if (claim := reader.claims(head, name)) is not None]
    return max(claims, key=lambda claim: claim[0])[1] if claims else None


@functools.cache
def load_readers() -> tuple[Reader, ...]:
    """Import and make all readers; a worker does so before it gives up its rights. One that fails is left out, and logged."""
    places = {**_of_others(), **_OWN} if _others_bring_readers() else _OWN
    return tuple(reader for name, place in places.items() if (reader := _make(name, place)) is not None)


def _others_bring_readers() -> bool:
    """Look through the lists of entry points for one of another package; to have them all read takes a tenth of a worker's start."""
    group = GROUP.encode()
    lists = (path for folder in sys.path for path in Path(folder).glob("*.*-info/entry_points.txt"))
    return any(not path.parent.name.startswith("archiveviewer-") and group in path.read_bytes() for path in lists)


def _of_others() -> dict[str, str]:
    from importlib.metadata import entry_points

    return {point.name: point.value for point in entry_points(group=GROUP)}


def _make(name: str, place: str) -> Reader | None:
    module, _, reader = place.partition(":")
    try:
        made: Reader = getattr(importlib.import_module(module), reader)()
    except Exception:  # the border to code of others: a reader that cannot be had must not take the rest with it
        _log.exception("the reader %s (%s) cannot be used", name, place)
        return None
    return made
