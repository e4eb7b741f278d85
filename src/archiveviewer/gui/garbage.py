"""Collects garbage in the thread of the window, and in no other.

By itself Python looks for garbage in whichever thread makes an object just then. A part of the window that is found there is destroyed
there: Qt then waits for the interpreter with a lock of its own in hand, the window waits for that lock with the interpreter in hand, and
both stand still for ever. calibre's window collects in one thread for the same reason.
"""

from __future__ import annotations

import gc

_OLDEST = 2
_EVERY_MS = 500


def collect_by_hand() -> None:
    """Collect now and then from the loop of the window, to be called in its thread; Python no longer does so by itself."""
    from PySide6.QtCore import QCoreApplication, QTimer

    gc.disable()
    timer = QTimer(QCoreApplication.instance(), interval=_EVERY_MS)
    timer.timeout.connect(collect_due)
    timer.start()


def collect_due() -> int | None:
    """Collect the oldest generation whose turn Python would say it is, and return it; None when it is that of none."""
    counts, enough = gc.get_count(), gc.get_threshold()
    for generation in range(_OLDEST, -1, -1):
        if counts[generation] > enough[generation]:
            gc.collect(generation)
            return generation
    return None
