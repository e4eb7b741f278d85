"""What a reader of a format is: the contract of the entry point group `archiveviewer.readers`."""

from __future__ import annotations

from typing import Protocol

from archiveviewer.records import Extracted

HEAD = 4096
"""How many bytes from the beginning of a file `claims` gets, unless the file is shorter."""


class Reader(Protocol):
    """Reads files of some formats. It is made once, without arguments, before the worker gives up its rights: load what is needed then."""

    media_types: tuple[str, ...]
    """The formats it reads; the first is the usual one."""

    def claims(self, head: bytes, name: str) -> float | None:
        """Say from its beginning and its name how surely a file is for this reader (0 to 1), or decline with None."""
        ...

    def read(self, data: bytes | memoryview, name: str) -> Extracted:
        """Return pages, text and what else the file says of itself. A bad file gives problems; only MemoryError is raised."""
        ...
