"""Spares the window what the Qt binding does at each import."""

from __future__ import annotations

import builtins


def import_plainly() -> bool:
    """Let no import read the source of what it imports; return whether one would have.

    PySide looks there whether a module chooses other names for the methods of Qt. We never do, and a tenth of the time of all our
    imports went there (measured with PySide6 6.12).
    """
    from PySide6 import QtCore  # noqa: F401 - it changes `import` when it is loaded

    before = getattr(builtins, "__orig_import__", None)
    if before is None or builtins.__import__ is before:
        return False
    builtins.__import__ = before
    return True
