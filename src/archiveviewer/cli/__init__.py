"""The command line: a thin client of the archive, and the start of the window."""

from __future__ import annotations

from archiveviewer.cli.main import main

__all__ = ["main"]
