"""Keeps None, True and False alive where the Qt binding gives back references to them that it never took.

Found with PySide6 6.12 under Python 3.11: each call of a method that returns nothing takes one reference away from None, and a signal
that emits True one from True; after some thousand calls the interpreter ends with "none_dealloc". From Python 3.12 on these objects are
immortal and nothing is to be done.
"""

from __future__ import annotations

import ctypes
import sys

_IMMORTAL_FROM = (3, 12)
_PLENTY = 1 << 40


def keep_constants() -> bool:
    """Give the three more references than can ever be lost; return whether that was needed. Calling it again does no harm."""
    if sys.version_info >= _IMMORTAL_FROM or sys.implementation.name != "cpython":
        return False
    for constant in (None, True, False):
        if sys.getrefcount(constant) < _PLENTY // 2:
            ctypes.c_ssize_t.from_address(id(constant)).value += _PLENTY
    return True
