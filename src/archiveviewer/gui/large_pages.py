"""Asks Linux to keep the memory of the window in large pages, where it can.

Between one choice and the next the processor forgets where in memory the window lies, and looks up each page of 4 kB again that is touched
when a document is shown: thousands, for a window of Python. Of a large page, usually 2 MB, there is one place to look up.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path

_SIZE = Path("/sys/kernel/mm/transparent_hugepage/hpage_pmd_size")
_MAPS = Path("/proc/self/maps")
_COLLAPSE = 25  # MADV_COLLAPSE, from Linux 6.1 on


def gather() -> int:
    """Move what is in memory now into large pages, and return how many bytes lie in such; a tenth of a second's work for a thread."""
    try:
        size, maps = int(_SIZE.read_text()), _MAPS.read_text(errors="replace")
    except OSError:  # another system, or one without large pages
        return 0
    madvise = ctypes.CDLL(None).madvise
    return size * sum(not madvise(ctypes.c_void_p(at), ctypes.c_size_t(size), _COLLAPSE) for at in places(maps, size))


def places(maps: str, size: int) -> Iterator[int]:
    """Yield where large pages of `size` bytes would lie wholly in the process's own memory; `maps` is what the kernel says of it.

    That something is there yet is for the kernel to see: it refuses to gather nothing.
    """
    for line in maps.splitlines():
        span, rights, _offset, _device, _inode, *name = line.split(maxsplit=5)
        if rights == "rw-p" and (not name or name == ["[heap]"]):
            start, end = (int(address, 16) for address in span.split("-"))
            yield from range(-(-start // size) * size, end - size + 1, size)
