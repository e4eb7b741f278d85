"""Opens the window; what that takes is imported only now, with the collector of garbage at rest until all of it is there.

Starting makes hundreds of thousands of objects that all stay. Looking through them again and again took a fifth of the start.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from pathlib import Path

_NO_SCREEN = 3
_TURN = 0.0005
"""Seconds after which a thread that waits may run Python. Qt lets go of the interpreter at each of its calls, and a window that paints
while a search runs waits so long for each of them: with the usual 5 ms it stood still for up to 150 ms."""


def run(
    library: Path | None = None,
    *,
    sample: bool = False,
    theme: str | None = None,
    place: str | None = None,
    trace: Path | None = None,
    settings_file: Path | None = None,
) -> int:
    """Open the window and return the exit code when it is closed.

    `library` is the one to open (the one of last time when it is the usual one), `sample` opens the sample archive instead.
    `theme` overrides the one that was chosen in the menu, `place` the place one was in; `trace` names a file for stalls and times.
    """
    if not has_screen():
        print("There is no display to open a window on. Use the commands instead; `archiveviewer --help` lists them.", file=sys.stderr)
        return _NO_SCREEN
    gc.disable()
    take_turns()
    from archiveviewer.gui.importing import import_plainly

    import_plainly()
    from archiveviewer.gui.session import Session

    session = Session(theme=theme, trace=trace, settings_file=settings_file, on_settled=settle)
    session.open(library, sample=sample, place=place)
    return session.run()


def take_turns() -> None:
    """Let no thread of the window wait long for its turn."""
    sys.setswitchinterval(_TURN)


def settle() -> None:
    """Let garbage be collected, but never look through what the start has made, which moves into large pages meanwhile."""
    from archiveviewer.gui.garbage import collect_by_hand
    from archiveviewer.gui.large_pages import gather

    gc.freeze()
    collect_by_hand()
    threading.Thread(target=gather, name="large pages", daemon=True).start()


def has_screen() -> bool:
    """Whether a window can be opened; Qt itself would end the process without one."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
