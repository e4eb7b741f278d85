"""Opens the window when no command is given."""

from __future__ import annotations

import argparse


def show(options: argparse.Namespace) -> int:
    """Open the window on the library, or on the sample archive, and return its exit code when it is closed."""
    from archiveviewer.gui.app import run

    return run(library=options.library, sample=options.sample, theme=options.theme, trace=options.trace)
