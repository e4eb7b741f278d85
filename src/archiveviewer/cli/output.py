"""Prints answers: JSON lines for scripts, plain lines for people."""

from __future__ import annotations

import json
import shlex
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path

_KEPT = "\n\t\u00ad\u200b\u200c\u200d\u200e\u200f"
"""Line ends, tabs, and the marks that words of Khmer, Persian and Arabic need."""


class Printer:
    """Prints each answer as a JSON object or as a line, never both."""

    def __init__(self, *, as_json: bool) -> None:
        """Print to standard output."""
        self._json = as_json
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")

    def row(self, shape: Mapping[str, object], line: str) -> None:
        """Print one answer: `shape` where JSON was asked for, else `line`."""
        if self._json:
            self.json(shape)
        else:
            print(printable(line))

    def json(self, shape: Mapping[str, object]) -> None:
        """Print a JSON object on a line of its own."""
        print(json.dumps(shape, ensure_ascii=False), flush=True)

    def note(self, line: str) -> None:
        """Print a line that only people need."""
        if not self._json:
            print(printable(line))


def say(line: str) -> None:
    """Print what was done, which has no shape in JSON."""
    Printer(as_json=False).note(line)


def printable(text: str) -> str:
    """Return `text` without the control characters by which a document could play tricks on a terminal."""
    return "".join(c if _harmless(c) else "\ufffd" for c in text)


def counted(count: int, what: str) -> str:
    """Return "1 file", "24 files"."""
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def mend(library: Path | str) -> str:
    """Return how a damaged index is made anew."""
    return f"`archiveviewer index --anew --library {shlex.quote(str(library))}` makes it anew."


def _harmless(c: str) -> bool:
    return c in _KEPT or unicodedata.category(c) not in ("Cc", "Cf", "Cs")
